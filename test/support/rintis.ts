import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { freePort } from '#db/port.ts'

export type Rintis = {
  /** Where it answers; only after `isReady`. */
  address: string
  pid: number
  /** What it wrote so far. */
  stdout(): string
  stderr(): string
  /** Resolves with its exit code. */
  exited: Promise<number | null>
  kill(signal: NodeJS.Signals): void
  /** The processes that it keeps running. */
  pidOf(child: 'web' | 'worker'): number | undefined
}

/** Starts the built application as `npm start` does, on a free port; what still runs when the test ends is ended. */
export async function startRintis(
  data: string,
  { env = {}, args = [] }: { env?: Record<string, string>; args?: string[] } = {},
): Promise<Rintis> {
  const port = env.PORT ?? String(await freePort())
  const child = spawn(process.execPath, ['bin/start.mjs', ...args], {
    env: { ...shared(), RINTIS_DATA: data, PORT: port, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (text) => {
    said.stdout += text
  })
  child.stderr.on('data', (text) => {
    said.stderr += text
  })
  const exited = once(child, 'close').then(([code]) => code as number | null)
  onTestFinished(() => end(child, exited, data), endsWithin + 20_000)
  return {
    address: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    exited,
    kill: (signal) => child.kill(signal),
    pidOf: (name) => childOf(child.pid ?? 0, name),
  }
}

/** What one start of a run compiled the next ones need not. */
const shared = () => ({ PATH: process.env.PATH, NODE_COMPILE_CACHE: path.join(inject('scratch'), 'compiled') })

/** Starts it and waits until it says that it is ready. */
export async function startReady(...how: Parameters<typeof startRintis>): Promise<Rintis> {
  const rintis = await startRintis(...how)
  await until(() => /^Rintis siap: /m.test(rintis.stdout()), 240_000, rintis.exited)
  return rintis
}

/** Asks again and again until the answer is true; fails after so many milliseconds, or when `ended` resolves. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  within = 60_000,
  ended?: Promise<unknown>,
): Promise<void> {
  let hasEnded = false
  ended?.then(() => {
    hasEnded = true
  })
  const last = Date.now() + within
  while (!(await isTrue())) {
    if (hasEnded) throw new Error('It ended before what was waited for came about.')
    if (Date.now() > last) throw new Error(`It did not come about within ${within} ms: ${isTrue}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The process of PostgreSQL on the data folder; undefined where none has written itself down. */
export function postgresOf(data: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path.join(data, 'postgres/data/postmaster.pid'), 'utf8'), 10)
  } catch {
    return undefined
  }
}

/** Whether a process of this number runs. */
export function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Read rather than asked of `ps`: it is asked again and again by those who wait. */
function childOf(parent: number, name: string): number | undefined {
  const pids = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ')
  return pids.map(Number).find((pid) => commandOf(pid).includes(`\0--child\0${name}\0`))
}

/** Its arguments, each with a NUL behind it; empty once it has ended. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

const endsWithin = 30_000

/** As Ctrl-C does, so that nothing is left whatever it was at; only what does not heed it is killed. */
async function end(child: ChildProcess, exited: Promise<unknown>, data: string): Promise<void> {
  const late = setTimeout(() => child.kill('SIGKILL'), endsWithin)
  child.kill('SIGTERM')
  await exited
  clearTimeout(late)
  const postgres = postgresOf(data)
  if (!postgres || !runs(postgres)) return
  process.kill(postgres, 'SIGQUIT')
  await until(() => !runs(postgres), 10_000)
}
