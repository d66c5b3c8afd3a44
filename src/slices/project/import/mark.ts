import { exact } from '#kit/decimal.ts'
import { type ColumnKey, columnKeys, textIn } from '../columns.ts'
import type { Activity } from '../matrix.ts'
import { unitOf } from './amount.ts'

/** Letters of the mark of one cell: two cells that differ share one by chance once in a million and a half. */
const length = 4
const most = 36 ** length

/**
 * Sidik sel: what a cell said, in four letters. An export carries those of each row beside its code, so that its import
 * knows which cells the file changed, and which were changed in the plan since.
 */
export function markOf(key: ColumnKey, value: string | readonly string[] | null): string {
  let sum = 0x811c9dc5
  for (const letter of plainly(key, value)) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (sum % most).toString(36).padStart(length, '0')
}

/** The marks of all cells of a row in the order of the columns, and of what its initiative is called. */
export const marksOf = (activity: Activity | null, initiative: string): string =>
  [...columnKeys.map((key) => markOf(key, cellOf(activity, key))), markOf('title', initiative)].join('')

const cellOf = (activity: Activity | null, key: ColumnKey) =>
  activity && (key === 'areaCodes' ? activity.areaCodes : textIn(activity, key))

/** What a cell said when the row was exported, as a mark; undefined where the row carries none. */
export function markIn(marks: string, key: ColumnKey | 'initiative'): string | undefined {
  const order = [...columnKeys, 'initiative']
  if (marks.length !== order.length * length) return undefined
  const at = order.indexOf(key) * length
  return marks.slice(at, at + length)
}

/** What says the same is the same: other figures, spaces, order of areas or words for a unit change nothing. */
function plainly(key: ColumnKey, value: string | readonly string[] | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return value.toSorted().join()
  if (value === '') return ''
  if (key === 'baseline' || key === 'target') {
    const { over, under } = exact(value)
    return `${over}/${under}`
  }
  return spaced(key === 'indicatorUnit' ? unitOf(value) : value)
}

/** A text with its lines, and one space where there are several. */
export const spaced = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
