import type { Context } from 'hono'
import { writeWorkbook } from '#documents/sheet.ts'
import { writeDocx } from '#documents/write-docx.ts'
import { routes, signedIn, type Web } from '#web/request.ts'
import { planPaper } from './plan-paper.ts'
import { planSheet } from './plan-sheet.ts'
import { titleOf } from './project.ts'
import { layoutOf, planOf } from './view.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** An answer that is saved as a workbook under this name. */
export const sendSheet = (c: Context<Web>, name: string, bytes: Uint8Array): Response =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': spreadsheet,
    'content-disposition': `attachment; filename="${name}.xlsx"`,
  })

/** A version of a plan, taken away as a sheet or as a document. */
export const versionRoutes = routes()
  .get('/proyek/:code/rencana.xlsx', signedIn, async (c) => {
    const { view, plan, matrix } = await planOf(c)
    const layout = await layoutOf(c.var.db, view.programme)
    const bytes = await writeWorkbook([planSheet(plan.version, matrix, layout)], c.var.now)
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
    const bytes = await writeDocx(planPaper(about, matrix, await layoutOf(c.var.db, view.programme)))
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': document,
      'content-disposition': `attachment; filename="rencana-aksi-${view.project.code}-versi-${plan.version}.docx"`,
    })
  })
