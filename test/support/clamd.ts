import { createServer, type Socket } from 'node:net'
import { openClamd, type Scanner } from '#files'
import { afterFile } from './after-file.ts'

/** Bytes that the daemon below takes for a virus. */
export const virus = Buffer.from('RINTIS-VIRUS-UJI')

type Daemon = {
  scanner: Scanner
  url: string
  /** Bytes of the longest stream that it takes. */
  most: number
  /** Refused: it hangs up at once. Silent: it hears all and says nothing. Broken: it answers with an error. */
  mood: 'well' | 'refused' | 'silent' | 'broken'
  /** Heard before an answer about a stream is given. */
  before: () => Promise<void>
  /** Why checks came to nothing. */
  failures: unknown[]
  /** How many streams it was sent. */
  streams: number
}

/** A daemon that speaks clamd's protocol (zINSTREAM) and knows one virus. */
export async function startClamd(mood: Daemon['mood'] = 'well'): Promise<Daemon> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (daemon.mood === 'refused') socket.destroy()
    else hear(socket, daemon)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `tcp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const failures: unknown[] = []
  const failed = (error: unknown) => void failures.push(error)
  const scanner = openClamd(url, { reach: 10_000, answer: 10_000, failed })
  const daemon: Daemon = { url, scanner, most: 1_000_000, mood, streams: 0, before: async () => {}, failures }
  afterFile(() => server.close())
  return daemon
}

function hear(socket: Socket, daemon: Daemon): void {
  let heard = Buffer.alloc(0)
  let stream: Buffer[] | undefined
  const say = (answer: string) => {
    if (daemon.mood !== 'silent') socket.end(`${daemon.mood === 'broken' ? 'stream: broken ERROR' : answer}\0`)
  }
  socket.on('data', (part) => {
    heard = Buffer.concat([heard, part])
    if (!stream) {
      const end = heard.indexOf(0)
      if (end === -1) return
      const command = heard.toString('latin1', 0, end)
      heard = heard.subarray(end + 1)
      if (command !== 'zINSTREAM') return say('UNKNOWN COMMAND')
      daemon.streams += 1
      stream = []
    }
    while (heard.length >= 4 && heard.length >= 4 + heard.readUInt32BE(0)) {
      const length = heard.readUInt32BE(0)
      if (length === 0) {
        const isInfected = Buffer.concat(stream).includes(virus)
        return void daemon.before().then(() => say(isInfected ? 'stream: Uji.Virus FOUND' : 'stream: OK'))
      }
      stream.push(heard.subarray(4, 4 + length))
      heard = heard.subarray(4 + length)
      const size = stream.reduce((sum, { length: bytes }) => sum + bytes, 0)
      if (size > daemon.most) return say('INSTREAM size limit exceeded. ERROR')
    }
  })
}
