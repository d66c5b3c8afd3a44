import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '#db'
import type { Files } from '#files'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { findPersonByNip } from '#people'
import {
  activitiesOf,
  confirmProject,
  decideIntegration,
  findMatrix,
  findProject,
  finishProject,
  joinTeam,
  listPlans,
  stateIntegration,
} from '#project'
import type { Act } from './act.ts'
import { type DatedProgramme, dateIn, momentIn } from './calendar.ts'
import { personOf } from './cast.ts'
import { demoFile } from './files.ts'
import { barPicture, paperOf } from './papers.ts'
import type { DemoActivity, DemoProject, ProgrammeDay } from './shape.ts'

/** A project that has begun, and who acts as head of its unit on a day. */
type Begun = {
  project: DemoProject
  programme: DatedProgramme
  seatNumber: number
  codeOf: () => string
  headOn: (day: Day) => string
}

/** Everybody beside the agent joins on the day on which the project is described. */
export const teamActs = ({ project, programme, seatNumber, codeOf }: Begun, day: ProgrammeDay): Act[] =>
  project.members.map(({ person, part }, at) => ({
    by: project.agent,
    at: momentIn(programme, day, 300 + seatNumber * 4 + at),
    run: async (db, actor, moment) => {
      const found = await findPersonByNip(db, personOf(person).nip)
      if (!found) throw new Error(`The demonstration has not entered "${person}" yet.`)
      await joinTeam(db, actor, codeOf(), { id: randomUUIDv7(), personId: found.id, part }, moment)
    },
  }))

/** After the last report of each programme: a finished project waits for its head, a closed one was confirmed. */
const finishedOn = { finished: 96, closed: 353 }
const confirmedOn = 358
const integratedOn = 359
const verifiedOn = 361

/** The project declared finished with what its texts say it reached, and confirmed where it is closed. */
export function finishActs({ project, programme, seatNumber, codeOf, headOn }: Begun): Act[] {
  const { stage, agent, finish: said } = project
  if ((stage !== 'finished' && stage !== 'closed') || !said) return []
  const declared: Act = {
    by: agent,
    at: momentIn(programme, finishedOn[stage], 330 + seatNumber * 4),
    run: async (db, actor, moment, files) => {
      const rows = project.matrix.flatMap(({ activities }) => activities)
      const { lines, pictures } = { lines: await linesOf(db, codeOf()), pictures: await picturesOf(rows) }
      const upload = (name: string, bytes: Buffer) => sent(files, db, actor, name, bytes, moment.now)
      const words = { id: randomUUIDv7(), beforeWords: said.before, afterWords: said.after }
      const values = Object.fromEntries(lines.map((lineId, at) => [lineId, finalOf(rows[at])]))
      const before = await upload('indikator-sebelum.png', pictures.before)
      const after = await upload('indikator-sesudah.png', pictures.after)
      await finishProject(db, actor, codeOf(), { ...words, values, before, after }, moment)
    },
  }
  if (stage === 'finished') return [declared]
  const confirmed: Act = {
    by: headOn(dateIn(programme, confirmedOn)),
    at: momentIn(programme, confirmedOn, 90 + seatNumber * 4),
    run: (db, actor, moment) => confirmProject(db, actor, codeOf(), moment),
  }
  return [declared, confirmed, ...integrationActs({ project, programme, seatNumber, codeOf, headOn })]
}

/** The document by which a change became part of the management system, and the head's verification where there is one. */
function integrationActs({ project, programme, seatNumber, codeOf, headOn }: Begun): Act[] {
  const said = project.finish?.integration
  if (!said) return []
  const { kind, number, text, isVerified } = said
  const id = randomUUIDv7()
  const stated: Act = {
    by: project.agent,
    at: momentIn(programme, integratedOn, 90 + seatNumber * 4),
    run: async (db, actor, moment, files) => {
      const paper = Buffer.from(await paperOf(number, [text], moment.now))
      const document = await sent(files, db, actor, 'dokumen-integrasi.pdf', paper, moment.now)
      await stateIntegration(db, actor, codeOf(), { id, kind, number, datedOn: moment.today, document }, moment)
    },
  }
  const verified: Act = {
    by: headOn(dateIn(programme, verifiedOn)),
    at: momentIn(programme, verifiedOn, 90 + seatNumber * 4),
    run: (db, actor, moment) => decideIntegration(db, actor, codeOf(), { id, note: null }, moment),
  }
  return isVerified ? [stated, verified] : [stated]
}

const sent = async (files: Files, db: Db, actor: Actor, name: string, bytes: Buffer, now: Date) => ({
  added: [await demoFile(files, db, actor, name, bytes, now)],
  dropped: [],
})

/** The lines of the agreed plan, in the order in which the texts give its activities. */
async function linesOf(db: Db, code: string): Promise<string[]> {
  const { id = '' } = (await findProject(db, code)) ?? {}
  const plan = (await listPlans(db, id)).find(({ state }) => state === 'agreed')
  return activitiesOf(await findMatrix(db, plan?.id ?? '')).map(({ lineId }) => lineId)
}

/** What the last report said of the indicator; the target where there was none. */
const finalOf = (activity: DemoActivity | undefined): string =>
  activity?.progress?.at(-1)?.value ?? activity?.target ?? '0'

/** Each activity's indicator as a bar, as it was before and as it is now. */
async function picturesOf(rows: DemoActivity[]): Promise<{ before: Buffer; after: Buffer }> {
  const share = (value: string | null, row: DemoActivity) =>
    Number(value ?? 0) / Math.max(Number(row.baseline ?? 0), Number(finalOf(row)), 1)
  const before = rows.map((row) => share(row.baseline, row))
  const after = rows.map((row) => share(finalOf(row), row))
  return { before: await barPicture(before, '#f1ece2'), after: await barPicture(after, '#e3f0ea') }
}
