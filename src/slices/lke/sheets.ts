import type { OutSheet } from '#documents/sheet.ts'
import { type Day, dayIn, type Zone } from '#kit/date.ts'
import { type Exact, inFigures } from '#kit/decimal.ts'
import type { CountedAgent, CountedChange, Figures, UnitFigures } from './lke.ts'
import { documentWords, notYet } from './words.ts'

const figure = (value: Exact | null | undefined, places = 4) => (value ? inFigures(value, places) : notYet)
const utc = (day: Day) => new Date(`${day}T00:00:00Z`)

const lineOf = (name: string, one: Figures) => [
  name,
  ...[one.agents, one.changes, one.integrated],
  ...[figure(one.concrete?.ratio), figure(one.integration?.ratio), one.grade, figure(one.total)],
]

type Lines = { agency: Figures | null; units: UnitFigures[]; agents: CountedAgent[]; changes: CountedChange[] }

/** The figures and what they were counted from, as a workbook. It holds no NIP. */
export const lkeSheets = ({ agency, units, agents, changes }: Lines, zone: Zone): OutSheet[] => [
  {
    name: 'Angka LKE',
    columns: [
      { header: 'Unit kerja', width: 44 },
      { header: 'Agen', width: 8 },
      { header: 'Perubahan', width: 12 },
      { header: 'Terintegrasi', width: 12 },
      { header: 'Perubahan per agen', width: 22 },
      { header: 'Terintegrasi per perubahan', width: 26 },
      { header: 'Penetapan', width: 11 },
      { header: 'Nilai dari 2,375', width: 22 },
    ],
    rows: [
      ...(agency ? [lineOf('Seluruh instansi', agency)] : []),
      ...units.map(({ unitName, ...one }) => lineOf(unitName, one)),
    ],
  },
  {
    name: 'Agen terhitung',
    columns: [
      { header: 'Nama', width: 32 },
      { header: 'Unit kerja', width: 44 },
      { header: 'Program', width: 28 },
      { header: 'Mulai', width: 12, format: 'day' },
      { header: 'Sampai', width: 12, format: 'day' },
    ],
    rows: agents.map((one) => [one.name, one.unitName, one.programmeName, utc(one.fromOn), utc(one.untilOn)]),
  },
  {
    name: 'Perubahan terhitung',
    columns: [
      { header: 'Kode', width: 12 },
      { header: 'Judul proyek', width: 60 },
      { header: 'Unit kerja', width: 44 },
      { header: 'Dipastikan', width: 12, format: 'day' },
      { header: 'Dokumen integrasi', width: 60 },
    ],
    rows: changes.map((one) => [
      ...[one.code, one.title, one.unitName],
      utc(dayIn(zone, one.confirmedAt)),
      one.document ? documentWords(one.document) : 'belum terintegrasi',
    ]),
  },
]
