import type { Db } from '#db'
import type { Day } from '#kit/date.ts'
import { headsOnDays } from '#people'
import { titleOf } from '#project'
import type { Absence, Attending, TimedSlot } from './clash.ts'
import { listAbsencesOn, listJudges, listMembers, listSlotsOn } from './schedule-store.ts'
import { minutesOf } from './sitting.ts'
import type { Span } from './slot-plan.ts'

type Row = Awaited<ReturnType<typeof listSlotsOn>>[number]

/** A slot of the schedule with everything that is known of it. */
export type ScheduledSlot = TimedSlot & { row: Row }

/** Everything that is planned on these days: which slots, who must be there, and who is away. */
export type Planned = { slots: ScheduledSlot[]; away: (Span & { personId: string; absence: Absence })[] }

/** The schedule of these days. Five queries. */
export async function scheduleOn(db: Db, days: readonly Day[]): Promise<Planned> {
  const once = [...new Set(days)].toSorted()
  const rows = await listSlotsOn(db, once)
  const members = await listMembers(
    db,
    rows.map(({ projectId }) => projectId),
  )
  const judges = await listJudges(db, [...new Set(rows.map(({ sittingId }) => sittingId))])
  const heads = await headsOnDays(db, once)
  const slots = rows.map((row) => ({
    ...{ row, id: row.id, title: titleOf(row), sittingId: row.sittingId, sittingTitle: row.sittingTitle },
    ...{ day: row.heldOn, from: minutesOf(row.from), until: minutesOf(row.until) },
    people: [
      ...peopleOf({
        agent: row.agent,
        members: members.filter(({ projectId }) => projectId === row.projectId),
        head: heads.get(row.heldOn)?.get(row.unitId)?.[0],
      }),
      ...judges
        .filter(({ sittingId }) => sittingId === row.sittingId)
        .map(({ personId, name }) => ({ personId, name, as: 'judge' as const })),
    ],
  }))
  const away = (await listAbsencesOn(db, once)).map((absence) => ({
    ...{ absence, personId: absence.personId, day: absence.onDay },
    ...{ from: minutesOf(absence.beginsAt), until: minutesOf(absence.endsAt) },
  }))
  return { slots, away }
}

type Named = { personId: string; name: string }

/** Who must be at a presentation besides the judges: its agent, its team, and whoever heads its unit first. */
export function peopleOf(of: { agent: Named | null; members: readonly Named[]; head: Named | undefined }): Attending[] {
  const as = (part: Attending['as'], { personId, name }: Named) => ({ personId, name, as: part })
  return [
    ...(of.agent ? [as('agent', of.agent)] : []),
    ...of.members.filter(({ personId }) => personId !== of.agent?.personId).map((one) => as('member', one)),
    ...(of.head ? [as('head', of.head)] : []),
  ]
}
