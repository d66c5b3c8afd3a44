import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { writeDocx } from '#documents/write-docx.ts'
import { writePdf } from '#documents/write-pdf.ts'
import { blankForm, type Form } from '#kit/form.ts'
import { can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { slugOf } from '#kit/text.ts'
import { listProgrammes, programmeInForce } from '#programme'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { guidelineForm } from './forms.ts'
import { findForumOf } from './forum-store.ts'
import { compareVersions } from './guideline.ts'
import { beginGuideline } from './guideline-commands.ts'
import { lifeRoutes } from './guideline-life-routes.tsx'
import { paperOf } from './guideline-paper.ts'
import { listGuidelineVersions, listSections } from './guideline-store.ts'
import { contentsOf, guidelineOf, versionIn } from './guideline-view.ts'
import { ComparePage } from './pages/compare-page.tsx'
import { TitlePage } from './pages/guideline-forms.tsx'
import { GuidelineListPage } from './pages/guideline-list-page.tsx'
import { GuidelinePage } from './pages/guideline-page.tsx'
import { standingOf } from './pages/words.ts'
import { guidelinePolicy } from './policy.ts'
import { sectionRoutes } from './section-routes.tsx'

/** The forum in which the actor can begin a guideline now; that of the programme in force. */
async function writableForum(c: Context<Web>) {
  const { db, actor, today } = c.var
  const programme = (await programmeInForce(db, today)) ?? (await listProgrammes(db))[0]
  const forum = programme && (await findForumOf(db, programme.id))
  return forum && can(guidelinePolicy, actor, 'write', { ...forum, isPublished: false }) ? forum : undefined
}

const drawNew = (c: Context<Web>, form: Form, status: 200 | 422 = 200) =>
  c.render(<TitlePage form={form} action="/pedoman" back="/pedoman" isNew />, status)

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

export const guidelineRoutes = routes()
  .get('/pedoman', signedIn, async (c) => {
    const rows = await listGuidelineVersions(c.var.db, c.var.actor)
    const mayBegin = (await writableForum(c)) !== undefined
    return c.render(<GuidelineListPage rows={rows} mayBegin={mayBegin} />)
  })
  .get('/pedoman/baru', signedIn, async (c) => {
    const forum = await writableForum(c)
    if (!forum) throw notFound()
    return drawNew(c, blankForm({ id: randomUUIDv7(), forum_id: forum.id }))
  })
  .post('/pedoman', signedIn, async (c) => {
    const read = await readPosted(c, guidelineForm)
    if (!read.ok) return drawNew(c, read.form, read.status)
    await beginGuideline(c.var.db, c.var.actor, read.value, momentOf(c))
    say(c, 'Pedoman dimulai. Tulis bagian-bagiannya.')
    return c.redirect(`/pedoman/${read.value.id}`, 303)
  })
  .get('/pedoman/:id', signedIn, async (c) => {
    const view = await guidelineOf(c)
    const wanted = c.req.query('versi')
    const version = wanted === undefined ? view.latest : versionIn(view, wanted)
    return c.render(<GuidelinePage view={view} contents={await contentsOf(c, version)} actor={c.var.actor} />)
  })
  .get('/pedoman/:id/bandingkan', signedIn, async (c) => {
    const view = await guidelineOf(c)
    const [to, from] = view.versions
    const later = versionIn(view, c.req.query('ke') ?? String(to?.version))
    const before = versionIn(view, c.req.query('dari') ?? String(from?.version))
    const sections = await listSections(c.var.db, [before.id, later.id])
    const of = (version: typeof later) => ({
      title: version.title,
      sections: sections.filter(({ versionId }) => versionId === version.id),
    })
    const comparison = compareVersions(of(before), of(later))
    return c.render(<ComparePage {...{ view, before, later, comparison }} />)
  })
  .get('/pedoman/:id/versi/:version/:format', signedIn, async (c) => {
    const view = await guidelineOf(c)
    const version = versionIn(view, c.req.param('version'))
    const format = c.req.param('format')
    if (format !== 'docx' && format !== 'pdf') throw notFound()
    const sections = await listSections(c.var.db, [version.id])
    const agencyName = c.var.session?.agency.name ?? ''
    const paper = paperOf({ version, sections, agencyName, standing: standingOf(version), at: version.since })
    const bytes = format === 'docx' ? await writeDocx(paper) : await writePdf(paper)
    const name = `${slugOf(version.title) || 'pedoman'}-versi-${version.version}.${format}`
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="${name}"`,
    })
  })
  .route('/', sectionRoutes)
  .route('/', lifeRoutes)
