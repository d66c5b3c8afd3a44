import type { Context } from 'hono'
import { forAgency } from '#db'
import { listDerivatives, sendPicture } from '#files'
import { notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import { findLineage, listPublicCopies } from '#project'
import { findReadable, listCaptions, sendMediaOf } from '#recording'
import { anyone, routes, type Web } from '#web/request.ts'
import { documentationRoutes } from './documentation-routes.tsx'
import { openDataRoutes } from './open-data-routes.tsx'
import { GalleryPage } from './pages/gallery-page.tsx'
import { ShownPage } from './pages/shown-page.tsx'
import { GoneProjectPage } from './pages/tombstone-page.tsx'
import { replicateRoutes } from './replicate-routes.tsx'
import { isAsked } from './search.ts'
import { readSearch } from './search-address.ts'
import { findEntries } from './search-found-store.ts'
import { answer } from './search-view.ts'
import { filmOf } from './share.ts'
import { findShownFinish, findShownPicture } from './shown-finish-store.ts'
import { findShownPlan } from './shown-plan-store.ts'
import { findShownRecording, listShownPosters, listShownRecordings } from './shown-recording-store.ts'
import { findShown, listShown } from './shown-store.ts'
import { findGoneProject } from './tombstone-store.ts'

/** Projects on one public page; the newest stand first. */
const most = 60

const none = new Map<string, string>()

/** What is shown of a recording to whoever is signed in and may see it, or to everybody; 404 for all others. */
async function sendMedia(c: Context<Web>): Promise<Response> {
  const { code = '', name = '' } = c.req.param()
  const { database, session, now } = c.var
  const db = session && forAgency(database, session.actor.agencyId)
  const readable = db && (await findReadable(db, session.actor, code))
  if (readable) return sendMediaOf(c, db, readable, name)
  const shown = await findShownRecording(database, code, now)
  if (!shown) throw notFound()
  const answer = await sendMediaOf(c, forAgency(database, shown.agencyId), shown, name, true)
  // A card on another site shows the picture; what plays plays here, or in our own frame.
  if (name === 'poster.webp') answer.headers.set('cross-origin-resource-policy', 'cross-origin')
  return answer
}

/** What was before the public once says so, with why it is no longer; of anything else nothing is said. */
async function sayGone(c: Context<Web>) {
  const gone = await findGoneProject(c.var.database, c.req.param('code') ?? '')
  if (!gone) throw notFound('Proyek ini tidak ada, atau tidak diterbitkan.')
  return c.render(<GoneProjectPage gone={gone} copies={await listPublicCopies(c.var.database, gone)} />, 410)
}

/** What everybody may see, without an account. */
export const galleryRoutes = routes()
  .route('/', replicateRoutes)
  // Before those that would take its address for a project's code.
  .route('/', documentationRoutes)
  .route('/', openDataRoutes)
  .get('/galeri', anyone, async (c) => {
    const { database, now } = c.var
    const search = readSearch(c.req.query())
    const asker = { db: database, actor: null, now }
    if (isAsked(search)) {
      const found = await answer(asker, search)
      return c.render(<GalleryPage search={search} published={found} projects={[]} posters={none} answer={found} />)
    }
    const published = await findEntries(asker, null, search)
    const projects = await listShown(database, most)
    const posters = await listShownPosters(database, projects, now)
    return c.render(<GalleryPage {...{ search, projects, posters, published }} answer={null} />)
  })
  .get('/galeri/:code', anyone, async (c) => {
    const project = await findShown(c.var.database, c.req.param('code'))
    if (!project) return sayGone(c)
    const recordings = await listShownRecordings(c.var.database, project, c.var.now)
    const finish = await findShownFinish(c.var.database, project)
    const db = forAgency(c.var.database, project.agencyId)
    const film = filmOf(recordings)
    const made = film ? (await listDerivatives(db, [film.id])).map(({ name }) => name) : []
    const tracks = film ? (await listCaptions(db, [film.id])).map(({ track }) => track) : []
    const plan = await findShownPlan(c.var.database, project)
    const lineage = await findLineage(db, project.id)
    const copies = await listPublicCopies(c.var.database, project)
    const shown = { project, recordings, finish, plan, lineage, copies, made, tracks }
    return c.render(<ShownPage {...shown} url={c.var.url} />)
  })
  .get('/galeri/:code/gambar/:id', anyone, async (c) => {
    const { code, id } = c.req.param()
    const picture = isId(id) ? await findShownPicture(c.var.database, code, id) : undefined
    if (!picture) throw notFound()
    return sendPicture(c, picture)
  })
  .get('/media/:code/:name{.+}', anyone, sendMedia)
