import { plainWords } from '#documents/sheet-text.ts'
import { compare, exact } from '#kit/decimal.ts'
import { type ColumnKey, columnKeys, isOwn, type OwnKey, textIn } from '../columns.ts'
import { type Activity, activitiesOf, type Matrix, numberOf } from '../matrix.ts'
import { unitOf } from './amount.ts'
import { markIn, markOf, spaced } from './mark.ts'
import type { ReadRow } from './reading.ts'

/** What becomes of rows that the plan has and the file does not. */
export type Absent = 'remove' | 'keep'

/**
 * The matrix that a plan would have after the rows of a file were taken in. A row is the one of its code, else the one
 * of its title, else the one of its number with much the same title; else it is new, under a line of its own
 * (`new-` and its row). What the file has no column for stays as it is. Settled: so does a cell that was changed in the
 * plan after the file was exported, also where the file changed it too, but in the rows that `takes` names: nobody sets
 * another's work back unseen.
 */
export function propose(
  present: Matrix,
  read: readonly ReadRow[],
  absent: Absent,
  takes: readonly number[] = [],
): Matrix {
  const rows = underNewNames(present, read)
  const matched = matchRows(present, rows)
  const groups = groupsOf(present, rows, matched)
  const inFile = new Set([...matched.values()].map(({ lineId }) => lineId))
  const kept = (initiative: Matrix[number] | undefined) =>
    absent === 'keep' ? (initiative?.activities.filter(({ lineId }) => !inFile.has(lineId)) ?? []) : []
  const untouched = present.filter(
    ({ lineId }) => absent === 'keep' && !groups.some(({ was }) => was?.lineId === lineId),
  )
  const matrix = [
    ...untouched.map((initiative) => ({ ...initiative, activities: kept(initiative) })),
    ...groups.map(({ was, title, first, rows: own }) => ({
      ...(was ?? { id: `new-${first}`, lineId: `new-${first}`, revision: 1 }),
      title: was && sameText(was.title, title) ? was.title : title,
      activities: [...own.map((row) => activityOf(row, matched.get(row.row), takes.includes(row.row))), ...kept(was)],
    })),
  ]
  return matrix.map((initiative, at) => ({
    ...initiative,
    position: at + 1,
    activities: initiative.activities.map((activity, index) => ({ ...activity, position: index + 1 })),
  }))
}

/**
 * The rows, under what their initiatives are called by now where the file did not rename them itself: in the plan they
 * were renamed, or the row was moved. What the file adds to an initiative that is called otherwise now goes with it.
 */
function underNewNames(present: Matrix, rows: readonly ReadRow[]): ReadRow[] {
  const home = new Map(
    present.flatMap(({ title, lineId, activities }) =>
      [lineId, ...activities.map((it) => it.lineId)].map((id) => [id, title]),
    ),
  )
  const nameOf = ({ code, marks = '', initiative }: ReadRow) =>
    markIn(marks, 'initiative') === markOf('title', initiative) ? home.get(code) : undefined
  const isThere = new Set(present.map(({ title }) => spaced(title)))
  const renamed = new Map(
    rows.flatMap((row) => {
      const name = nameOf(row)
      return name === undefined || isThere.has(spaced(row.initiative)) ? [] : [[row.initiative, name] as const]
    }),
  )
  return rows.map((row) => ({ ...row, initiative: nameOf(row) ?? renamed.get(row.initiative) ?? row.initiative }))
}

/** How many rows of the file are rows of the plan; where none is, taking the others away would surprise. */
export const countMatched = (present: Matrix, rows: readonly ReadRow[]): number => matchRows(present, rows).size

/** A row of the file whose cells were changed in the plan since it was exported. */
export type Overtaken = {
  row: ReadRow
  was: Activity
  /** Changed in the plan alone: they stay. */
  kept: ColumnKey[]
  /** Changed in the plan and in the file: they stay, unless a person says otherwise. */
  disputed: ColumnKey[]
}

