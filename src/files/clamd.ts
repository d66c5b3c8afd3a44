import { connect, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { isCode } from '#kit/disk.ts'
import type { Source } from './blobs.ts'
import { bytesOf } from './hashing.ts'

/** What a virus scanner says of some bytes. */
export type Checked = { found: 'nothing' } | { found: 'threat'; threat: string } | { found: 'too large' }

/** A program that looks for viruses. */
export type Scanner = {
  /** Throws where it cannot be asked. */
  check(source: Source): Promise<Checked>
  /** Why it cannot be asked, in words; null where it works. */
  whyAway(): Promise<string | null>
  /** Milliseconds for which whoever uploads is kept waiting; what takes longer goes on without them. */
  patience: number
  /** Hears why a check came to nothing. */
  failed(error: unknown): void
}

type Options = {
  /** Milliseconds: until it is reached, and until it has answered. */
  reach: number
  answer: number
} & Pick<Scanner, 'patience' | 'failed'>

const usual: Options = { reach: 5_000, answer: 900_000, patience: 20_000, failed: () => undefined }

/** ClamAV's daemon at `tcp://host:port` or `unix:/path`, spoken to as `man clamd` says (INSTREAM). */
export function openClamd(url: string, options: Partial<Options> = {}): Scanner {
  const { reach, answer, patience, failed } = { ...usual, ...options }
  const { protocol, hostname, port, pathname } = new URL(url)
  const place =
    protocol === 'unix:' ? { path: decodeURIComponent(pathname) } : { host: hostname, port: Number(port) || 3310 }
  return {
    check: async (source) => verdictOf(await ask(place, framed(source), { reach, answer })),
    // It is given something to look at: one whose disk is full, say, answers when it is called, and checks nothing.
    whyAway: async () => {
      try {
        verdictOf(await ask(place, framed(bytesOf(Buffer.from('rintis'))), { reach, answer: reach }))
        return null
      } catch (error) {
        return inWords(error)
      }
    },
    patience,
    failed,
  }
}

/** The scanner could not be asked, for a reason that whoever runs it understands. */
class Unasked extends Error {
  readonly words: string

  constructor(message: string, words: string) {
    super(message)
    this.words = words
  }
}

const cutOff = 'memutus sambungan tanpa menjawab'

function inWords(error: unknown): string {
  if (error instanceof Unasked) return error.words
  if (isCode(error, 'ECONNRESET') || isCode(error, 'EPIPE')) return cutOff
  if (isCode(error, 'ECONNREFUSED')) return 'sambungannya ditolak, mungkin belum dijalankan'
  if (isCode(error, 'ENOENT')) return 'soket yang disebut di CLAMD_URL tidak ada'
  if (isCode(error, 'ENOTFOUND')) return 'nama server di CLAMD_URL tidak dikenal'
  return error instanceof Error ? error.message : 'sebabnya tidak diketahui'
}

/** The command, each part behind its length, and a length of nothing at the end. */
async function* framed(source: Source): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for await (const part of source) {
    if (part.length === 0) continue
    yield lengthOf(part.length)
    yield part
  }
  yield lengthOf(0)
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

type Place = { path: string } | { host: string; port: number }

/** Sends it, and returns what comes back. One who has heard enough may answer and hang up before the end. */
async function ask(
  place: Place,
  question: Source,
  { reach, answer }: Pick<Options, 'reach' | 'answer'>,
): Promise<string> {
  const socket = connect(place)
  socket.setTimeout(reach, () => socket.destroy(new Unasked('The virus scanner is not reached.', 'tidak tersambung')))
  socket.once('connect', () => socket.setTimeout(0))
  const late = setTimeout(
    () => socket.destroy(new Unasked('The virus scanner does not answer.', 'tersambung, tetapi tidak menjawab')),
    answer,
  )
  const heard = new Promise<string>((resolve, reject) => {
    let said = ''
    const end = (error?: Error) => (said === '' ? reject(error ?? hungUp()) : resolve(said))
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      said += part
      if (said.includes('\0')) end()
    })
    socket.once('end', () => end())
    socket.once('error', end)
    socket.once('close', () => end())
  })
  // What breaks on the way there is told by what is heard: an answer, or the same break.
  send(socket, question).catch((error) => socket.destroy(error))
  try {
    return (await heard).replace(/\0.*$/s, '').trim()
  } finally {
    clearTimeout(late)
    socket.destroy()
  }
}

/** No faster than it is taken, and not to one who has hung up. */
async function send(socket: Socket, question: Source): Promise<void> {
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  for await (const part of question) {
    // An answer that has come is heard before more is said: what is said to one who hung up breaks the line.
    await setImmediate()
    if (socket.destroyed) return
    if (!socket.write(part)) await Promise.race([closed, new Promise<void>((resolve) => socket.once('drain', resolve))])
  }
}

const hungUp = () => new Unasked('The virus scanner hung up without an answer.', cutOff)

/** A scanner that was told to report what it did not look into whole says so as if it had found something. */
function verdictOf(answer: string): Checked {
  const [, threat] = /^stream: (.+) FOUND$/.exec(answer) ?? []
  if (threat?.startsWith('Heuristics.Limits.Exceeded') || /size limit exceeded/i.test(answer))
    return { found: 'too large' }
  if (threat) return { found: 'threat', threat }
  if (answer === 'stream: OK') return { found: 'nothing' }
  const said = answer.slice(0, 200)
  throw new Unasked(`The virus scanner answers: ${said}`, `menjawab "${said}"`)
}
