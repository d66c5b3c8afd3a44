import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { exitCodes, Halt } from '#kit/halt.ts'
import { Refusal } from '#kit/refusal.ts'

/** Ends the process: after a `Halt` or a `Refusal` with its sentence, after anything else with a number to look for in the log. */
export function end(error: unknown): never {
  if (error instanceof Halt) {
    process.stderr.write(`${error.sentence}\n`)
    process.exit(exitCodes[error.reason])
  }
  if (error instanceof Refusal) {
    process.stderr.write(`${error.sentence}\n`)
    process.exit(exitCodes.failed)
  }
  const reference = randomBytes(4).toString('hex')
  process.stderr.write(`${inspect(error)}\n`)
  process.stderr.write(`Rintis berhenti karena kesalahan pada programnya sendiri (nomor rujukan ${reference}).\n`)
  process.exit(exitCodes.bug)
}

/** Aborted when this process is to end: by a signal, by its parent's word, or because its parent is gone. */
export function untilStopped(): AbortSignal {
  const stopped = new AbortController()
  const stop = () => stopped.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  process.on('disconnect', stop)
  process.on('message', (message) => {
    if (message === 'stop') stop()
  })
  return stopped.signal
}

/** Resolves when the signal is aborted. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
