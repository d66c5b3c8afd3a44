import { type Form, typedIn } from '#kit/form.ts'
import { SelectField } from '#web/fields.tsx'
import { FormPart } from '#web/form.tsx'
import type { AnnexReview } from '../annex-review.ts'

/** Units that the annex names and the agency does not know: created, or told to be one that exists. */
export const AnnexUnits = ({ form, review }: { form: Form; review: AnnexReview }) =>
  review.unknown.length === 0 ? null : (
    <FormPart title="Unit kerja yang belum dikenal" note="Unit baru dibuat saat agen ditetapkan.">
      {review.unknown.map(({ key, name, rows }, index) => (
        <div key={key}>
          <input type="hidden" name={`unit_key_${index}`} value={key} />
          <SelectField
            form={{ ...form, values: { ...form.values, [`unit_${index}`]: answerOf(form, review, key) } }}
            name={`unit_${index}`}
            label={name}
            hint={rows.length === 1 ? `Di baris ${rows[0]}` : `Di baris ${rows.join(', ')}`}
            empty="Buat unit kerja baru"
            options={review.units.map((unit) => ({ value: unit.id, label: unit.name }))}
            width="full"
            optional
          />
        </div>
      ))}
      <SelectField
        form={{ ...form, values: { ...form.values, parent_id: review.parentId ?? '' } }}
        name="parent_id"
        label="Unit induk bagi unit yang baru dibuat"
        hint="Induk setiap unit dapat diubah kemudian pada halaman unit itu."
        empty="Tanpa unit induk"
        options={review.units.map((unit) => ({ value: unit.id, label: unit.name }))}
        width="full"
        optional
      />
    </FormPart>
  )

/** What was answered before for this name, wherever it then stood in the list. */
function answerOf(form: Form, { unknown }: AnnexReview, key: string): string {
  for (let index = 0; index <= unknown.length || typedIn(form, `unit_key_${index}`) !== ''; index += 1)
    if (typedIn(form, `unit_key_${index}`) === key) return typedIn(form, `unit_${index}`)
  return ''
}
