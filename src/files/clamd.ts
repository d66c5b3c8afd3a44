import { connect, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { Source } from './blobs.ts'
import { bytesOf } from './hashing.ts'

/** What a virus scanner says of some bytes. */
export type Checked = { found: 'nothing' } | { found: 'threat'; threat: string } | { found: 'too large' }

/** A program that looks for viruses. Both throw, or say false, where it cannot be asked. */
export type Scanner = {
  check(source: Source): Promise<Checked>
  answers(): Promise<boolean>
}

/** Milliseconds: until it is reached, and until it has answered. */
type Patience = { reach: number; answer: number }

/** ClamAV's daemon at `tcp://host:port` or `unix:/path`, spoken to as `man clamd` says (INSTREAM). */
export function openClamd(url: string, patience: Patience = { reach: 5_000, answer: 900_000 }): Scanner {
  const { protocol, hostname, port, pathname } = new URL(url)
  const place =
    protocol === 'unix:' ? { path: decodeURIComponent(pathname) } : { host: hostname, port: Number(port) || 3310 }
  return {
    check: async (source) => verdictOf(await ask(place, framed(source), patience)),
    answers: async () => {
      const answer = await ask(place, bytesOf(Buffer.from('zPING\0')), { ...patience, answer: patience.reach })
      return answer === 'PONG'
    },
  }
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
async function ask(place: Place, question: Source, { reach, answer }: Patience): Promise<string> {
  const socket = connect(place)
  socket.setTimeout(reach, () => socket.destroy(new Error('The virus scanner is not reached.')))
  socket.once('connect', () => socket.setTimeout(0))
  const late = setTimeout(() => socket.destroy(new Error('The virus scanner does not answer.')), answer)
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

const hungUp = () => new Error('The virus scanner hung up without an answer.')

/** A scanner that was told to report what it did not look into whole says so as if it had found something. */
function verdictOf(answer: string): Checked {
  const [, threat] = /^stream: (.+) FOUND$/.exec(answer) ?? []
  if (threat?.startsWith('Heuristics.Limits.Exceeded') || /size limit exceeded/i.test(answer))
    return { found: 'too large' }
  if (threat) return { found: 'threat', threat }
  if (answer === 'stream: OK') return { found: 'nothing' }
  throw new Error(`The virus scanner answers: ${answer.slice(0, 200)}`)
}
