import { countJobs } from '#jobs'
import { fixityFigures } from '#preservation'
import { healthRoutes } from '#web/health.ts'
import { openMetrics } from '#web/metrics.ts'
import { createApp } from '../app.tsx'
import { version } from '../root.ts'
import { checksOf } from './checks.ts'
import { demoFiller } from './demo.ts'
import { openChecked } from './files.ts'
import type { Parts } from './parts.ts'
import { serve } from './serve.ts'

/** Serves HTTP; returns what ends it. */
export async function startWeb(parts: Parts): Promise<() => Promise<void>> {
  const { environment, paths, secrets, pool, database, files, log } = parts
  const metrics = openMetrics(
    version,
    pool,
    () => countJobs(pool),
    () => fixityFigures(database),
  )
  const front = healthRoutes({ version, checks: checksOf(parts), metrics, metricsToken: environment.metricsToken })
  const { url, now, production, showsOutbox, breachedPasswords, smtpUrl, oaiPage } = environment
  const outbox = showsOutbox ? paths.outbox : undefined
  const about = { url, secrets, breachedPasswords, now, log, development: !production, outbox, oaiPage }
  const fillDemo = demoFiller(parts)
  const close = await serve(
    createApp({
      database,
      files,
      front,
      storages: openChecked(environment, paths).map(({ name }) => name),
      fillDemo,
      sendsMail: smtpUrl !== undefined,
      ...about,
    }),
    environment,
  )
  return async () => {
    await close()
    await parts.close()
  }
}
