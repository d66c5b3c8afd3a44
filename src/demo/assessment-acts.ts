import { randomUUIDv7 } from 'node:crypto'
import {
  beginAssessment,
  chooseProjects,
  decideAssessment,
  declareNoConflict,
  listCriteria,
  nameJudge,
  openAssessment,
  saveMarks,
  submitSheet,
} from '#assessment'
import { competitionSide } from '#competition'
import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import { findPersonByNip } from '#people'
import { findProgramme } from '#programme'
import { listProjects } from '#project'
import type { Act } from './act.ts'
import { type DatedProgramme, momentIn } from './calendar.ts'
import { personOf } from './cast.ts'
import type { DemoAssessment, DemoSheet } from './shape.ts'

/** An assessment of a programme from its preparation to its choice, as far as it has come. */
export function assessmentActs(programme: DatedProgramme, assessment: DemoAssessment): Act[] {
  const id = randomUUIDv7()
  const { title, begunOn, openedOn, judges, sheets, decision } = assessment
  const bySecretariat = (day: number, minutes: number, run: Act['run']): Act => ({
    by: 'sekretariat',
    at: momentIn(programme, day, minutes),
    run,
  })
  const preparing = [
    bySecretariat(begunOn, 200, async (db, actor, moment) => {
      const programmeId = await programmeIdOf(db, programme)
      await beginAssessment(db, actor, { id, programmeId, title }, moment)
    }),
    ...judges.map((key, at) =>
      bySecretariat(begunOn, 220 + at * 3, async (db, actor, moment) => {
        const person = await findPersonByNip(db, personOf(key).nip)
        await nameJudge(db, actor, id, { personId: person?.id ?? '' }, moment)
      }),
    ),
  ]
  if (openedOn === null) return preparing
  const opening = [
    // All four of the past programme, also the one that concerns no public service: the panel ranks them all.
    bySecretariat(openedOn, 100, async (db, actor, moment) => {
      const projects = await listProjects(db, actor, await programmeIdOf(db, programme), moment.today)
      const projectIds = projects.filter(({ state }) => state !== 'stopped').map((project) => project.id)
      await chooseProjects(db, actor, id, { projectIds, revision: 1 }, moment)
    }),
    bySecretariat(openedOn, 130, (db, actor, moment) => openAssessment(db, actor, id, moment)),
  ]
  const judging = sheets.map(
    (sheet, at): Act => ({
      by: sheet.judge,
      at: momentIn(programme, sheet.on, 60 + at * 11),
      run: (db, actor, moment) => fillIn(db, actor, { id, programme, sheet }, moment),
    }),
  )
  if (decision === null) return [...preparing, ...opening, ...judging]
  const { on, agent, reason } = decision
  const deciding = bySecretariat(on, 390, async (db, actor, moment) => {
    const project = await projectOf(db, actor, programme, agent, moment.today)
    const said = { projectId: project.id, reason, departure: '', despite: '' }
    // Begun, then its projects chosen, then opened.
    await decideAssessment(db, actor, id, { ...said, revision: 3 }, moment, competitionSide)
  })
  return [...preparing, ...opening, ...judging, deciding]
}

type Filled = { id: string; programme: DatedProgramme; sheet: DemoSheet }

async function fillIn(db: Db, actor: Actor, { id, programme, sheet }: Filled, moment: Act['at']) {
  const looking = { ...actor, roles: ['secretariat' as const] }
  const { code } = await projectOf(db, looking, programme, sheet.agent, moment.today)
  await declareNoConflict(db, actor, id, code, moment)
  const criteria = await listCriteria(db, id)
  const marks = new Map(criteria.map((criterion, at) => [criterion.id, sheet.marks[at] ?? '0']))
  await saveMarks(db, actor, id, code, { marks, note: sheet.note, revision: 1 }, moment)
  await submitSheet(db, actor, id, code, moment)
}

async function programmeIdOf(db: Db, programme: DatedProgramme): Promise<string> {
  const found = await findProgramme(db, programme.slug)
  if (!found) throw new Error(`The demonstration's programme ${programme.slug} is not there.`)
  return found.id
}

/** The project of a seat, found by who holds the seat on that day. */
async function projectOf(db: Db, actor: Actor, programme: DatedProgramme, agent: string, today: string) {
  const person = await findPersonByNip(db, personOf(agent).nip)
  const projects = await listProjects(db, actor, await programmeIdOf(db, programme), today)
  const project = projects.find(({ agentId }) => agentId === person?.id)
  if (!project) throw new Error(`The demonstration's agent "${agent}" has no project.`)
  return project
}
