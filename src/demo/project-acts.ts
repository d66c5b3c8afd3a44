import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '#db'
import { listShown, replicateProject } from '#gallery'
import type { Actor } from '#kit/actor.ts'
import { type Day, dayInWords, type Moment } from '#kit/date.ts'
import { agreeAcceptedPlan } from '#presentation'
import {
  approvePlan,
  beginProject,
  type Description,
  describeProject,
  dropInitiative,
  findMatrix,
  findProject,
  listPlans,
  returnPlan,
  revisePlan,
  stopProject,
  submitPlan,
  verifyPlan,
  writeActivity,
  writeInitiative,
} from '#project'
import type { Act } from './act.ts'
import { type DatedProgramme, dateIn, momentIn } from './calendar.ts'
import { demoFile } from './files.ts'
import { finishActs, teamActs } from './finish-acts.ts'
import { writeNewVersion } from './new-version.ts'
import { paperOf } from './papers.ts'
import { descriptionOf, fieldsOf } from './plan-texts.ts'
import { presentationActs } from './presentation-acts.ts'
import { progressActs } from './progress-acts.ts'
import type { DemoProject, DemoStage, ProgrammeDay } from './shape.ts'

/** What is done to a project, in the order of its way. */
const steps = [
  'begin',
  'describe',
  'write',
  'submit',
  'approve',
  'verify',
  'return',
  'agree',
  'stop',
  'revise',
] as const
type Step = (typeof steps)[number]

/** On which day of the programme each step was done by a project that now stands at this stage. */
const agreed = { begin: 6, describe: 9, write: 12, submit: 23, approve: 32, verify: 39, agree: 49 }
const ways: Record<DemoStage, Partial<Record<Step, ProgrammeDay>>> = {
  'preparing with gaps': { begin: 20, describe: 41, write: 60 },
  'returned by head': { begin: 14, describe: 33, write: 52, submit: 71, return: 82 },
  'returned at presentation': { begin: 11, describe: 25, write: 40, submit: 61, approve: 70, verify: 80, return: 91 },
  'submitted late': { begin: 17, describe: 38, write: 63, submit: 83 },
  'approved late': { begin: 16, describe: 30, write: 50, submit: 72, approve: 93 },
  verified: { begin: 12, describe: 26, write: 44, submit: 65, approve: 78, verify: 95 },
  running: agreed,
  'running, second version open': { ...agreed, revise: 95 },
  finished: agreed,
  closed: agreed,
  stopped: { begin: 7, describe: 13, write: 19, stop: 62 },
}

/** A project in its seat, and who acts as head of its unit on a day. */
export type SeatedProject = {
  project: DemoProject
  programme: DatedProgramme
  seatNumber: number
  seatId: () => string
  headOn: (day: Day) => string
}

/** Everything that was done to bring a project to its stage. */
export function projectActs({ project, programme, seatNumber, seatId, headOn }: SeatedProject): Act[] {
  const way = daysOf(project, seatNumber)
  let code = ''
  const doneOn = (step: Step, by: string, run: Act['run'], minutes = 0): Act[] => {
    const day = way[step]
    if (day === undefined) return []
    const start = 15 + steps.indexOf(step) * 45 + seatNumber * 2
    return [{ by, at: momentIn(programme, day, start + minutes), run }]
  }
  const { agent, reason = '' } = project
  const begun = { project, programme, seatNumber, codeOf: () => code, headOn }
  const head = headOn(dateIn(programme, way.approve ?? way.return ?? 0))
  const isReturned = project.stage === 'returned by head'
  const isAgreedLater = project.presentation?.decision === 'accepted with changes'
  const decidedAt = 15 + steps.indexOf('agree') * 45 + seatNumber * 2
  return [
    ...doneOn('begin', agent, async (db, actor, moment) => {
      const beginning = { id: randomUUIDv7(), seatId: seatId() }
      code = project.replicates
        ? await beginFrom(db, actor, project.replicates, beginning, moment)
        : await beginProject(db, actor, beginning, moment)
    }),
    ...doneOn('describe', agent, async (db, actor, moment, files) => {
      const { revision } = await found(db, code)
      const said = descriptionOf(project, programme)
      const paper = await proofOf(said, moment)
      const added = paper ? [await demoFile(files, db, actor, 'surat-tugas-penerapan.pdf', paper, moment.now)] : []
      const described = { ...said, revision, proof: { added, dropped: [] } }
      await describeProject(db, actor, code, described, moment)
    }),
    ...matrixActs(project, programme).flatMap((run, at) =>
      doneOn(
        'write',
        agent,
        run(() => code),
        at * 4,
      ),
    ),
    ...teamActs(begun, way.describe ?? 0),
    ...doneOn('submit', agent, async (db, actor, moment) => {
      const plan = (await listPlans(db, (await found(db, code)).id)).at(-1)
      await submitPlan(db, actor, code, plan?.revision ?? 0, moment)
    }),
    ...doneOn('approve', head, (db, actor, moment) => approvePlan(db, actor, code, moment)),
    ...doneOn('verify', 'sekretariat', (db, actor, moment) => verifyPlan(db, actor, code, moment)),
    ...(isReturned
      ? doneOn('return', head, (db, actor, moment) =>
          returnPlan(db, actor, code, reason, moment, followUpOf(project, programme)),
        )
      : []),
    ...presentationActs({ project, programme, codeOf: () => code, minutes: decidedAt }),
    ...(isAgreedLater
      ? doneOn('agree', 'sekretariat', (db, actor, moment) => agreeAcceptedPlan(db, actor, code, moment))
      : []),
    ...(way.agree === undefined ? [] : progressActs({ project, programme, seatNumber, codeOf: () => code })),
    ...doneOn('stop', 'sekretariat', (db, actor, moment) => stopProject(db, actor, code, reason, moment)),
    ...finishActs(begun),
    ...doneOn('revise', agent, async (db, actor, moment) => {
      await revisePlan(db, actor, code, reason, moment)
      await writeNewVersion(db, actor, code, project, programme, moment)
    }),
  ]
}

