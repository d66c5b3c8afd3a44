import type { Paper } from '#documents/paper.ts'
import { dayInWords } from '#kit/date.ts'
import { withComma } from '#kit/decimal.ts'
import type { MatrixLayout } from './columns.ts'
import type { Matrix } from './matrix.ts'
import { lineHeader, planSheet } from './plan-sheet.ts'

/** A plan's matrix as a document for Word: the columns of its sheet, on A4 lying down, the header on every page. */
export function planPaper(
  { title, author, version, createdAt }: { title: string; author: string; version: number; createdAt: Date },
  matrix: Matrix,
  layout: MatrixLayout,
): Paper {
  const sheet = planSheet(version, matrix, layout)
  const shown = sheet.columns.map(({ header }) => header !== lineHeader)
  const inWords = (cell: (typeof sheet.rows)[number][number]): string => {
    if (cell instanceof Date) return dayInWords(cell.toISOString().slice(0, 10))
    return typeof cell === 'number' ? withComma(String(cell)) : String(cell ?? '')
  }
  return {
    title: `Rencana aksi: ${title}`,
    author,
    createdAt,
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        caption: sheet.name,
        columns: sheet.columns.filter((_, at) => shown[at]).map(({ header, width }) => ({ header, share: width + 4 })),
        rows: sheet.rows.map((row) => row.filter((_, at) => shown[at]).map(inWords)),
      },
    ],
  }
}
