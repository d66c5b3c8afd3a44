import type { OutSheet } from '#documents/sheet.ts'
import { type ProjectRow, titleOf } from '#project'
import { periodInWords, reportingWords } from './pages/period-words.ts'
import type { Reporting } from './period-view.ts'

/** Who reported when: a row for each project, a column for each period that has opened. */
export const periodSheet = (name: string, rows: ProjectRow[], { opened, standingOf }: Reporting): OutSheet => ({
  name,
  columns: [
    { header: 'Nomor', width: 8 },
    { header: 'Agen perubahan', width: 28 },
    { header: 'Unit kerja', width: 34 },
    { header: 'Judul proyek', width: 50 },
    ...opened.map((period) => ({ header: periodInWords(period), width: 18 })),
  ],
  rows: rows.map((row) => [
    ...[row.seatNumber, row.agentName ?? 'kedudukan kosong', row.unitName, titleOf(row)],
    ...opened.map((period) => reportingWords[standingOf(row.id, period).state].word),
  ]),
})
