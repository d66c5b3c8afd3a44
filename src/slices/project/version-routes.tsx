import type { Context } from 'hono'
import { writeWorkbook } from '#documents/sheet.ts'
import { routes, signedIn, type Web } from '#web/request.ts'
import { planSheet } from './plan-sheet.ts'
import { layoutOf, planOf } from './view.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An answer that is saved as a workbook under this name. */
export const sendSheet = (c: Context<Web>, name: string, bytes: Uint8Array): Response =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': spreadsheet,
    'content-disposition': `attachment; filename="${name}.xlsx"`,
  })

/** A version of a plan, taken away as a sheet. */
export const versionRoutes = routes().get('/proyek/:code/rencana.xlsx', signedIn, async (c) => {
  const { view, plan, matrix } = await planOf(c)
  const bytes = await writeWorkbook(
    [planSheet(plan.version, matrix, await layoutOf(c.var.db, view.programme))],
    c.var.now,
  )
  return sendSheet(c, `rencana-aksi-${view.project.code}-versi-${plan.version}`, bytes)
})
