import type { Sheet } from '#documents/workbook.ts'
import type { MatrixLayout } from '../columns.ts'
import type { Difference } from './difference.ts'
import type { Absent, Overtaken } from './propose.ts'
import type { Layout, Reading } from './reading.ts'

/** Everything that is known of a table while a person looks at it. */
export type ImportReview = {
  sheet: Sheet
  layout: Layout
  layoutFaults: string[]
  reading: Reading
  absent: Absent
  /** What importing would change; null while something is still in doubt. */
  difference: Difference | null
  /** Rows whose cells were changed in the plan since the file was exported. */
  overtaken: Overtaken[]
  /** How many activities only the plan has. */
  onlyInPlan: number
  /** How the programme calls its columns and areas. */
  drawn: MatrixLayout
  /** The stamp of the matrix that was compared. */
  stamp: string
}
