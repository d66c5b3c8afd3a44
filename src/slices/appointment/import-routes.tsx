import type { Context } from 'hono'
import { packSheets } from '#documents/packed-sheets.ts'
import { writeWorkbook } from '#documents/sheet.ts'
import { blankForm } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readTyped } from '#web/typed.ts'
import { sheetIn } from './annex-form.ts'
import { candidateSheets } from './annex-layout.ts'
import { annexTemplate } from './annex-template.ts'
import { reviewOf, sheetsOf } from './annex-view.ts'
import type { Decree } from './decree.ts'
import { findDecree } from './decree-store.ts'
import { importAnnex } from './import-commands.ts'
import { AnnexPage } from './pages/annex-page.tsx'
import { AnnexUploadPage } from './pages/annex-upload-page.tsx'
import { SheetChoicePage } from './pages/sheet-choice-page.tsx'
import { decreePolicy } from './policy.ts'

/** The decree at the address, for whom may appoint by it. */
export async function decreeToAppoint(c: Context<Web>): Promise<Decree> {
  const decree = await findDecree(c.var.db, c.req.param('code') ?? '')
  authorize(decreePolicy, c.var.actor, 'appoint', decree)
  return decree
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const importRoutes = routes()
  .get('/keputusan/templat-lampiran.xlsx', signedIn, async (c) => {
    const bytes = await writeWorkbook(annexTemplate(), c.var.now)
    const headers = {
      'content-type': spreadsheet,
      'content-disposition': 'attachment; filename="templat-lampiran.xlsx"',
    }
    return c.body(new Uint8Array(bytes), 200, headers)
  })
  .get('/keputusan/:code/impor', signedIn, async (c) => {
    const decree = await decreeToAppoint(c)
    return c.render(<AnnexUploadPage decree={decree} form={blankForm({ level: 'central' })} />)
  })
  .post('/keputusan/:code/impor', signedIn, async (c) => {
    const decree = await decreeToAppoint(c)
    const typed = await readTyped(c)
    const arrived = await sheetsOf(c, typed)
    if ('form' in arrived) return c.render(<AnnexUploadPage decree={decree} form={arrived.form} />, 422)
    const { sheets } = arrived
    const candidates = candidateSheets(sheets)
    const sheet = sheetIn(typed, sheets, candidates)
    if (!sheet) {
      const form = blankForm({ ...typed, workbook: packSheets(sheets) })
      return c.render(<SheetChoicePage {...{ decree, form, sheets, candidates }} />)
    }
    const { review, form, answers } = await reviewOf(c, decree, sheet, { ...typed, workbook: packSheets([sheet]) })
    const isImport = typed.act === 'import' && !c.env?.resumed
    if (!isImport || !review.isReady)
      return c.render(<AnnexPage {...{ decree, form, review }} />, typed.act && !review.isReady ? 422 : 200)
    const { parentId, reading } = review
    const { rows } = reading
    const added = await importAnnex(c.var.db, c.var.actor, decree.code, { rows, answers, parentId }, c.var.now)
    say(c, added > 0 ? `${added} agen ditetapkan.` : 'Tidak ada yang berubah: semua agen sudah ditetapkan.')
    return c.redirect(`/keputusan/${decree.code}`, 303)
  })
