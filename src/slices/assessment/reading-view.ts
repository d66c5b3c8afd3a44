import type { VNode } from 'preact'
import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import { type EvidenceRow, latestProgress, listEvidence } from '#progress'
import { findMatrix, findProject, listPlans, type Matrix } from '#project'
import { listPlayed, type Played } from '#recording'

/** What everybody may read of a project, drawn by the slice above that shows it; null where that is nothing. */
export type PublicSideOf = (db: Db, code: string) => Promise<VNode | null>

/** What a judge reads of a project. Its agent is not named beside it: what was done is judged. */
export type Reading = {
  presentCondition: string
  problem: string
  wantedCondition: string
  matrix: Matrix
  /** What was last reported of each activity, by its line. */
  reached: ReadonlyMap<string, { percent: number; value: string | null }>
  evidence: EvidenceRow[]
  recordings: Played[]
  publicSide: VNode | null
}

/**
 * The description, the plan that was agreed last, how far it came, and what proves it. Asked for only after the judge
 * declared that there is no conflict of interest. A constant number of queries.
 */
export async function readingOf(db: Db, actor: Actor, code: string, publicSideOf: PublicSideOf): Promise<Reading> {
  const project = await findProject(db, code)
  if (!project) throw new Error(`Project ${code} is judged and is not there.`)
  const [matrix, progress, proofs, recordings, publicSide] = await Promise.all([
    matrixOf(db, project.id),
    latestProgress(db, project.id),
    listEvidence(db, project.id),
    listPlayed(db, actor, project.id),
    publicSideOf(db, code),
  ])
  const counted = progress.filter(({ state }) => state !== 'returned')
  return {
    presentCondition: project.presentCondition,
    problem: project.problem,
    wantedCondition: project.wantedCondition,
    matrix,
    reached: new Map(counted.map((report) => [report.lineId, report])),
    evidence: proofs.filter(({ state }) => state === 'verified' || state === 'submitted'),
    recordings,
    publicSide,
  }
}

/** The plan that was agreed last; before one was, the last. */
async function matrixOf(db: Db, projectId: string): Promise<Matrix> {
  const plans = await listPlans(db, projectId)
  const plan = plans.findLast(({ state }) => state === 'agreed') ?? plans.at(-1)
  return plan ? findMatrix(db, plan.id) : []
}
