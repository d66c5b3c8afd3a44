import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'
import type pg from 'pg'
import { preparing } from '#db/prepared.ts'

const connections = 10

/** Requests a second, and milliseconds at the median and the 99th of a hundred. */
export type Load = { rps: number; p50: number; p99: number }

/** Asks for one address over ten connections for so many seconds. Throws when any answer is no success. */
export async function drive(url: string, headers: Record<string, string>, seconds: number): Promise<Load> {
  const result = await autocannon({ url, headers, connections, duration: seconds })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx + result.errors} failed answers`)
  return { rps: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

const bareServer = `
const bytes = Buffer.alloc(Number(process.argv[1]), 97)
const server = require('node:http').createServer((_, answer) => answer.end(bytes))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

/** The floor: a bare Node HTTP server, a process of its own, that sends as many bytes. */
export async function startFloor(bytes: number): Promise<{ address: string; stop(): void }> {
  const server: ChildProcess = spawn(process.execPath, ['-e', bareServer, String(bytes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!server.stdout) throw new Error('the floor has no output')
  const [port] = await once(createInterface(server.stdout), 'line')
  return { address: `http://127.0.0.1:${port}/`, stop: () => void server.kill('SIGKILL') }
}

export async function driveFloor(bytes: number, seconds: number): Promise<Load> {
  const floor = await startFloor(bytes)
  return drive(floor.address, {}, seconds).finally(floor.stop)
}

/** A statement as the page sent it. */
export type Statement = { sql: string; parameters: readonly unknown[] }

/** The page's own SQL alone, prepared as the page does, on as many connections, for so many seconds: how often a second all of it runs. */
export async function driveSql(pool: pg.Pool, statements: Statement[], seconds: number): Promise<number> {
  const prepared = preparing(pool)
  const until = performance.now() + seconds * 1000
  let done = 0
  const repeat = async () => {
    const client = await prepared.connect()
    try {
      while (performance.now() < until) {
        for (const { sql, parameters } of statements) await client.query(sql, parameters)
        done += 1
      }
    } finally {
      client.release()
    }
  }
  await Promise.all(Array.from({ length: connections }, repeat))
  return done / seconds
}
