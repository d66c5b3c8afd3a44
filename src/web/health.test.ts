import { expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { type Checks, healthRoutes } from './health.ts'
import { openMetrics } from './metrics.ts'

const { pool } = await freshDatabase()

const well: Checks = {
  database: async () => 'ok',
  migrations: async () => 'ok',
  files: async () => 'ok',
  jobs: async () => 'ok',
  mail: async () => 'degraded',
  media: async () => 'degraded',
}

const appWith = (checks: Partial<Checks>) =>
  healthRoutes({
    version: '1.2.3',
    checks: { ...well, ...checks },
    metrics: openMetrics(
      '1.2.3',
      pool,
      async () => [],
      async () => ({ spoilt: 2, endedAt: new Date('2026-11-24T02:00:00Z') }),
    ),
    metricsToken: 'a-token-of-a-collector',
  })

const app = appWith({})
const here = { address: '127.0.0.1' }

test('it lives without asking anything', async () => {
  const fails = async () => {
    throw new Error('nothing may be asked')
  }
  const alive = await appWith({ database: fails }).request('/healthz')
  expect([alive.status, await alive.json()]).toEqual([200, { status: 'ok' }])
})

test('it is ready without mail and media', async () => {
  const answer = await app.request('/readyz')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ status: 'ready', version: '1.2.3', checks: { mail: 'degraded' } })
  expect((await appWith({ mail: async () => 'failed' }).request('/readyz')).status).toBe(200)
})

test.each(['database', 'migrations', 'files', 'jobs'] as const)('it is not ready without %s', async (part) => {
  const answer = await appWith({ [part]: () => Promise.reject(new Error('gone')) }).request('/readyz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ status: 'not ready', checks: { [part]: 'failed' } })
})

test('figures are for this machine, or for whoever has the token; nobody else learns that they exist', async () => {
  const status = async (headers: Record<string, string>, address: string) =>
    (await app.request('/metrics', { headers }, { address })).status
  expect(await status({}, '127.0.0.1')).toBe(200)
  expect(await status({}, '::1')).toBe(200)
  expect(await status({}, '10.0.0.7')).toBe(404)
  expect(await status({ 'x-forwarded-for': '10.0.0.7' }, '127.0.0.1')).toBe(404)
  expect(await status({ authorization: 'Bearer a-token-of-a-collector' }, '10.0.0.7')).toBe(200)
  expect(await status({ authorization: 'Bearer another' }, '10.0.0.7')).toBe(404)
})

test('requests are counted by pattern, and unknown addresses as one', async () => {
  const counted = appWith({})
  await counted.request('/healthz')
  await counted.request('/nowhere/1')
  await counted.request('/nowhere/2')
  const text = await (await counted.request('/metrics', {}, here)).text()
  expect(text).toContain('rintis_http_requests_total{method="GET",route="/healthz",status="200"} 1')
  expect(text).toContain('rintis_http_requests_total{method="GET",route="none",status="404"} 2')
  expect(text).not.toContain('nowhere')
  expect(text.split('\n').filter((line) => line && !/^(#|rintis_)/.test(line))).toEqual([])
})
