import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll } from 'vitest'
import { testNow, testSecrets } from '#test/app.ts'
import { type TestDatabase, testKeys } from '#test/database.ts'
import { until } from '#test/rintis.ts'
import { root } from '../../../src/root.ts'
import type { Office } from './office.ts'

/** The built worker as a process of its own, on the office's database and data folder. */
export type Worker = {
  /** What it wrote of jobs that failed; empty while all is well. */
  faults(): string[]
}

/** Starts the worker and waits until it is at work. Its own clock stands at the tests' instant. */
export async function startWorker({ url }: TestDatabase, { address, folder }: Office): Promise<Worker> {
  for (const room of ['secret', 'files', 'outbox', 'log']) mkdirSync(path.join(folder, room), { recursive: true })
  const child = spawn(process.execPath, [path.join(root, 'dist/main.js')], {
    env: {
      PATH: process.env.PATH,
      FFMPEG_PATH: process.env.FFMPEG_PATH,
      FFPROBE_PATH: process.env.FFPROBE_PATH,
      RINTIS_ROLE: 'worker',
      RINTIS_DATA: folder,
      RINTIS_URL: address,
      RINTIS_SECRET: testSecrets.secret,
      RINTIS_FIELD_KEY: testKeys.field.toString('hex'),
      RINTIS_INDEX_KEY: testKeys.index.toString('hex'),
      RINTIS_NOW: testNow.toISOString(),
      DATABASE_URL: url,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const exited = once(child, 'close')
  afterAll(async () => {
    child.kill()
    await exited
  })
  const ended = exited.then(() => process.stderr.write(said))
  await until(() => said.includes('"msg":"at work"'), 60_000, ended)
  // Pino's levels: 50 is an error, 60 a fatal one.
  return { faults: () => said.split('\n').filter((line) => /"level":[56]0/.test(line)) }
}
