import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { idOf } from './national-data.ts'
import { seeded, wordsOf } from './search-words.ts'

type Row = (string | number | null)[]

const asked = process.argv.indexOf('--agencies')
/** 100,000 recordings that everybody may see: forty agencies, five years, fifty projects a year, ten recordings each. */
const scale = {
  agencies: asked > 0 ? Number(process.argv[asked + 1]) : 40,
  years: 5,
  seats: 50,
  recordings: 10,
  units: 20,
}
export const recordingCount = scale.agencies * scale.years * scale.seats * scale.recordings

const accountId = idOf('account')
const setCode = 'peta-jalan-2020-2024'
const areas = ['manajemen-perubahan', 'pengawasan', 'akuntabilitas', 'kelembagaan', 'tatalaksana', 'pelayanan-publik']
const range = (count: number) => Array.from({ length: count }, (_, at) => at)
const draw = seeded(2026)
const words = (count: number) => {
  const text = wordsOf(draw, count)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

type Seat = { a: number; year: number; s: number; agency: string; project: string }

function* eachAgency(): Iterable<{ a: number; agency: string }> {
  for (const a of range(scale.agencies)) yield { a, agency: idOf('agency', a) }
}
function* eachSeat(): Iterable<Seat> {
  for (const { a, agency } of eachAgency())
    for (const back of range(scale.years))
      for (const s of range(scale.seats))
        yield { a, year: 2026 - back, s, agency, project: idOf('project', a, 2026 - back, s) }
}
const every = <Of>(all: () => Iterable<Of>, make: (of: Of) => Row[]) =>
  function* () {
    for (const one of all()) yield* make(one)
  }

/** An ARK's name of the form that ours have; the last sign stands for a check that nobody makes here. */
const arkName = (number: number) => `r1${number.toString().padStart(8, '0')}x`
let named = 0
let given = 0

/** Every table in an order in which no row names one that is not there yet. */
const tables: { name: string; columns: string; rows: () => Iterable<Row> }[] = [
  {
    name: 'agency',
    columns: 'id, slug, name',
    rows: every(eachAgency, ({ a, agency }) => [[agency, `ukur-${a}`, `Instansi ${a}`]]),
  },
  { name: 'account', columns: 'id, name, email', rows: () => [[accountId, 'Sekretariat', 'ukur@ukur.example']] },
  {
    name: 'unit',
    columns: 'agency_id, id, name, slug',
    rows: every(eachAgency, ({ a, agency }) =>
      range(scale.units).map((u) => [agency, idOf('unit', a, u), `Biro ${words(2)}`, `biro-${u}`]),
    ),
  },
  {
    name: 'person',
    columns: 'agency_id, id, name, no_nip_reason, unit_id',
    rows: every(eachAgency, ({ a, agency }) => [
      [agency, idOf('person', a), words(2), 'Data ukur', idOf('unit', a, 0)],
    ]),
  },
  {
    name: 'programme',
    columns: 'agency_id, id, slug, name, set_code, from_on, until_on',
    rows: every(eachAgency, ({ a, agency }) =>
      range(scale.years).map((back) => {
        const y = 2026 - back
        return [agency, idOf('programme', a, y), `${y}`, `Agen Perubahan ${y}`, setCode, `${y}-01-01`, `${y}-12-31`]
      }),
    ),
  },
  {
    name: 'seat',
    columns: 'agency_id, id, programme_id, number, level, unit_id',
    rows: every(eachSeat, ({ a, agency, year, s }) => [
      [
        ...[agency, idOf('seat', a, year, s), idOf('programme', a, year), s + 1, 'unit'],
        idOf('unit', a, s % scale.units),
      ],
    ]),
  },
  {
    name: 'project',
    columns:
      'agency_id, id, code, programme_id, seat_id, unit_id, state, title, present_condition, problem, wanted_condition',
    rows: every(eachSeat, ({ a, agency, year, s, project }) => [
      [
        ...[agency, project, `${a}-${year}-${s}`, idOf('programme', a, year), idOf('seat', a, year, s)],
        ...[idOf('unit', a, s % scale.units), 'closed', words(6), words(40), words(40), words(40)],
      ],
    ]),
  },
  {
    name: 'project_area',
    columns: 'agency_id, project_id, set_code, area_code',
    rows: every(eachSeat, ({ agency, s, project }) => [[agency, project, setCode, areas[s % areas.length] ?? '']]),
  },
  {
    name: 'publication',
    columns: 'agency_id, project_id, agreed_at, agreed_by_id, published_at',
    rows: every(eachSeat, ({ a, agency, project }) => [
      [agency, project, '2026-11-01', idOf('person', a), '2026-11-02'],
    ]),
  },
  {
    name: 'recording',
    columns:
      'agency_id, id, code, project_id, kind, title, description, access, consent, account_id, created_at, ark_naan, ark_name',
    rows: every(eachSeat, ({ a, agency, year, s, project }) =>
      range(scale.recordings).map((n) => [
        ...[
          agency,
          idOf('recording', a, year, s, n),
          `${a}-${year}-${s}-${n}`,
          project,
          n % 3 === 0 ? 'document' : 'film',
        ],
        ...[words(5), words(30), 'public', 'nobody', accountId, '2026-10-01', '99999', arkName(named++)],
      ]),
    ),
  },
  {
    name: 'harvest_record',
    columns: 'agency_id, recording_id, ark_naan, ark_name, changed_at, sets, metadata',
    rows: every(eachSeat, ({ a, agency, year, s }) =>
      range(scale.recordings).map((n) => {
        const name = arkName(given++)
        const unit = `unit:ukur-${a}-biro-${s % scale.units}`
        const kind = `jenis:${n % 3 === 0 ? 'dokumen' : 'video'}`
        const area = `area:${areas[s % areas.length]}`
        const sets = ['program', `program:ukur-${a}-${year}`, 'area', area, 'jenis', kind, 'unit', unit]
        // A project is given out in a second, and others in other seconds.
        const changedAt = new Date(Date.UTC(2026, 10, 2) + ((a * 7919 + year * 104_729 + s * 31) % 2_000_000) * 1000)
        return [
          ...[agency, idOf('recording', a, year, s, n), '99999', name, changedAt.toISOString()],
          ...[`{${sets.join(',')}}`, metadata(a, year, name)],
        ]
      }),
    ),
  },
]

const space = 'http://www.openarchives.org/OAI/2.0/oai_dc/'
const dc = (name: string, value: string) => `<dc:${name}>${value}</dc:${name}>`

/** As long, and of as many statements, as the demonstration's records: 1.8 kB. */
function metadata(a: number, year: number, name: string): string {
  const said = [
    ...[dc('title', words(5)), dc('creator', `Instansi ${a}. Biro`), dc('creator', `Agen Perubahan ${words(2)}`)],
    ...[1, 2, 3, 4].map(() => dc('subject', words(2))),
    ...[dc('description', words(30)), dc('description', words(40)), dc('publisher', `Instansi ${a}`)],
    ...[
      dc('contributor', words(3)),
      dc('contributor', words(3)),
      dc('date', `${year}-10-19`),
      dc('type', 'MovingImage'),
    ],
    ...[dc('format', 'video/mp4'), dc('format', 'PT5S'), dc('identifier', `http://localhost/ark:/99999/${name}`)],
    ...[dc('identifier', `ark:/99999/${name}`), dc('language', 'id'), dc('relation', words(6)), dc('rights', words(8))],
  ]
  return (
    `<oai_dc:dc xmlns:oai_dc="${space}" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${space} ` +
    `http://www.openarchives.org/OAI/2.0/oai_dc.xsd">${said.join('')}</oai_dc:dc>`
  )
}

function* linesOf(rows: Iterable<Row>): Iterable<string> {
  for (const row of rows) yield `${row.map((value) => (value === null ? '\\N' : value)).join('\t')}\n`
}

/** Fills an empty database by COPY, without triggers. */
export async function fillHarvest(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query('select (select count(*) from agency) + (select count(*) from account) as there')
  if (Number(rows[0].there) > 0) throw new Error('This database holds something already; nothing was written.')
  await client.query('set session_replication_role = replica')
  for (const table of tables) {
    const stream = client.query(copyFrom(`copy ${table.name} (${table.columns}) from stdin`))
    await pipeline(Readable.from(linesOf(table.rows())), stream)
  }
  await client.query('set session_replication_role = origin')
  await client.query('vacuum analyze')
}
