import { notFound } from '#kit/refusal.ts'
import { anyone, routes } from '#web/request.ts'
import { findInOutbox, listOutbox } from './outbox.ts'
import { LetterPage, OutboxPage } from './pages/outbox-page.tsx'

/**
 * The letters of the outbox, for development. It shows links that open accounts: mounted only where
 * `environment.showsOutbox` says that nobody but this machine can reach it.
 */
export function outboxRoutes(folder: string) {
  const app = routes()

  app.get('/kotak-surat', anyone, async (c) => c.render(<OutboxPage letters={await listOutbox(folder)} />))

  app.get('/kotak-surat/:name', anyone, async (c) => {
    const letter = await findInOutbox(folder, c.req.param('name'))
    if (letter === undefined) throw notFound('Surat ini tidak ada di kotak surat.')
    return c.render(<LetterPage letter={letter} />)
  })

  return app
}
