import type { Context } from 'hono'
import { forAgency } from '#db'
import { listDerivatives, sendPicture } from '#files'
import { notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import { findReadable, listCaptions, sendMediaOf } from '#recording'
import { anyone, routes, type Web } from '#web/request.ts'
import { GalleryPage } from './pages/gallery-page.tsx'
import { ShownPage } from './pages/shown-page.tsx'
import { findShownFinish, findShownPicture } from './shown-finish-store.ts'
import { findShownRecording, listShownRecordings } from './shown-recording-store.ts'
import { findShown, listShown } from './shown-store.ts'

/** Projects on one public page; the newest stand first. */
const most = 60

/** What is shown of a recording to everybody, or to whoever is signed in and may see it; 404 for all others. */
async function sendMedia(c: Context<Web>): Promise<Response> {
  const { code = '', name = '' } = c.req.param()
  const { database, session, now } = c.var
  const shown = await findShownRecording(database, code, now)
  if (shown) return sendMediaOf(c, forAgency(database, shown.agencyId), shown.id, name)
  const db = session && forAgency(database, session.actor.agencyId)
  const id = db && (await findReadable(db, session.actor, code))
  if (!id) throw notFound()
  return sendMediaOf(c, db, id, name)
}

/** What everybody may see, without an account. */
export const galleryRoutes = routes()
  .get('/galeri', anyone, async (c) => c.render(<GalleryPage projects={await listShown(c.var.database, most)} />))
  .get('/galeri/:code', anyone, async (c) => {
    const project = await findShown(c.var.database, c.req.param('code'))
    if (!project) throw notFound('Proyek ini tidak ada, atau tidak diterbitkan.')
    const recordings = await listShownRecordings(c.var.database, project, c.var.now)
    const finish = await findShownFinish(c.var.database, project)
    const db = forAgency(c.var.database, project.agencyId)
    const ids = recordings.map(({ id }) => id)
    const made = await listDerivatives(db, ids)
    const captions = await listCaptions(db, ids)
    return c.render(<ShownPage {...{ project, recordings, finish, made, captions }} />)
  })
  .get('/galeri/:code/gambar/:id', anyone, async (c) => {
    const { code, id } = c.req.param()
    const picture = isId(id) ? await findShownPicture(c.var.database, code, id) : undefined
    if (!picture) throw notFound()
    return sendPicture(c, picture)
  })
  .get('/media/:code/:name{.+}', anyone, sendMedia)
