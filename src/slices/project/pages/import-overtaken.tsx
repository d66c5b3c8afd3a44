import type { Form } from '#kit/form.ts'
import { CheckboxField } from '#web/choices.tsx'
import { FormPart } from '#web/form.tsx'
import type { ColumnKey, MatrixLayout } from '../columns.ts'
import type { Overtaken } from '../import/propose.ts'

type Props = { form: Form; overtaken: readonly Overtaken[]; layout: MatrixLayout }

/** Cells that were changed in the plan since the file was exported: they stay, unless a person takes the file's. */
export function OvertakenRows({ form, overtaken, layout }: Props) {
  if (overtaken.length === 0) return null
  const called = (keys: readonly ColumnKey[]) =>
    keys.map((key) => layout.columns.find((column) => column.key === key)?.label ?? key).join(', ')
  const disputed = overtaken.filter((one) => one.disputed.length > 0)
  return (
    <FormPart title="Diubah di rencana sejak berkas ini diekspor" note={`${overtaken.length} kegiatan`}>
      <p>Isi yang lebih baru di rencana dipertahankan. Selebihnya diambil dari berkas.</p>
      <ul>
        {overtaken.map(({ row, was, kept, disputed: both }) => (
          <li key={row.row}>
            {was.title}: {called([...kept, ...both])}
          </li>
        ))}
      </ul>
      {disputed.map(({ row, was, disputed: both }) => (
        <CheckboxField
          key={row.row}
          form={form}
          name={`take_${row.row}`}
          label={`Pakai isi berkas untuk “${was.title}”`}
          hint={`Diubah di rencana dan juga di berkas: ${called(both)}. Tekan Periksa lagi setelah mengubah pilihan ini.`}
          isConditional
        />
      ))}
    </FormPart>
  )
}
