import { type Form, typedIn } from '#kit/form.ts'
import { Button } from '#web/button.tsx'
import { CheckboxField, RadioFields } from '#web/choices.tsx'
import { TextField } from '#web/fields.tsx'
import { FormPart } from '#web/form.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { MatrixColumn } from '../columns.ts'
import type { Doubt, Reading } from '../import/reading.ts'
import type { ImportReview } from '../import/review.ts'
import { useWords } from './import-columns.tsx'

type Props = { form: Form; review: ImportReview }

/** Every cell that needs a person, by row: what stands there, why it could not be taken, and what can be done. */
export function ImportDoubts({ form, review }: Props) {
  const { reading, layoutFaults } = review
  if (layoutFaults.length > 0) return null
  const rows = [...Map.groupBy(reading.doubts, ({ row }) => row)]
  const notes = reading.doubts.filter(({ mayBeNote }) => mayBeNote)
  return (
    <>
      {rows.map(([row, doubts]) => (
        <FormPart key={row} title={`Baris ${row}`} note={titleIn(reading, row)}>
          {doubts.map((doubt) => (
            <Answer key={doubt.cell} form={form} doubt={doubt} columns={review.drawn.columns} />
          ))}
          <CheckboxField form={form} name={`leave_${row}`} label={`Lewati baris ${row}`} optional />
        </FormPart>
      ))}
      {notes.length > 1 && (
        <FormPart title="Semua sekaligus">
          <p>Tulisan yang belum dipahami dapat disimpan sebagai catatan pada kegiatannya, lalu diisi kemudian.</p>
          <Button name="act" value="note-all">
            Simpan {notes.length} tulisan sebagai catatan
          </Button>
        </FormPart>
      )}
    </>
  )
}

const titleIn = ({ rows }: Reading, row: number): string => rows.find((each) => each.row === row)?.fields?.title ?? ''

function Answer({ form, doubt, columns }: { form: Form; doubt: Doubt; columns: readonly MatrixColumn[] }) {
  const { cell, use, value, mayBeNote } = doubt
  const name = `correct_${cell}`
  const label = `${useWords(use, columns)} di sel ${cell}`
  const isLong = value.length > 60
  // A long text is there to be shortened; a short one that nobody understood is better written anew.
  const filled = isLong && typedIn(form, name) === '' ? { ...form, values: { ...form.values, [name]: value } } : form
  const hint = value === '' ? 'Tertulis: (kosong)' : `Tertulis: ${isLong ? `${value.slice(0, 60)}…` : value}`
  return (
    <>
      {isLong ? (
        <TextArea form={filled} name={name} label={label} hint={hint} rows={4} optional />
      ) : (
        <TextField form={filled} name={name} label={label} hint={hint} width="full" autocomplete="off" optional />
      )}
      {mayBeNote && (
        <CheckboxField
          form={form}
          name={`note_${cell}`}
          label={`Simpan tulisan di sel ${cell} sebagai catatan`}
          optional
        />
      )}
    </>
  )
}

const takeOrLeave = [
  { value: 'take', label: 'Ikutkan' },
  { value: 'leave', label: 'Lewati' },
]

/** Rows that the file hides: the person says whether they count. */
export const HiddenRows = ({ form, rows }: { form: Form; rows: Reading['hidden'] }) =>
  rows.length === 0 ? null : (
    <FormPart title="Baris tersembunyi" note="Tidak terlihat bila berkas dibuka.">
      {rows.map(({ row, text }) => (
        <RadioFields
          key={row}
          form={form}
          name={`row_${row}`}
          label={`Baris ${row}`}
          hint={text}
          choices={takeOrLeave}
        />
      ))}
    </FormPart>
  )

/** What the person decided before, each to be taken back. */
export function GivenAnswers({ form }: { form: Form }) {
  const said = (pattern: RegExp, ...values: string[]) =>
    Object.entries(form.values).flatMap(([name, value]) =>
      values.includes(String(value)) ? (pattern.exec(name)?.[1] ?? []) : [],
    )
  const notes = said(/^note_([A-Z]+\d+)$/, 'yes').filter((cell) => form.errors[`correct_${cell}`] === undefined)
  const left = said(/^leave_(\d+)$/, 'yes')
  const hidden = said(/^row_(\d+)$/, 'take', 'leave')
  if (notes.length + left.length + hidden.length === 0) return null
  return (
    <FormPart title="Pilihan Anda">
      {notes.map((cell) => (
        <CheckboxField
          key={cell}
          form={form}
          name={`note_${cell}`}
          label={`Sel ${cell} disimpan sebagai catatan`}
          optional
        />
      ))}
      {left.map((row) => (
        <CheckboxField key={row} form={form} name={`leave_${row}`} label={`Lewati baris ${row}`} optional />
      ))}
      {hidden.map((row) => (
        <RadioFields
          key={row}
          form={form}
          name={`row_${row}`}
          label={`Baris ${row}, tersembunyi`}
          choices={takeOrLeave}
        />
      ))}
    </FormPart>
  )
}
