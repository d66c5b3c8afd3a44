import { conflict } from '#kit/refusal.ts'

export type PlanState = 'draft' | 'submitted' | 'approved' | 'verified' | 'agreed' | 'superseded' | 'returned'

/** Gerbang: where somebody lets a plan pass or returns it with notes. */
export type Gate = 'approval' | 'verification' | 'presentation'

/** Rencana aksi: one version of what a project undertakes to do. The version that was agreed is its baseline. */
export type ActionPlan = {
  agencyId: string
  id: string
  projectId: string
  version: number
  state: PlanState
  /** Why there is a version after the first. */
  reason: string | null
  submittedAt: Date | null
  approvedAt: Date | null
  verifiedAt: Date | null
  agreedAt: Date | null
  supersededAt: Date | null
  returnedAt: Date | null
  returnedGate: Gate | null
  /** Since when the changes with which it was accepted in its presentation are asked for, and are done. */
  changesAskedAt: Date | null
  changesDoneAt: Date | null
  revision: number
  createdAt: Date
}

export type PlanAct = 'submit' | 'withdraw' | 'approve' | 'verify' | 'agree' | 'supersede' | 'return'

/** The whole life of a plan version: from which states an act may be done, and to which it leads. */
export const planLife: Record<PlanAct, { from: PlanState[]; to: PlanState }> = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  /** The agent takes it back until the next gate has acted. */
  withdraw: { from: ['submitted'], to: 'draft' },
  /** The head of the unit lets it pass. */
  approve: { from: ['submitted'], to: 'approved' },
  /** The secretariat lets it pass. */
  verify: { from: ['approved'], to: 'verified' },
  /** Ditetapkan: the decision after the presentation; from then on it is frozen. */
  agree: { from: ['verified'], to: 'agreed' },
  /** A later version was agreed. */
  supersede: { from: ['agreed'], to: 'superseded' },
  return: { from: ['submitted', 'approved', 'verified'], to: 'returned' },
}

/** What a refused act is told, by the state in which the plan is. */
const refusals: Record<PlanState, string> = {
  draft: 'Rencana ini masih disusun. Agen perlu mengajukannya lebih dahulu.',
  submitted: 'Rencana ini sudah diajukan dan menunggu persetujuan atasan.',
  approved: 'Rencana ini sudah disetujui atasan dan menunggu verifikasi sekretariat.',
  verified: 'Rencana ini sudah diverifikasi dan menunggu paparan.',
  agreed: 'Rencana ini sudah ditetapkan. Perubahannya dibuat sebagai versi baru.',
  superseded: 'Rencana ini sudah digantikan versi yang lebih baru.',
  returned: 'Rencana ini sudah dikembalikan kepada agen untuk diperbaiki.',
}

/** Whether the act may be done to a plan in this state. */
export const planAllows = (state: PlanState, act: PlanAct): boolean => planLife[act].from.includes(state)

/** Whether its words and rows may be changed by its agent. */
export const isOpen = (plan: Pick<ActionPlan, 'state'>): boolean => plan.state === 'draft' || plan.state === 'returned'

/** Throws a conflict unless the plan may be written now: while it lies at a gate and once it is agreed it is frozen. */
export function requireOpen(plan: Pick<ActionPlan, 'state'>): void {
  if (!isOpen(plan))
    throw conflict('Rencana ini sedang diperiksa atau sudah ditetapkan, jadi matriksnya tidak dapat diubah.')
}

/** The gate at which a plan waits; null when it waits at none. */
export function gateOf(state: PlanState): Gate | null {
  if (state === 'submitted') return 'approval'
  if (state === 'approved') return 'verification'
  return state === 'verified' ? 'presentation' : null
}

const saysWhen = {
  submit: 'submittedAt',
  approve: 'approvedAt',
  verify: 'verifiedAt',
  agree: 'agreedAt',
  supersede: 'supersededAt',
} as const

/** The plan after the act, done at `now`. Throws a conflict that names the state which does not allow it. */
export function act(plan: ActionPlan, which: Exclude<PlanAct, 'return'>, now: Date): ActionPlan {
  if (!planAllows(plan.state, which)) throw conflict(refusals[plan.state])
  const stamp = which === 'withdraw' ? { submittedAt: null } : { [saysWhen[which]]: now }
  return { ...plan, ...stamp, state: planLife[which].to }
}

/** Only what runs gets a new version, and one at a time. Throws a conflict that says why there is none now. */
export function requireRevisable(project: { state: string }, plan: Pick<ActionPlan, 'state'>): void {
  if (project.state !== 'running') throw conflict('Versi baru hanya dibuka selama proyek sedang berjalan.')
  if (plan.state !== 'agreed') throw conflict(refusals[plan.state])
}

/** The plan sent back to its agent from the gate at which it waits. Earlier passes are gone: it goes the way again. */
export function returnPlan(plan: ActionPlan, now: Date): ActionPlan & { returnedGate: Gate } {
  const gate = gateOf(plan.state)
  if (gate === null) throw conflict(refusals[plan.state])
  return {
    ...plan,
    state: 'returned',
    returnedGate: gate,
    returnedAt: now,
    submittedAt: null,
    approvedAt: null,
    verifiedAt: null,
    changesAskedAt: null,
    changesDoneAt: null,
  }
}

/** How the changes stand with which a plan was accepted. */
export type AskedChanges = Pick<ActionPlan, 'changesAskedAt' | 'changesDoneAt'>

/** The plan with what its presentation asked to be changed; it is agreed once that is done. */
export function askChanges(plan: ActionPlan, { changesAskedAt, changesDoneAt }: AskedChanges): ActionPlan {
  if (plan.state !== 'verified') throw conflict(refusals[plan.state])
  return { ...plan, changesAskedAt, changesDoneAt }
}

/** The plan that says how the project stands: the open version, else the agreed one. Takes all versions. */
export function currentPlan<Plan extends Pick<ActionPlan, 'state' | 'version'>>(plans: Plan[]): Plan | undefined {
  const open = plans.find((plan) => !['agreed', 'superseded'].includes(plan.state))
  return open ?? plans.find((plan) => plan.state === 'agreed') ?? plans.at(-1)
}
