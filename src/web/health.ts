import type { Context } from 'hono'
import type { Metrics } from './metrics.ts'
import { anyone, routes, type Web } from './request.ts'

/** How a part of the system is: `degraded` works with less, `failed` does not work. */
export type Condition = 'ok' | 'degraded' | 'failed'

/** Without these nothing can be served. */
const needed: readonly string[] = ['database', 'migrations', 'files', 'jobs']

type Part = 'database' | 'migrations' | 'files' | 'jobs' | 'mail' | 'media'
/** The virus scanner is looked at only where there is one. */
export type Checks = Record<Part, () => Promise<Condition>> & { scanner?: () => Promise<Condition> }

const answersWithin = 3_000

/** Measures every request, and answers `/healthz`, `/readyz` and `/metrics` (docs/operations.md). */
export function healthRoutes(from: {
  version: string
  checks: Checks
  metrics: Metrics
  metricsToken?: string | undefined
}) {
  const app = routes()

  app.use(from.metrics.measure)

  app.get('/healthz', anyone, (c) => c.json({ status: 'ok' }))

  app.get('/readyz', anyone, async (c) => {
    const asked = Object.entries(from.checks)
    const found = await Promise.all(asked.map(async ([part, check]) => [part, await conditionOf(check)] as const))
    const isReady = found.every(([part, condition]) => condition !== 'failed' || !needed.includes(part))
    const body = { status: isReady ? 'ready' : 'not ready', version: from.version, checks: Object.fromEntries(found) }
    return c.json(body, isReady ? 200 : 503)
  })

  app.get('/metrics', anyone, async (c) => {
    if (!maySeeMetrics(c, from.metricsToken)) return c.body(null, 404)
    return c.text(await from.metrics.text(), 200, { 'content-type': from.metrics.contentType })
  })

  return app
}

/** A check that throws has failed, and so has one that doesn't answer. */
async function conditionOf(check: () => Promise<Condition>): Promise<Condition> {
  const late = new Promise<Condition>((resolve) => setTimeout(resolve, answersWithin, 'failed').unref())
  return Promise.race([check().catch((): Condition => 'failed'), late])
}

/** This machine itself, and not somebody through a proxy on it; or whoever knows the token. */
function maySeeMetrics(c: Context<Web>, token: string | undefined): boolean {
  if (token !== undefined && c.req.header('authorization') === `Bearer ${token}`) return true
  const isForwarded = c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(c.env?.address ?? '')
}
