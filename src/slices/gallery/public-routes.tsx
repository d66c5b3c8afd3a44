import type { Context } from 'hono'
import { sendFile, sendPicture } from '#files'
import { notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import { anyone, routes, type Web } from '#web/request.ts'
import { GalleryPage } from './pages/gallery-page.tsx'
import { ShownPage } from './pages/shown-page.tsx'
import { isAsked } from './search.ts'
import { readSearch } from './search-address.ts'
import { findEntries } from './search-found-store.ts'
import { answer } from './search-view.ts'
import { findShownFinish, findShownPicture } from './shown-finish-store.ts'
import { findShownFile, listShownRecordings } from './shown-recording-store.ts'
import { findShown, listShown } from './shown-store.ts'

/** Projects on one public page; the newest stand first. */
const most = 60

/** The original of what is public, where it is one of these kinds. */
async function originalOf(c: Context<Web>, kinds: string[]) {
  const file = await findShownFile(c.var.database, c.req.param('code') ?? '', 'master', c.var.now)
  if (!file || !kinds.includes(file.kind)) throw notFound()
  return file
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
    return c.render(<ShownPage url={c.var.url} project={project} recordings={recordings} finish={finish} />)
  })
  .get('/galeri/:code/gambar/:id', anyone, async (c) => {
    const { code, id } = c.req.param()
    const picture = isId(id) ? await findShownPicture(c.var.database, code, id) : undefined
    if (!picture) throw notFound()
    return sendPicture(c, picture)
  })
  .get('/media/:code/film.mp4', anyone, async (c) => sendFile(c, await originalOf(c, ['film'])))
  .get('/media/:code/berkas', anyone, async (c) => sendFile(c, await originalOf(c, ['sound', 'document'])))
  .get('/media/:code/gambar', anyone, async (c) => sendPicture(c, await originalOf(c, ['picture'])))
  .get('/media/:code/poster.webp', anyone, async (c) => {
    const poster = await findShownFile(c.var.database, c.req.param('code'), 'poster', c.var.now)
    if (!poster) throw notFound()
    return sendFile(c, poster)
  })
