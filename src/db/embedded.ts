import { spawn } from 'node:child_process'
import { mkdir, open, readFile, readlink, realpath, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { absent, isCode } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { keepPassword, lastLine, makeCluster, serverEnvironment } from './cluster.ts'
import { chooseRunner, commandOf, findNative, give, type Runner, reachableFolder } from './native.ts'
import { isFree, keepPort } from './port.ts'

/** A running server, started by us or found running on our folder. */
export type Postgres = {
  /** The database `rintis` as its owner; holds the password. */
  url: string
  pid: number
  /** Ends it, letting transactions that run be rolled back; resolves when it has ended. */
  stop(): Promise<void>
  /** Resolves when it has ended, for whatever reason. */
  exited: Promise<void>
}

export type PostgresOptions = {
  /** The folder that is all PostgreSQL's (`postgres/` in the data folder); made if missing. */
  folder: string
  /** Where the owner's password is kept. */
  secretFolder: string
  /** This port or none; without it a free one, kept in `folder/port`. */
  port?: number | undefined
  /** The server's own log. */
  logFile: string
  /** Hears where the cluster lies, when it cannot lie in `folder`. */
  say?: (sentence: string) => unknown
  /** Server settings beside ours, as `name=value`. */
  settings?: string[]
}

const startsWithin = 60_000
const stopsWithin = 10_000
/** Bytes after which the next start begins the log anew, keeping one old. */
const longestLog = 10_000_000

/** Starts PostgreSQL on the folder, makes what is missing, and waits until it answers. Throws `Halt`. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 })
  await mkdir(options.secretFolder, { recursive: true, mode: 0o700 })
  const runner = await chooseRunner(await findNative(), await realpath(options.folder))
  const folder = await reachableFolder(runner, await realpath(options.folder))
  if (folder !== (await realpath(options.folder)))
    options.say?.(`PostgreSQL menyimpan datanya di ${folder}, karena akunnya tidak dapat mencapai ${options.folder}.`)
  await give(folder, runner.account)
  const password = await keepPassword(options.secretFolder)
  await makeCluster(runner, folder, password)
  const data = path.join(folder, 'data')
  const orphan = await findOrphan(data)
  const running = orphan ? adopt(orphan.pid) : await launch(runner, data, options)
  const url = addressAt(orphan?.port ?? running.port, password)
  try {
    const maintenance = new URL('/postgres', url).href
    await answers(maintenance, running.exited, options.logFile)
    await makeDatabase(maintenance)
  } catch (error) {
    if (!orphan) await stop(running)
    throw error
  }
  return { url: url.href, pid: running.pid, exited: running.exited, stop: () => stop(running) }
}

/** The address of the server that `startPostgres` started for another process on the same folders. */
export async function addressOfPostgres(options: Pick<PostgresOptions, 'folder' | 'secretFolder'>): Promise<string> {
  const port = await readFile(path.join(options.folder, 'port'), 'utf8')
  return addressAt(port.trim(), await keepPassword(options.secretFolder)).href
}

function addressAt(port: string | number | undefined, password: string): URL {
  const url = new URL(`postgres://rintis@127.0.0.1:${port}/rintis`)
  url.password = password
  return url
}

type Running = { pid: number; port?: number; exited: Promise<void> }

async function launch(runner: Runner, data: string, options: PostgresOptions): Promise<Running> {
  const port = await keepPort(path.join(options.folder, 'port'), options.port)
  if (!(await isFree(port)))
    throw new Halt('port', `Porta ${port} untuk PostgreSQL sudah dipakai: ubah RINTIS_DATABASE_PORT.`)
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    // Errors of statements quote values, which may be personal; the application logs its own errors.
    'log_min_messages=log',
    'log_error_verbosity=terse',
    ...(options.settings ?? []),
  ]
  const [program, args] = commandOf(runner, 'postgres', ['-D', data, ...settings.flatMap((each) => ['-c', each])])
  await mkdir(path.dirname(options.logFile), { recursive: true })
  if (((await stat(options.logFile).catch(absent))?.size ?? 0) > longestLog)
    await rename(options.logFile, `${options.logFile}.old`)
  const log = await open(options.logFile, 'a', 0o600)
  // A session of its own: Ctrl-C reaches us alone, so that we can stop it after the pools are closed.
  const child = spawn(program, args, {
    stdio: ['ignore', log.fd, log.fd],
    env: serverEnvironment,
    cwd: data,
    detached: true,
    ...runner.account,
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  await log.close()
  return { pid: child.pid ?? 0, port, exited }
}

/** The server that still runs on this folder after whoever started it has died. */
async function findOrphan(data: string): Promise<{ pid: number; port: number } | undefined> {
  const lock = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(absent)
  if (lock === undefined) return undefined
  const [pid = '', , , port = ''] = lock.split('\n')
  if (!isAlive(Number(pid))) return undefined
  if (await runsOn(Number(pid), data)) return { pid: Number(pid), port: Number(port) }
  // The number now belongs to a stranger, and PostgreSQL would take it for itself. A number that no process can
  // have keeps its other check, that no shared memory is in use.
  await writeFile(path.join(data, 'postmaster.pid'), lock.replace(/^\d+/, '999999999'))
  return undefined
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/** PostgreSQL works in its data folder; where that cannot be seen, the lock file is believed. */
async function runsOn(pid: number, data: string): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const works = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return works === data
}

function adopt(pid: number): Running {
  const watch = async () => {
    while (isAlive(pid)) await pause(250)
  }
  return { pid, exited: watch() }
}

async function answers(url: string, exited: Promise<void>, logFile: string): Promise<void> {
  const ended = exited.then(() => 'ended' as const)
  const until = Date.now() + startsWithin
  while (Date.now() < until) {
    const answer = await Promise.race([ended, ask(url)])
    if (answer === 'yes') return
    if (answer === 'ended') break
    await pause(20)
  }
  const said = await readFile(logFile, 'utf8').catch(() => '')
  throw new Halt('database', `PostgreSQL tidak mau berjalan: ${lastLine(said)} (lihat ${logFile})`)
}

async function ask(url: string): Promise<'yes' | 'not yet'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'yes'
  } catch (error) {
    if (isCode(error, '28P01'))
      throw new Halt('folder', 'Sandi di secret/database-password bukan milik folder postgres/: pulihkan keduanya.')
    return 'not yet'
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'rintis'")
    if (rowCount === 0) await client.query('create database rintis')
  } finally {
    await client.end()
  }
}

/** Fast shutdown; after the grace an immediate one, which the next start recovers from. */
async function stop({ pid, exited }: Running): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const late = new AbortController()
  const tooLate = pause(stopsWithin, 'late' as const, { signal: late.signal }).catch(() => 'late' as const)
  const outcome = await Promise.race([exited, tooLate])
  late.abort()
  if (outcome === 'late') process.kill(pid, 'SIGQUIT')
  await exited
}
