import type { Sheet } from '#documents/workbook.ts'
import type { Layout, Reading } from './annex.ts'
import type { ImportPlan } from './annex-plan.ts'
import type { UnknownUnit } from './annex-units.ts'

/** Everything that is known of an annex while a person looks at it. */
export type AnnexReview = {
  sheet: Sheet
  layout: Layout
  layoutFaults: string[]
  reading: Reading
  unknown: UnknownUnit[]
  /** The units that exist today. */
  units: { id: string; name: string }[]
  /** Below which of them those that are created stand; null where at the top. */
  parentId: string | null
  plan: ImportPlan
  /** Nothing is left to be said: it may be imported. */
  isReady: boolean
}
