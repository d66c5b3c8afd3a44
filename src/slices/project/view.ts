import type { Context } from 'hono'
import { agentInSeat, findSeat } from '#appointment'
import type { Db } from '#db'
import type { MayReadFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { readForm } from '#kit/form.ts'
import { authorize, can } from '#kit/policy.ts'
import { notFound, stale } from '#kit/refusal.ts'
import { findUnit, headsOf } from '#people'
import { areasOf, dueOf, type Programme, type Stage, stagesOf } from '#programme'
import type { Web } from '#web/request.ts'
import { readTyped } from '#web/typed.ts'
import { type ActionPlan, currentPlan } from './action-plan.ts'
import type { MatrixLayout } from './columns.ts'
import { drawnForm } from './forms.ts'
import { programmeOf } from './held.ts'
import type { Matrix } from './matrix.ts'
import { findMatrix, findSummary, listPlans } from './plan-store.ts'
import { projectPolicy } from './policy.ts'
import { dayWithin, type Project } from './project.ts'
import { findProject, findProjectById } from './store.ts'
import { columnsIn } from './template-store.ts'
import { boundBy, type Turn } from './turn.ts'

/** What the frame around every page of a project shows: what it is, whose turn it is, until when. */
export type ProjectView = {
  project: Project
  plans: ActionPlan[]
  plan: ActionPlan
  programme: Programme
  stages: Stage[]
  seatNumber: number
  unitName: string
  agent: { personId: string; name: string } | null
  head: { personId: string; name: string } | null
  turn: Turn
  /** The last day of the stage in which it stands; null where the programme names none. */
  dueOn: Day | null
  today: Day
}

/** Everything of a project's frame that the actor may read; 404 otherwise. A constant number of queries. */
async function viewProject(db: Db, actor: Actor, code: string, today: Day): Promise<ProjectView> {
  const project = await findProject(db, code)
  if (!project) throw notFound()
  const [plans, summary, programme, stages, unit, seat, [head]] = await Promise.all([
    listPlans(db, project.id),
    findSummary(db, project.id),
    programmeOf(db, project),
    stagesOf(db, project.programmeId),
    findUnit(db, project.unitId),
    findSeat(db, project.seatId),
    headsOf(db, project.unitId, today),
  ])
  const plan = currentPlan(plans)
  if (!plan || !summary) throw new Error(`Project ${project.id} has no plan or no summary.`)
  authorize(projectPolicy, actor, 'read', { ...project, plan })
  const agent = await agentInSeat(db, project.seatId, dayWithin(programme, today))
  const turn = { stage: summary.stage, who: summary.turn, since: summary.since } as Turn
  return {
    project,
    plans,
    plan,
    programme,
    stages,
    seatNumber: seat?.number ?? 0,
    unitName: unit?.name ?? '',
    agent: agent ?? null,
    head: head ?? null,
    turn,
    dueOn: turn.who === 'nobody' ? null : dueOf(stages, boundBy(project, turn.stage)),
    today,
  }
}

/**
 * The account for whom the project's forms save while they are written: its agent's. What others write in the agent's
 * place is told to the agent, and therefore sent once and whole.
 */
export const autosaveFor = (actor: Actor, { agent }: ProjectView): string | null =>
  agent?.personId === actor.personId ? actor.accountId : null

/** The project of this request's address, with everything that its frame shows; 404 where it may not be read. */
export const viewOf = (c: Context<Web>): Promise<ProjectView> =>
  viewProject(c.var.db, c.var.actor, c.req.param('code') ?? '', c.var.today)

/** The same, for whom may write its plan. */
export async function viewToEdit(c: Context<Web>): Promise<ProjectView> {
  const view = await viewOf(c)
  authorize(projectPolicy, c.var.actor, 'edit', { ...view.project, plan: view.plan })
  return view
}

/** The project of this request's address with its plan, for whom may write it: without what a page shows around it. */
export async function planToEdit(c: Context<Web>): Promise<{ project: Project; plan: ActionPlan }> {
  const { db, actor } = c.var
  const project = await findProject(db, c.req.param('code') ?? '')
  const plan = project && currentPlan(await listPlans(db, project.id))
  if (!project || !plan) throw notFound()
  authorize(projectPolicy, actor, 'edit', { ...project, plan })
  return { project, plan }
}

/** The revision that somebody looked at when they pressed the button. */
export async function drawnFrom(c: Context<Web>): Promise<number> {
  const read = readForm(drawnForm, await readTyped(c))
  if (!read.ok) throw stale()
  return read.value.revision
}

/** The matrix of a project's current plan, or of the version that the address asks for. */
export async function planOf(c: Context<Web>): Promise<{ view: ProjectView; plan: ActionPlan; matrix: Matrix }> {
  const view = await viewOf(c)
  const version = c.req.query('versi')
  const plan = version ? view.plans.find((one) => String(one.version) === version) : view.plan
  if (!plan) throw notFound()
  return { view, plan, matrix: await findMatrix(c.var.db, plan.id) }
}

/** How the matrices of a programme are drawn. Two queries. */
export async function layoutOf(db: Db, { id, setCode }: Pick<Programme, 'id' | 'setCode'>): Promise<MatrixLayout> {
  const areas = await areasOf(db, setCode)
  return { columns: await columnsIn(db, id), areaNames: new Map(areas.map(({ code, name }) => [code, name])) }
}

/** The files of a project are read by whoever may read the project. */
export const mayReadProjectFile: MayReadFile = async (db, actor, projectId) => {
  const project = await findProjectById(db, projectId)
  const plan = project && currentPlan(await listPlans(db, project.id))
  return project !== undefined && plan !== undefined && can(projectPolicy, actor, 'read', { ...project, plan })
}
