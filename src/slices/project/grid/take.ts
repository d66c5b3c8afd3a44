import { type ColumnKey, columnKeys, isOwn, type MatrixLayout, shownOf, textIn } from '../columns.ts'
import { activityForm } from '../forms.ts'
import type { Activity } from '../matrix.ts'
import { type Around, readCell, textOf } from './cell.ts'

/** Perubahan sel: what a cell said when somebody began to write in it, and what it is to say. */
export type CellChange = { key: ColumnKey; from: string; to: string }

/** What became of each change of a row, by column. */
export type Taken = {
  /** What the row is now; the same object where nothing of it changed. */
  activity: Activity
  /** What now stands in a cell that was taken: in the words of the grid, which may not be those that were typed. */
  saved: Texts
  /** Why a cell can't be taken as it is. */
  wrong: Texts
  /** What somebody else wrote there meanwhile; neither value is lost. */
  theirs: Texts
}
type Texts = Partial<Record<ColumnKey, string>>
type Typed = Partial<Record<ColumnKey, string | string[]>>

/**
 * Writes changed cells into a row. Each stands for itself: one that can't be read, or that somebody else changed
 * meanwhile, keeps none of the others from being taken. What cells say together (an end after its beginning) is
 * judged by the form of an activity, of which these are the fields. A change that says what stands there already was
 * taken before, and its answer got lost.
 */
export function takeChanges(activity: Activity, changes: readonly CellChange[], around: Rules): Taken {
  const { areaNames, layout } = around
  const shown = shownOf(layout.columns)
  const [wrong, theirs]: [Texts, Texts] = [{}, {}]
  const typed: Typed = {}
  for (const { key, from, to } of changes) {
    if (!shown.some((column) => column.key === key)) {
      wrong[key] = 'Kolom ini sudah tidak ada dalam matriks program. Muat ulang halaman.'
      continue
    }
    const present = textOf(activity, key, areaNames)
    const read = readCell(key, to, { ...around, unit: unitOf(activity, changes) })
    if ('reason' in read) wrong[key] = read.reason
    else if (present === from || isSaid(activity, key, read.typed)) typed[key] = read.typed
    else theirs[key] = present
  }
  const taken = judge(activity, typed, wrong)
  const saved = Object.fromEntries(
    keysOf(typed).flatMap((key) => (wrong[key] === undefined ? [[key, textOf(taken, key, areaNames)]] : [])),
  )
  const isChanged = columnKeys.some((key) => textIn(taken, key) !== textIn(activity, key))
  return { activity: isChanged ? taken : activity, saved, wrong, theirs }
}

export type Rules = Omit<Around, 'unit'> & { layout: MatrixLayout }

/** A unit that is pasted together with its number counts for it. */
const unitOf = (activity: Activity, changes: readonly CellChange[]): string =>
  changes.find(({ key }) => key === 'indicatorUnit')?.to ?? activity.indicatorUnit

const keysOf = (typed: Typed) => Object.keys(typed) as ColumnKey[]

/** The row with all that the form lets pass; each time that it refuses, the cell to which that is said is left out. */
function judge(activity: Activity, typed: Typed, wrong: Texts): Activity {
  const left: Typed = { ...typed }
  for (;;) {
    const read = activityForm.safeParse({ ...fieldsOf(activity), ...left })
    if (read.success) {
      const { id: _, initiativeId: _i, revision: _r, ...fields } = read.data
      return { ...activity, ...fields, more: fields.more }
    }
    const keys = keysOf(left)
    const [issue] = read.error.issues
    const at = issue?.path[0]
    // An end that stood there already speaks up at the beginning that was moved behind it.
    const key = keys.find((one) => one === at) ?? keys.find((one) => at === 'endsOn' && one === 'startsOn')
    if (at === 'title' && key === undefined) {
      for (const one of keys) wrong[one] = 'Isi nama kegiatan ini lebih dahulu.'
      return activity
    }
    if (!issue || !key) throw new Error(`A stored activity is refused by its form at "${String(at)}".`)
    wrong[key] = issue.message
    delete left[key]
  }
}

/**
 * Whether a row says this and nothing else, also in columns that are not shown: whoever takes back what made it then
 * takes away no word of anybody else.
 */
export const saysOnly = (activity: Activity, said: readonly CellChange[], areaNames: Rules['areaNames']): boolean =>
  columnKeys.every((key) => textOf(activity, key, areaNames) === (said.find((cell) => cell.key === key)?.from ?? ''))

/** A row that is being added: nothing stands in it yet. */
export const blankActivity = (id: string, initiativeId: string): Activity => ({
  ...{ id, initiativeId, lineId: id, position: 0, revision: 1 },
  ...{ title: '', output: '', indicator: '', indicatorUnit: '', baseline: null, target: null },
  ...{ startsOn: null, endsOn: null, inCharge: '', parties: '', resources: '', risk: '', mitigation: '' },
  ...{ areaCodes: [], more: {} },
})

/** A row as its form would send it. */
const fieldsOf = ({ baseline, target, startsOn, endsOn, more, ...activity }: Activity) => ({
  ...activity,
  ...more,
  baseline: (baseline ?? '').replace('.', ','),
  target: (target ?? '').replace('.', ','),
  startsOn: startsOn ?? '',
  endsOn: endsOn ?? '',
})

/** Whether the row says this already. */
function isSaid(activity: Activity, key: ColumnKey, typed: string | string[]): boolean {
  const read = activityForm.safeParse({ ...fieldsOf(activity), [key]: typed })
  if (!read.success) return false
  const said = isOwn(key) ? (read.data.more[key] ?? '') : read.data[key]
  const stored = isOwn(key) ? (activity.more[key] ?? '') : activity[key]
  return JSON.stringify(said) === JSON.stringify(stored)
}
