import { randomUUIDv7 } from 'node:crypto'
import type { Hono } from 'hono'
import type { Actor } from '#kit/actor.ts'
import { makeRunningProject } from '#test/project.ts'
import type { Scene } from '#test/scene.ts'
import type { Web } from '#web/request.ts'
import { beginAssessment, chooseProjects } from './commands.ts'
import { nameJudge } from './judge-commands.ts'
import { openAssessment } from './life-commands.ts'
import type { Criterion, NewCriterion } from './rubric.ts'
import { listCriteria } from './rubric-store.ts'
import { declareNoConflict, saveMarks, submitSheet } from './sheet-commands.ts'
import { findSheet } from './sheet-store.ts'
import { findAssessment } from './store.ts'

/** When tests judge. */
export const moment = { now: new Date('2026-11-24T02:00:00Z'), today: '2026-11-24' }

const unsaid = { levels: [], commentBelow: null, commentAbove: null }

/** A criterion from 0 to 100 that parts no equals, but for what the test says. */
export const makeCriterion = (but: Partial<Criterion> = {}): Criterion => ({
  id: 'k',
  position: 1,
  name: 'Signifikansi',
  description: '',
  weight: '100',
  minMark: '0',
  maxMark: '100',
  tieOrder: null,
  ...unsaid,
  ...but,
})

/** A rubric of two criteria, 60 and 40; the first parts equals. */
export const twoCriteria: NewCriterion[] = [
  {
    ...unsaid,
    ...{ name: 'Signifikansi', description: 'Dampaknya', weight: '60', minMark: '0', maxMark: '100', tieOrder: 1 },
  },
  {
    ...unsaid,
    ...{ name: 'Kebaruan', description: 'Barunya', weight: '40', minMark: '0', maxMark: '100', tieOrder: null },
  },
]

/** A running project that concerns public service, in a seat and unit of its own. */
export async function makeRunning(
  scene: Scene,
  { number, title, isPublicService = true }: { number: number; title: string; isPublicService?: boolean },
) {
  const { seatId, unitId, agent } = await scene.addSeat(number)
  const seat = { programmeId: scene.programmeId, seatId, unitId }
  const project = await makeRunningProject(scene.db, seat, { code: `b7k3m9q${number}`, title, isPublicService })
  return { ...project, ...seat, agent }
}

export type Running = Awaited<ReturnType<typeof makeRunning>>

/** An assessment in preparation of these projects, with judges who stand in no relation to any. */
export async function makePreparing(scene: Scene, projects: Running[], judgeCount = 3) {
  const id = randomUUIDv7()
  const { db, secretariat, programmeId } = scene
  await beginAssessment(db, secretariat, { id, programmeId, title: 'Penilaian 2026' }, moment)
  await chooseProjects(db, secretariat, id, { projectIds: projects.map((project) => project.id), revision: 1 }, moment)
  const judges: Actor[] = []
  for (let at = 1; at <= judgeCount; at += 1) judges.push(await makeJudge(scene, id, `Penilai ${at}`))
  return { id, judges, projects }
}

/** Somebody who is named as a judge; the actor carries the standing as the next request would. */
export async function makeJudge(scene: Scene, id: string, name: string): Promise<Actor> {
  const actor = await scene.addActor(name)
  await nameJudge(scene.db, scene.secretariat, id, { personId: actor.personId ?? '' }, moment)
  return { ...actor, standings: [{ relation: 'judge', thingId: id }] }
}

/** The same, open. */
export async function makeOpen(scene: Scene, projects: Running[], judgeCount = 3) {
  const made = await makePreparing(scene, projects, judgeCount)
  await openAssessment(scene.db, scene.secretariat, made.id, moment)
  return made
}

/** A judge marks a project, all criteria alike unless given one by one, and hands the sheet in. */
export async function judge(scene: Scene, id: string, actor: Actor, project: Running, given: string | string[]) {
  const { db } = scene
  await declareNoConflict(db, actor, id, project.code, moment)
  const criteria = await listCriteria(db, id)
  const marks = new Map(criteria.map((criterion, at) => [criterion.id, [given].flat()[at] ?? [given].flat()[0] ?? '0']))
  const whose = { assessmentId: id, projectId: project.id, judgeId: actor.personId ?? '' }
  const revision = (await findSheet(db, whose))?.revision ?? 1
  await saveMarks(db, actor, id, project.code, { marks, note: `Catatan atas ${project.title}`, revision }, moment)
  await submitSheet(db, actor, id, project.code, moment)
}

/** The revision from which a form would be drawn now. */
export const revisionOf = async ({ db }: Scene, id: string) => (await findAssessment(db, id))?.revision ?? 0

/** Requests of a scene's actors. */
export const askIn = (app: Pick<Hono<Web>, 'request'>, sceneOf: () => Scene) => {
  const open = async (actor: Actor, path: string) => app.request(path, { headers: await sceneOf().headersOf(actor) })
  return {
    open,
    read: async (actor: Actor, path: string) => (await open(actor, path)).text(),
    post: async (actor: Actor, path: string, body: Record<string, string> = {}) => {
      const headers = await sceneOf().headersOf(actor)
      return app.request(path, { method: 'POST', headers, body: new URLSearchParams(body) })
    },
  }
}
