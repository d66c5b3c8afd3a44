import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '#db/port.ts'
import { freshFolder } from '#test/folder.ts'
import { postgresOf, type Rintis, runs, startReady, until } from '#test/rintis.ts'

const data = path.join(freshFolder(), 'data')

async function answers(rintis: Rintis): Promise<boolean> {
  const answer = await fetch(`${rintis.address}/healthz`).catch(() => undefined)
  return answer?.status === 200
}

test('it starts on an empty folder, says how to set it up, and says the same the second time', async () => {
  const first = await startReady(data)
  const [setUp, ready, ...rest] = first.stdout().trim().split('\n')
  expect(setUp).toMatch(/^Pasang: http:\/\/localhost:\d+\/pasang\?kunci=[\w-]{20,}$/)
  expect(ready).toBe(`Rintis siap: ${first.address.replace('127.0.0.1', 'localhost')}`)
  expect(rest).toEqual([])
  expect(readFileSync(path.join(data, 'VERSION'), 'utf8')).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect(statSync(path.join(data, 'secret', 'field-key')).mode & 0o777).toBe(0o600)
  first.kill('SIGTERM')
  expect(await first.exited).toBe(0)
  const second = await startReady(data)
  expect(second.stdout()).toContain(`Rintis siap: ${second.address.replace('127.0.0.1', 'localhost')}`)
  second.kill('SIGTERM')
  await second.exited
})

test('it answers on the port that --port names, whatever PORT says', async () => {
  const port = await freePort()
  const rintis = await startReady(data, { args: ['--port', String(port)] })
  expect(rintis.stdout()).toContain(`Rintis siap: http://localhost:${port}`)
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  rintis.kill('SIGTERM')
  await rintis.exited
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0 and leaves nothing running', async (signal) => {
  const rintis = await startReady(data)
  const pids = [rintis.pidOf('web'), rintis.pidOf('worker'), postgresOf(data)]
  expect(pids.every((pid) => pid && runs(pid))).toBe(true)
  rintis.kill(signal)
  expect(await rintis.exited).toBe(0)
  expect(pids.filter((pid) => pid && runs(pid))).toEqual([])
})

test('a killed child is back, and meanwhile the port answers in words', async () => {
  const rintis = await startReady(data)
  const web = rintis.pidOf('web') ?? 0
  process.kill(web, 'SIGKILL')
  await until(async () => {
    const answer = await fetch(rintis.address).catch(() => undefined)
    return answer?.status === 503 && (await answer.text()).includes('<html lang="id">')
  })
  await until(() => answers(rintis))
  expect(rintis.pidOf('web')).not.toBe(web)

  const worker = rintis.pidOf('worker') ?? 0
  process.kill(worker, 'SIGKILL')
  await until(() => ![undefined, worker].includes(rintis.pidOf('worker')))

  const postgres = postgresOf(data) ?? 0
  process.kill(postgres, 'SIGKILL')
  await until(async () => {
    const answer = await fetch(`${rintis.address}/readyz`)
    const { checks } = (await answer.json()) as { checks: Record<string, string> }
    return postgresOf(data) !== postgres && checks.database === 'ok'
  })
  rintis.kill('SIGTERM')
  expect(await rintis.exited).toBe(0)
})

test('when its supervisor is killed the children end, and the next start adopts PostgreSQL', async () => {
  const rintis = await startReady(data)
  const [web, worker, postgres] = [rintis.pidOf('web') ?? 0, rintis.pidOf('worker') ?? 0, postgresOf(data) ?? 0]
  rintis.kill('SIGKILL')
  await until(() => !runs(web) && !runs(worker))
  expect(runs(postgres)).toBe(true)
  const next = await startReady(data)
  expect(postgresOf(data)).toBe(postgres)
  next.kill('SIGTERM')
  expect(await next.exited).toBe(0)
  expect(runs(postgres)).toBe(false)
})

test('after everything is killed at once it starts again', async () => {
  const rintis = await startReady(data)
  for (const pid of [rintis.pid, rintis.pidOf('web'), rintis.pidOf('worker'), postgresOf(data)])
    process.kill(pid ?? 0, 'SIGKILL')
  await rintis.exited
  const next = await startReady(data)
  expect(await answers(next)).toBe(true)
  next.kill('SIGTERM')
  expect(await next.exited).toBe(0)
})
