import type { Form } from '#kit/form.ts'
import type { ReformArea } from '#programme'
import type { Crumb } from '#web/breadcrumbs.tsx'
import { Button } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { SelectField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import type { BundleChoice } from '../bundle.ts'

type Props = {
  lead: string
  action: string
  breadcrumbs: Crumb[]
  /** The areas of the programme, where one of them is to be chosen. */
  areas: ReformArea[] | null
  form: Form
}

const choices: { value: BundleChoice; label: string; hint?: string }[] = [
  { value: 'standing', label: 'Yang terverifikasi dan yang menunggu verifikasi' },
  { value: 'verified', label: 'Yang terverifikasi saja' },
  { value: 'all', label: 'Semua, juga yang dikembalikan' },
]

/** Asks what goes into a bundle of evidence. */
export const BundlePage = ({ lead, action, breadcrumbs, areas, form }: Props) => (
  <ReadingPage title="Unduh paket eviden" lead={lead} breadcrumbs={breadcrumbs} form={form}>
    <PostForm form={form} action={action}>
      {areas && (
        <SelectField
          form={form}
          name="area"
          label="Area perubahan"
          hint="Paket berisi eviden semua proyek pada area ini."
          options={areas.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <RadioFields
        form={form}
        name="choice"
        label="Eviden yang diikutkan"
        hint="Paket adalah berkas ZIP dengan indeks (HTML dan Excel) dan satu folder untuk setiap kegiatan. Eviden yang ditarik tidak pernah ikut. Pengunduhan dicatat dalam jejak audit."
        choices={choices}
      />
      <FormBar>
        <Button kind="primary">Unduh paket</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
