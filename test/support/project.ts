import { randomUUIDv7 } from 'node:crypto'
import { type Db, insert, transact } from '#db'
import { agreePlanStep, holdForAct } from '#project'
import { testNow } from './app.ts'
import type { Scene } from './scene.ts'

type Seated = { programmeId: string; seatId: string; unitId: string }
type Made = {
  code?: string
  title?: string
  presentCondition?: string
  problem?: string
  wantedCondition?: string
  isPublicService?: boolean
  /** Rows of the matrix, which the test adds itself. */
  activities?: number
}

/**
 * A project that runs, with a plan that was agreed, in the state in which its gates would have left it: for rooms
 * above, whose tests begin where those gates end.
 */
export async function makeRunningProject(db: Db, { programmeId, seatId, unitId }: Seated, but: Made = {}) {
  const [id, planId] = [randomUUIDv7(), randomUUIDv7()]
  const { code = 'b7k3m9qt', title = 'Layanan rujukan satu hari jawab', activities = 0, ...words } = but
  const project = { id, code, programmeId, seatId, unitId, title, ...words }
  await insert(db, 'project', { ...project, state: 'running' }).execute()
  await insert(db, 'actionPlan', {
    id: planId,
    projectId: id,
    version: 1,
    state: 'agreed',
    agreedAt: testNow,
  }).execute()
  const standing = { state: 'running', stage: 'running', turn: 'agent', planState: 'agreed' } as const
  const summary = { projectId: id, programmeId, ...standing, since: testNow, planVersion: 1, activities }
  await insert(db, 'projectSummary', summary).execute()
  return { id, code, planId, title }
}

/** Agrees a verified plan as the decision after a presentation does, for rooms that know no presentation. */
export const agreePlan = ({ db, secretariat }: Scene, code: string, now: Date): Promise<unknown> =>
  transact(db, async (tx) => agreePlanStep(tx, secretariat, await holdForAct(tx, secretariat, code, 'agree'), now))
