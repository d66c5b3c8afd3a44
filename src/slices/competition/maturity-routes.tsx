import { listFilesOf } from '#files'
import { looksOn } from '#kit/actor.ts'
import { pageNumber } from '#kit/list.ts'
import { forbidden } from '#kit/refusal.ts'
import { viewOf } from '#project'
import { routes, signedIn } from '#web/request.ts'
import { heldOf } from './around-view.ts'
import { shelfOf } from './edition-store.ts'
import { aimedIn, offeredOn } from './intended-category.ts'
import { listIntended } from './intended-category-store.ts'
import { materialOf } from './material.ts'
import { listMaturity } from './maturity-store.ts'
import { MaturityListPage } from './pages/maturity-list-page.tsx'
import { ProjectEntriesPage } from './pages/project-entries-page.tsx'
import { listEntries } from './store.ts'

export const maturityRoutes = routes()
  .get('/proyek/:code/kipp', signedIn, async (c) => {
    const { db, actor, today } = c.var
    const view = await viewOf(c)
    const editions = (await shelfOf(db)).current.map(({ edition }) => edition)
    const proofs = (await listFilesOf(db, 'project', [view.project.id])).filter(({ part }) => part === 'start')
    const entries = await listEntries(db, actor, view.project.id)
    const intended = await listIntended(db, [view.project.id])
    const [edition] = offeredOn(editions, today)
    const material = edition && { edition, rows: materialOf(edition, await heldOf(db, view.project.id)) }
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
