import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { type Postgres, startPostgres } from './embedded.ts'

const home = freshFolder()
const folder = path.join(home, 'postgres')
const lock = path.join(folder, 'data', 'postmaster.pid')
let running: Postgres | undefined

async function start(): Promise<Postgres> {
  running = await startPostgres({
    folder,
    secretFolder: path.join(home, 'secret'),
    logFile: path.join(home, 'postgres.log'),
    settings: ['fsync=off'],
  })
  return running
}

afterEach(() => running?.stop())

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query({ text: question, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

test('a folder that was left half made and holds no data is made anew', async () => {
  await mkdir(path.join(folder, 'data.new', 'base'), { recursive: true })
  await mkdir(path.join(folder, 'data', 'global'), { recursive: true })
  const { url } = await start()
  expect(await ask(url, 'show data_checksums')).toBe('on')
  expect(await ask(url, "select datlocale from pg_database where datname = 'rintis'")).toBe('C.UTF-8')
  expect(await ask(url, 'select count(*)::int from pg_hba_file_rules where auth_method <> $$scram-sha-256$$')).toBe(0)
})

test('a second start has the same port and password', async () => {
  const first = await start()
  await first.stop()
  const second = await start()
  expect(second.url).toBe(first.url)
  expect(second.pid).not.toBe(first.pid)
})

test('a server whose starter has died is adopted, and stopped as if it were our own', async () => {
  const first = await start()
  const second = await start()
  expect(second.pid).toBe(first.pid)
  await second.stop()
  await first.exited
})

test('after SIGKILL it recovers, also when its number in the lock file now belongs to a stranger', async () => {
  const first = await start()
  const left = await readFile(lock, 'utf8')
  process.kill(first.pid, 'SIGKILL')
  await first.exited
  await writeFile(lock, left.replace(/^\d+/, String(process.ppid)))
  const second = await start()
  expect(await ask(second.url, 'select 1')).toBe(1)
})

test('a folder that lost its beginning but holds data is left alone, with a sentence', async () => {
  await (await start()).stop()
  await rm(path.join(folder, 'data', 'PG_VERSION'))
  await expect(start()).rejects.toMatchObject({ reason: 'folder', sentence: expect.stringContaining('berisi data') })
  await writeFile(path.join(folder, 'data', 'PG_VERSION'), '17\n')
  await expect(start()).rejects.toMatchObject({ reason: 'folder', sentence: expect.stringContaining('PostgreSQL 17') })
  await writeFile(path.join(folder, 'data', 'PG_VERSION'), '18\n')
})

test('a password that is not the folder’s own is said', async () => {
  await (await start()).stop()
  await writeFile(path.join(home, 'secret', 'database-password'), 'another')
  await expect(start()).rejects.toMatchObject({ reason: 'folder', sentence: expect.stringContaining('Sandi') })
})
