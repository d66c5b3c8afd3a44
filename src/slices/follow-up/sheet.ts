import type { OutSheet } from '#documents/sheet.ts'
import type { Day } from '#kit/date.ts'
import { originOf, standingWords } from './pages/words.ts'
import type { FollowUpRow } from './store.ts'

/** A list of follow-ups as a sheet. */
export const followUpSheet = (rows: readonly FollowUpRow[], today: Day): OutSheet => ({
  name: 'Tindak lanjut',
  columns: [
    { header: 'Yang disepakati', width: 50 },
    { header: 'Pemilik', width: 28 },
    { header: 'Unit kerja', width: 34 },
    { header: 'Proyek', width: 40 },
    { header: 'Asal', width: 24 },
    { header: 'Batas', width: 12, format: 'day' },
    { header: 'Keadaan', width: 22 },
    { header: 'Hasil', width: 50 },
  ],
  rows: rows.map((row) => [
    row.what,
    row.ownerName,
    row.ownerUnitName ?? '',
    row.projectCode ? row.projectTitle || 'Proyek tanpa judul' : 'Program',
    originOf(row),
    new Date(`${row.dueOn}T00:00:00Z`),
    standingWords[row.state === 'open' && row.dueOn < today ? 'late' : row.state],
    row.outcome,
  ]),
})
