import type { Context } from 'hono'
import { type Db, forAgency } from '#db'
import { listDerivatives } from '#files'
import { notFound } from '#kit/refusal.ts'
import { askedIn, findReadable, findSaid, listPictures, picturesForAll } from '#recording'
import { anyone, routes, type Web } from '#web/request.ts'
import { ShownPicturePage } from './pages/shown-picture-page.tsx'
import { ShownRecordingPage } from './pages/shown-recording-page.tsx'
import { TombstonePage } from './pages/tombstone-page.tsx'
import { findShownAround, type ShownAround } from './shown-view.ts'
import { findGone } from './tombstone-store.ts'

/** Whoever may read it in the archive is led there; what the public saw once says why it is gone; else there is nothing. */
async function elsewhere(c: Context<Web>, code: string): Promise<Response> {
  const { database, session } = c.var
  const db = session && forAgency(database, session.actor.agencyId)
  if (db && (await findReadable(db, session.actor, code))) return c.redirect(`/dokumentasi/${code}`, 302)
  const gone = await findGone(database, { code })
  if (!gone) throw notFound('Dokumentasi ini tidak ada, atau tidak terbuka untuk umum.')
  return c.render(<TombstonePage gone={gone} />, 410)
}

const picturesOf = async (db: Db, { recording: { id, code, kind } }: ShownAround, made: string[]) =>
  kind === 'picture' ? picturesForAll(code, await listPictures(db, id), made) : []

/** Public recordings, each on a page of its own. */
export const documentationRoutes = routes()
  // So that whoever cuts the end off an address finds the others.
  .get('/galeri/dokumentasi', anyone, (c) => c.redirect('/galeri?jenis=dokumentasi', 302))
  .get('/galeri/dokumentasi/:code', anyone, async (c) => {
    const { database, now, url } = c.var
    const code = c.req.param('code')
    const shown = await findShownAround(database, code, now)
    if (!shown) return elsewhere(c, code)
    const db = forAgency(database, shown.project.agencyId)
    const made = (await listDerivatives(db, [shown.recording.id])).map(({ name }) => name)
    const said = await findSaid(db, shown.recording.id)
    const pictures = await picturesOf(db, shown, made)
    return c.render(<ShownRecordingPage {...shown} {...{ url, made, said, pictures }} asked={askedIn(c.req.query())} />)
  })
  .get('/galeri/dokumentasi/:code/gambar/:id', anyone, async (c) => {
    const { code, id } = c.req.param()
    const shown = await findShownAround(c.var.database, code, c.var.now)
    if (!shown) return elsewhere(c, code)
    const db = forAgency(c.var.database, shown.project.agencyId)
    const made = (await listDerivatives(db, [shown.recording.id])).map(({ name }) => name)
    const pictures = await picturesOf(db, shown, made)
    const at = pictures.findIndex(({ fileId }) => fileId === id)
    if (at === -1) throw notFound()
    return c.render(<ShownPicturePage {...shown} pictures={pictures} at={at} />)
  })
