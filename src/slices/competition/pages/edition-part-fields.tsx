import type { Form } from '#kit/form.ts'
import { capital } from '#kit/text.ts'
import { Button } from '#web/button.tsx'
import { CheckboxField, CheckboxFields } from '#web/choices.tsx'
import { DateField, NumberField, SelectField, TextField } from '#web/fields.tsx'
import { FormPart } from '#web/form.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Draft, Rows, Said } from '../edition-part.ts'
import { nameIn } from '../edition-typed.ts'

type Props = { form: Form; draft: Draft; said: Said; row?: number; autofocus?: boolean }

/** One thing that a part of an edition says, in the field of its kind. */
export function SaidField({ form, draft, said, row, autofocus = false }: Props) {
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
  if (kind === 'text') return <TextField {...field} width="full" autofocus={autofocus} />
  return <NumberField {...field} {...(unit !== undefined && { unit })} whole={kind === 'whole'} />
}

type RowsProps = {
  form: Form
  draft: Draft
  rows: Rows
  count: number /** The last one was just added. */
  adds: boolean
}

/** The rows of a part, each with the buttons that move it and take it out. */
export function RowFields({ form, draft, rows, count, adds }: RowsProps) {
  const plain = rows.said.filter(({ fold }) => fold === undefined)
  const folded = rows.said.filter(({ fold }) => fold !== undefined)
  return (
    <>
      {Array.from({ length: count }, (_, index) => index + 1).map((row) => (
        <FormPart key={row} title={`${capital(rows.noun)} ${row}`}>
          {plain.map((said, at) => (
            <SaidField key={said.path} {...{ form, draft, said, row }} autofocus={adds && row === count && at === 0} />
          ))}
          {folded.length > 0 && (
            <details class="more-words" open={isOpen(folded, form, row)}>
              <summary>
                {folded[0]?.fold}
                <span class="hidden">
                  {' '}
                  {rows.noun} {row}
                </span>
              </summary>
              <div class="spaced">
                {folded.map((said) => (
                  <SaidField key={said.path} {...{ form, draft, said, row }} />
                ))}
              </div>
            </details>
          )}
          <div class="actions" id={`baris-${row}`}>
            <input type="hidden" name={`was_${row}`} value={[form.values[`was_${row}`] ?? ''].flat()[0]} />
            {row > 1 && <RowButton verb="up" words="Naikkan" {...{ rows, row }} />}
            {row < count && <RowButton verb="down" words="Turunkan" {...{ rows, row }} />}
            <RowButton verb="remove" words="Hapus" {...{ rows, row }} />
          </div>
        </FormPart>
      ))}
    </>
  )
}

/** What is folded stands open where something in it is wrong or was saved by somebody else, and for every letter. */
const isOpen = (folded: Said[], form: Form, row: number): boolean =>
  form.values[`kind_${row}`] === 'letter' ||
  folded.map((said) => nameIn(said, row)).some((name) => name in form.errors || name in (form.theirs ?? {}))

const RowButton = ({ verb, words, rows, row }: { verb: string; words: string; rows: Rows; row: number }) => (
  <Button kind="quiet" name="act" value={`${verb} ${row}`}>
    {words}
    <span class="hidden">
      {' '}
      {rows.noun} {row}
    </span>
  </Button>
)
