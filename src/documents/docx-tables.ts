import { isRange, limits, type Merge, type Sheet } from './workbook.ts'
import { attributeIn, piecesOf } from './xml.ts'

/** A table as it stands in a document, below its caption (the short paragraph before it; empty where there is none). */
export type DocxTable = Pick<Sheet, 'cells' | 'merges' | 'hiddenRows' | 'shaded'> & { caption: string }

type OpenCell = { lines: string[]; span: number; vertical: 'none' | 'begins' | 'continues'; isShaded: boolean }
type OpenTable = {
  table: DocxTable
  /** The merges that the next row may continue, by their column. */
  down: Map<number, Merge>
  row: { cells: OpenCell[]; before: number; isDeleted: boolean; isHidden: boolean }
  cell: OpenCell | undefined
}

/** Tables within tables within tables: more than anybody writes. */
const deepest = 20
const longestCaption = 80

/** What is drawn beside the text, was deleted or moved away, or repeats what stands there already. */
const passedOver = new Set([
  ...['w:del', 'w:moveFrom', 'w:txbxContent', 'w:pict', 'w:drawing', 'w:object', 'mc:Fallback'],
])

/**
 * All tables of a document's XML, outer before inner ones: text with its line breaks, merges as spreadsheets have
 * them. Changes that were tracked read as accepted; the numbers and bullets that Word counts itself are no text.
 */
export function tablesIn(xml: string): DocxTable[] {
  const found: DocxTable[] = []
  const stack: OpenTable[] = []
  let [skipped, lastParagraph] = [0, '']
  let [paragraph, isText, isHiddenRun, isInRun, isInRowProperties] = ['', false, false, false, false]

  for (const piece of piecesOf(xml)) {
    const top = stack.at(-1)
    if (piece.kind === 'text') {
      if (isText && skipped === 0 && !isHiddenRun) paragraph += piece.text
      continue
    }
    if (piece.kind === 'open') {
      const { name, attributes } = piece
      if (isInRowProperties && name === 'w:del' && top) top.row.isDeleted = true
      if (skipped > 0 || passedOver.has(name)) {
        skipped += 1
        continue
      }
      if (name === 'w:tbl') {
        if (stack.length >= deepest) throw new Error('Tables within tables without end.')
        const caption = top || lastParagraph.length > longestCaption ? '' : lastParagraph
        const table: DocxTable = { caption, cells: [], merges: [], hiddenRows: [], shaded: [] }
        found.push(table)
        stack.push({ table, down: new Map(), row: newRow(), cell: undefined })
      } else if (name === 'w:tr' && top) top.row = newRow()
      else if (name === 'w:tc' && top) top.cell = { lines: [], span: 1, vertical: 'none', isShaded: false }
      else if (name === 'w:trPr') isInRowProperties = true
      else if (name === 'w:p') paragraph = ''
      else if (name === 'w:r') [isInRun, isHiddenRun] = [true, false]
      else if (name === 'w:t') isText = true
      else if (name === 'w:vanish') isHiddenRun = isInRun && isOn(attributes)
      else if (top) readProperty(top, name, attributes)
      if (isInRun && !isHiddenRun) paragraph += signOf(name, attributes)
      continue
    }
    if (skipped > 0) {
      skipped -= 1
      continue
    }
    const { name } = piece
    if (name === 'w:t') isText = false
    else if (name === 'w:r') [isInRun, isHiddenRun] = [false, false]
    else if (name === 'w:trPr') isInRowProperties = false
    else if (name === 'w:p') {
      if (top?.cell) top.cell.lines.push(paragraph.trim())
      else if (!top && paragraph.trim() !== '') lastParagraph = paragraph.trim().replace(/\s+/g, ' ')
      paragraph = ''
    } else if (name === 'w:tc' && top?.cell) {
      top.row.cells.push(top.cell)
      top.cell = undefined
    } else if (name === 'w:tr' && top) addRow(top)
    else if (name === 'w:tbl' && top) {
      stack.pop()
      top.table.merges = top.table.merges.filter(isRange)
      // What a table within a cell says belongs to that cell too.
      const texts = top.table.cells.flat().flatMap((cell) => (typeof cell === 'string' && cell !== '' ? [cell] : []))
      stack.at(-1)?.cell?.lines.push(...texts)
      if (stack.length === 0) lastParagraph = ''
    }
  }
  return found
}

const newRow = (): OpenTable['row'] => ({ cells: [], before: 0, isDeleted: false, isHidden: false })

const isOn = (attributes: string) => !['0', 'false', 'off'].includes(attributeIn(attributes, 'w:val') ?? 'on')
const countIn = (attributes: string) =>
  Math.min(Math.max(Number(attributeIn(attributes, 'w:val')) || 0, 0), limits.columns)

/** What a row or cell says of itself. */
function readProperty({ row, cell }: OpenTable, name: string, attributes: string): void {
  if (name === 'w:gridBefore') row.before = countIn(attributes)
  if (name === 'w:hidden') row.isHidden = isOn(attributes)
  if (!cell) return
  if (name === 'w:gridSpan') cell.span = Math.max(1, countIn(attributes))
  if (name === 'w:vMerge') cell.vertical = attributeIn(attributes, 'w:val') === 'restart' ? 'begins' : 'continues'
  if (name === 'w:shd') {
    const fill = (attributeIn(attributes, 'w:fill') ?? 'auto').toUpperCase()
    cell.isShaded = fill !== 'AUTO' && fill !== 'FFFFFF'
  }
}

/** Elements that stand for a sign within a run. */
function signOf(name: string, attributes: string): string {
  if (name === 'w:br' || name === 'w:cr') return '\n'
  if (name === 'w:tab') return ' '
  if (name === 'w:noBreakHyphen') return '-'
  if (name !== 'w:sym') return ''
  // Wingdings has its ticks and crosses here; any other picture of a letter is a dot.
  const code = (attributeIn(attributes, 'w:char') ?? '').slice(-2).toUpperCase()
  return ['FC', 'FE', '50', '52'].includes(code) ? '✓' : ['FB', 'FD', '4F', '51'].includes(code) ? '✗' : '•'
}

/** Puts a row below those that are there, each cell in its column. */
function addRow({ table, down, row }: OpenTable): void {
  if (row.isDeleted) return
  const at = table.cells.length
  const cells: string[] = []
  let column = row.before
  for (const cell of row.cells) {
    if (column >= limits.columns) break
    const above = cell.vertical === 'continues' ? down.get(column) : undefined
    if (above) above.endRow = at
    else {
      const text = cell.lines.join('\n').trim()
      cells[column] = text
      if (text === '' && cell.isShaded) table.shaded.push([at, column])
      const merge = { startRow: at, startColumn: column, endRow: at, endColumn: column + cell.span - 1 }
      if (cell.span > 1 || cell.vertical !== 'none') table.merges.push(merge)
      if (cell.vertical === 'none') down.delete(column)
      else down.set(column, merge)
    }
    column += cell.span
  }
  table.cells.push(Array.from({ length: column }, (_, index) => cells[index] || null))
  if (row.isHidden) table.hiddenRows.push(at)
}
