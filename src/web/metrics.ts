import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Web } from './request.ts'

export type Metrics = {
  /** Counts and times every request by its route's pattern. */
  measure: MiddlewareHandler<Web>
  /** In Prometheus' text format. */
  text(): Promise<string>
  contentType: string
}

/** Figures of this process, and of the queues. `pool` says how its database connections are used. */
export function openMetrics(
  version: string,
  pool: { totalCount: number; idleCount: number; waitingCount: number },
  countJobs: () => Promise<{ queue: string; state: string; count: number }[]>,
  fixity: () => Promise<{ spoilt: number; endedAt: Date | null }>,
): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register, prefix: 'rintis_' })
  const labelNames = ['method', 'route', 'status'] as const
  const requests = new Counter({ name: 'rintis_http_requests_total', help: 'Requests answered', labelNames, registers })
  const seconds = new Histogram({
    name: 'rintis_http_request_seconds',
    help: 'Seconds from request to answer',
    labelNames: ['method', 'route'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  new Gauge({ name: 'rintis_info', help: 'Version', labelNames: ['version'] as const, registers }).set({ version }, 1)
  new Gauge({
    name: 'rintis_database_connections',
    help: 'Connections to the database, and requests that wait for one',
    labelNames: ['state'] as const,
    registers,
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'wanted' }, pool.waitingCount)
    },
  })
  new Gauge({
    name: 'rintis_jobs',
    help: 'Jobs that wait, run, or were given up in the last week',
    labelNames: ['queue', 'state'] as const,
    registers,
    async collect() {
      this.reset()
      for (const { queue, state, count } of await countJobs()) this.set({ queue, state }, count)
    },
  })
  let checked: ReturnType<typeof fixity> | undefined
  new Gauge({
    name: 'rintis_files_spoilt',
    help: 'Stored contents that are missing or changed, and not mended',
    registers,
    async collect() {
      checked = fixity()
      this.set((await checked).spoilt)
    },
  })
  new Gauge({
    name: 'rintis_files_checked_timestamp_seconds',
    help: 'When all stored contents had last been read and compared; 0 before the first time',
    registers,
    async collect() {
      this.set(((await (checked ?? fixity())).endedAt?.getTime() ?? 0) / 1000)
    },
  })
  return {
    measure: async (c, next) => {
      const stop = seconds.startTimer()
      await next()
      const route = patternOf(matchedRoutes(c).map(({ path }) => path))
      const { method } = c.req
      stop({ method, route })
      requests.inc({ method, route, status: c.res.status })
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  }
}

/** Middleware matches everything; what no route knows counts as one, or strangers could fill the memory with names. */
const patternOf = (matched: string[]): string => matched.findLast((path) => !/^\/?\*$/.test(path)) ?? 'none'
