import { unzipSync } from 'fflate'
import type { Color, FillStyle } from 'hucre'
import { EncryptedFileError, HucreError } from 'hucre'
import { type Sheet as HucreSheet, readXlsx as readHucre } from 'hucre/xlsx'
import { refusals } from './sheet-kind.ts'
import { tooManyMerges, tooManyRows, trimmed } from './trim-cells.ts'
import { type Cell, isRange, limits, type ReadWorkbook, type Sheet } from './workbook.ts'
import { directoryOf } from './zip-parts.ts'

/** Reads an XLSX file after its ZIP directory was found harmless. */
export async function readXlsx(bytes: Uint8Array, look: { asShown: boolean }): Promise<ReadWorkbook> {
  const sentence = refusalOf(bytes)
  if (sentence) return { ok: false, sentence }
  try {
    const { sheets } = await readHucre(bytes, { readStyles: look.asShown })
    const read = sheets.map(sheetOf)
    if (read.some((sheet) => sheet.cells.length > limits.rows)) return { ok: false, sentence: tooManyRows }
    if (read.some((sheet) => sheet.merges.length > limits.merges)) return { ok: false, sentence: tooManyMerges }
    return { ok: true, workbook: { sheets: read } }
  } catch (error) {
    if (error instanceof EncryptedFileError) return { ok: false, sentence: refusals.encrypted }
    if (error instanceof HucreError) return { ok: false, sentence: damaged }
    throw error
  }
}

/** Looks at the directory of the ZIP first and inflates nothing; then at the XML parts for a document type. */
function refusalOf(bytes: Uint8Array): string | undefined {
  const directory = directoryOf(bytes)
  if (directory === 'damaged') return damaged
  if (directory === 'bomb') return bomb
  try {
    return kindRefusal(directory) ?? (holdsDoctype(bytes) ? doctype : undefined)
  } catch {
    return damaged
  }
}

function kindRefusal(names: string[]): string | undefined {
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return macros
  if (names.includes('xl/workbook.bin')) return notXlsx
  if (names.includes('content.xml') && names.includes('mimetype')) return notXlsx
  return names.includes('[Content_Types].xml') && names.some((name) => /^xl\/workbook\d*\.xml$/.test(name))
    ? undefined
    : refusals.other
}

/** Office writes none; a file that has one wants our parser to fetch or multiply something. */
function holdsDoctype(bytes: Uint8Array): boolean {
  const parts = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) })
  return Object.values(parts).some((part) => Buffer.from(part.subarray(0, 4096)).includes('<!DOCTYPE'))
}

function sheetOf(sheet: HucreSheet): Sheet {
  const cells = trimmed(sheet.rows.map((row, at) => row.map((cell, column) => asShown(sheet, cell, at, column))))
  const isOfTable = (row: number) => row < cells.length
  return {
    name: sheet.name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    cells,
    // Offices merge and hide down to the last row of a sheet: below the table that says nothing.
    merges: (sheet.merges ?? [])
      .map(({ startRow, startCol, endRow, endCol }) => ({
        startRow,
        startColumn: startCol,
        endRow: Math.min(endRow, cells.length - 1),
        endColumn: endCol,
      }))
      .filter((merge) => isOfTable(merge.startRow) && isRange(merge)),
    hiddenRows: [...(sheet.rowDefs ?? [])]
      .filter(([row, { hidden, height }]) => isOfTable(row) && (hidden || height === 0))
      .map(([row]) => row),
    hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden, width }, column) =>
      hidden || width === 0 ? [column] : [],
    ),
    shaded: [...(sheet.cells ?? [])]
      .flatMap(([place, { value, style }]) => (value === null && isColoured(style?.fill) ? [placeOf(place)] : []))
      .filter(([row, column]) => row < sheet.rows.length && column < limits.columns)
      .slice(0, limits.shaded),
  }
}

/** A share as it is shown: a target of 80% is stored as the number 0,8. Only where styles were read. */
function asShown(sheet: HucreSheet, cell: Cell, row: number, column: number): Cell {
  const isShare = typeof cell === 'number' && sheet.cells?.get(`${row},${column}`)?.style?.numFmt?.includes('%')
  return isShare ? `${String(Number((cell * 100).toPrecision(12))).replace('.', ',')}%` : cell
}

const isColoured = (fill: FillStyle | undefined): boolean =>
  fill?.type === 'gradient' || (fill?.type === 'pattern' && fill.pattern !== 'none' && !isWhite(fill.fgColor))

const isWhite = (colour: Color | undefined) => /^(FF)?FFFFFF$/i.test(colour?.rgb ?? '') || colour?.theme === 0

function placeOf(place: string): [number, number] {
  const [row = 0, column = 0] = place.split(',').map(Number)
  return [row, column]
}

const bomb = 'Berkas ini mengembang terlalu besar bila dibuka. Salin tabelnya ke buku kerja baru, lalu unggah lagi.'
const macros = 'Berkas ini berisi makro. Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi.'
const notXlsx = 'Berkas ini lembar kerja berformat lain. Simpan sebagai .xlsx, lalu unggah lagi.'
const doctype =
  'Berkas ini berisi bagian yang tidak pernah ditulis Excel dan tidak dibaca. Salin tabelnya ke buku kerja baru.'
const damaged = 'Berkas ini rusak atau bukan .xlsx. Buka di Excel, simpan lagi sebagai .xlsx, lalu unggah lagi.'
