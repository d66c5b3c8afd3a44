import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { idOf } from './national-data.ts'
import { seeded, wordsOf } from './search-words.ts'

type Row = (string | number | null)[]
type Size = { units: number; years: number; seats: number; persons: number; recordings: number; evidence: number }

/** One agency that keeps most of it, and sixty of usual size; in twenty years 497,000 objects that can be found. */
const large: Size = { units: 60, years: 20, seats: 500, persons: 20_000, recordings: 8, evidence: 30 }
const usual: Size = { units: 12, years: 5, seats: 30, persons: 100, recordings: 4, evidence: 4 }
let agencies: Size[] = []

export const largeAgency = idOf('agency', 0)
export const usualAgency = idOf('agency', 1)
/** The account that runs the programme in both. */
export const accountId = idOf('account')

const setCode = 'peta-jalan-2020-2024'
const areas = ['manajemen-perubahan', 'pengawasan', 'akuntabilitas', 'kelembagaan', 'tatalaksana', 'pelayanan-publik']
const targets = ['bersih', 'pelayanan', 'kapasitas']
const accesses = ['public', 'agency', 'agency', 'team']
const kinds = ['film', 'film', 'picture', 'document']
const draw = seeded(2026)
const below = (most: number) => Math.floor(draw() * most)
const one = <Value>(values: Value[]): Value => values[below(values.length)] as Value
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const range = (count: number) => Array.from({ length: count }, (_, at) => at)

type Of = { a: number; size: Size; agency: string }
type Seat = Of & { year: number; s: number; project: string }

const each = (make: (of: Of) => Iterable<Row>) =>
  function* () {
    for (const [a, size] of agencies.entries()) yield* make({ a, size, agency: idOf('agency', a) })
  }
const eachSeat = (make: (seat: Seat) => Iterable<Row>) =>
  each(function* (of) {
    for (const back of range(of.size.years))
      for (const s of range(of.size.seats)) {
        const year = 2026 - back
        yield* make({ ...of, year, s, project: idOf('project', of.a, year, s) })
      }
  })
const day = (year: number) =>
  `${year}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`

