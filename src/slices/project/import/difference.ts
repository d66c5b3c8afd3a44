import { type ComparedInitiative, comparePlans } from '../compare.ts'
import type { Matrix } from '../matrix.ts'

/** What importing a file would change, to be confirmed by a person. */
export type Difference = {
  compared: ComparedInitiative[]
  counts: { added: number; changed: number; removed: number }
  /** Nothing at all would change, not even the order of the rows. */
  isNone: boolean
}

/** The present matrix beside the one that a file proposes. */
export function difference(before: Matrix, after: Matrix): Difference {
  const compared = comparePlans(before, after)
  const rows = compared.flatMap((initiative) => initiative.rows)
  const count = (is: 'added' | 'changed' | 'removed') => rows.filter((row) => row.is === is).length
  const order = (matrix: Matrix) =>
    matrix.map(({ lineId, activities }) => [lineId, ...activities.map((activity) => activity.lineId)].join()).join(';')
  return {
    compared,
    counts: { added: count('added'), changed: count('changed'), removed: count('removed') },
    isNone: compared.every(({ is }) => is === 'same') && order(before) === order(after),
  }
}
