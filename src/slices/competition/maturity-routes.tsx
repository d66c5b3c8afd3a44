import type { Db } from '#db'
import { listFilesOf } from '#files'
import { looksOn } from '#kit/actor.ts'
import { pageNumber } from '#kit/list.ts'
import { forbidden } from '#kit/refusal.ts'
import { listEvidence } from '#progress'
import { viewOf } from '#project'
import { routes, signedIn } from '#web/request.ts'
import { shelfOf } from './edition-store.ts'
import { factsOf } from './facts-view.ts'
import { aimedIn, offeredOn } from './intended-category.ts'
import { listIntended } from './intended-category-store.ts'
import { materialOf } from './material.ts'
import { listMaturity } from './maturity-store.ts'
import { MaturityListPage } from './pages/maturity-list-page.tsx'
import { ProjectEntriesPage } from './pages/project-entries-page.tsx'
import type { ProjectFacts } from './source-text.ts'
import { listEntries } from './store.ts'

/** What is known of a project, and how much of its evidence was verified. */
async function materialIn(db: Db, projectId: string): Promise<[ProjectFacts, number]> {
  const evidence = await listEvidence(db, projectId)
  return [await factsOf(db, projectId), evidence.filter(({ state }) => state === 'verified').length]
}

export const maturityRoutes = routes()
  .get('/proyek/:code/kipp', signedIn, async (c) => {
    const { db, actor, today } = c.var
    const view = await viewOf(c)
    const editions = (await shelfOf(db)).current.map(({ edition }) => edition)
    const proofs = (await listFilesOf(db, 'project', [view.project.id])).filter(({ part }) => part === 'start')
    const entries = await listEntries(db, actor, view.project.id)
    const intended = await listIntended(db, [view.project.id])
    const [edition] = offeredOn(editions, today)
    const material = edition && { edition, rows: materialOf(edition, ...(await materialIn(db, view.project.id))) }
    return c.render(<ProjectEntriesPage {...{ view, actor, editions, proofs, entries, intended, today, material }} />)
  })
  .get('/usulan/umur', signedIn, async (c) => {
    const { db, actor, today } = c.var
    if (!looksOn(actor)) throw forbidden()
    const editions = (await shelfOf(db)).current.map(({ edition }) => edition)
    const page = await listMaturity(db, pageNumber(c.req.query('halaman')))
    const ids = page.rows.map(({ id }) => id)
    const aimed = aimedIn(await listIntended(db, ids), ids, editions, today)
    return c.render(<MaturityListPage {...{ page, editions, aimed, today }} />)
  })
