import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openPool } from '#db/connect.ts'
import { startPostgres } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { freePort } from '#db/port.ts'
import { preparing } from '#db/prepared.ts'
import { prepareJobs } from '#jobs'
import { jobs } from '../src/worker.ts'
import { fillHarvest, recordingCount } from './harvest-data.ts'

/** Records on a page of the harvest, as `RINTIS_OAI_PAGE` has them unless told otherwise. */
const pageSize = 100
/** Pages at the beginning and at the end that are held against each other. */
const edge = 50

// `--folder` keeps what was filled, to be measured again.
const kept = process.argv.indexOf('--folder')
const folder =
  kept > 0 ? path.resolve(process.argv[kept + 1] ?? '') : mkdtempSync(path.join(tmpdir(), 'rintis-harvest-'))
const port = await freePort()
const url = `http://localhost:${port}`
const postgres = await startPostgres({
  folder: path.join(folder, 'postgres'),
  secretFolder: path.join(folder, 'secret'),
  logFile: path.join(folder, 'postgres.log'),
})
let web: ChildProcess | undefined
try {
  await migrate(postgres.url)
  await prepareJobs(postgres.url, jobs)
  await fill()
  web = await startWeb()
  await measure()
} catch (error) {
  // Said before the database goes, whose end would be heard instead.
  console.error(error)
  process.exitCode = 1
} finally {
  web?.kill('SIGTERM')
  if (web?.exitCode === null) await once(web, 'exit')
  await postgres.stop()
  if (kept < 0) rmSync(folder, { recursive: true, force: true })
}

async function fill(): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const { rowCount } = await client.query('select from account')
  if (rowCount === 0) {
    const began = performance.now()
    await fillHarvest(client)
    console.log(`${recordingCount} records by COPY in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  await client.end()
}

/** The real process, as one machine of many runs it. */
async function startWeb(): Promise<ChildProcess> {
  const data = path.join(folder, 'data')
  for (const room of ['log', 'secret', 'files', 'uploads', 'derived', 'outbox', 'backup'])
    mkdirSync(path.join(data, room), { recursive: true })
  const key = '11'.repeat(32)
  const keys = { RINTIS_SECRET: 'bench'.repeat(8), RINTIS_FIELD_KEY: key, RINTIS_INDEX_KEY: key }
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    env: {
      ...{ ...process.env, ...keys, RINTIS_DATA: data, DATABASE_URL: postgres.url, PORT: String(port) },
      ...{ RINTIS_ROLE: 'web', RINTIS_URL: url, LOG_LEVEL: 'error', RINTIS_OAI_PAGE: String(pageSize) },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let time = 0; time < 300; time += 1) {
    if (child.exitCode !== null) throw new Error('the web process ended before it was ready')
    if (
      await fetch(`${url}/oai?verb=Identify`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return child
    await wait(200)
  }
  throw new Error('the web process was not ready within a minute')
}

async function measure(): Promise<void> {
  const load = loadavg()[0]?.toFixed(1)
  const own = await harvest()
  const bare = await readBare()
  const { seconds, times, bytes } = own
  console.log(`load ${load}; ${times.length} pages of ${pageSize}, ${(bytes / 1e6).toFixed(0)} MB`)
  console.log('| what | records/s | page p50 ms | page p95 ms |')
  console.log('| --- | --- | --- | --- |')
  line('through the web process', times, seconds)
  line(`its first ${edge} pages`, times.slice(1, edge + 1))
  line(`its last ${edge} pages`, times.slice(-edge))
  line('the bare SQL', bare.times, bare.seconds)
  console.log(`ratio to the bare SQL: ${(seconds / bare.seconds).toFixed(2)} times as long`)
}

function line(name: string, times: number[], seconds = times.reduce((sum, one) => sum + one, 0) / 1000): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  console.log(`| ${name} | ${rate(times.length * pageSize, seconds)} | ${at(0.5)} | ${at(0.95)} |`)
}

function rate(count: number, seconds: number): string {
  return String(Math.round(count / seconds))
}

/** Every page, one after the other, as a harvester asks for them. Throws where not every record came once. */
async function harvest() {
  const names = new Set<string>()
  const times: number[] = []
  let bytes = 0
  let query = 'metadataPrefix=oai_dc'
  const began = performance.now()
  while (query !== '') {
    const from = performance.now()
    const text = await (await fetch(`${url}/oai?verb=ListRecords&${query}`)).text()
    times.push(performance.now() - from)
    bytes += text.length
    for (const [, name = ''] of text.matchAll(/<identifier>([^<]+)</g)) names.add(name)
    const token = /<resumptionToken[^>]*>([^<]+)</.exec(text)?.[1]
    query = token ? `resumptionToken=${encodeURIComponent(token)}` : ''
  }
  if (names.size !== recordingCount) throw new Error(`${names.size} of ${recordingCount} records came`)
  return { times, bytes, seconds: (performance.now() - began) / 1000 }
}

/** The stored records alone, page by page by the same key, prepared and on one connection. */
async function readBare() {
  const pool = openPool(postgres.url, () => undefined)
  const client = await preparing(pool).connect()
  const times: number[] = []
  let after: [string, string] = ['-infinity', '']
  const began = performance.now()
  for (;;) {
    const from = performance.now()
    const { rows } = await client.query<{ at: string; name: string }>(
      `select ark_naan, ark_name as name, changed_at::text as at, sets, metadata from harvest_record
       where (changed_at, ark_name) > ($1::timestamptz, $2::text) order by changed_at, ark_name limit ${pageSize}`,
      after,
    )
    const last = rows.at(-1)
    if (!last) break
    times.push(performance.now() - from)
    after = [last.at, last.name]
  }
  client.release()
  await pool.end()
  return { times, seconds: (performance.now() - began) / 1000 }
}
