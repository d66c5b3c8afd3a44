import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** How large the national data set is. */
export type Scale = { agencies: number; agents: number; years: number }

export const national: Scale = { agencies: 640, agents: 50, years: 5 }
const lastYear = 2026
const unitsPerAgency = 25
const activitiesPerProject = 4
const reportsPerActivity = 2
const targets = ['bersih', 'pelayanan', 'kapasitas']
const dueDays = { presentation: '04-30', running: '10-31', finishing: '11-30' }
const areas = ['manajemen-perubahan', 'pengawasan', 'akuntabilitas', 'kelembagaan', 'tatalaksana', 'pelayanan-publik']
const setCode = 'peta-jalan-2020-2024'

type Row = (string | number | null)[]
type Table = { name: string; columns: string; rows: () => Iterable<Row> }

/** The same name gives the same id in every run, so rows name each other without being kept. */
export function idOf(...name: (string | number)[]): string {
  const hex = createHash('sha1').update(name.join('/')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A number below `most` that hangs on the name alone. */
const pick = (most: number, ...name: (string | number)[]): number =>
  createHash('sha1').update(name.join('|')).digest().readUInt32BE(0) % most

/** The account that stands for every office: it may look at the first agency. */
export const accountId = idOf('account')
export const agencyId = idOf('agency', 0)
/** The evaluator of the Ministry: every agency let this account look on. */
export const evaluatorId = idOf('evaluator')

const range = (count: number) => Array.from({ length: count }, (_, at) => at)

/** The oldest year first and agencies side by side, as an installation fills: one agency's rows lie far apart. */
function* each({ agencies, agents, years }: Scale) {
  for (let year = lastYear - years + 1; year <= lastYear; year += 1)
    for (let s = 0; s < agents; s += 1) for (let a = 0; a < agencies; a += 1) yield { a, year, s }
}

const agencyOf = (a: number) => idOf('agency', a)
const seatOf = (a: number, year: number, s: number) => idOf('seat', a, year, s)
const unitOf = (a: number, s: number) => idOf('unit', a, s % unitsPerAgency)
const projectOf = (a: number, year: number, s: number) => idOf('project', a, year, s)
const planOf = (a: number, year: number, s: number) => idOf('plan', a, year, s)
const programmeOf = (a: number, year: number) => idOf('programme', a, year)

/** Nine in ten past projects were closed; of the current year one in three, and one in ten awaits its head's word. */
const stateOf = (a: number, year: number, s: number): 'closed' | 'finished' | 'running' => {
  const chance = pick(10, 'closed', a, year, s)
  if (chance < (year === lastYear ? 3 : 9)) return 'closed'
  return chance === 9 && year === lastYear ? 'finished' : 'running'
}

const areaOf = (a: number, y: number, s: number) => areas[pick(areas.length, 'area', a, y, s)] ?? ''
const targetOf = (a: number, y: number, s: number) => targets[pick(targets.length, 'target', a, y, s)] ?? ''
/** One in three changes is part of the management system. */
const isIntegrated = (a: number, y: number, s: number) =>
  stateOf(a, y, s) === 'closed' && pick(3, 'integrated', a, y, s) === 0

/** Every table in an order in which no row names one that is not there yet. */
function tablesOf(scale: Scale): Table[] {
  const agencies = range(scale.agencies)
  const years = range(scale.years).map((back) => lastYear - back)
  function* ofSeats(make: (a: number, year: number, s: number) => Iterable<Row>): Iterable<Row> {
    for (const { a, year, s } of each(scale)) yield* make(a, year, s)
  }
  const ended = (make: (a: number, year: number, s: number) => Row[]) => () =>
    ofSeats((a, year, s) => (stateOf(a, year, s) === 'running' ? [] : make(a, year, s)))
  return [
    {
      name: 'agency',
      columns: 'id, slug, name',
      rows: () => agencies.map((a) => [agencyOf(a), `ukur-${a}`, `Instansi ${a}`]),
    },
    {
      name: 'account',
      columns: 'id, name, email',
      rows: () => [
        [accountId, 'Sekretariat Ukur', 'ukur@ukur.example'],
        [evaluatorId, 'Evaluator Ukur', 'evaluator@ukur.example'],
        ...agencies.flatMap((a) =>
          range(scale.agents).map((s) => [idOf('agent', a, s), `Pegawai ${a} ${s}`, `p${s}@instansi${a}.example`]),
        ),
      ],
    },
    {
      name: 'unit',
      columns: 'agency_id, id, name, slug',
      rows: () =>
        agencies.flatMap((a) =>
          range(unitsPerAgency).map((u) => [agencyOf(a), unitOf(a, u), `Biro ${u}`, `biro-${u}`]),
        ),
    },
    {
      name: 'person',
      columns: 'agency_id, id, name, no_nip_reason, unit_id',
      rows: () =>
        agencies.flatMap((a) =>
          range(scale.agents).map((s) => [
            agencyOf(a),
            idOf('person', a, s),
            `Pegawai ${a} ${s}`,
            'Data ukur',
            unitOf(a, s),
          ]),
        ),
    },
    {
      name: 'access',
      columns: 'agency_id, id, account_id, person_id, roles',
      rows: () => [
        [agencyId, idOf('access'), accountId, null, '{secretariat}'],
        ...agencies.map((a) => [agencyOf(a), idOf('evaluator', a), evaluatorId, null, '{evaluator}']),
        ...agencies.flatMap((a) =>
          range(scale.agents).map((s) => [
            ...[agencyOf(a), idOf('access', a, s), idOf('agent', a, s), idOf('person', a, s)],
            '{}',
          ]),
        ),
      ],
    },
    {
      name: 'programme',
      columns: 'agency_id, id, slug, name, set_code, from_on, until_on',
      rows: () =>
        agencies.flatMap((a) =>
          years.map((y) => [
            agencyOf(a),
            programmeOf(a, y),
            `${y}`,
            `Agen Perubahan ${y}`,
            setCode,
            `${y}-01-01`,
            `${y}-12-31`,
          ]),
        ),
    },
    {
      name: 'stage',
      columns: 'agency_id, programme_id, kind, due_on',
      rows: () =>
        agencies.flatMap((a) =>
          years.flatMap((y) =>
            Object.entries(dueDays).map(([kind, day]) => [agencyOf(a), programmeOf(a, y), kind, `${y}-${day}`]),
          ),
        ),
    },
    {
      name: 'decree',
      columns: 'agency_id, id, code, programme_id, number, about, decided_on, from_on, until_on',
      rows: () =>
        agencies.flatMap((a) =>
          years.map((y) => [
            ...[agencyOf(a), idOf('decree', a, y), `${y}`, programmeOf(a, y), `1/${y}`, 'Penetapan'],
            ...[`${y}-01-01`, `${y}-01-01`, `${y}-12-31`],
          ]),
        ),
    },
    {
      name: 'seat',
      columns: 'agency_id, id, programme_id, number, level, unit_id',
      rows: () =>
        ofSeats((a, y, s) => [[agencyOf(a), seatOf(a, y, s), programmeOf(a, y), s + 1, 'unit', unitOf(a, s)]]),
    },
    {
      name: 'appointment',
      columns: 'agency_id, id, seat_id, person_id, decree_id, from_on, until_on',
      rows: () =>
        ofSeats((a, y, s) => [
          [
            ...[agencyOf(a), idOf('appointment', a, y, s), seatOf(a, y, s), idOf('person', a, s), idOf('decree', a, y)],
            ...[`${y}-01-01`, `${y}-12-31`],
          ],
        ]),
    },
    {
      name: 'project',
      columns: 'agency_id, id, code, programme_id, seat_id, unit_id, state, title',
      rows: () =>
        ofSeats((a, y, s) => [
          [
            ...[agencyOf(a), projectOf(a, y, s), `${y}-${s}`, programmeOf(a, y), seatOf(a, y, s), unitOf(a, s)],
            ...[stateOf(a, y, s), `Perubahan ${y} ${s}`],
          ],
        ]),
    },
    {
      name: 'project_area',
      columns: 'agency_id, project_id, set_code, area_code',
      rows: () => ofSeats((a, y, s) => [[agencyOf(a), projectOf(a, y, s), setCode, areaOf(a, y, s)]]),
    },
    {
      name: 'project_target',
      columns: 'agency_id, project_id, set_code, target_code',
      rows: () => ofSeats((a, y, s) => [[agencyOf(a), projectOf(a, y, s), setCode, targetOf(a, y, s)]]),
    },
    {
      name: 'action_plan',
      columns: 'agency_id, id, project_id, version, state, agreed_at',
      rows: () => ofSeats((a, y, s) => [[agencyOf(a), planOf(a, y, s), projectOf(a, y, s), 1, 'agreed', `${y}-04-16`]]),
    },
    {
      name: 'initiative',
      columns: 'agency_id, id, plan_id, line_id, position, title',
      rows: () =>
        ofSeats((a, y, s) => {
          const id = idOf('initiative', a, y, s)
          return [[agencyOf(a), id, planOf(a, y, s), id, 1, 'Program']]
        }),
    },
    {
      name: 'activity',
      columns: 'agency_id, id, plan_id, initiative_id, line_id, position, title, starts_on, ends_on, target',
      rows: () =>
        ofSeats((a, y, s) =>
          range(activitiesPerProject).map((n) => {
            const id = idOf('activity', a, y, s, n)
            const initiative = idOf('initiative', a, y, s)
            return [
              agencyOf(a),
              id,
              planOf(a, y, s),
              initiative,
              id,
              n + 1,
              `Kegiatan ${n}`,
              `${y}-05-01`,
              `${y}-11-30`,
              100,
            ]
          }),
        ),
    },
    {
      name: 'project_summary',
      columns:
        'agency_id, project_id, programme_id, state, stage, turn, since, plan_version, plan_state, activities, ' +
        'area_codes, target_codes, integrated',
      rows: () =>
        ofSeats((a, y, s) => {
          const [state, since] = [stateOf(a, y, s), `${y}-04-16`]
          const where = {
            closed: ['finishing', 'nobody'],
            finished: ['finishing', 'head'],
            running: ['running', 'agent'],
          }[state]
          const row = [agencyOf(a), projectOf(a, y, s), programmeOf(a, y), state, ...where, since]
          const aims = [`{${areaOf(a, y, s)}}`, `{${targetOf(a, y, s)}}`, isIntegrated(a, y, s) ? 't' : 'f']
          return [[...row, 1, 'agreed', activitiesPerProject, ...aims]]
        }),
    },
    {
      name: 'progress_report',
      columns: 'agency_id, id, project_id, line_id, percent, note, reported_at, account_id',
      rows: () =>
        ofSeats((a, y, s) =>
          range(activitiesPerProject * reportsPerActivity).map((n) => {
            const line = idOf('activity', a, y, s, Math.floor(n / reportsPerActivity))
            const percent = pick(101, 'percent', a, y, s, n)
            const at = `${y}-0${6 + (n % reportsPerActivity)}-01`
            return [
              agencyOf(a),
              idOf('report', a, y, s, n),
              projectOf(a, y, s),
              line,
              percent,
              'Berjalan.',
              at,
              accountId,
            ]
          }),
        ),
    },
    {
      name: 'finish',
      columns: 'agency_id, id, project_id, plan_id, before_words, after_words, finished_at, confirmed_at',
      rows: ended((a, y, s) => {
        const row = [agencyOf(a), idOf('finish', a, y, s), projectOf(a, y, s), planOf(a, y, s), 'Sebelum', 'Sesudah']
        return [[...row, `${y}-10-01`, stateOf(a, y, s) === 'closed' ? `${y}-10-05` : null]]
      }),
    },
    {
      name: 'integration',
      columns: 'agency_id, id, project_id, kind, number, dated_on, stated_at, verified_at',
      rows: ended((a, y, s) => {
        if (!isIntegrated(a, y, s)) return []
        const row = [agencyOf(a), idOf('integration', a, y, s), projectOf(a, y, s), 'procedure', `SOP-${s}`]
        return [[...row, `${y}-10-10`, `${y}-10-11`, `${y}-10-12`]]
      }),
    },
  ]
}

/** Text as COPY reads it; what we make holds no tab, newline or backslash. */
function* linesOf(rows: Iterable<Row>): Iterable<string> {
  let block = ''
  for (const row of rows) {
    block += `${row.map((value) => (value === null ? '\\N' : value)).join('\t')}\n`
    if (block.length < 65_536) continue
    yield block
    block = ''
  }
  yield block
}

/** Fills an empty database, one table after another. Refuses one that holds any agency or account. */
export async function fillNational(client: pg.ClientBase, scale: Scale, say: (line: string) => void): Promise<number> {
  const { rows } = await client.query('select (select count(*) from agency) + (select count(*) from account) as there')
  if (Number(rows[0].there) > 0) throw new Error('This database holds something already; nothing was written.')
  let all = 0
  // A trigger that answers each of millions of rows would take hours; what they would have written is made at once.
  await client.query('set role none')
  await client.query('set session_replication_role = replica')
  for (const table of tablesOf(scale)) {
    const began = performance.now()
    const stream = client.query(copyFrom(`copy ${table.name} (${table.columns}) from stdin`))
    await pipeline(Readable.from(linesOf(table.rows())), stream)
    all += stream.rowCount
    say(`${table.name}: ${stream.rowCount} rows in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  await client.query('set session_replication_role = origin')
  for (const made of ['search_anew', 'count_programmes_anew']) {
    const began = performance.now()
    await client.query(`select ${made}()`)
    say(`${made}: made in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  await client.query('vacuum analyze')
  await client.query('set role rintis_app')
  return all
}
