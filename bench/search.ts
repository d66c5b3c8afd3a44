import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LogEvent, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { forAgency } from '#db'
import { openDatabase, openPool } from '#db/connect.ts'
import { startPostgres } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { preparing } from '#db/prepared.ts'
import { openVault } from '#db/vault.ts'
import { answer, readSearch, suggest } from '#gallery'
import type { Actor } from '#kit/actor.ts'
import { accountId, fillSearch, largeAgency, usualAgency } from './search-data.ts'

const rounds = Number(process.env.RINTIS_ROUNDS ?? 5)
const times = 20
const now = new Date('2026-11-24T02:00:00Z')

/** What is asked: the commonest word, a rare one, two that meet, a slip of the pen, choices, and while one types. */
const questions: [string, Record<string, string>][] = [
  ['a common word', { q: 'layanan' }],
  ['a rarer word', { q: 'audiobook' }],
  ['two words', { q: 'pelatihan pustakawan' }],
  ['misspelt', { q: 'preservsi arsip' }],
  ['a common word, two facets', { q: 'layanan', jenis: 'dokumentasi', area: 'pelayanan-publik' }],
  ['two facets alone', { jenis: 'proyek', tahun: '2024' }],
]

const asked = process.argv.indexOf('--years')
const years = asked > 0 ? Number(process.argv[asked + 1]) : undefined

const kept = process.argv.indexOf('--folder')
const folder =
  kept > 0 ? path.resolve(process.argv[kept + 1] ?? '') : mkdtempSync(path.join(tmpdir(), 'rintis-search-'))
const postgres = await startPostgres({
  folder: path.join(folder, 'postgres'),
  secretFolder: path.join(folder, 'secret'),
  logFile: path.join(folder, 'postgres.log'),
})
try {
  await migrate(postgres.url)
  const pool = openPool(postgres.url, () => undefined)
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

/** As the owner: without triggers, and with the indexes made when the rows are there. */
async function fill(): Promise<void> {
  const pool = new (await import('pg')).default.Pool({ connectionString: postgres.url, max: 1 })
  const client = await pool.connect()
  await fillSearch(client, console.log, years)
  client.release()
  await pool.end()
}

/**
 * What each search asks of the database, on one connection and prepared, as a page does: the sum of its round trips.
 * Other work on the machine lengthens them, so a row is measured in rounds, and the quietest is given with the widest.
 * Beside it the bare query of the same words: how many entries of the agency match.
 */
async function measure(pool: pg.Pool): Promise<void> {
  const heard: LogEvent[] = []
  const nobody = async () => undefined
  const vault = openVault(Buffer.alloc(32, 1), Buffer.alloc(32, 2))
  const log = (event: LogEvent) => heard.push(event)
  const database = openDatabase(pool, { publish: nobody, send: nobody, vault, log })
  const client = await preparing(pool).connect()
  console.log('| asker | search | found | queries | p50 ms | p95 ms | p95 in the widest round | bare p50 ms | ratio |')
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |')
  for (const [name, agencyId] of Object.entries({ 'usual agency': usualAgency, 'large agency': largeAgency })) {
    const roles: Actor['roles'] = ['secretariat']
    const actor: Actor = { agencyId, accountId, personId: null, unitId: null, roles, standings: [] }
    const asker = { db: forAgency(database, agencyId), actor }
    for (const [what, query] of questions) {
      heard.length = 0
      const { total } = await answer(asker, readSearch(query))
      await row(client, [name, what, String(total)], heard, agencyId)
    }
    heard.length = 0
    const found = await suggest(asker, 'perpus')
    await row(client, [name, 'while typing “perpus”', String(found.length)], heard, agencyId)
  }
  const anybody = { db: database, actor: null, now }
  for (const [what, query] of [...questions.slice(0, 4), ['all that is public', {}] as const]) {
    heard.length = 0
    const { total } = await answer(anybody, readSearch(query))
    await row(client, ['anybody', what, String(total)], heard, null)
  }
  client.release()
}

async function row(client: PostgresPoolClient, names: string[], heard: LogEvent[], agencyId: string | null) {
  const statements = heard.map(({ query }) => ({ text: query.sql, parameters: [...query.parameters] }))
  const words = statements.flatMap(({ parameters }) => parameters).find((one) => /^\(\('/.test(String(one)))
  const of = agencyId === null ? 'is_public and $2::uuid is null' : 'not is_public and agency_id = $2::uuid'
  const bare = {
    text: `select count(*) from search_entry where ($1::text is null or words @@ $1::tsquery) and ${of}`,
    parameters: [words ?? null, agencyId],
  }
  if (words !== undefined) bare.text = `select count(*) from search_entry where words @@ $1::tsquery and ${of}`
  const [own, alone] = [await roundsOf(client, statements), await roundsOf(client, [bare])]
  const best = own.toSorted((a, b) => a.p50 - b.p50)[0] ?? { p50: 0, p95: 0 }
  const widest = Math.max(...own.map(({ p95 }) => p95))
  const floor = Math.min(...alone.map(({ p50 }) => p50))
  const figures = [best.p50, best.p95, widest, floor].map((value) => value.toFixed(1))
  console.log(`| ${[...names, statements.length, ...figures, (best.p50 / floor).toFixed(1)].join(' | ')} |`)
}

type Sent = { text: string; parameters: unknown[] }

async function roundsOf(client: PostgresPoolClient, statements: Sent[]): Promise<{ p50: number; p95: number }[]> {
  const measured: { p50: number; p95: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const sums: number[] = []
    for (let time = 0; time < times; time += 1) {
      const began = performance.now()
      for (const { text, parameters } of statements) await client.query(text, parameters)
      sums.push(performance.now() - began)
    }
    const sorted = sums.toSorted((a, b) => a - b)
    measured.push({ p50: sorted[times / 2] ?? 0, p95: sorted[Math.floor(times * 0.95)] ?? 0 })
  }
  return measured
}
