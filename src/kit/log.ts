import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { type Level, type Logger, multistream, pino, stdSerializers } from 'pino'

export type { Logger } from 'pino'

const keptDays = 30

/** A log of one process: one JSON object a line, to `folder/rintis-<day>.log` and to stderr. No personal data. */
export function openLog(folder: string, level: Level | 'silent', process_: string): Logger {
  // Whoever sits before a terminal reads what is wrong; a service manager collects everything.
  const terminal: Level = process.stderr.isTTY ? 'warn' : 'trace'
  return pino(
    { level, base: { process: process_ }, serializers: { err: errorInWords } },
    multistream([
      { level: 'trace', stream: dailyFile(folder) },
      { level: terminal, stream: { write: (line: string) => writeSync(2, withoutPersons(line)) } },
    ]),
  )
}

/** What a log may keep of an error: PostgreSQL's `detail` and `where` quote rows, so they are left out. */
function errorInWords(error: Error) {
  const { type, message, stack } = stdSerializers.err(error)
  return { type, message, stack, ...('code' in error && { code: error.code }) }
}

/** What a message quotes by mistake: numbers as long as a NIP, and e-mail addresses. */
const withoutPersons = (line: string): string =>
  line.replace(/(?<!\d)\d{18}(?!\d)/g, '[NIP]').replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[surel]')

/** Written at once, so that the last words of a process that dies are there; a new file each day (UTC). */
function dailyFile(folder: string): { write(line: string): void } {
  let day = ''
  let file: number | undefined
  return {
    write(line) {
      const today = new Date().toISOString().slice(0, 10)
      if (today !== day) {
        if (file !== undefined) closeSync(file)
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        file = openSync(path.join(folder, `rintis-${today}.log`), 'a', 0o600)
        day = today
        removeOld(folder)
      }
      if (file !== undefined) writeSync(file, withoutPersons(line))
    },
  }
}

function removeOld(folder: string): void {
  const logs = readdirSync(folder).filter((name) => /^rintis-[\d-]{10}\.log$/.test(name))
  for (const name of logs.sort().slice(0, -keptDays)) rmSync(path.join(folder, name), { force: true })
}
