import type { Form } from '#kit/form.ts'
import { CheckboxField, RadioFields } from '#web/choices.tsx'
import { TextField } from '#web/fields.tsx'
import { FormPart } from '#web/form.tsx'
import type { Fault, Reading } from '../annex.ts'
import type { AnnexReview } from '../annex-review.ts'

type Props = { form: Form; review: AnnexReview }

/** Every cell at fault, by row: what is written there, why it cannot be, and a field for what should be there. */
export function AnnexFaults({ form, review }: Props) {
  const { reading, layoutFaults } = review
  if (layoutFaults.length > 0) return null
  const rows = [...Map.groupBy(reading.faults, ({ row }) => row)]
  return (
    <>
      {rows.map(([row, faults]) => (
        <FormPart key={row} title={`Baris ${row}`} note={nameIn(reading, row)}>
          {faults.map((fault) => (
            <Correction key={fault.cell} form={form} fault={fault} />
          ))}
          <CheckboxField form={form} name={`leave_${row}`} label={`Lewati baris ${row}`} optional />
        </FormPart>
      ))}
    </>
  )
}

const nameIn = ({ rows }: Reading, row: number): string => rows.find((each) => each.row === row)?.name || 'Tanpa nama'

/** A field is never filled with the value at fault: a number that lost its last digits would pass when it is text. */
const Correction = ({ form, fault }: { form: Form; fault: Fault }) => (
  <TextField
    form={form}
    name={`correct_${fault.cell}`}
    label={`Isi sel ${fault.cell} yang benar`}
    hint={fault.value === '' ? 'Tertulis: (kosong)' : `Tertulis: ${fault.value}`}
    autocomplete="off"
    optional
  />
)

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

/** Rows that the person left out, each to be taken back; and the answers about hidden ones. */
export function LeftOutRows({ form }: { form: Form }) {
  const rowsOf = (pattern: RegExp, value: string) =>
    Object.entries(form.values).flatMap(([name, said]) => (said === value ? (pattern.exec(name)?.[1] ?? []) : []))
  const left = rowsOf(/^leave_(\d+)$/, 'yes')
  const hidden = ['take', 'leave'].flatMap((value) => rowsOf(/^row_(\d+)$/, value))
  if (left.length + hidden.length === 0) return null
  return (
    <FormPart title="Pilihan Anda">
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
