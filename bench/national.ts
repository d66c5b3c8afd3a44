import { createHmac, randomUUIDv7 } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openDatabase, openPool } from '#db/connect.ts'
import { startPostgres } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { preparing } from '#db/prepared.ts'
import { openVault } from '#db/vault.ts'
import { readEnvironment } from '#environment'
import { prepareJobs } from '#jobs'
import { createApp } from '../src/app.tsx'
import { openFiles } from '../src/processes/files.ts'
import { pathsOf } from '../src/processes/folder.ts'
import type { Statement } from './load.ts'
import { accountId, agencyId, evaluatorId, fillNational, national } from './national-data.ts'

const times = 100
/** Rounds that are not counted: PostgreSQL decides only after five how it goes about a prepared statement. */
const warming = 10
const ofAgency = [
  '/beranda',
  '/proyek',
  '/proyek?program=2022',
  '/laporan',
  '/laporan/lke?tahun=2026',
  '/laporan/lke?tahun=2022',
  '/cari?q=perubahan%202026%204',
]
const pages = [
  ...ofAgency.map((at) => ({ account: accountId, at })),
  ...['/nasional', '/nasional?tahun=2022&urut=terlambat&turun=ya'].map((at) => ({ account: evaluatorId, at })),
]
const url = 'http://localhost:3000'
const secret = 'only-the-bench-signs-with-these-bytes-of-no-worth'
const now = new Date('2026-11-24T02:00:00Z')

const asked = process.argv.indexOf('--agencies')
const scale = { ...national, ...(asked > 0 && { agencies: Number(process.argv[asked + 1]) }) }

// Always a cluster of its own: what is filled here can be nobody's data. `--folder` keeps it, to be measured again.
const kept = process.argv.indexOf('--folder')
const folder =
  kept > 0 ? path.resolve(process.argv[kept + 1] ?? '') : mkdtempSync(path.join(tmpdir(), 'rintis-national-'))
const postgres = await startPostgres({
  folder: path.join(folder, 'postgres'),
  secretFolder: path.join(folder, 'secret'),
  logFile: path.join(folder, 'postgres.log'),
})
try {
  await migrate(postgres.url)
  await prepareJobs(postgres.url, [])
  const pool = openPool(postgres.url, () => undefined, 1)
  try {
    if (!(await isFilled(pool))) await fill()
    await measure(pool)
  } finally {
    await pool.end()
  }
} finally {
  await postgres.stop()
  if (kept < 0) rmSync(folder, { recursive: true, force: true })
}

async function isFilled(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query('select exists (select from account where id = $1) as there', [accountId])
  return rows[0].there
}

async function fill(): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const began = performance.now()
  const rows = await fillNational(client, scale, console.log)
  await client.end()
  const seconds = (performance.now() - began) / 1000
  console.log(`${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s`)
}

/**
 * What each page costs the database: what PostgreSQL's process computed for it, and how long the page waited for it, with
 * what runs in this process meanwhile and which other work on the machine lengthens. The one connection serves all.
 */
async function measure(pool: pg.Pool): Promise<void> {
  const heard: Statement[] = []
  const spans: Span[] = []
  const nobody = async () => undefined
  const database = openDatabase(pool, {
    publish: nobody,
    send: nobody,
    vault: openVault(Buffer.alloc(32, 1), Buffer.alloc(32, 2)),
    log: ({ query, queryDurationMillis }) => {
      const until = performance.now()
      heard.push({ sql: query.sql, parameters: query.parameters })
      spans.push({ from: until - queryDurationMillis, until })
    },
  })
  const environment = readEnvironment({ RINTIS_DATA: folder })
  const files = openFiles(environment, pathsOf(folder))
  const log = { error: (...facts: unknown[]) => console.error(...facts) }
  const secrets = { secret, setUpKey: 'bench' }
  const app = createApp({ database, files, url, secrets, now: () => now, log, development: true })
  console.log(
    '| page | queries | CPU p50 ms | CPU p95 ms | wait p50 ms | wait p95 ms |\n| --- | --- | --- | --- | --- | --- |',
  )
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const onCpu = () => computedBy(rows[0]?.pid ?? 0)
  for (const { account, at } of pages) {
    const cookie = await openSession(pool, account)
    const waited: number[] = []
    const computed: number[] = []
    for (let time = -warming; time < times; time += 1) {
      heard.length = 0
      spans.length = 0
      const before = onCpu()
      const answer = await app.request(at, { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`${at} was answered with ${answer.status}`)
      await answer.text()
      if (time < 0) continue
      waited.push(coveredBy(spans))
      computed.push(onCpu() - before)
    }
    const statements = heard.filter(({ sql }) => /^\s*(select|with)/i.test(sql))
    console.log(`| ${at} | ${statements.length} | ${spreadOf(computed)} | ${spreadOf(waited)} |`)
    if (process.argv.includes('--explain')) await explain(pool, statements)
  }
}

type Span = { from: number; until: number }

/** How much time passed within any of them: what waits together counts once. */
function coveredBy(spans: Span[]): number {
  let sum = 0
  let reached = 0
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, until - Math.max(from, reached))
    reached = Math.max(reached, until)
  }
  return sum
}

/** The median and the 95th of a hundred. */
function spreadOf(took: number[]): string {
  const sorted = took.toSorted((a, b) => a - b)
  return [0.5, 0.95].map((share) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)).join(' | ')
}

/** Milliseconds that PostgreSQL's process for our connection has computed, whatever else ran meanwhile. Linux alone. */
function computedBy(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

/** The three dearest statements of a page, sent alone, and how PostgreSQL went about the dearest. */
async function explain(pool: pg.Pool, statements: Statement[]): Promise<void> {
  const client = await preparing(pool).connect()
  const dear: (Statement & { took: number })[] = []
  for (const statement of statements) {
    const began = performance.now()
    for (let time = 0; time < times; time += 1) await client.query(statement.sql, statement.parameters)
    dear.push({ ...statement, took: (performance.now() - began) / times })
  }
  dear.sort((a, b) => b.took - a.took)
  for (const { sql, took } of dear.slice(0, 3))
    console.log(`${took.toFixed(2)} ms: ${sql.replaceAll(/\s+/g, ' ').trim()}`)
  const [first] = dear
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, buffers) ${first?.sql}`,
    first?.parameters ?? [],
  )
  console.log(rows.map((row) => row['QUERY PLAN']).join('\n'))
  client.release()
}

/** A session as a sign-in would leave it. */
async function openSession(pool: pg.Pool, account: string): Promise<string> {
  const token = randomUUIDv7()
  await pool.query(
    `insert into session (id, account_id, token, agency_id, expires_at, created_at, seen_at)
     values ($1, $2, $3, $4, $5, $6, $6)`,
    [randomUUIDv7(), account, token, agencyId, new Date(now.getTime() + 3_600_000), now],
  )
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `rintis-dev=${encodeURIComponent(`${token}.${signature}`)}`
}
