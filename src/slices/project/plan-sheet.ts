import type { OutSheet } from '#documents/sheet.ts'
import type { Day } from '#kit/date.ts'
import { type Initiative, type Matrix, numberOf } from './matrix.ts'

/** What heads the column that tells an import which row is which. */
export const lineHeader = 'Kode baris'

/**
 * A plan's matrix as a sheet: one row for each activity, its initiative beside it; an initiative without activities has
 * a row of its own. The last column carries each row's line, so that the sheet finds its way back after it was edited.
 */
export const planSheet = (version: number, matrix: Matrix): OutSheet => ({
  name: `Rencana aksi versi ${version}`,
  columns: [
    { header: 'Nomor', width: 8, format: 'text' },
    { header: 'Program', width: 30 },
    { header: 'Kegiatan', width: 40 },
    { header: 'Keluaran', width: 30 },
    { header: 'Indikator', width: 30 },
    { header: 'Satuan', width: 12 },
    { header: 'Awal', width: 10 },
    { header: 'Target', width: 10 },
    { header: 'Mulai', width: 12, format: 'day' },
    { header: 'Selesai', width: 12, format: 'day' },
    { header: 'Penanggung jawab', width: 24 },
    { header: 'Sumber daya', width: 30 },
    { header: 'Risiko', width: 30 },
    { header: lineHeader, width: 14, locked: 'Kode ini dipakai saat berkas diimpor kembali. Biarkan seperti adanya.' },
  ],
  rows: matrix.flatMap((initiative) => [
    ...(initiative.activities.length === 0 ? [headingRow(initiative)] : []),
    ...initiative.activities.map((activity) => [
      numberOf(initiative, activity),
      initiative.title,
      activity.title,
      activity.output,
      activity.indicator,
      activity.indicatorUnit,
      numberCell(activity.baseline),
      numberCell(activity.target),
      dayCell(activity.startsOn),
      dayCell(activity.endsOn),
      activity.inCharge,
      activity.resources,
      activity.risk,
      activity.lineId,
    ]),
  ]),
})

const headingRow = ({ position, title, lineId }: Initiative) => [
  String(position),
  title,
  ...Array.from({ length: 11 }, () => null),
  lineId,
]

/** A number while a spreadsheet can hold it whole, which is up to fifteen digits; text beyond. */
const numberCell = (value: string | null): number | string | null =>
  value === null || value.replace(/\D/g, '').length > 15 ? value : Number(value)

const dayCell = (day: Day | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`))
