import { type ColumnKey, columnKeys, textIn } from './columns.ts'
import { type Activity, type Initiative, type Matrix, numberOf } from './matrix.ts'

/** What became of a row between two versions. */
export type RowChange = 'added' | 'removed' | 'changed' | 'same'

export type Numbered = Activity & { number: string }

/** An activity in both versions; null in the one that does not have it. */
export type ComparedRow = {
  lineId: string
  is: RowChange
  before: Numbered | null
  after: Numbered | null
  /** The cells that differ; all that say something for a row that only one version has. */
  cells: ColumnKey[]
}

/** An initiative in both versions, with its rows. */
export type ComparedInitiative = {
  lineId: string
  is: RowChange
  before: Initiative | null
  after: Initiative | null
  rows: ComparedRow[]
}

/** Two versions of a plan, row by row and cell by cell: in the later one's order, what is gone where it stood. */
export function comparePlans(before: Matrix, after: Matrix): ComparedInitiative[] {
  return pairsOf(before, after).map(([was, is]) => {
    const rows = pairsOf(numbered(was), numbered(is)).map(([old, now]) => compareRows(old, now))
    const titles = changeOf(was, is, was?.title !== is?.title)
    const change = titles === 'same' && rows.some((row) => row.is !== 'same') ? 'changed' : titles
    return { lineId: (is ?? was)?.lineId ?? '', is: change, before: was, after: is, rows }
  })
}

const numbered = (initiative: Matrix[number] | null): Numbered[] =>
  (initiative?.activities ?? []).map((activity) => ({
    ...activity,
    number: initiative ? numberOf(initiative, activity) : '',
  }))

function compareRows(before: Numbered | null, after: Numbered | null): ComparedRow {
  const cells = columnKeys.filter((key) => cellOf(before, key) !== cellOf(after, key))
  const lineId = (after ?? before)?.lineId ?? ''
  return { lineId, is: changeOf(before, after, cells.length > 0), before, after, cells }
}

const cellOf = (row: Activity | null, key: ColumnKey) => row && textIn(row, key)

function changeOf(before: unknown, after: unknown, differs: boolean): RowChange {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return differs ? 'changed' : 'same'
}

/** Rows of both lists by their line: those of the later list in its order, the others after what stood before them. */
function pairsOf<Row extends { lineId: string }>(before: Row[], after: Row[]): [Row | null, Row | null][] {
  const old = new Map(before.map((row) => [row.lineId, row]))
  const kept = new Set(after.map((row) => row.lineId))
  const pairs: [Row | null, Row | null][] = after.map((row) => [old.get(row.lineId) ?? null, row])
  for (const [at, row] of before.entries()) {
    if (kept.has(row.lineId)) continue
    const previous = before[at - 1]?.lineId
    const place = pairs.findIndex(([was, is]) => (is ?? was)?.lineId === previous)
    pairs.splice(place + 1, 0, [row, null])
  }
  return pairs
}
