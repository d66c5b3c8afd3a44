import { countJobs } from '#jobs'
import { healthRoutes } from '#web/health.ts'
import { openMetrics } from '#web/metrics.ts'
import { createApp } from '../app.tsx'
import { version } from '../root.ts'
import { checksOf } from './checks.ts'
import type { Parts } from './parts.ts'
import { serve } from './serve.ts'

/** Serves HTTP; returns what ends it. */
export async function startWeb(parts: Parts): Promise<() => Promise<void>> {
  const { environment, secrets, pool, database, log } = parts
  const metrics = openMetrics(version, pool, () => countJobs(pool))
  const health = healthRoutes({ version, checks: checksOf(parts), metrics, metricsToken: environment.metricsToken })
  const development = !environment.production
  const app = createApp({ database, url: environment.url, secrets, now: environment.now, log, development })
  const close = await serve(app.route('/', health), environment)
  return async () => {
    await close()
    await parts.close()
  }
}
