import type { Context } from 'hono'
import { unpackSheets } from '#documents/packed-sheets.ts'
import { readWorkbook, type Sheet } from '#documents/sheet.ts'
import { type Form, refuseField, type Typed, typedIn } from '#kit/form.ts'
import { isOpenOn, listUnits } from '#people'
import type { Web } from '#web/request.ts'
import { answersIn, layoutIn, parentIn, reviewForm, unitAnswersIn } from './annex-form.ts'
import { layoutFaults } from './annex-layout.ts'
import type { AnnexReview } from './annex-review.ts'
import { isWhole, readAnnex } from './annex-rows.ts'
import { unknownUnits } from './annex-units.ts'
import type { Decree } from './decree.ts'
import { foreseeImport, type UnitAnswers } from './import-commands.ts'

/** The sheets that a form brought, as a file or from the page before; else the form with the reason. */
export async function sheetsOf(c: Context<Web>, typed: Typed): Promise<{ sheets: Sheet[] } | { form: Form }> {
  const { annex } = await c.req.parseBody()
  if (annex instanceof File && annex.size > 0) {
    const read = await readWorkbook(new Uint8Array(await annex.arrayBuffer()), annex.name)
    return read.ok ? { sheets: read.workbook.sheets } : { form: refuseField(typed, 'annex', read.sentence) }
  }
  const sheets = unpackSheets(typedIn({ values: typed, errors: {} }, 'workbook'))
  return sheets ? { sheets } : { form: refuseField(typed, 'annex', 'Pilih berkas lampiran.') }
}

/** Reads a sheet by what the person answered so far, and says what importing it would change. */
export async function reviewOf(
  c: Context<Web>,
  decree: Decree,
  sheet: Sheet,
  typed: Typed,
): Promise<{ review: AnnexReview; form: Form; answers: UnitAnswers }> {
  const { db, today } = c.var
  const layout = layoutIn(typed, sheet)
  const wrong = layoutFaults(layout.uses)
  const reading = readAnnex(sheet, layout, answersIn(typed), today)
  const units = (await listUnits(db)).filter((unit) => isOpenOn(unit, today))
  const unknown = unknownUnits(reading.rows, units)
  const answers = unitAnswersIn(typed, unknown)
  const faulty = new Set(reading.faults.map(({ row }) => row))
  const sound = reading.rows.filter(({ row }) => !faulty.has(row))
  const plan = await foreseeImport(db, decree, sound, answers)
  const isReady = wrong.length === 0 && isWhole(reading)
  return {
    review: {
      ...{ sheet, layout, layoutFaults: wrong, reading, unknown, units, plan, isReady },
      parentId: parentIn(typed, units),
    },
    form: reviewForm(typed, reading, wrong),
    answers,
  }
}
