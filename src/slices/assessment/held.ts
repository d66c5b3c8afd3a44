import type { Db, Tx } from '#db'
import { type Details, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import { headedTree } from '#people'
import type { Assessment } from './assessment.ts'
import { shareOut } from './assignment.ts'
import type { Panel } from './panel.ts'
import { type AssessedProject, type Judge, listAssessed, listAssigned, listJudges } from './panel-store.ts'
import { assessmentPolicy, type Judged } from './policy.ts'
import { headless, headsOver, type Recusal, tiesAmong } from './recusal.ts'
import { listRecusals, listSheetStates } from './sheet-store.ts'
import { findAssessment, holdAssessment } from './store.ts'

export type AssessmentAct = keyof typeof assessmentPolicy

/** An assessment with the projects that it judges. */
export type Seen = { assessment: Assessment; projects: AssessedProject[] }

/** An assessment as its policy looks at it. */
export const judgedOf = ({ assessment: { agencyId, id }, projects }: Seen): Judged => ({
  agencyId,
  id,
  seatIds: projects.map(({ seatId }) => seatId),
  projectIds: projects.map((project) => project.id),
})

/** Holds an assessment until the transaction ends and asks whether the actor may do this to it. */
export const hold = async (tx: Tx, actor: Actor, id: string, action: AssessmentAct): Promise<Seen> =>
  seen(tx, actor, isId(id) ? await holdAssessment(tx, id) : undefined, action)

/** The assessment of an address, for somebody who may do this to it. */
export const assessmentAt = async (db: Db, actor: Actor, id: string, action: AssessmentAct): Promise<Seen> =>
  seen(db, actor, isId(id) ? await findAssessment(db, id) : undefined, action)

async function seen(db: Db, actor: Actor, assessment: Assessment | undefined, action: AssessmentAct): Promise<Seen> {
  if (!assessment) throw notFound()
  const projects = await listAssessed(db, assessment.id)
  authorize(assessmentPolicy, actor, action, judgedOf({ assessment, projects }))
  return { assessment, projects }
}

/** A panel with its judges by name, and everybody who stays out of a project. */
export type SeatedPanel = Omit<Panel, 'recusals'> & { judges: Judge[]; recusals: Recusal[] }

/**
 * Who judges what. While it is open, somebody who came to a project's unit after it was opened stays out like those
 * who were there, unless the sheet was in before. A constant number of queries.
 */
export async function panelOf(db: Db, { assessment, projects }: Seen, today: Day): Promise<SeatedPanel> {
  const judges = await listJudges(db, assessment.id)
  const sheets = await listSheetStates(db, assessment.id)
  const stored = await listRecusals(db, assessment.id)
  const isSettled = ({ projectId, judgeId }: Recusal) =>
    [...stored, ...sheets.filter(({ submittedAt }) => submittedAt !== null)].some(
      (pair) => pair.projectId === projectId && pair.judgeId === judgeId,
    )
  const isShared = assessment.perProject !== null
  const isOver = assessment.state === 'decided' || assessment.state === 'closed'
  const live = isOver ? [] : await tiesToday(db, judges, projects, today)
  const recusals = [...stored, ...live.filter((recusal) => !isSettled(recusal))]
  const kept = isShared ? await listAssigned(db, assessment.id) : []
  return {
    state: assessment.state,
    judges,
    judgeIds: judges.map(({ personId }) => personId),
    projectIds: projects.map(({ id }) => id),
    sheets,
    recusals,
    // Before it is opened, as it would be shared out now.
    assigned:
      assessment.perProject === null
        ? null
        : assessment.state === 'preparing'
          ? shareOut({ judges, projects, perProject: assessment.perProject, barred: recusals, kept })
          : kept,
  }
}

/** Judges and projects that do not go together today. */
async function tiesToday(db: Db, judges: Judge[], projects: AssessedProject[], today: Day): Promise<Recusal[]> {
  const over = headsOver(await headedTree(db, today))
  const withHeads = projects.map((project) => ({ ...project, ...(over.get(project.unitId) ?? headless) }))
  return tiesAmong(judges, withHeads)
}

/** The last statement of every command: what was decided about the assessment. */
export const note = (tx: Tx, actor: Actor, id: string, decided: { event: string; details?: Details }, now: Date) =>
  record(tx, actor, { ...decided, thing: { kind: 'assessment', id } }, now)
