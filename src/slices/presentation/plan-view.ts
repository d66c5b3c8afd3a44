import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { headsOfAll } from '#people'
import { titleOf } from '#project'
import type { Attending } from './clash.ts'
import { isOpen } from './presentation.ts'
import { listJudges, listMembers } from './schedule-store.ts'
import { peopleOf, type ScheduledSlot, scheduleOn } from './schedule-view.ts'
import { minutesOf, type Sitting } from './sitting.ts'
import { listSittingsById } from './sitting-store.ts'
import { planSlots, type SlotPlan } from './slot-plan.ts'
import { candidatesFor } from './view.ts'

/** What is asked of an automatic schedule. */
export type Asked = {
  sittingIds: readonly string[]
  codes: readonly string[]
  minutes: number
  gap: number
  breaks: readonly { from: number; until: number }[]
  /** Whether what is scheduled in these sittings already, and was not put there by hand, may go elsewhere. */
  replan: boolean
}

/** What a slot of the plan is for: a project that waits, or a slot that is there. */
export type Subject = { id: string; title: string; people: Attending[]; slot: ScheduledSlot | null }

/** A schedule that nobody has kept yet. */
export type Draft = {
  plan: SlotPlan
  sittings: Sitting[]
  subjects: Map<string, Subject>
  /** Everybody who is named in it. */
  names: Map<string, string>
}

/** Makes a schedule of what is asked, and keeps nothing of it. Sittings of days that are over take no part. */
export async function draftPlan(db: Db, actor: Actor, asked: Asked, today: Day): Promise<Draft> {
  const sittings = (await listSittingsById(db, asked.sittingIds)).filter(({ heldOn }) => heldOn >= today)
  const judges = await listJudges(
    db,
    sittings.map(({ id }) => id),
  )
  const { slots, away } = await scheduleOn(
    db,
    sittings.map(({ heldOn }) => heldOn),
  )
  const mayMove = ({ row, sittingId }: ScheduledSlot) =>
    asked.replan && isOpen(row) && !row.isFixed && sittings.some(({ id }) => id === sittingId)
  const moving = slots.filter(mayMove)
  const staying = slots.filter((slot) => !mayMove(slot))
  const subjects = [
    ...(await waiting(db, actor, asked.codes, today)),
    // The judges come with the room in which it will be.
    ...moving.map((slot) => ({ ...slot, people: slot.people.filter((one) => one.as !== 'judge'), slot })),
  ]
  const plan = planSlots({
    rooms: sittings.map((sitting) => ({
      ...{ id: sitting.id, day: sitting.heldOn },
      ...{ from: minutesOf(sitting.beginsAt), until: minutesOf(sitting.endsAt) },
      judges: judges.filter(({ sittingId }) => sittingId === sitting.id).map(({ personId }) => personId),
    })),
    wanted: subjects.map(({ id, people }) => ({ id, people: people.map(({ personId }) => personId) })),
    ...{ minutes: asked.minutes, gap: asked.gap, breaks: asked.breaks },
    occupied: staying.map(({ sittingId: roomId, day, from, until }) => ({ roomId, day, from, until })),
    busy: [
      ...away,
      ...staying.flatMap(({ people, day, from, until }) =>
        people.map(({ personId }) => ({ personId, day, from, until })),
      ),
    ],
  })
  const named = [...judges, ...subjects.flatMap(({ people }) => people)]
  return {
    ...{ plan, sittings, subjects: new Map(subjects.map((one) => [one.id, one])) },
    names: new Map(named.map(({ personId, name }) => [personId, name])),
  }
}

/** The projects of these codes that wait for a slot, with who must be there. */
async function waiting(db: Db, actor: Actor, codes: readonly string[], today: Day): Promise<Subject[]> {
  const candidates = (await candidatesFor(db, actor, today)).filter(({ code }) => codes.includes(code))
  const members = await listMembers(
    db,
    candidates.map(({ id }) => id),
  )
  const heads = await headsOfAll(db, today)
  return candidates.map((one) => ({
    ...{ id: one.code, title: titleOf(one), slot: null },
    people: peopleOf({
      agent: one.agentId && one.agentName ? { personId: one.agentId, name: one.agentName } : null,
      members: members.filter(({ projectId }) => projectId === one.id),
      head: heads.get(one.unitId)?.[0],
    }),
  }))
}

/** What a preview showed, so that it is kept only as it was seen. */
export const seenOf = ({ plan }: Draft): string =>
  plan.placed.map(({ id, roomId, from }) => [id, roomId, from].join()).join(' ')
