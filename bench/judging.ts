import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '#db/port.ts'
import { preparing } from '#db/prepared.ts'
import { readEnvironment } from '#environment'
import { findRunning } from '../src/operations/installation.ts'
import { pathsOf } from '../src/processes/folder.ts'
import { keepSecrets } from '../src/processes/secrets.ts'
import { startApplication } from './application.ts'
import { assessmentId, criterionIds, fillJudging, firstOf, judges, projects, tokenOf } from './judging-data.ts'
import type { Statement } from './load.ts'
import { listenIn } from './statements.ts'

/** How often each judge's sheet saves itself after it was opened. */
const saves = 5
const folder = mkdtempSync(path.join(tmpdir(), 'rintis-judging-'))
const data = path.join(folder, 'data')
const application = await startApplication(data, await freePort(), 'ukur-ukur-di-dahan-9')
try {
  const environment = readEnvironment({ RINTIS_DATA: data, RINTIS_URL: application.address })
  const url = (await findRunning(environment)) ?? ''
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await fillJudging(client)
  await client.end()
  await measure((await keepSecrets(environment, pathsOf(data).secret, false)).secret)
} finally {
  await application.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** All judges at once: each opens a sheet and has it saved while marking. Then the same by bare SQL alone. */
async function measure(secret: string): Promise<void> {
  const cookieOf = (judge: number) => {
    const token = tokenOf(judge)
    const signature = createHmac('sha256', secret).update(token).digest('base64')
    return `rintis-dev=${encodeURIComponent(`${token}.${signature}`)}`
  }
  const pathTo = (judge: number) => `/penilaian/${assessmentId}/lembar/${firstOf(judge).code}`
  const { pool, statementsOf } = await listenIn(data, application.address)
  const opening = await statementsOf(pathTo(0), { cookie: cookieOf(0) })
  const load = loadavg()[0]?.toFixed(1)
  const [opened, saved] = [[], []] as [number[], number[]]
  const began = performance.now()
  await Promise.all(
    Array.from({ length: judges }, async (_, judge) => {
      const headers = { cookie: cookieOf(judge), origin: application.address, accept: 'application/json' }
      const at = application.address + pathTo(judge)
      opened.push(await timed(() => ask(at, { headers: { cookie: headers.cookie } })))
      for (let save = 1; save <= saves; save += 1) {
        const body = new URLSearchParams({ revision: String(save), note: 'Catatan', act: 'save' })
        for (let criterion = 1; criterion <= criterionIds.length; criterion += 1)
          body.set(`mark_${criterion}`, String(60 + ((save + criterion) % 40)))
        saved.push(await timed(() => ask(at, { method: 'POST', headers, body })))
      }
    }),
  )
  const ours = (performance.now() - began) / 1000
  const bare = await bareSql(pool, opening)
  await pool.end()
  console.log(`load ${load}; ${judges} judges at once, ${projects} projects, ${opening.length} queries to open a sheet`)
  console.log('| what | p50 ms | p95 ms | bare SQL p50 ms | ratio |\n| --- | --- | --- | --- | --- |')
  line('a sheet is opened', opened, bare.opened)
  line('a sheet saves itself', saved, bare.saved)
  console.log(
    `\nall of it: ${ours.toFixed(1)} s, by bare SQL ${bare.seconds.toFixed(1)} s, ratio ${(ours / bare.seconds).toFixed(2)}`,
  )
}

/** The statements that open a sheet, and those by which marks are kept, on as many connections as the web process has. */
async function bareSql(pool: pg.Pool, opening: Statement[]) {
  const prepared = preparing(pool)
  const [opened, saved] = [[], []] as [number[], number[]]
  const began = performance.now()
  await Promise.all(
    Array.from({ length: judges }, async (_, judge) => {
      opened.push(
        await timed(async () => {
          const connection = await prepared.connect()
          for (const { sql, parameters } of opening) await connection.query(sql, parameters)
          connection.release()
        }),
      )
      for (let save = 0; save < saves; save += 1)
        saved.push(await timed(() => saveBare(pool, firstOf(judge).sheetId, save)))
    }),
  )
  return { opened, saved, seconds: (performance.now() - began) / 1000 }
}

async function saveBare(pool: pg.Pool, sheetId: string, save: number): Promise<void> {
  const connection = await pool.connect()
  const marks = criterionIds.map((_, at) => 60 + ((save + at + 7) % 40))
  await connection.query('begin')
  const { rows } = await connection.query(
    'update scoresheet set note = $2, revision = revision + 1 where id = $1 returning agency_id, revision',
    [sheetId, 'Catatan'],
  )
  const [{ agency_id: agency, revision }] = rows
  await connection.query('delete from mark where agency_id = $1 and scoresheet_id = $2', [agency, sheetId])
  await connection.query(
    `insert into mark (agency_id, scoresheet_id, criterion_id, mark)
     select $1, $2, m.criterion, m.mark from unnest($3::uuid[], $4::numeric[]) m (criterion, mark)`,
    [agency, sheetId, criterionIds, marks],
  )
  await connection.query(
    `insert into sheet_version (agency_id, scoresheet_id, revision, marks, note, saved_at)
     values ($1, $2, $3, $4, 'Catatan', now())`,
    [
      agency,
      sheetId,
      revision,
      JSON.stringify(Object.fromEntries(criterionIds.map((id, at) => [id, { mark: marks[at] }]))),
    ],
  )
  await connection.query('commit')
  connection.release()
}

async function ask(at: string, init: RequestInit): Promise<void> {
  const answer = await fetch(at, init)
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${at} was answered with ${answer.status}: ${text.slice(0, 500)}`)
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

function line(what: string, ours: number[], bare: number[]): void {
  const at = (times: number[], share: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0
  const [own, sql] = [at(ours, 0.5), at(bare, 0.5)]
  console.log(
    `| ${what} | ${own.toFixed(0)} | ${at(ours, 0.95).toFixed(0)} | ${sql.toFixed(0)} | ${(own / sql).toFixed(2)} |`,
  )
}
