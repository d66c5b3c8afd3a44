import type { Context } from 'hono'
import { blankForm, typedOf } from '#kit/form.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { viewOf } from '#project'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { shelfOf } from './edition-store.ts'
import { intendedForm } from './forms.ts'
import { aimIn } from './intended-category.ts'
import { nameCategory } from './intended-category-commands.ts'
import { listIntended } from './intended-category-store.ts'
import { IntendedCategoryPage } from './pages/intended-category-page.tsx'
import { mayAim } from './policy.ts'

/** The project and the edition of this request, with what was said of the two. */
async function aimingIn(c: Context<Web>) {
  const { db, actor } = c.var
  const { project } = await viewOf(c)
  if (!mayAim(actor, project)) throw forbidden()
  const shelf = await shelfOf(db)
  const kept = shelf.newest(c.req.param('edition') ?? '')
  if (!kept || kept.edition.categories.length === 0) throw notFound()
  const { edition } = kept
  const intended = await listIntended(db, [project.id])
  const own = intended.find((one) => one.edition === edition.key)
  const editions = shelf.current.map((one) => one.edition)
  // What was said of an earlier edition is proposed where nothing was said of this one.
  const aim = aimIn(edition, intended, editions)
  const { revision = 0, category = aim?.category.key ?? null, reason = aim?.reason ?? '' } = own ?? {}
  return { page: { project, edition, from: own ? null : aim }, stored: typedOf({ revision, category, reason }) }
}

/** At which category of an edition a project aims, said long before there is an entry. */
export const intendedCategoryRoutes = routes()
  .get('/proyek/:code/kipp/kategori/:edition', signedIn, async (c) => {
    const { page, stored } = await aimingIn(c)
    return c.render(<IntendedCategoryPage {...page} form={blankForm(stored)} />)
  })
  .post('/proyek/:code/kipp/kategori/:edition', signedIn, async (c) => {
    const { page } = await aimingIn(c)
    const read = await readPosted(c, intendedForm)
    if (!read.ok) return c.render(<IntendedCategoryPage {...page} form={read.form} />, read.status)
    const { project, edition } = page
    try {
      await nameCategory(c.var.db, c.var.actor, project.code, { ...read.value, edition: edition.key }, momentOf(c))
    } catch (error) {
      const { stored } = await aimingIn(c)
      const { form, status } = refusedForm(error, read.typed, { field: 'category', stored })
      return c.render(<IntendedCategoryPage {...page} form={form} />, status)
    }
    say(c, read.value.category ? 'Kategori yang dituju dicatat.' : 'Kategori yang dituju dikosongkan.')
    return c.redirect(`/proyek/${project.code}/kipp`, 303)
  })
