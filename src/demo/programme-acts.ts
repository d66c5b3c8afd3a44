import { randomUUIDv7 } from 'node:crypto'
import { type AnnexRow, enterDecree, importAnnex, listSeats } from '#appointment'
import { createProgramme, stageKinds } from '#programme'
import type { Act } from './act.ts'
import { type DatedProgramme, dateIn, momentIn } from './calendar.ts'
import { headOn, personOf, unitName } from './cast.ts'
import { sittingActs } from './presentation-acts.ts'
import { projectActs } from './project-acts.ts'

/** A programme, its decree with everybody whom it appoints, and the projects in the seats that it fills. */
export function programmeActs(programme: DatedProgramme, current: DatedProgramme): Act[] {
  const [id, decreeId] = [randomUUIDv7(), randomUUIDv7()]
  const { name, fromOn, untilOn, stages, decree, projects } = programme
  const { number, about, signerName, signerPosition, decidedOn } = decree
  const term = { fromOn, untilOn }
  let code = ''
  let seatIds: string[] = []
  const bySecretariat = (day: number, minutes: number, run: Act['run']): Act => ({
    by: 'sekretariat',
    at: momentIn(programme, day, minutes),
    run,
  })
  return [
    bySecretariat(decidedOn - 8, 90, (db, actor, { now }) => {
      const due = stageKinds.map((kind) => ({ kind, dueOn: dateIn(programme, stages[kind]) }))
      const counted = { agentCount: 'last-day' as const, finishNeedsClosed: false }
      const facts = { id, name, ...term, setCode: 'peta-jalan-2020-2024', ...counted, ...rhythm }
      return createProgramme(db, actor, { ...facts, stages: due }, now)
    }),
    bySecretariat(decidedOn, 120, async (db, actor, { now }) => {
      const facts = { number, about, signerName, signerPosition, decidedOn: dateIn(programme, decidedOn) }
      const entered = { id: decreeId, programmeId: id, ...facts, ...term, amendsId: null, scans: [] }
      code = await enterDecree(db, actor, entered, now)
    }),
    bySecretariat(decidedOn, 150, async (db, actor, { now }) => {
      await importAnnex(db, actor, code, { rows: annexRowsOf(programme), answers: new Map() }, now)
      seatIds = (await listSeats(db, id, fromOn)).map((seat) => seat.id)
    }),
    ...sittingActs({ programme, programmeId: id, seatIdOf: (at) => seatIds[at] ?? '' }),
    ...projects.flatMap((project, at) =>
      projectActs({
        project,
        programme,
        seatNumber: at + 1,
        seatId: () => seatIds[at] ?? '',
        headOn: (day) => headOn(personOf(project.agent).unit, day, current),
      }),
    ),
  ]
}

/** Fourteen weeks of a programme hold three whole months. */
const rhythm = { reporting: 'monthly', reportDays: 5 } as const

/** The rows of the annex as its reader gives them. */
export const annexRowsOf = ({ projects }: Pick<DatedProgramme, 'projects'>): AnnexRow[] =>
  projects.map(({ agent }, at) => {
    const { titlesBefore, name, titlesAfter, nip, position, grade, unit } = personOf(agent)
    const facts = { titlesBefore, name, titlesAfter, nip, position, grade }
    return { row: at + 2, ...facts, unit: unitName(unit), level: 'central', email: null }
  })
