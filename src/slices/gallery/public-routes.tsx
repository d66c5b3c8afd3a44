import type { Context } from 'hono'
import { forAgency } from '#db'
import { listDerivatives, sendPicture } from '#files'
import { notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import { findReadable, listCaptions, sendMediaOf } from '#recording'
import { anyone, routes, type Web } from '#web/request.ts'
import { GalleryPage } from './pages/gallery-page.tsx'
import { ShownPage } from './pages/shown-page.tsx'
import { isAsked } from './search.ts'
import { readSearch } from './search-address.ts'
import { findEntries } from './search-found-store.ts'
import { answer } from './search-view.ts'
import { findShownFinish, findShownPicture } from './shown-finish-store.ts'
import { findShownRecording, listShownRecordings } from './shown-recording-store.ts'
import { findShown, listShown } from './shown-store.ts'

/** Projects on one public page; the newest stand first. */
const most = 60

/** What is shown of a recording to whoever is signed in and may see it, or to everybody; 404 for all others. */
async function sendMedia(c: Context<Web>): Promise<Response> {
  const { code = '', name = '' } = c.req.param()
  const { database, session, now } = c.var
  const db = session && forAgency(database, session.actor.agencyId)
  const readable = db && (await findReadable(db, session.actor, code))
  if (readable) return sendMediaOf(c, db, readable, name)
  const shown = await findShownRecording(database, code, now)
  if (!shown) throw notFound()
  return sendMediaOf(c, forAgency(database, shown.agencyId), shown, name, true)
}

/** What everybody may see, without an account. */
export const galleryRoutes = routes()
  .get('/galeri', anyone, async (c) => {
    const { database, now } = c.var
    const search = readSearch(c.req.query())
    const asker = { db: database, actor: null, now }
    if (isAsked(search)) {
      const found = await answer(asker, search)
      return c.render(<GalleryPage search={search} projects={[]} answer={found} counts={found.counts} />)
    }
    const { counts } = await findEntries(asker, null, search)
    return c.render(
      <GalleryPage search={search} projects={await listShown(database, most)} answer={null} counts={counts} />,
    )
  })
  .get('/galeri/:code', anyone, async (c) => {
    const project = await findShown(c.var.database, c.req.param('code'))
    if (!project) throw notFound('Proyek ini tidak ada, atau tidak diterbitkan.')
    const recordings = await listShownRecordings(c.var.database, project, c.var.now)
    const finish = await findShownFinish(c.var.database, project)
    const db = forAgency(c.var.database, project.agencyId)
    const ids = recordings.map(({ id }) => id)
    const made = await listDerivatives(db, ids)
    const captions = await listCaptions(db, ids)
    return c.render(<ShownPage {...{ url: c.var.url, project, recordings, finish, made, captions }} />)
  })
  .get('/galeri/:code/gambar/:id', anyone, async (c) => {
    const { code, id } = c.req.param()
    const picture = isId(id) ? await findShownPicture(c.var.database, code, id) : undefined
    if (!picture) throw notFound()
    return sendPicture(c, picture)
  })
  .get('/media/:code/:name{.+}', anyone, sendMedia)
