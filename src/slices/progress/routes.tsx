import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { writeWorkbook } from '#documents/sheet.ts'
import { readUploads } from '#files'
import { withComma } from '#kit/decimal.ts'
import { blankForm, type Form, refuseField } from '#kit/form.ts'
import { can } from '#kit/policy.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { inForceOn, listProgrammes } from '#programme'
import { listProjects, sendSheet, viewOf } from '#project'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { reportProgress } from './commands.ts'
import { programmeCourse } from './curve.ts'
import type { Proof } from './evidence-commands.ts'
import { baselineOf } from './evidence-view.ts'
import { reportForm } from './forms.ts'
import { LinePage } from './pages/line-page.tsx'
import { ProgressListPage } from './pages/progress-list-page.tsx'
import { ProgressPage } from './pages/progress-page.tsx'
import { evidenceFamilies } from './pages/report-form.tsx'
import { periodSheet } from './period-sheet.ts'
import { listReporting, type Reporting } from './period-view.ts'
import { areaEvidencePolicy } from './policy.ts'
import { provingDayError } from './progress-report.ts'
import { listLines } from './store.ts'
import { type LineView, lineOf, listCourses } from './view.ts'

/** A form for the next report: it begins where the last one ended. */
const nextForm = ({ reports: [latest] }: LineView): Form =>
  blankForm({
    id: randomUUIDv7(),
    link_id: randomUUIDv7(),
    percent: latest ? String(latest.percent) : '',
    value: withComma(latest?.value ?? ''),
  })

const draw = (c: Context<Web>, view: LineView, form: Form | null, status: 200 | 409 | 422 = 200) =>
  c.render(<LinePage view={view} form={form} most={c.var.files.maxUpload} />, status)

/** The programme of the query, else the one that runs, with those of its projects that report. */
async function shown(c: Context<Web>) {
  const { db, actor, today } = c.var
  const programmes = await listProgrammes(db)
  const wanted = programmes.find(({ slug }) => slug === c.req.query('program'))
  const programme = wanted ?? inForceOn(programmes, today) ?? programmes[0] ?? null
  const all = programme ? await listProjects(db, actor, programme.id, today) : []
  return { programmes, programme, running: all.filter(hasProgress) }
}

/** The period of the query, else the present one, else the last; null where nothing has opened. */
const periodOf = ({ opened, present }: Reporting, code: string | undefined) =>
  opened.find((period) => period.code === code) ?? present ?? opened.at(-1) ?? null

const hasProgress = ({ state }: { state: string }) => ['running', 'finished', 'closed'].includes(state)

export const progressRoutes = routes()
  .get('/laporan', signedIn, async (c) => {
    const { db, actor, today, zone } = c.var
    const { programmes, programme, running } = await shown(c)
    const courses = programme && (await listCourses(db, programme, idsOf(running), { zone, today }))
    const reporting = courses?.reporting ?? null
    const period = reporting && periodOf(reporting, c.req.query('periode'))
    const rows = running.flatMap((row) => {
      const summary = courses?.progress.get(row.id)
      return summary ? [{ ...row, summary }] : []
    })
    const course = courses && programmeCourse(programme, courses.tracks, today)
    const mayBundle = can(areaEvidencePolicy, actor, 'read', { agencyId: actor.agencyId })
    const shownHere = { programmes, programme, rows, course, reporting, period, today, mayBundle }
    return c.render(<ProgressListPage {...shownHere} />)
  })
  .get('/laporan/periode.xlsx', signedIn, async (c) => {
    const { db, zone, today, now } = c.var
    const { programme, running } = await shown(c)
    if (!programme) throw notFound()
    const reporting = await listReporting(db, programme, idsOf(running), { zone, today })
    const bytes = await writeWorkbook([periodSheet(programme.name, running, reporting)], now)
    return sendSheet(c, `laporan-${programme.slug}`, bytes)
  })
  .get('/proyek/:code/laporan', signedIn, async (c) => {
    const { db, actor, zone, today } = c.var
    const view = await viewOf(c)
    const { id } = view.project
    const matrix = await baselineOf(db, view)
    const lines = await listLines(db, [id])
    const reporting = await listReporting(db, view.programme, [id], { zone, today })
    return c.render(<ProgressPage {...{ view, actor, matrix, lines, reporting }} />)
  })
  .get('/proyek/:code/laporan/:lineId', signedIn, async (c) => {
    const view = await lineOf(c)
    const isOffered = view.isOfProject || c.req.query('isi') === 'ya'
    const mayReport = view.may('report') && view.obstacle === null
    return draw(c, view, isOffered && mayReport ? nextForm(view) : null)
  })
  .post('/proyek/:code/laporan/:lineId', signedIn, async (c) => {
    const view = await lineOf(c)
    // Asked before the files are taken in; the command asks again.
    if (!view.may('report')) throw forbidden()
    const read = await readPosted(c, reportForm)
    const { ids: files, typed, refused } = await readUploads(c, 'files', evidenceFamilies)
    const values = { ...read.typed, ...typed }
    if (!read.ok) return draw(c, view, { ...read.form, values }, read.status === 422 ? 422 : 200)
    if (refused !== null) return draw(c, view, refuseField(values, 'files', refused), 422)
    const { link: address, linkId, provesOn, ...said } = read.value
    const hasEvidence = files.length > 0 || address !== null
    const wrong = provingDayError(provesOn, hasEvidence, c.var.today)
    if (wrong !== null) return draw(c, view, refuseField(values, 'proves_on', wrong), 422)
    const link = address === null ? null : { id: linkId, address }
    const evidence: Proof | null = hasEvidence && provesOn !== null ? { files, link, provesOn } : null
    const { activity, code, path } = view
    const reported = { ...said, lineId: activity.lineId, evidence }
    try {
      await reportProgress(c.var.db, c.var.actor, code, reported, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, values, { field: 'percent' })
      return draw(c, view, form, status)
    }
    const { desk } = await lineOf(c)
    const again = files.map((id) => desk.reused.get(id)).find((sentence) => sentence !== undefined)
    say(c, ['Laporan kemajuan dikirim.', again].filter(Boolean).join(' '))
    return c.redirect(path, 303)
  })

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
