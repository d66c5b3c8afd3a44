import { spawn } from 'node:child_process'

/** Why a program did not do what it was asked: it said no, took too long, was killed, or whoever asked has to end. */
export type Failure = 'refused' | 'late' | 'killed' | 'stopped'

export class ToolFailure extends Error {
  readonly failure: Failure
  /** The end of what the program said. */
  readonly said: string

  constructor(failure: Failure, said: string) {
    super(`${failure}: ${said.slice(-500)}`)
    this.failure = failure
    this.said = said
  }
}

export type Running = {
  /** Words before the program: what makes it gentle, and ends it with us. */
  before: readonly string[]
  /** The folder in which it runs and may write. */
  folder: string
  /** After so many seconds it is ended. */
  within: number
  signal: AbortSignal
  /** Hears, in seconds, how far into the film it has come. */
  onReached?: (seconds: number) => void
}

const mostSaid = 20_000
const mostAnswered = 2_000_000

/**
 * Runs a program on a stranger's file: without our environment, in a process group of its own that is killed as a
 * whole. Returns what it answered and what it said. Throws `ToolFailure`.
 */
export function runTool(
  tool: string,
  args: readonly string[],
  { before, folder, within, signal, onReached }: Running,
): Promise<{ answer: string; said: string }> {
  if (signal.aborted) return Promise.reject(new ToolFailure('stopped', ''))
  const [program = tool, ...rest] = [...before, tool, ...args]
  const child = spawn(program, rest, {
    cwd: folder,
    env: { PATH: process.env.PATH },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [answer, said, failure] = ['', '', 'refused' as Failure]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (!onReached) answer = (answer + text).slice(0, mostAnswered)
    const [, microseconds] = [...text.matchAll(/out_time_us=(\d+)/g)].at(-1) ?? []
    if (microseconds) onReached?.(Number(microseconds) / 1e6)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-mostSaid)
  })
  const end = (why: Failure) => {
    failure = why
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended by itself meanwhile.
    }
  }
  const clock = setTimeout(() => end('late'), within * 1000)
  const stop = () => end('stopped')
  signal.addEventListener('abort', stop)
  return new Promise((resolve, reject) => {
    const settle = (isDone: boolean) => {
      clearTimeout(clock)
      signal.removeEventListener('abort', stop)
      if (isDone) resolve({ answer, said })
      else reject(new ToolFailure(failure, said))
    }
    child.once('error', (error) => {
      said += String(error)
      settle(false)
    })
    child.once('close', (code, killedBy) => {
      if (killedBy !== null && failure === 'refused') failure = 'killed'
      settle(code === 0)
    })
  })
}
