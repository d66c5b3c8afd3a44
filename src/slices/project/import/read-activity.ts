import type { Day } from '#kit/date.ts'
import { areaNamed, noSuchArea, type OwnKey, ownKeys } from '../columns.ts'
import { activityForm } from '../forms.ts'
import type { ActivityFields } from '../matrix-store.ts'
import { type Amount, readAmount, unitOf } from './amount.ts'
import { type BodyCell, type BodyRow, cellOf } from './body.ts'
import { withoutNumber } from './numbering.ts'
import { type ColumnUse, type Doubt, isMarkUse, type Layout } from './reading.ts'
import { readSpan } from './span.ts'

type Around = { programme: { fromOn: Day; untilOn: Day }; areaNames: ReadonlyMap<string, string> }
type Field = Exclude<keyof ActivityFields, 'more' | 'areaCodes'> | OwnKey
type TypedFields = Partial<Record<Field, string>> & { areaCodes?: string[] }
/** What is wrong, and the cell in which it stands. */
export type Wrong = { use: ColumnUse; cell: BodyCell; reason: string; mayBeNote: boolean }

const textUses = [
  ...([
    'title',
    'output',
    'indicator',
    'indicatorUnit',
    'inCharge',
    'parties',
    'resources',
    'risk',
    'mitigation',
  ] as const),
  ...ownKeys,
]

/** Where the text of a cell goes that is kept as a note: beside what it is about. */
const noteHomes = { amount: 'indicator', time: 'output' } as const

/**
 * An activity as the cells of one row say: only what the table has a column for. Texts are taken as they stand (without
 * the number typed before them), unless the row is one of our own export, which is taken letter for letter. What the
 * form of an activity would refuse is a doubt here, in the same words.
 */
export function readActivity(
  row: BodyRow,
  layout: Layout,
  { programme, areaNames }: Around,
  { notes, isOurs }: { notes: readonly string[]; isOurs: boolean },
): { fields: Partial<ActivityFields>; doubts: Doubt[] } {
  const typed: TypedFields = {}
  const wrong: Wrong[] = []
  for (const use of textUses) {
    const cell = cellOf(row, layout, use)
    if (cell) typed[use] = isOurs ? cell.whole : withoutNumber(cell.text)
  }
  readAmounts(row, layout, typed, wrong)
  readAreas(row, layout, areaNames, typed, wrong)
  const span = readSpan(row, layout, programme)
  wrong.push(...span.wrong)
  if (span.has) Object.assign(typed, span.typed)
  const open = wrong.filter((it) => !(it.mayBeNote && notes.includes(it.cell.name)))
  for (const it of wrong) if (!open.includes(it)) keepNote(typed, it)
  const read = activityForm.safeParse({ ...nobody, title: '', ...typed })
  const refused = (read.error?.issues ?? []).map((issue): Wrong => {
    const field = issue.path[0] as Field
    return { use: field, cell: cellAt(row, layout, field), reason: issue.message, mayBeNote: false }
  })
  const doubts = [...open, ...refused].map(({ use, cell, reason, mayBeNote }) => {
    return { row: row.number, cell: cell.name, use, value: cell.text, reason, mayBeNote }
  })
  return { fields: read.success ? pick(read.data, typed) : {}, doubts }
}

/** The form asks whose it is; a table does not say. */
const nobody = { id: '00000000-0000-7000-8000-000000000000', initiativeId: '00000000-0000-7000-8000-000000000000' }

/** Only what was said; of own columns those that have one here, an empty one too, for it empties what was there. */
function pick(all: ActivityFields, typed: TypedFields): Partial<ActivityFields> {
  const said = Object.entries(all).filter(([field]) => field in typed)
  const own = ownKeys.filter((key) => key in typed).map((key) => [key, all.more?.[key] ?? ''])
  return { ...Object.fromEntries(said), ...(own.length > 0 && { more: Object.fromEntries(own) }) }
}

/** The areas that a cell names, by name or code; each on a line of its own or behind a semicolon. */
function readAreas(
  row: BodyRow,
  layout: Layout,
  areaNames: ReadonlyMap<string, string>,
  typed: TypedFields,
  wrong: Wrong[],
): void {
  const cell = cellOf(row, layout, 'areaCodes')
  if (!cell) return
  const parts = cell.text.split(/[;\n]/).map((part) => withoutNumber(part.trim()))
  const codes = parts.filter((part) => part !== '').map((part) => areaNamed(part, areaNames))
  typed.areaCodes = codes.filter((code) => code !== undefined)
  if (codes.includes(undefined)) wrong.push({ use: 'areaCodes', cell, reason: noSuchArea, mayBeNote: true })
}

/** The cell in which a field stands; of a date that came from elsewhere, the first that says a time. */
function cellAt(row: BodyRow, layout: Layout, field: Field): BodyCell {
  const uses: ColumnUse[] =
    field === 'startsOn' || field === 'endsOn' ? [field, 'period'] : [field, 'target', 'baseline']
  const named = uses.map((use) => cellOf(row, layout, use)).find((cell) => cell !== undefined)
  return named ?? row.cells[layout.uses.findIndex(isMarkUse)] ?? row.cells[0] ?? lost
}

const lost: BodyCell = { text: '', whole: '', number: null, name: 'A1', isShaded: false }

/** Baseline and target with the unit that stands in a column of its own or behind one of them. */
function readAmounts(row: BodyRow, layout: Layout, typed: TypedFields, wrong: Wrong[]): void {
  let unit = typed.indicatorUnit === undefined ? undefined : unitOf(typed.indicatorUnit)
  for (const use of ['target', 'baseline'] as const) {
    const cell = cellOf(row, layout, use)
    if (!cell) continue
    typed[use] = ''
    if (cell.text === '') continue
    const amount: Amount | undefined = readAmount(cell.number ?? cell.text)
    if (!amount) {
      wrong.push({ use, cell, reason: noAmount, mayBeNote: true })
      continue
    }
    typed[use] = amount.value
    if (amount.unit === '') continue
    if (unit !== undefined && unit !== '' && unit.toLowerCase() !== amount.unit.toLowerCase())
      wrong.push({ use, cell, reason: `Satuannya di sini ${amount.unit}, di sel lain ${unit}.`, mayBeNote: true })
    else unit = amount.unit
  }
  if (unit !== undefined) typed.indicatorUnit = unit
}

const noAmount = 'Bukan satu angka dengan satuannya, misalnya 80% atau 12 dokumen.'

function keepNote(typed: TypedFields, { use, cell }: Wrong): void {
  const isAmount = use === 'target' || use === 'baseline'
  const home = noteHomes[isAmount ? 'amount' : 'time']
  const about = isAmount ? (use === 'target' ? 'Target' : 'Awal') : use === 'areaCodes' ? 'Area' : 'Waktu'
  const note = `${about} tertulis: ${cell.text.replace(/\n/g, ' ')}`
  const before = typed[home] ?? ''
  typed[home] = before === '' ? note : `${before} (${note})`
  if (isAmount) typed[use] = ''
}
