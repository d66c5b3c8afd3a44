import { agentInSeat } from '#appointment'
import type { Db } from '#db'
import type { Day } from '#kit/date.ts'
import { headsOf } from '#people'
import { findProjectById, titleOf } from '#project'
import { isOver } from './presentation.ts'
import { listMembers } from './schedule-store.ts'
import { scheduleOn } from './schedule-view.ts'
import { type SlotTime, timeOf } from './sitting.ts'

/** A project that is presented, with the ids of those who are invited to it: its agent, its team, whoever heads its unit. */
export type Invited = { code: string; title: string; personIds: string[] }

export async function invitedTo(db: Db, projectId: string, day: Day): Promise<Invited | undefined> {
  const project = await findProjectById(db, projectId)
  if (!project) return undefined
  const agent = await agentInSeat(db, project.seatId, day)
  const others = [...(await listMembers(db, [projectId])), ...(await headsOf(db, project.unitId, day))]
  const personIds = [...(agent ? [agent] : []), ...others].map(({ personId }) => personId)
  return { code: project.code, title: titleOf(project), personIds: [...new Set(personIds)] }
}

/** The slots of that day that still are to come, to which the person is expected, and at whose hour they are away. */
export async function slotsMissedBy(
  db: Db,
  personId: string,
  day: Day,
): Promise<{ name: string; slots: (SlotTime & { title: string })[] }> {
  const { slots, away } = await scheduleOn(db, [day])
  const spans = away.filter((one) => one.personId === personId)
  const missed = slots.filter(
    (slot) =>
      !isOver(slot.row) &&
      slot.people.some((one) => one.personId === personId) &&
      spans.some(({ from, until }) => from < slot.until && slot.from < until),
  )
  return {
    name: spans[0]?.absence.name ?? '',
    slots: missed.map(({ title, row }) => ({ title, ...timeOf(row) })),
  }
}