/** The rows of a file of which some cell is not in the plan as it was exported, and what stands in the file is older. */
export function overtakenBy(present: Matrix, rows: readonly ReadRow[]): Overtaken[] {
  const matched = matchRows(present, rows)
  return rows.flatMap((row) => {
    const was = matched.get(row.row)
    if (!was || row.code !== was.lineId) return []
    const cells = columnKeys.flatMap((key) => {
      const said = saidIn(row, key)
      return said === undefined ? [] : [[key, fateOf(row, was, key, said)] as const]
    })
    const of = (fate: 'kept' | 'disputed') => cells.flatMap(([key, is]) => (is === fate ? [key] : []))
    const [kept, disputed] = [of('kept'), of('disputed')]
    return kept.length + disputed.length === 0 ? [] : [{ row, was, kept, disputed }]
  })
}

/** What the file says in a cell; undefined where it has no such column. */
function saidIn({ fields }: ReadRow, key: ColumnKey): Value | undefined {
  if (isOwn(key)) return fields?.more === undefined || !(key in fields.more) ? undefined : (fields.more[key] ?? '')
  return fields?.[key]
}

/** Whether the file's cell is older than the plan's, where the two differ: null where it may be taken. */
function fateOf({ marks = '' }: ReadRow, was: Activity, key: ColumnKey, said: Value): 'kept' | 'disputed' | null {
  const exported = markIn(marks, key)
  const now = markOf(key, key === 'areaCodes' ? was.areaCodes : textIn(was, key))
  const inFile = markOf(key, said)
  if (exported === undefined || now === exported || now === inFile) return null
  return inFile === exported ? 'kept' : 'disputed'
}

/** The cells of an activity, all of them. */
type Cells = Omit<Activity, 'id' | 'initiativeId' | 'lineId' | 'position' | 'revision'>

type Matched = ReadonlyMap<number, Activity>

function matchRows(present: Matrix, rows: readonly ReadRow[]): Matched {
  const matched = new Map<number, Activity>()
  const free = new Map(activitiesOf(present).map((activity) => [activity.lineId, activity]))
  const numbers = new Map(present.flatMap((one) => one.activities.map((it) => [it.lineId, numberOf(one, it)] as const)))
  const places = new Map(present.flatMap((one) => one.activities.map((it) => [it.lineId, one.title] as const)))
  const take = (find: (row: ReadRow) => Activity | undefined) => {
    for (const row of rows) {
      const found = row.fields === null || matched.has(row.row) ? undefined : find(row)
      if (!found) continue
      matched.set(row.row, found)
      free.delete(found.lineId)
    }
  }
  const titled = (row: ReadRow) => [...free.values()].filter(({ title }) => sameWords(title, row.fields?.title ?? ''))
  take(({ code }) => free.get(code))
  take((row) => titled(row).find(({ lineId }) => sameWords(places.get(lineId) ?? '', row.initiative)))
  take((row) => titled(row)[0])
  take((row) =>
    [...free.values()].find(
      ({ lineId, title }) => numbers.get(lineId) === row.number && isMuchAlike(title, row.fields?.title ?? ''),
    ),
  )
  return matched
}

type Group = { title: string; first: number; was: Matrix[number] | undefined; rows: ReadRow[] }

/** The initiatives of the file in their order, each the one of the plan that it was. */
function groupsOf(present: Matrix, rows: readonly ReadRow[], matched: Matched): Group[] {
  const home = new Map(present.flatMap((one) => one.activities.map((it) => [it.lineId, one] as const)))
  const groups: (Group & { key: string })[] = []
  for (const row of rows) {
    const from =
      row.fields === null
        ? present.find(({ lineId }) => lineId === row.code)
        : home.get(matched.get(row.row)?.lineId ?? '')
    const isOwn = from !== undefined && sameText(from.title, row.initiative)
    const last = groups.at(-1)
    const sameTitle = (group: Group) => sameText(group.title, row.initiative)
    const key = isOwn ? from.lineId : ''
    const group = isOwn ? groups.find((it) => it.key === key) : last && sameTitle(last) ? last : groups.find(sameTitle)
    const into = group ?? { title: row.initiative, first: row.row, was: isOwn ? from : undefined, rows: [], key }
    if (!group) groups.push(into)
    if (row.fields !== null) into.rows.push(row)
    else into.was ??= from
  }
  const taken = new Set(groups.map(({ was }) => was?.lineId))
  for (const group of groups) {
    if (group.was) continue
    const homes = group.rows.flatMap((row) => home.get(matched.get(row.row)?.lineId ?? '') ?? [])
    const isFree = ({ lineId }: { lineId: string }) => !taken.has(lineId)
    group.was =
      present.filter(isFree).find(({ title }) => sameWords(title, group.title)) ?? commonest(homes.filter(isFree))
    if (group.was) taken.add(group.was.lineId)
  }
  return groups
}

