import { type Actor, isOfSeat, looksOn, runsProgramme, stands } from '#kit/actor.ts'
import { can, type Policy } from '#kit/policy.ts'
import { type ActionPlan, isOpen, type PlanAct, planAllows } from './action-plan.ts'
import { isEnded, isOver, mayBecome, type Project } from './project.ts'

/** What a policy looks at: a project with the plan that says how it stands. */
export type ProjectWithPlan = Pick<Project, 'agencyId' | 'id' | 'seatId' | 'unitId' | 'programmeId' | 'state'> & {
  plan: Pick<ActionPlan, 'state'>
}

/** What reading looks at; rooms above ask it of what belongs to a project. */
export type ProjectPlace = Pick<Project, 'agencyId' | 'id' | 'seatId' | 'unitId' | 'programmeId'>

/** Whether the actor may read the project, and whatever belongs to it. Who was its agent to the last day only reads. */
export const readsProject = (actor: Actor, project: ProjectPlace): boolean =>
  looksOn(actor) ||
  isOfSeat(actor, project.seatId) ||
  stands(actor, 'head', project.unitId) ||
  stands(actor, 'member', project.id) ||
  stands(actor, 'steward', project.id) ||
  stands(actor, 'steward', project.programmeId)

const isAgent = (actor: Actor, project: ProjectPlace) => stands(actor, 'agent', project.seatId)

/** The agent, or the secretariat in the agent's place (the entry then says so). */
const actsAsAgent = (actor: Actor, project: ProjectWithPlan) => isAgent(actor, project) || runsProgramme(actor)

/**
 * The head of the unit, or the secretariat in the head's place; nobody decides on a project of their own, also once the
 * programme is over: an integration is verified after it.
 */
const actsAsHead = (actor: Actor, project: ProjectPlace) =>
  !isOfSeat(actor, project.seatId) && (stands(actor, 'head', project.unitId) || runsProgramme(actor))

const actsAsSecretariat = (actor: Actor, project: ProjectWithPlan) =>
  !isOfSeat(actor, project.seatId) && runsProgramme(actor)

/**
 * Who may do what to a project and to its plan. Whether the act is possible in the state in which they are is the
 * rule of their lives (`projectLife`, `planLife`): a person whose act comes too late reads why.
 */
export const projectPolicy = {
  read: readsProject,
  edit: actsAsAgent,
  submit: actsAsAgent,
  withdraw: actsAsAgent,
  revise: actsAsAgent,
  approve: actsAsHead,
  verify: actsAsSecretariat,
  agree: actsAsSecretariat,
  return: (actor, project) =>
    project.plan.state === 'submitted' ? actsAsHead(actor, project) : actsAsSecretariat(actor, project),
  team: actsAsAgent,
  finish: actsAsAgent,
  sendBack: actsAsHead,
  confirm: actsAsHead,
  stop: runsProgramme,
  integrate: actsAsAgent,
  /** Settled: an integration counts once somebody other than its agent verified it. */
  decideIntegration: actsAsHead,
} satisfies Policy<ProjectWithPlan>

export type ProjectAct = Exclude<keyof typeof projectPolicy, 'read'>

const possible: Record<ProjectAct, (project: ProjectWithPlan) => boolean> = {
  edit: ({ plan }) => isOpen(plan),
  submit: ({ plan }) => planAllows(plan.state, 'submit'),
  withdraw: ({ plan }) => planAllows(plan.state, 'withdraw'),
  revise: ({ state, plan }) => state === 'running' && plan.state === 'agreed',
  approve: ({ plan }) => planAllows(plan.state, 'approve'),
  verify: ({ plan }) => planAllows(plan.state, 'verify'),
  agree: ({ plan }) => planAllows(plan.state, 'agree'),
  return: ({ plan }) => planAllows(plan.state, 'return' satisfies PlanAct),
  team: ({ state }) => state === 'preparing' || state === 'running',
  finish: ({ state, plan }) => mayBecome(state, 'finish') && plan.state === 'agreed',
  sendBack: ({ state }) => mayBecome(state, 'sendBack'),
  confirm: ({ state }) => mayBecome(state, 'confirm'),
  stop: ({ state }) => mayBecome(state, 'stop'),
  integrate: isEnded,
  decideIntegration: isEnded,
}

/** Acts that a project's end does not close: what it led to may become known later. */
const afterItsEnd: string[] = ['integrate', 'decideIntegration']

/** Whether its end keeps this act from being done to the project. */
export const isClosedTo = (act: string, project: Pick<Project, 'state'>): boolean =>
  isOver(project) && !afterItsEnd.includes(act)

/** Whether the actor may do this now: a page shows the button for it. */
export const isOpenTo = (actor: Actor, act: ProjectAct, project: ProjectWithPlan): boolean =>
  (act === 'stop' || !isClosedTo(act, project)) && possible[act](project) && can(projectPolicy, actor, act, project)

/** Whether it is the actor's to decide about the plans of this project, in whatever state they are. */
export const mayAgree = (actor: Actor, project: ProjectWithPlan): boolean => can(projectPolicy, actor, 'agree', project)

/** Whether it is the actor's to verify an integration of this project or to send it back. */
export const mayDecideIntegration = (actor: Actor, project: ProjectPlace & Pick<Project, 'state'>): boolean =>
  project.agencyId === actor.agencyId && isEnded(project) && readsProject(actor, project) && actsAsHead(actor, project)

/** Who may begin the project of a seat: its agent, or the secretariat in the agent's place. */
export const mayBegin = (actor: Actor, seat: { agencyId: string; id: string }): boolean =>
  seat.agencyId === actor.agencyId && (stands(actor, 'agent', seat.id) || runsProgramme(actor))

/** Who says what the matrices of a programme look like. */
export const templatePolicy = { read: () => true, change: runsProgramme } satisfies Policy<{ agencyId: string }>
/** Who reads the advice on a plan: whoever may now write it, and whoever decides on it at a gate. */
export const isAdvised = (actor: Actor, project: ProjectWithPlan): boolean =>
  (['edit', 'approve', 'verify', 'agree'] as const).some((act) => isOpenTo(actor, act, project))