/** Every table in an order in which no row names one that is not there yet. */
const tables: { name: string; columns: string; rows: () => Iterable<Row> }[] = [
  {
    name: 'agency',
    columns: 'id, slug, name',
    rows: each(({ a, agency }) => [[agency, `ukur-${a}`, `Instansi ${a}`]]),
  },
  { name: 'account', columns: 'id, name, email', rows: () => [[accountId, 'Sekretariat', 'ukur@ukur.example']] },
  {
    name: 'access',
    columns: 'agency_id, id, account_id, roles',
    rows: each(({ a, agency }) => [[agency, idOf('access', a), accountId, '{secretariat}']]),
  },
  {
    name: 'unit',
    columns: 'agency_id, id, name, slug',
    rows: each(({ a, size, agency }) =>
      range(size.units).map((u) => [agency, idOf('unit', a, u), `Biro ${capital(wordsOf(draw, 2))}`, `biro-${u}`]),
    ),
  },
  {
    name: 'person',
    columns: 'agency_id, id, name, no_nip_reason, unit_id, position',
    rows: each(({ a, size, agency }) =>
      range(size.persons).map((p) => [
        ...[agency, idOf('person', a, p), wordsOf(draw, 2).split(' ').map(capital).join(' '), 'Data ukur'],
        ...[idOf('unit', a, p % size.units), capital(wordsOf(draw, 3))],
      ]),
    ),
  },
  {
    name: 'programme',
    columns: 'agency_id, id, slug, name, set_code, from_on, until_on',
    rows: each(({ a, size, agency }) =>
      range(size.years).map((back) => {
        const y = 2026 - back
        return [agency, idOf('programme', a, y), `${y}`, `Agen Perubahan ${y}`, setCode, `${y}-01-01`, `${y}-12-31`]
      }),
    ),
  },
  {
    name: 'seat',
    columns: 'agency_id, id, programme_id, number, level, unit_id',
    rows: eachSeat(({ a, size, agency, year, s }) => [
      [agency, idOf('seat', a, year, s), idOf('programme', a, year), s + 1, 'unit', idOf('unit', a, s % size.units)],
    ]),
  },
  {
    name: 'project',
    columns:
      'agency_id, id, code, programme_id, seat_id, unit_id, state, title, present_condition, problem, ' +
      'wanted_condition, created_at',
    rows: eachSeat(({ a, size, agency, year, s, project }) => [
      [
        ...[agency, project, `${a}-${year}-${s}`, idOf('programme', a, year), idOf('seat', a, year, s)],
        ...[idOf('unit', a, s % size.units), year < 2026 ? 'closed' : 'running', capital(wordsOf(draw, 6))],
        ...[wordsOf(draw, 40), wordsOf(draw, 40), wordsOf(draw, 40), day(year)],
      ],
    ]),
  },
  {
    name: 'project_summary',
    columns:
      'agency_id, project_id, programme_id, state, stage, turn, since, plan_version, plan_state, area_codes, target_codes',
    rows: eachSeat(({ a, agency, year, project }) => [
      [
        ...[agency, project, idOf('programme', a, year), year < 2026 ? 'closed' : 'running'],
        ...[one(['finishing', 'finishing', 'running', 'running', 'presentation']), 'nobody', day(year), 1, 'agreed'],
        ...[`{${[...new Set([one(areas), one(areas)])]}}`, `{${one(targets)}}`],
      ],
    ]),
  },
  {
    name: 'publication',
    columns: 'agency_id, project_id, agreed_at, agreed_by_id, published_at',
    rows: eachSeat(({ a, size, agency, s, project }) =>
      below(5) === 0 ? [[agency, project, '2026-11-01', idOf('person', a, s % size.persons), '2026-11-02']] : [],
    ),
  },
  {
    name: 'recording',
    columns: 'agency_id, id, code, project_id, kind, title, description, access, account_id, created_at',
    rows: eachSeat(({ a, size, agency, year, s, project }) =>
      range(size.recordings).map((n) => [
        ...[agency, idOf('recording', a, year, s, n), `${a}-${year}-${s}-${n}`, project, one(kinds)],
        ...[capital(wordsOf(draw, 5)), wordsOf(draw, 30), one(accesses), accountId, day(year)],
      ]),
    ),
  },
  {
    name: 'evidence',
    columns: 'agency_id, id, project_id, name, proves_on, added_at, account_id',
    rows: eachSeat(({ a, size, agency, year, s, project }) =>
      range(size.evidence).map((n) => [
        ...[agency, idOf('evidence', a, year, s, n), project, `${wordsOf(draw, 4)}.pdf`, day(year), day(year)],
        accountId,
      ]),
    ),
  },
]

function* linesOf(rows: Iterable<Row>): Iterable<string> {
  for (const row of rows) yield `${row.map((value) => (value === null ? '\\N' : value)).join('\t')}\n`
}

/** Fills an empty database, without triggers, then makes all entries at once; how long those took, in seconds. */
export async function fillSearch(client: pg.ClientBase, say: (line: string) => void, years = 20): Promise<void> {
  agencies = [{ ...large, years }, ...Array.from({ length: 60 }, () => usual)]
  const { rows } = await client.query('select (select count(*) from agency) + (select count(*) from account) as there')
  if (Number(rows[0].there) > 0) throw new Error('This database holds something already; nothing was written.')
  await client.query('set session_replication_role = replica')
  for (const table of tables) {
    const stream = client.query(copyFrom(`copy ${table.name} (${table.columns}) from stdin`))
    await pipeline(Readable.from(linesOf(table.rows())), stream)
  }
  await client.query('set session_replication_role = origin')
  await client.query('analyze')
  const began = performance.now()
  const { rows: indexes } = await client.query(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename in ('search_entry', 'search_word') and indexdef like '%USING gin%'`,
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  await client.query('select search_anew()')
  await client.query(`set maintenance_work_mem = '512MB'`)
  for (const { definition } of indexes) await client.query(definition)
  const seconds = (performance.now() - began) / 1000
  await client.query('vacuum analyze')
  const { rows: found } = await client.query('select count(*)::int as entries from search_entry where not is_public')
  say(`${found[0].entries} objects; their entries in ${seconds.toFixed(0)} s`)
}
