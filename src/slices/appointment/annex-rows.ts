import { textOf, widthOf } from '#documents/sheet-text.ts'
import { type Cell, cellName, columnLetter, type Sheet } from '#documents/workbook.ts'
import type { Day } from '#kit/date.ts'
import type { AnnexRow, Answers, ColumnUse, Fault, Layout, Reading } from './annex.ts'
import { readAgent } from './annex-agent.ts'
import { holdsNip, kindOf, levelIn } from './annex-kind.ts'
import type { Level } from './seat.ts'

/**
 * Reads the agents of an annex: the rows below its header, with every cell that does not hold what it should, up to
 * the signature. A hidden row is pointed out, and counts only when a person says so.
 */
export function readAnnex(sheet: Sheet, layout: Layout, answers: Answers, today: Day): Reading {
  const reading: Reading = { rows: [], faults: [], warnings: [], hidden: [], passedOver: [] }
  let level = answers.level
  let isSigned = false
  for (const row of rowsBelow(sheet, layout, answers)) {
    const kind = kindOf(row.texts, layout.uses)
    const text = row.texts.filter((it) => it !== '').join(' · ')
    isSigned ||= kind === 'signature'
    if (kind === 'blank' || answers.leftOut.includes(row.number)) continue
    if (isSigned || kind !== 'agent') {
      if (kind === 'heading') level = levelIn(text) ?? level
      reading.passedOver.push({ row: row.number, text })
      if (isSigned && kind === 'agent' && holdsNip(row.texts, layout.uses)) reading.warnings.push(belowSignature(row))
    } else if (row.isHidden && !answers.takenIn.includes(row.number)) {
      reading.hidden.push({ row: row.number, text })
    } else {
      addAgent(reading, row, layout, level, today)
    }
  }
  const faults = [...reading.faults, ...repeated(reading.rows, layout)]
  return { ...reading, faults: faults.toSorted((a, b) => a.row - b.row) }
}

/** Whether everything was said that must be said: an annex is imported as a whole or not at all. */
export const isWhole = (reading: Reading): boolean =>
  reading.faults.length === 0 && reading.hidden.length === 0 && reading.rows.length > 0

type Row = { number: number; isHidden: boolean; cells: Cell[]; texts: string[] }

/** The rows below the header, numbered as the sheet does, with what a person wrote in place of a cell. */
function rowsBelow(sheet: Sheet, layout: Layout, { corrections }: Answers): Row[] {
  const width = Math.max(widthOf(sheet), layout.uses.length)
  return sheet.cells.slice(layout.firstRow).map((_, index) => {
    const row = layout.firstRow + index
    const cells = Array.from(
      { length: width },
      (_, column) => corrections[cellName(row, column)] ?? storedCell(sheet, layout, row, column),
    )
    return { number: row + 1, isHidden: sheet.hiddenRows.includes(row), cells, texts: cells.map(textOf) }
  })
}

/** The cell; of a unit or level that is merged over several agents, what the merged range says. */
function storedCell(sheet: Sheet, { uses, firstRow }: Layout, row: number, column: number): Cell {
  const own = sheet.cells[row]?.[column] ?? null
  if (own !== null || (uses[column] !== 'unit' && uses[column] !== 'level')) return own
  const merge = sheet.merges.find(
    ({ startRow, endRow, startColumn }) =>
      startColumn === column && startRow >= firstRow && startRow <= row && row <= endRow,
  )
  return merge ? (sheet.cells[merge.startRow]?.[column] ?? null) : null
}

function addAgent(reading: Reading, row: Row, layout: Layout, level: Level, today: Day): void {
  const said: Partial<Record<ColumnUse, Cell[]>> = Object.groupBy(
    row.cells,
    (_, column) => layout.uses[column] ?? 'none',
  )
  const { agent, faults, warnings } = readAgent(said, level, today)
  const place = ({ use, reason }: { use: ColumnUse; reason: string }) => faultAt(row, columnOf(layout, use), reason)
  reading.rows.push({ row: row.number, ...agent })
  reading.faults.push(...faults.map(place))
  reading.warnings.push(...warnings.map(place))
}

/** The column of a use; name and NIP may share one. */
function columnOf({ uses }: Layout, use: ColumnUse): number {
  const own = uses.indexOf(use)
  return own >= 0 ? own : Math.max(0, uses.indexOf('name-and-nip'))
}

const faultAt = (row: Row, column: number, reason: string): Fault => ({
  row: row.number,
  column: columnLetter(column),
  cell: cellName(row.number - 1, column),
  value: row.texts[column] ?? '',
  reason,
})

const belowSignature = (row: Row): Fault =>
  faultAt(row, 0, 'Baris ini di bawah tanda tangan tampak seperti agen dan tidak dibaca. Pindahkan ke dalam tabel.')

/** An NIP that stands in the annex twice: the later row is the one at fault. */
function repeated(rows: AnnexRow[], layout: Layout): Fault[] {
  const column = columnOf(layout, 'nip')
  const first = new Map<string, number>()
  return rows.flatMap(({ row, nip }) => {
    const earlier = first.get(nip)
    if (nip === '' || earlier === undefined) {
      first.set(nip, row)
      return []
    }
    const cell = cellName(row - 1, column)
    return [{ row, column: columnLetter(column), cell, value: nip, reason: `NIP ini sudah ada di baris ${earlier}.` }]
  })
}
