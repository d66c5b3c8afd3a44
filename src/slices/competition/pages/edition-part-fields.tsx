import type { Form } from '#kit/form.ts'
import { capital } from '#kit/text.ts'
import { Button } from '#web/button.tsx'
import { CheckboxField, CheckboxFields } from '#web/choices.tsx'
import { DateField, NumberField, SelectField, TextField } from '#web/fields.tsx'
import { FormPart } from '#web/form.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Draft, Rows, Said } from '../edition-part.ts'
import { nameIn } from '../edition-typed.ts'

type Props = { form: Form; draft: Draft; said: Said; row?: number }

/** One thing that a part of an edition says, in the field of its kind. */
export function SaidField({ form, draft, said, row }: Props) {
  const { kind, label, hint, unit, empty } = said
  const field = {
    form,
    name: nameIn(said, row),
    label: row === undefined ? label : `${label} ${row}`,
    optional: empty !== undefined && kind !== 'one',
    ...(hint !== undefined && { hint }),
  }
  if (kind === 'long') return <TextArea {...field} rows={3} />
  if (kind === 'lines') return <TextArea {...field} rows={4} />
  if (kind === 'day') return <DateField {...field} />
  if (kind === 'yes') return <CheckboxField {...field} />
  if (kind === 'several') return <CheckboxFields {...field} optional choices={said.options?.(draft) ?? []} />
  if (kind === 'one')
    return (
      <SelectField
        {...field}
        isConditional={empty !== undefined}
        empty={empty === undefined ? 'Pilih' : 'Tidak ada'}
        options={said.options?.(draft) ?? []}
      />
    )
  if (kind === 'text') return <TextField {...field} width="full" />
  return <NumberField {...field} {...(unit !== undefined && { unit })} whole={kind === 'whole'} />
}

type RowsProps = { form: Form; draft: Draft; rows: Rows; count: number }

/** The rows of a part, each with the buttons that move it and take it out. */
export const RowFields = ({ form, draft, rows, count }: RowsProps) => (
  <>
    {Array.from({ length: count }, (_, index) => index + 1).map((row) => (
      <FormPart key={row} title={`${capital(rows.noun)} ${row}`}>
        <input type="hidden" name={`was_${row}`} value={[form.values[`was_${row}`] ?? ''].flat()[0]} />
        {rows.said.map((said) => (
          <SaidField key={said.path} {...{ form, draft, said, row }} />
        ))}
        <div class="actions" id={`baris-${row}`}>
          {row > 1 && <RowButton verb="up" words="Naikkan" {...{ rows, row }} />}
          {row < count && <RowButton verb="down" words="Turunkan" {...{ rows, row }} />}
          <RowButton verb="remove" words="Hapus" {...{ rows, row }} />
        </div>
      </FormPart>
    ))}
  </>
)

const RowButton = ({ verb, words, rows, row }: { verb: string; words: string; rows: Rows; row: number }) => (
  <Button kind="quiet" name="act" value={`${verb} ${row}`}>
    {words}
    <span class="hidden">
      {' '}
      {rows.noun} {row}
    </span>
  </Button>
)
