import { type Cell, limits } from './workbook.ts'

export const tooManyRows = `Lembar ini berisi lebih dari ${new Intl.NumberFormat('id').format(limits.rows)} baris. Bagi menjadi beberapa berkas.`

export const tooManyMerges = `Berkas ini berisi lebih dari ${new Intl.NumberFormat('id').format(limits.merges)} sel gabungan. Salin tabelnya saja ke berkas baru.`

/** Without what is blank at the ends: offices format a column to its last row, a million rows down. */
export function trimmed(rows: Cell[][]): Cell[][] {
  const cells = rows.map((row) => row.slice(0, lastWhere(row, isFilled) + 1).slice(0, limits.columns))
  return cells.slice(0, lastWhere(cells, (row) => row.length > 0) + 1)
}

const isFilled = (cell: Cell | undefined): boolean =>
  cell !== null && cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '')

const lastWhere = <Value>(values: Value[], claim: (value: Value) => boolean): number => values.findLastIndex(claim)
