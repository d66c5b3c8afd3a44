import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { mediaTypesOf, readUploads } from '#files'
import { blankForm, type Form, refuseField } from '#kit/form.ts'
import { forbidden, isConflict } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { momentOf, type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { evidenceObstacle, provedByItAlone } from './evidence.ts'
import { assignEvidence, bringEvidence, linesAsDrawn } from './evidence-commands.ts'
import { evidenceKinds, readEvidenceFilter } from './evidence-filter.ts'
import { evidenceOf, pieceOf } from './evidence-view.ts'
import { walkFrom } from './evidence-walk.ts'
import { assignForm, bringForm } from './forms.ts'
import { AssignPage } from './pages/assign-page.tsx'
import { BringPage } from './pages/bring-page.tsx'
import { EvidenceListPage } from './pages/evidence-list-page.tsx'
import { EvidencePage } from './pages/evidence-page.tsx'
import { evidenceFamilies } from './pages/report-form.tsx'
import { provingDayError } from './progress-report.ts'

/** The form with which evidence is brought, for whoever may bring it. */
async function bringing(c: Context<Web>) {
  const { project, desk } = await evidenceOf(c)
  if (!desk.may('report')) throw forbidden()
  const draw = (form: Form, status: PageStatus = 200) =>
    c.render(<BringPage {...{ project, desk, form }} most={c.var.files.maxUpload} />, status)
  return { project, desk, draw, obstacle: evidenceObstacle(project.project) }
}

export const evidenceRoutes = routes()
  .get('/proyek/:code/eviden', signedIn, async (c) => {
    const filter = readEvidenceFilter(c.req.query())
    const { line, kind, ...rest } = filter
    const mediaTypes = kind && mediaTypesOf(evidenceKinds[kind].families)
    const view = await evidenceOf(c, { ...rest, lineId: line, mediaTypes })
    return c.render(<EvidenceListPage {...view} filter={filter} />)
  })
  .get('/proyek/:code/eviden/baru', signedIn, async (c) => {
    const { desk, draw } = await bringing(c)
    const wanted = desk.lines.filter(({ lineId }) => lineId === c.req.query('kegiatan'))
    const chosen = wanted.length > 0 ? wanted : desk.lines.length === 1 ? desk.lines : []
    return draw(blankForm({ link_id: randomUUIDv7(), line_ids: chosen.map(({ lineId }) => lineId) }))
  })
  .post('/proyek/:code/eviden/baru', signedIn, async (c) => {
    // Asked before the files are taken in; the command asks again.
    const { project, desk, draw, obstacle } = await bringing(c)
    const read = await readPosted(c, bringForm)
    const { ids: files, typed, refused } = await readUploads(c, 'files', evidenceFamilies)
    const values = { ...read.typed, ...typed }
    if (!read.ok) return draw({ ...read.form, values }, read.status)
    const { link: address, linkId, provesOn, lineIds } = read.value
    const nothing = files.length === 0 && address === null ? 'Pilih berkas, atau isi tautan.' : null
    const unfit = refused ?? nothing
    if (unfit !== null) return draw(refuseField(values, 'files', unfit), 422)
    const wrong = provingDayError(provesOn, true, c.var.today)
    if (wrong !== null) return draw(refuseField(values, 'proves_on', wrong), 422)
    const link = address === null ? null : { id: linkId, address }
    const brought = { files, link, provesOn, lineIds }
    try {
      await bringEvidence(c.var.db, c.var.actor, project.project.code, brought, momentOf(c))
    } catch (error) {
      // Where nothing can be brought at all the form would ask for what is then refused again.
      if (!isConflict(error) || obstacle !== null) throw error
      return draw(refuseField(values, 'line_ids', error.sentence), 409)
    }
    const { desk: after } = await evidenceOf(c)
    const again = files.map((id) => after.reused.get(id)).find((sentence) => sentence !== undefined)
    say(c, ['Eviden ditambahkan.', again].filter(Boolean).join(' '))
    const [only, ...others] = lineIds
    const line = others.length === 0 ? desk.lines.find(({ lineId }) => lineId === only) : undefined
    return c.redirect(line?.path ?? desk.path, 303)
  })
  .get('/proyek/:code/eviden/:id', signedIn, async (c) => {
    const view = await pieceOf(c)
    const walk = walkFrom(view.piece, view.all.filter(view.desk.mayJudge))
    return c.render(<EvidencePage view={view} walk={walk} />)
  })
  .get('/proyek/:code/eviden/:id/kegiatan', signedIn, async (c) => {
    const view = await pieceOf(c)
    if (!view.desk.mayAssign(view.piece)) throw forbidden()
    const { lineIds } = view.piece
    const form = blankForm({ line_ids: lineIds, revision: linesAsDrawn(lineIds) })
    return c.render(<AssignPage view={view} form={form} alone={provedByItAlone(view.piece, view.all)} />)
  })
  .post('/proyek/:code/eviden/:id/kegiatan', signedIn, async (c) => {
    const view = await pieceOf(c)
    const { piece, desk, project } = view
    const draw = (form: Form, status: PageStatus) =>
      c.render(<AssignPage view={view} form={form} alone={provedByItAlone(piece, view.all)} />, status)
    const read = await readPosted(c, assignForm)
    if (!read.ok) return draw(read.form, read.status)
    const choice = { lineIds: read.value.lineIds, drawnFrom: read.value.revision }
    try {
      await assignEvidence(c.var.db, c.var.actor, project.project.code, piece.id, choice, momentOf(c))
    } catch (error) {
      const served = desk.lines.filter(({ lineId }) => piece.lineIds.includes(lineId))
      const names = served.map(({ number, title }) => `${number} ${title}`).join('; ')
      const stored = { line_ids: names, revision: linesAsDrawn(piece.lineIds) }
      const { form, status } = refusedForm(error, read.typed, { field: 'line_ids', stored })
      return draw(form, status)
    }
    say(c, 'Kegiatan yang dibuktikan disimpan.')
    return c.redirect(`${desk.path}/${piece.id}`, 303)
  })
