import type { Context } from 'hono'
import { unpackSheets } from '#documents/packed-sheets.ts'
import { readTables } from '#documents/sheet.ts'
import type { Sheet } from '#documents/workbook.ts'
import { type Form, refuseField, type Typed, typedIn } from '#kit/form.ts'
import type { Web } from '#web/request.ts'
import type { MatrixLayout } from './columns.ts'
import { absentIn, allAsNotes, answersIn, layoutIn, reviewForm, takesIn } from './import/answers.ts'
import { difference } from './import/difference.ts'
import { layoutFaults } from './import/layout.ts'
import { countMatched, overtakenBy, propose } from './import/propose.ts'
import { isWhole } from './import/reading.ts'
import type { ImportReview } from './import/review.ts'
import { readTable } from './import/rows.ts'
import { stampOf } from './import-commands.ts'
import { activitiesOf } from './matrix.ts'
import { findMatrix } from './plan-store.ts'
import type { ProjectView } from './view.ts'

/** The tables that a form brought, as a file or from the page before; else the form with the reason. */
export async function tablesIn(c: Context<Web>, typed: Typed): Promise<{ sheets: Sheet[] } | { form: Form }> {
  const { table } = await c.req.parseBody()
  if (table instanceof File && table.size > 0) {
    const read = await readTables(new Uint8Array(await table.arrayBuffer()), table.name)
    return read.ok ? { sheets: read.workbook.sheets } : { form: refuseField(typed, 'table', read.sentence) }
  }
  const sheets = unpackSheets(typedIn({ values: typed, errors: {} }, 'workbook'))
  return sheets ? { sheets } : { form: refuseField(typed, 'table', 'Pilih berkas yang memuat matriks.') }
}

/** Reads a table by what the person answered so far, and says what importing it would change now. */
export async function reviewOf(
  c: Context<Web>,
  { plan, programme }: ProjectView,
  drawn: MatrixLayout,
  sheet: Sheet,
  typed: Typed,
): Promise<{ review: ImportReview; form: Form }> {
  const layout = layoutIn(typed, sheet, drawn.columns)
  const wrong = layoutFaults(layout.uses)
  const matrix = await findMatrix(c.var.db, plan.id)
  const [only] = matrix
  const around = {
    programme,
    areaNames: drawn.areaNames,
    initiative: only && matrix.length === 1 ? only.title : 'Rencana aksi',
  }
  const first = readTable(sheet, layout, answersIn(typed), around)
  const said = typed.act === 'note-all' ? allAsNotes(typed, first) : typed
  const reading = said === typed ? first : readTable(sheet, layout, answersIn(said), around)
  const matched = countMatched(matrix, reading.rows)
  const absent = absentIn(said, matched)
  const isReady = wrong.length === 0 && isWhole(reading)
  const review: ImportReview = {
    ...{ sheet, layout, layoutFaults: wrong, reading, absent, drawn },
    difference: isReady ? difference(matrix, propose(matrix, reading.rows, absent, takesIn(said))) : null,
    overtaken: isReady ? overtakenBy(matrix, reading.rows) : [],
    onlyInPlan: activitiesOf(matrix).length - matched,
    stamp: stampOf(plan.id, matrix),
  }
  const values = { ...said, absent, stamp: typed.act === 'import' ? (typed.stamp ?? '') : review.stamp }
  return { review, form: reviewForm(values, reading, wrong) }
}
