import type { Context } from 'hono'
import { anyone, routes, signedIn, type Web } from '#web/request.ts'
import { SearchPage } from './pages/search-page.tsx'
import { hrefOf, kindWords } from './pages/search-words.ts'
import { isAsked } from './search.ts'
import { readSearch } from './search-address.ts'
import type { Asker } from './search-store.ts'
import { answer, suggest } from './search-view.ts'

/** What is being typed leads to these, for the page's script. */
async function suggested(c: Context<Web>, asker: Asker) {
  const found = await suggest(asker, readSearch(c.req.query()).text)
  return c.json(
    found.map((detail) => ({
      title: detail.title || 'Proyek tanpa judul',
      kind: kindWords[detail.kind],
      href: hrefOf(detail, asker.actor === null),
    })),
  )
}

export const searchRoutes = routes()
  .get('/cari', signedIn, async (c) => {
    const { db, actor } = c.var
    const search = readSearch(c.req.query())
    return c.render(
      <SearchPage search={search} answer={isAsked(search) ? await answer({ db, actor }, search) : null} />,
    )
  })
  .get('/cari/usul', signedIn, (c) => suggested(c, c.var))
  // Before the gallery's own addresses, one of which would take this for a project's code.
  .get('/galeri/usul', anyone, (c) => suggested(c, { db: c.var.database, actor: null, now: c.var.now }))
