import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'

/** What can prove that a change was taken into the management system. */
export const integrationKinds = ['regulation', 'procedure', 'circular', 'memorandum'] as const
export type IntegrationKind = (typeof integrationKinds)[number]

/** Integrasi: that the change of a finished project is part of the management system, with the document that proves it. */
export type Integration = {
  id: string
  projectId: string
  kind: IntegrationKind
  number: string
  datedOn: Day
  statedAt: Date
  /** It was sent back, with the reason in `note`. */
  sentBackAt: Date | null
  note: string
  verifiedAt: Date | null
}

export type IntegrationState = 'none' | 'waiting' | 'returned' | 'verified'

/** How the last statement of a project stands. */
export function integrationState(last: Pick<Integration, 'sentBackAt' | 'verifiedAt'> | undefined | null) {
  if (!last) return 'none' satisfies IntegrationState
  if (last.verifiedAt) return 'verified' satisfies IntegrationState
  return last.sentBackAt ? ('returned' satisfies IntegrationState) : ('waiting' satisfies IntegrationState)
}

type IntegrationAct = 'integrate' | 'decideIntegration'

/** From which states of the last statement it may be stated (anew), and answered. */
export const integrationLife: Record<IntegrationAct, IntegrationState[]> = {
  integrate: ['none', 'returned'],
  decideIntegration: ['waiting'],
}

const refusals: Record<IntegrationAct, string> = {
  integrate: 'Integrasi proyek ini sudah dicatat. Yang menunggu diperiksa atau sudah diverifikasi tidak dapat diganti.',
  decideIntegration: 'Tidak ada integrasi yang menunggu diperiksa.',
}

/** Throws a conflict when the last statement does not allow the act. */
export function requireIntegration(last: Integration | undefined, act: IntegrationAct): void {
  if (!integrationLife[act].includes(integrationState(last))) throw conflict(refusals[act])
}
