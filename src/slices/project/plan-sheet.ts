import type { OutSheet } from '#documents/sheet.ts'
import type { Day } from '#kit/date.ts'
import { areasInWords, type MatrixColumn, type MatrixLayout, shownOf, textIn } from './columns.ts'
import { marksOf } from './import/mark.ts'
import { type Activity, type Initiative, type Matrix, numberOf } from './matrix.ts'

/** What heads the column that tells an import which row is which. */
export const lineHeader = 'Kode baris'

const locked = 'Kode ini dipakai saat berkas diimpor kembali. Biarkan seperti adanya.'

/**
 * A plan's matrix as a sheet, in the programme's own columns: one row for each activity, its initiative beside it; an
 * initiative without activities has a row of its own. The last column carries each row's line, and what its cells
 * say now, so that the sheet finds its way back after it was edited, also where the plan was.
 */
export function planSheet(version: number, matrix: Matrix, layout: MatrixLayout): OutSheet {
  const columns = shownOf(layout.columns)
  return {
    name: `Rencana aksi versi ${version}`,
    columns: [
      { header: 'Nomor', width: 8, format: 'text' },
      { header: 'Program', width: 30 },
      ...columns.map(({ label, width, kind }) => ({
        header: label,
        width,
        ...(kind === 'day' && { format: 'day' as const }),
      })),
      { header: lineHeader, width: 14, locked },
    ],
    rows: matrix.flatMap((initiative) => [
      ...(initiative.activities.length === 0 ? [headingRow(initiative, columns.length)] : []),
      ...initiative.activities.map((activity) => [
        numberOf(initiative, activity),
        initiative.title,
        ...columns.map((column) => cellIn(activity, column, layout)),
        `${activity.lineId} ${marksOf(activity, initiative.title)}`,
      ]),
    ]),
  }
}

const headingRow = ({ position, title, lineId }: Initiative, columns: number) => [
  String(position),
  title,
  ...Array.from({ length: columns }, () => null),
  `${lineId} ${marksOf(null, title)}`,
]

function cellIn(activity: Activity, { key, kind }: MatrixColumn, { areaNames }: MatrixLayout) {
  if (kind === 'areas') return areasInWords(activity, areaNames)
  const text = textIn(activity, key)
  if (kind === 'number') return numberCell(text)
  return kind === 'day' ? dayCell(text) : (text ?? '')
}

/** A number while a spreadsheet can hold it whole, which is up to fifteen digits; text beyond. */
const numberCell = (value: string | null): number | string | null =>
  value === null || value.replace(/\D/g, '').length > 15 ? value : Number(value)

const dayCell = (day: Day | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`))
