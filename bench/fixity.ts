import { createHash, randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openDatabase, openPool } from '#db/connect.ts'
import { startPostgres } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { openVault } from '#db/vault.ts'
import { openLocalFolder } from '#files'
import { fixityJob } from '#preservation'
import { idOf } from './national-data.ts'

const asked = process.argv.indexOf('--files')
/** Small files as offices keep them, and one film: what each costs is measured apart. */
const smallFiles = asked > 0 ? Number(process.argv[asked + 1]) : 10_000
const smallBytes = 50_000
const filmBytes = 2_000_000_000
const wanted = 250_000

const agency = idOf('agency', 0)
const account = idOf('account')
const folder = mkdtempSync(path.join(tmpdir(), 'rintis-fixity-'))
const postgres = await startPostgres({
  folder: path.join(folder, 'postgres'),
  secretFolder: path.join(folder, 'secret'),
  logFile: path.join(folder, 'postgres.log'),
})
try {
  await migrate(postgres.url)
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`insert into agency (id, slug, name) values ($1, 'ukur', 'Instansi')`, [agency])
  await client.query(`insert into account (id, name, email) values ($1, 'Ukur', 'ukur@ukur.example')`, [account])
  mkdirSync(path.join(folder, 'files', agency), { recursive: true })
  const pool = openPool(postgres.url, () => undefined)
  for (let number = 0; number < smallFiles; number += 1) await put(client, randomBytes(smallBytes))
  const small = await round(pool, client)
  await client.query('delete from file')
  await putFilm(client)
  const film = await round(pool, client)
  const [perSecond, bytesPerSecond] = [smallFiles / small, filmBytes / film]
  console.log(`load ${loadavg()[0]?.toFixed(1)}, at half pace as in production`)
  console.log(`${smallFiles} files of ${smallBytes / 1000} kB: ${perSecond.toFixed(0)} a second`)
  console.log(`one film of ${filmBytes / 1e9} GB: ${(bytesPerSecond / 1e6).toFixed(0)} MB a second`)
  // A call of the job works for eight minutes of every ten.
  const hours = (seconds: number) => (seconds / 3600 / 0.8).toFixed(1)
  console.log(
    `${wanted} such files: ${hours(wanted / perSecond)} h; a terabyte of film: ${hours(1e12 / bytesPerSecond)} h`,
  )
  await pool.end()
  await client.end()
} catch (error) {
  // Said before the database goes, whose end would be heard instead.
  console.error(error)
  process.exitCode = 1
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

function named(sha256: string): string {
  return path.join(folder, 'files', agency, sha256)
}

async function put(client: pg.Client, bytes: Buffer): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(named(sha256), bytes)
  await name(client, sha256, bytes.length)
}

/** Written part by part, and under its own hash only at its end. */
async function putFilm(client: pg.Client): Promise<void> {
  const part = randomBytes(10_000_000)
  const hash = createHash('sha256')
  const half = path.join(folder, 'film')
  const file = openSync(half, 'w')
  for (let at = 0; at < filmBytes; at += part.length) {
    hash.update(part)
    writeSync(file, part)
  }
  closeSync(file)
  const sha256 = hash.digest('hex')
  await openLocalFolder(path.join(folder, 'files')).putFile(agency, half)
  await name(client, sha256, filmBytes)
}

async function name(client: pg.Client, sha256: string, size: number): Promise<void> {
  await client.query(
    `insert into file (agency_id, id, sha256, size, name, media_type, thing_kind, thing_id, account_id)
     values ($1, gen_random_uuid(), $2, $3, 'ukur', 'application/pdf', 'evidence', gen_random_uuid(), $4)`,
    [agency, sha256, size, account],
  )
}

/** A whole round as the worker does it, with its rests; the seconds that it took. */
async function round(pool: pg.Pool, client: pg.Client): Promise<number> {
  await client.query('delete from fixity_round')
  const nobody = async () => undefined
  const vault = openVault(Buffer.alloc(32, 1), Buffer.alloc(32, 2))
  const database = openDatabase(pool, { publish: nobody, send: nobody, vault })
  const findCopy = async function* find() {}
  const storages = [{ name: 'local', blobs: openLocalFolder(path.join(folder, 'files')), findCopy }]
  const began = performance.now()
  const isOver = async () => (await client.query('select from fixity_round where ended_at is not null')).rowCount === 1
  while (!(await isOver())) await fixityJob.run(database, new Date(), { fixity: { storages, clock: () => new Date() } })
  return (performance.now() - began) / 1000
}