/** The days of a project's way, not all on one day; a plan accepted with changes is agreed when those are made. */
function daysOf({ stage, presentation }: DemoProject, seatNumber: number): Partial<Record<Step, ProgrammeDay>> {
  const { begin = 0, describe = 0, write = 0, ...way } = ways[stage]
  const later = (seatNumber * 3) % 4
  const days = { ...way, begin: begin + later, describe: describe + later, write: write + later }
  const changed = presentation?.followUps.map(({ done }) => done?.on ?? 0) ?? []
  if (presentation?.decision !== 'accepted with changes') return days
  return { ...days, agree: Math.max(presentation.heldOn, ...changed) }
}

/** One act for each row of the matrix, in its order; `codeOf` is asked when it happens. */
function matrixActs(project: DemoProject, programme: DatedProgramme): ((codeOf: () => string) => Act['run'])[] {
  return project.matrix.flatMap(({ title, activities }) => {
    const initiativeId = randomUUIDv7()
    return [
      (codeOf: () => string): Act['run'] =>
        (db, actor, moment) =>
          writeInitiative(db, actor, codeOf(), initiativeId, title, moment),
      ...activities.map((activity) => (codeOf: () => string): Act['run'] => (db, actor, moment) => {
        const row = { id: randomUUIDv7(), initiativeId, fields: fieldsOf(activity, programme, project) }
        return writeActivity(db, actor, codeOf(), row, moment)
      }),
    ]
  })
}

async function found(db: Db, code: string) {
  const project = await findProject(db, code)
  if (!project) throw new Error(`The demonstration's project ${code} is not there.`)
  return project
}

/** A plan that its head returned is to be mended until a day. */
const followUpOf = ({ stage }: DemoProject, programme: DatedProgramme) =>
  stage === 'returned by head' ? { id: randomUUIDv7(), dueOn: dateIn(programme, 101) } : null

/** An order that says since when, for a change that had begun before it was described. */
function proofOf({ title, startedOn }: Description, { now, today }: Moment): Promise<Uint8Array> | null {
  if (startedOn === null || startedOn > today) return null
  return paperOf('Surat tugas', [`Penerapan: ${title}`, `Dilaksanakan mulai ${dayInWords(startedOn)}.`], now)
}

/** Begins with what the public reads of an earlier project, and clears its matrix for one of its own. */
async function beginFrom(
  db: Db,
  actor: Actor,
  title: string,
  beginning: { id: string; seatId: string },
  moment: Moment,
): Promise<string> {
  const original = (await listShown(db, 60)).find((one) => one.title === title)
  if (!original) throw new Error(`The demonstration has not published "${title}" yet.`)
  const code = await replicateProject(db, actor, { code: original.code, ...beginning }, moment)
  const [plan] = await listPlans(db, beginning.id)
  for (const { id } of await findMatrix(db, plan?.id ?? '')) await dropInitiative(db, actor, code, id, moment)
  return code
}
