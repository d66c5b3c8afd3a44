import type { Day } from '#kit/date.ts'
import { activityForm } from '../forms.ts'
import type { ActivityFields } from '../matrix-store.ts'
import { type Amount, readAmount, unitOf } from './amount.ts'
import { type BodyCell, type BodyRow, cellOf } from './body.ts'
import { withoutNumber } from './numbering.ts'
import { type ColumnUse, type Doubt, isMarkUse, type Layout } from './reading.ts'
import { readSpan } from './span.ts'

type Programme = { fromOn: Day; untilOn: Day }
type Field = keyof ActivityFields
/** What is wrong, and the cell in which it stands. */
export type Wrong = { use: ColumnUse; cell: BodyCell; reason: string; mayBeNote: boolean }

const textUses = ['title', 'output', 'indicator', 'indicatorUnit', 'inCharge', 'resources', 'risk'] as const

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
  programme: Programme,
  { notes, isOurs }: { notes: readonly string[]; isOurs: boolean },
): { fields: Partial<ActivityFields>; doubts: Doubt[] } {
  const typed: Partial<Record<Field, string>> = {}
  const wrong: Wrong[] = []
  for (const use of textUses) {
    const cell = cellOf(row, layout, use)
    if (cell) typed[use] = isOurs ? cell.whole : withoutNumber(cell.text)
  }
  readAmounts(row, layout, typed, wrong)
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
  const said = Object.keys(typed) as Field[]
  return { fields: read.success ? pick(read.data, said) : {}, doubts }
}

/** The form asks whose it is; a table does not say. */
const nobody = { id: '00000000-0000-7000-8000-000000000000', initiativeId: '00000000-0000-7000-8000-000000000000' }

const pick = (all: ActivityFields, said: readonly Field[]): Partial<ActivityFields> =>
  Object.fromEntries(said.map((field) => [field, all[field]]))

/** The cell in which a field stands; of a date that came from elsewhere, the first that says a time. */
function cellAt(row: BodyRow, layout: Layout, field: Field): BodyCell {
  const uses: ColumnUse[] =
    field === 'startsOn' || field === 'endsOn' ? [field, 'period'] : [field, 'target', 'baseline']
  const named = uses.map((use) => cellOf(row, layout, use)).find((cell) => cell !== undefined)
  return named ?? row.cells[layout.uses.findIndex(isMarkUse)] ?? row.cells[0] ?? lost
}

const lost: BodyCell = { text: '', whole: '', number: null, name: 'A1', isShaded: false }

/** Baseline and target with the unit that stands in a column of its own or behind one of them. */
function readAmounts(row: BodyRow, layout: Layout, typed: Partial<Record<Field, string>>, wrong: Wrong[]): void {
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

function keepNote(typed: Partial<Record<Field, string>>, { use, cell }: Wrong): void {
  const isAmount = use === 'target' || use === 'baseline'
  const home = noteHomes[isAmount ? 'amount' : 'time']
  const note = `${isAmount ? (use === 'target' ? 'Target' : 'Awal') : 'Waktu'} tertulis: ${cell.text.replace(/\n/g, ' ')}`
  const before = typed[home] ?? ''
  typed[home] = before === '' ? note : `${before} (${note})`
  if (isAmount) typed[use] = ''
}
