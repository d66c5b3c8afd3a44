import type { OutSheet } from '#documents/sheet.ts'
import { type Day, dayIn, type Zone } from '#kit/date.ts'
import { capital } from '#kit/text.ts'
import { standingInWords, turnWords } from './pages/words.ts'
import { titleOf } from './project.ts'
import type { ProjectRow } from './store.ts'
import type { Turn } from './turn.ts'

/** A line of the recap: what an office tells of a project in one row. It holds no NIP. */
export type RecapLine = {
  id: string
  code: string
  number: number
  agent: string
  unit: string
  title: string
  areas: string
  stage: string
  turn: string
  since: Day
  activities: number
}

/** The recap of a programme's projects, in the order of their seats. */
export const recapOf = (rows: ProjectRow[], areas: { code: string; name: string }[], zone: Zone): RecapLine[] =>
  rows.map((row) => ({
    id: row.id,
    code: row.code,
    number: row.seatNumber,
    agent: row.agentName ?? 'kedudukan kosong',
    unit: row.unitName,
    title: titleOf(row),
    areas: areas
      .filter(({ code }) => row.areaCodes.includes(code))
      .map(({ name }) => name)
      .join('; '),
    stage: standingInWords(row),
    turn: capital(turnWords[row.turn as Turn['who']]),
    since: dayIn(zone, row.since),
    activities: row.activities,
  }))

/** The recap as a sheet. */
export const recapSheet = (programmeName: string, lines: RecapLine[]): OutSheet => ({
  name: programmeName,
  columns: [
    { header: 'Nomor', width: 8 },
    { header: 'Agen perubahan', width: 28 },
    { header: 'Unit kerja', width: 34 },
    { header: 'Judul proyek', width: 50 },
    { header: 'Area perubahan', width: 40 },
    { header: 'Tahap', width: 20 },
    { header: 'Giliran', width: 18 },
    { header: 'Sejak', width: 12, format: 'day' },
    { header: 'Kegiatan', width: 10 },
  ],
  rows: lines.map(({ number, agent, unit, title, areas, stage, turn, since, activities }) => [
    ...[number, agent, unit, title, areas, stage, turn],
    new Date(`${since}T00:00:00Z`),
    activities,
  ]),
})
