import type { Context } from 'hono'
import { packSheets } from '#documents/packed-sheets.ts'
import { blankForm, type Typed, typedIn } from '#kit/form.ts'
import { isConflict, isStale } from '#kit/refusal.ts'
import { listInWords } from '#kit/text.ts'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readTyped } from '#web/typed.ts'
import { isOpen, requireOpen } from './action-plan.ts'
import { sheetIn, takesIn } from './import/answers.ts'
import type { Difference } from './import/difference.ts'
import { candidateSheets } from './import/layout.ts'
import { importMatrix } from './import-commands.ts'
import { reviewOf, tablesIn } from './import-view.ts'
import { ImportPage } from './pages/import-page.tsx'
import { ImportUploadPage, TableChoicePage } from './pages/import-upload-page.tsx'
import { layoutOf, viewToEdit } from './view.ts'

const changed = 'Matriks ini diubah sejak Anda melihat perbedaannya. Periksa perbedaan yang baru, lalu terapkan lagi.'

export const importRoutes = routes()
  .get('/proyek/:code/rencana/impor', signedIn, async (c) => {
    const view = await viewToEdit(c)
    if (!isOpen(view.plan)) return c.redirect(planPath(c), 303)
    return c.render(<ImportUploadPage project={view.project} form={blankForm()} />)
  })
  .post('/proyek/:code/rencana/impor', signedIn, async (c) => {
    const view = await viewToEdit(c)
    requireOpen(view.plan)
    const { project } = view
    const typed = await readTyped(c)
    const arrived = await tablesIn(c, typed)
    if ('form' in arrived) return c.render(<ImportUploadPage project={project} form={arrived.form} />, 422)
    const { sheets } = arrived
    const drawn = await layoutOf(c.var.db, view.programme)
    const candidates = candidateSheets(sheets, drawn.columns)
    const sheet = sheetIn(typed, sheets, candidates)
    if (!sheet) {
      const form = blankForm({ workbook: packSheets(sheets) })
      return c.render(<TableChoicePage {...{ project, form, sheets, candidates }} />)
    }
    const packed: Typed = { ...typed, workbook: packSheets([sheet]) }
    const { review, form } = await reviewOf(c, view, drawn, sheet, packed)
    const isImport = typed.act === 'import' && !c.env?.resumed
    const isReady = review.difference !== null
    if (!isImport || !isReady)
      return c.render(<ImportPage {...{ project, form, review }} />, typed.act && !isReady ? 422 : 200)
    try {
      const what = {
        rows: review.reading.rows,
        absent: review.absent,
        takes: takesIn(typed),
        stamp: typedIn(form, 'stamp'),
      }
      const counts = await importMatrix(c.var.db, c.var.actor, project.code, what, {
        now: c.var.now,
        today: c.var.today,
      })
      say(c, inWords(counts))
      return c.redirect(planPath(c), 303)
    } catch (error) {
      if (!isStale(error) && !isConflict(error)) throw error
      const remark = isConflict(error) ? error.sentence : changed
      const fresh = { ...form, values: { ...form.values, stamp: review.stamp }, remark }
      return c.render(<ImportPage {...{ project, review }} form={fresh} />, 409)
    }
  })

const planPath = (c: Context<Web>) => `/proyek/${c.req.param('code')}/rencana`

/** What was done, in a sentence. */
function inWords({ added, changed, removed }: Difference['counts']): string {
  const parts = [
    [added, 'ditambahkan'],
    [changed, 'diubah'],
    [removed, 'dihapus'],
  ].flatMap(([count, word]) => (count === 0 ? [] : [`${count} kegiatan ${word}`]))
  return parts.length > 0 ? `Matriks diimpor: ${listInWords(parts)}.` : 'Matriks diimpor.'
}
