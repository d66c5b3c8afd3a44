import { mergedTexts, widthOf } from '#documents/sheet-text.ts'
import { columnLetter } from '#documents/workbook.ts'
import { type Form, type Typed, typedIn } from '#kit/form.ts'
import { NumberField, SelectField } from '#web/fields.tsx'
import { columnUses } from '../annex.ts'
import type { AnnexReview } from '../annex-review.ts'
import { useWords } from './words.ts'

const options = columnUses.map((use) => ({ value: use, label: useWords[use] }))

/** What each column was taken for, to be corrected; open while it is in doubt. */
export function AnnexColumns({ form, review }: { form: Form; review: AnnexReview }) {
  const { sheet, layout, layoutFaults } = review
  const width = widthOf(sheet)
  const header = mergedTexts(sheet, layout.firstRow - 1, width)
  const sample = mergedTexts(sheet, layout.firstRow + 1, width)
  const values: Typed = { ...form.values, first_row: typedIn(form, 'first_row') || String(layout.firstRow + 1) }
  for (const [column, use] of layout.uses.entries()) values[`use_${column}`] = use ?? ''
  const filled = { ...form, values }
  return (
    <details class="more-words" open={layoutFaults.length > 0}>
      <summary>Kolom dan baris pertama</summary>
      <div class="form">
        <NumberField form={filled} name="first_row" label="Baris agen pertama" width={4} whole />
        {layout.uses.map((_, column) => (
          <SelectField
            key={columnLetter(column)}
            form={filled}
            name={`use_${column}`}
            label={`Kolom ${columnLetter(column)}${header[column] ? `, ${header[column]}` : ''}`}
            hint={sample[column] ? `Misalnya: ${sample[column]}` : undefined}
            empty={sheet.hiddenColumns.includes(column) ? 'Tersembunyi, tidak dipakai' : 'Tidak dipakai'}
            options={options}
            optional
          />
        ))}
      </div>
    </details>
  )
}
