import { mergedTexts, widthOf } from '#documents/sheet-text.ts'
import { columnLetter } from '#documents/workbook.ts'
import { type Form, type Typed, typedIn } from '#kit/form.ts'
import { NumberField, SelectField } from '#web/fields.tsx'
import { type MatrixColumn, ownKeys } from '../columns.ts'
import { type ColumnUse, columnUses } from '../import/reading.ts'
import type { ImportReview } from '../import/review.ts'

const words: Partial<Record<ColumnUse, string>> = {
  number: 'Nomor',
  initiative: 'Program',
  period: 'Waktu (mulai sampai selesai)',
  line: 'Kode baris Rintis',
}
const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')

/** What a column may hold, in the programme's own words. */
export function useWords(use: ColumnUse, columns: readonly MatrixColumn[]): string {
  const [kind, number] = use.split('-')
  if (kind === 'month') return `Tanda bulan ${months[Number(number) - 1]}`
  return kind === 'quarter'
    ? `Tanda triwulan ${number}`
    : (words[use] ?? columns.find(({ key }) => key === use)?.label ?? use)
}

/** What each column was taken for, to be corrected; open while it is in doubt. */
export function ImportColumns({ form, review }: { form: Form; review: ImportReview }) {
  const { sheet, layout, layoutFaults } = review
  const { columns } = review.drawn
  // A column of its own that the programme does not have is offered to nobody.
  const known = columnUses.filter(
    (use) => !ownKeys.some((own) => own === use) || columns.some(({ key }) => key === use),
  )
  const options = known.map((use) => ({ value: use, label: useWords(use, columns) }))
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
        <NumberField form={filled} name="first_row" label="Baris pertama di bawah kepala tabel" width={4} whole />
        {layout.uses.map((_, column) => (
          <SelectField
            key={columnLetter(column)}
            form={filled}
            name={`use_${column}`}
            label={`Kolom ${columnLetter(column)}${header[column] ? `, ${header[column]}` : ''}`}
            hint={sample[column] ? `Misalnya: ${sample[column].slice(0, 80)}` : undefined}
            empty={sheet.hiddenColumns.includes(column) ? 'Tersembunyi, tidak dipakai' : 'Tidak dipakai'}
            options={options}
            optional
          />
        ))}
      </div>
    </details>
  )
}
