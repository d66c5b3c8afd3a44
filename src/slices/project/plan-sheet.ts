import type { OutSheet } from '#documents/sheet.ts'
import type { Day } from '#kit/date.ts'
import { type Matrix, numberOf } from './matrix.ts'

/** A plan's matrix as a sheet: one row for each activity, its initiative beside it. */
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
  ],
  rows: matrix.flatMap((initiative) =>
    initiative.activities.map((activity) => [
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
    ]),
  ),
})

/** A number while a spreadsheet can hold it whole, which is up to fifteen digits; text beyond. */
const numberCell = (value: string | null): number | string | null =>
  value === null || value.replace(/\D/g, '').length > 15 ? value : Number(value)

const dayCell = (day: Day | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`))
