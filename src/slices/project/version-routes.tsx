import type { Context } from 'hono'
import { writeWorkbook } from '#documents/sheet.ts'
import { writeDocx } from '#documents/write-docx.ts'
import { notFound } from '#kit/refusal.ts'
import { routes, signedIn, type Web } from '#web/request.ts'
import { comparePlans } from './compare.ts'
import { ComparePage } from './pages/compare-page.tsx'
import { planPaper } from './plan-paper.ts'
import { planSheet } from './plan-sheet.ts'
import { findMatrix } from './plan-store.ts'
import { titleOf } from './project.ts'
import { planOf, viewOf } from './view.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** An answer that is saved as a workbook under this name. */
export const sendSheet = (c: Context<Web>, name: string, bytes: Uint8Array): Response =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': spreadsheet,
    'content-disposition': `attachment; filename="${name}.xlsx"`,
  })

/** Versions of a plan, taken away as a sheet or compared with each other. */
export const versionRoutes = routes()
  .get('/proyek/:code/rencana.xlsx', signedIn, async (c) => {
    const { view, plan, matrix } = await planOf(c)
    const bytes = await writeWorkbook([planSheet(plan.version, matrix)], c.var.now)
    return sendSheet(c, `rencana-aksi-${view.project.code}-versi-${plan.version}`, bytes)
  })
  .get('/proyek/:code/rencana.docx', signedIn, async (c) => {
    const { view, plan, matrix } = await planOf(c)
    const about = {
      title: titleOf(view.project),
      author: c.var.session?.agency.name ?? '',
      version: plan.version,
      createdAt: c.var.now,
    }
    const bytes = await writeDocx(planPaper(about, matrix))
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': document,
      'content-disposition': `attachment; filename="rencana-aksi-${view.project.code}-versi-${plan.version}.docx"`,
    })
  })
  .get('/proyek/:code/rencana/banding', signedIn, async (c) => {
    const view = await viewOf(c)
    const { plans, project } = view
    if (plans.length < 2) return c.redirect(`/proyek/${project.code}/rencana`, 303)
    const versionOf = (name: string, otherwise: number) => {
      const wanted = c.req.query(name)
      return wanted ? plans.find(({ version }) => String(version) === wanted) : plans.at(otherwise)
    }
    const [from, to] = [versionOf('dari', -2), versionOf('ke', -1)]
    if (!from || !to) throw notFound()
    const compared = comparePlans(await findMatrix(c.var.db, from.id), await findMatrix(c.var.db, to.id))
    return c.render(<ComparePage {...{ view, from, to, compared }} actor={c.var.actor} />)
  })
