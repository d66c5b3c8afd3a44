import { listEntriesOfProject } from '#journal'
import { namesOf } from '#people'
import { listReturns, viewOf } from '#project'
import { routes, signedIn } from '#web/request.ts'
import { HistoryPage } from './pages/history-page.tsx'

/** The history of a project stands above all rooms: what happened in each of them is part of it. */
export const historyRoutes = routes().get('/proyek/:code/riwayat', signedIn, async (c) => {
  const { db, actor, zone } = c.var
  const view = await viewOf(c)
  const entries = await listEntriesOfProject(db, view.project.id)
  const authors = entries.flatMap(({ accountId, personId, onBehalfOf }) => [accountId, personId, onBehalfOf])
  const [names, returns] = [await namesOf(db, authors), await listReturns(db, view.project.id)]
  return c.render(<HistoryPage {...{ view, actor, entries, names, returns, zone }} />)
})
