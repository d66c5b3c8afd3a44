import type { Context } from 'hono'
import * as z from 'zod'
import { blankForm, refuseField } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { moveEntry } from './commands.ts'
import { compareWhole } from './compare-editions.ts'
import type { EditionFault } from './edition.ts'
import { beginNextEdition, loadEdition, movesTo } from './edition-commands.ts'
import { listDrafted } from './edition-draft-store.ts'
import { type KeptEdition, type Shelf, shelfOf } from './edition-store.ts'
import { EditionListPage } from './pages/edition-list-page.tsx'
import { EditionLoadPage } from './pages/edition-load-page.tsx'
import { EditionPage } from './pages/edition-page.tsx'
import { MovePage } from './pages/move-page.tsx'
import { NextEditionPage } from './pages/next-edition-page.tsx'
import { entryPolicy, mayEnter } from './policy.ts'
import { viewOf } from './view.ts'

/** The edition of this request's address: the newest version, or the one that is asked for. */
async function editionIn(c: Context<Web>, key: string): Promise<{ shelf: Shelf; one: KeptEdition }> {
  const shelf = await shelfOf(c.var.db)
  const asked = c.req.query('versi')
  const versions = shelf.versions(key)
  const one = asked ? versions.find(({ version }) => String(version) === asked) : shelf.newest(key)
  if (!one) throw notFound()
  return { shelf, one }
}

async function editionToCorrect(c: Context<Web>): Promise<KeptEdition> {
  if (!mayEnter(c.var.actor, c.var.db)) throw forbidden()
  const one = (await shelfOf(c.var.db)).newest(c.req.param('key') ?? '')
  if (!one) throw notFound()
  return one
}

/** What was sent in the file field, as text; null where nothing was chosen. */
async function fileText(c: Context<Web>): Promise<string | null> {
  const { file } = await c.req.parseBody()
  return file instanceof File && file.size > 0 ? file.text() : null
}

const noYear = 'Isi tahun, misalnya 2027.'

/** Formulir edisi tahun lain. */
const nextEditionForm = z.object({
  year: z.coerce.number(noYear).int(noYear).min(2000, noYear).max(2100, noYear),
})

const drawLoad = (c: Context<Web>, form = blankForm(), faults: EditionFault[] = [], status: 200 | 422 = 200) => {
  if (!mayEnter(c.var.actor, c.var.db)) throw forbidden()
  return c.render(<EditionLoadPage {...{ form, faults }} />, status)
}

export const editionRoutes = routes()
  .get('/usulan/edisi', signedIn, async (c) => {
    const { db, actor } = c.var
    const mayLoad = mayEnter(actor, db)
    const [{ current }, drafted] = await Promise.all([shelfOf(db), mayLoad ? listDrafted(db) : new Set<string>()])
    return c.render(<EditionListPage rows={current} {...{ drafted, mayLoad }} />)
  })
  .get('/usulan/edisi/muat', signedIn, (c) => drawLoad(c))
  .post('/usulan/edisi/muat', signedIn, async (c) => {
    const file = await fileText(c)
    if (file === null) return drawLoad(c, refuseField({}, 'file', 'Pilih berkas edisi.'), [], 422)
    const loaded = await loadEdition(c.var.db, c.var.actor, file, momentOf(c))
    if ('faults' in loaded)
      return drawLoad(c, refuseField({}, 'file', 'Berkas ini belum dapat dimuat.'), loaded.faults, 422)
    say(c, `Edisi dimuat sebagai versi ${loaded.version}.`)
    return c.redirect(`/usulan/edisi/${loaded.key}`, 303)
  })
  .get('/usulan/edisi/:file{[a-z0-9-]+\\.json}', signedIn, async (c) => {
    const { one } = await editionIn(c, c.req.param('file').replace('.json', ''))
    return c.body(`${JSON.stringify(one.edition, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="edisi-${one.edition.key}.json"`,
    })
  })
  .get('/usulan/edisi/:key', signedIn, async (c) => {
    const { shelf, one } = await editionIn(c, c.req.param('key'))
    const versions = shelf.versions(one.edition.key)
    const before = versions.find(({ version }) => version === (one.version ?? 0) - 1)
    const changes = before ? compareWhole(before.edition, one.edition) : []
    const mayCorrect = mayEnter(c.var.actor, c.var.db)
    return c.render(<EditionPage of={one} {...{ versions, changes, mayCorrect }} />)
  })
  .get('/usulan/edisi/:key/berikutnya', signedIn, async (c) => {
    const { edition } = await editionToCorrect(c)
    const year = Math.max((edition.year ?? 0) + 1, Number(c.var.today.slice(0, 4)) + 1)
    return c.render(<NextEditionPage edition={edition} form={blankForm({ year: String(year) })} />)
  })
  .post('/usulan/edisi/:key/berikutnya', signedIn, async (c) => {
    const { edition } = await editionToCorrect(c)
    const read = await readPosted(c, nextEditionForm)
    if (!read.ok) return c.render(<NextEditionPage edition={edition} form={read.form} />, read.status)
    try {
      const key = await beginNextEdition(c.var.db, c.var.actor, edition.key, read.value.year, momentOf(c))
      say(c, 'Edisi dibuat. Isi tanggal dan betulkan aturannya begitu pedomannya terbit.')
      return c.redirect(`/usulan/edisi/${key}`, 303)
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'year' })
      return c.render(<NextEditionPage edition={edition} form={form} />, status)
    }
  })
  .get('/usulan/:code/edisi', signedIn, async (c) => {
    const { entry, edition } = await viewOf(c)
    authorize(entryPolicy, c.var.actor, 'edit', entry)
    const moves = await movesTo(c.var.db, entry)
    if (!moves) return c.redirect(`/usulan/${entry.code}`, 303)
    return c.render(<MovePage {...{ entry, moves }} label={edition.label} />)
  })
  .post('/usulan/:code/edisi', signedIn, async (c) => {
    const { version } = await readTyped(c)
    await moveEntry(c.var.db, c.var.actor, c.req.param('code'), Number(version), momentOf(c))
    say(c, 'Usulan dipindahkan. Periksa yang kurang menurut aturan yang baru.')
    return c.redirect(`/usulan/${c.req.param('code')}`, 303)
  })
