import type { Sheet } from '#documents/workbook.ts'
import type { Day } from '#kit/date.ts'
import { isId } from '#kit/text.ts'
import { initiativeForm } from '../forms.ts'
import { type BodyRow, cellOf, rowsBelow } from './body.ts'
import { numberBefore, withoutNumber } from './numbering.ts'
import { readActivity } from './read-activity.ts'
import type { Answers, Doubt, Layout, Reading } from './reading.ts'
import { kindOf, type RowKind } from './row-kind.ts'

/** What the table does not say itself: the days and areas of the programme, and what stands above all headings. */
export type Surroundings = {
  programme: { fromOn: Day; untilOn: Day }
  initiative: string
  areaNames: ReadonlyMap<string, string>
}

/**
 * Reads the activities of a table: the rows below its header, each under the programme that its own cell or the last
 * heading names, with every cell that could not be taken as it stands, up to the signature. A hidden row is pointed
 * out, and counts only when a person says so.
 */
export function readTable(sheet: Sheet, layout: Layout, answers: Answers, around: Surroundings): Reading {
  const reading: Reading = { rows: [], doubts: [], hidden: [], passedOver: [] }
  let heading = { title: '', row: 0, isUsed: true }
  let isSigned = false
  // A heading that no activity followed is a heading of headings.
  const close = () => {
    if (!heading.isUsed) reading.passedOver.push({ row: heading.row, text: heading.title })
  }
  const rows = rowsBelow(sheet, layout, answers)
  for (const [index, row] of rows.entries()) {
    const kind = isOurs(row, layout) ? ownKind(row, layout) : kindIn(row, rows[index + 1], layout)
    const text = filledOf(row).join(' · ')
    if (kind === 'blank' || answers.leftOut.includes(row.number)) continue
    isSigned ||= kind === 'signature'
    if (isSigned || kind === 'passed-over') reading.passedOver.push({ row: row.number, text })
    else if (row.isHidden && !answers.takenIn.includes(row.number)) reading.hidden.push({ row: row.number, text })
    else if (kind === 'initiative' && isOurs(row, layout)) {
      const [initiative, code] = [initiativeIn(row, layout), codeOf(row, layout)]
      reading.rows.push({ row: row.number, initiative, code, marks: marksIn(row, layout), number: '', fields: null })
    } else if (kind === 'initiative') {
      close()
      heading = { title: headingOf(row), row: row.number, isUsed: false }
    } else {
      const own = initiativeIn(row, layout)
      if (own !== '' && own !== heading.title) {
        close()
        heading = { title: own, row: row.number, isUsed: false }
      }
      heading.isUsed = true
      const how = { notes: answers.notes, isOurs: isOurs(row, layout) }
      const { fields, doubts } = readActivity(row, layout, around, how)
      const [initiative, code] = [heading.title || around.initiative, codeOf(row, layout)]
      const number = cellOf(row, layout, 'number')?.text ?? ''
      reading.rows.push({ row: row.number, initiative, code, marks: marksIn(row, layout), number, fields })
      reading.doubts.push(...doubts, ...titleDoubts(row, layout, initiative))
    }
  }
  close()
  return reading
}

function kindIn(row: BodyRow, next: BodyRow | undefined, layout: Layout): RowKind {
  const texts = row.cells.map((cell, column) => cell.text || (cell.isShaded && layout.uses[column] ? 'x' : ''))
  const below = next && (cellOf(next, layout, 'number')?.text || cellOf(next, layout, 'title')?.text)
  const nextNumber = numberBefore(below ?? '') ?? ''
  return kindOf({ texts, uses: layout.uses, isSpanned: row.isSpanned, nextNumber })
}

/** A row that our own export wrote: nothing in it is a number typed before a text, or a sum. */
const isOurs = (row: BodyRow, layout: Layout) =>
  codeOf(row, layout) !== '' ||
  (layout.isOurs === true && /^\d+(\.\d+)?$/.test(cellOf(row, layout, 'number')?.text ?? ''))
const ownKind = (row: BodyRow, layout: Layout): RowKind =>
  /\./.test(cellOf(row, layout, 'number')?.text ?? '.') ? 'activity' : 'initiative'

function codeOf(row: BodyRow, layout: Layout): string {
  const [code = ''] = lineIn(row, layout)
  return isId(code) ? code : ''
}

const marksIn = (row: BodyRow, layout: Layout): string => lineIn(row, layout)[1] ?? ''

/** The code of the row, and the marks of its cells. */
const lineIn = (row: BodyRow, layout: Layout): string[] => (cellOf(row, layout, 'line')?.text ?? '').split(' ')

function initiativeIn(row: BodyRow, layout: Layout): string {
  const { text = '', whole = '' } = cellOf(row, layout, 'initiative') ?? {}
  return (isOurs(row, layout) ? whole : withoutNumber(text)).replace(/\n/g, ' ')
}

/** What a heading says, without its number. */
function headingOf(row: BodyRow): string {
  const texts = filledOf(row).filter(
    (text, at, all) => all.length === 1 || at > 0 || numberBefore(text) !== stripped(text),
  )
  return withoutNumber([...new Set(texts)].join(' ').replace(/\n/g, ' '))
}

/** What the form of a programme would refuse. */
function titleDoubts(row: BodyRow, layout: Layout, title: string): Doubt[] {
  const read = initiativeForm.shape.title.safeParse(title)
  const cell = cellOf(row, layout, 'initiative')
  if (read.success || !cell) return []
  const reason = read.error.issues[0]?.message ?? ''
  return [{ row: row.number, cell: cell.name, use: 'initiative', value: title, reason, mayBeNote: false }]
}

const stripped = (text: string) => text.replace(/[\s().]+$|^[\s(]+/g, '')

const filledOf = (row: BodyRow): string[] => row.cells.map(({ text }) => text).filter((text) => text !== '')