function commonest<Row>(rows: readonly Row[]): Row | undefined {
  const counted = new Map<Row, number>()
  for (const row of rows) counted.set(row, (counted.get(row) ?? 0) + 1)
  return [...counted].sort(([, one], [, other]) => other - one)[0]?.[0]
}

/** What the file says over what was there; a cell that says the same in other figures or spaces is the same. */
function activityOf(row: ReadRow, was: Activity | undefined, takesAll: boolean): Activity {
  const before: Cells = was ?? blank
  const stays = (key: ColumnKey, value: Value) => {
    const fate = was && row.code === was.lineId ? fateOf(row, was, key, value) : null
    return fate === 'kept' || (fate === 'disputed' && !takesAll)
  }
  const said = Object.fromEntries(
    Object.entries(row.fields ?? {}).map(([field, value]) => {
      const old = before[field as keyof Cells]
      if (field === 'more') return [field, mergedMore(before.more, value as Activity['more'], stays)]
      const isOld = isSame(field, old as Value, value as Value) || stays(field as ColumnKey, value as Value)
      return [field, isOld ? old : value]
    }),
  )
  const place = { id: `new-${row.row}`, initiativeId: '', lineId: `new-${row.row}`, position: 0, revision: 1 }
  const activity: Activity = { ...place, ...blank, ...was, ...said }
  const { startsOn, endsOn } = activity
  // Only one of them came from the file: the other is of a time that is past, and a person sees that it goes.
  if (startsOn !== null && endsOn !== null && startsOn > endsOn)
    return row.fields?.startsOn === undefined ? { ...activity, startsOn: null } : { ...activity, endsOn: null }
  return activity
}

const blank: Cells = {
  title: '',
  output: '',
  indicator: '',
  indicatorUnit: '',
  baseline: null,
  target: null,
  startsOn: null,
  endsOn: null,
  inCharge: '',
  resources: '',
  risk: '',
  parties: '',
  mitigation: '',
  areaCodes: [],
  more: {},
}

type Value = string | string[] | null

const isSame = (field: string, old: Value, said: Value): boolean => {
  if (Array.isArray(old) || Array.isArray(said))
    return [old].flat().toSorted().join() === [said].flat().toSorted().join()
  // "persen" is read as "%", so a row that says "persen" was not changed by its own export.
  if (field === 'indicatorUnit' && old !== null && said !== null) return sameText(unitOf(old), unitOf(said))
  return field === 'baseline' || field === 'target'
    ? old !== null && said !== null && compare(exact(old), exact(said)) === 0
    : old !== null && said !== null && sameText(old, said)
}

/** Own columns that the file has over those that were there. */
function mergedMore(
  before: Activity['more'],
  said: Activity['more'],
  stays: (key: ColumnKey, value: Value) => boolean,
): Activity['more'] {
  const merged = Object.entries(said).map(([key, text]) => {
    const old = before[key as OwnKey] ?? ''
    return [key, sameText(old, text) || stays(key as OwnKey, text) ? old : text]
  })
  return Object.fromEntries(
    Object.entries({ ...before, ...Object.fromEntries(merged) }).filter(([, text]) => text !== ''),
  )
}

const sameText = (one: string, other: string) => spaced(one) === spaced(other)
const sameWords = (one: string, other: string) => {
  const words = plainWords(one)
  return words.length > 0 && words.join(' ') === plainWords(other).join(' ')
}

/** Half of the words of the shorter one stand in the other too. */
function isMuchAlike(one: string, other: string): boolean {
  const [a, b] = [new Set(plainWords(one)), new Set(plainWords(other))]
  const common = [...a].filter((word) => b.has(word)).length
  return common > 0 && common * 2 >= Math.min(a.size, b.size)
}
