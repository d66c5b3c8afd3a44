import { AttachedFiles, type StoredFile } from '#files'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields, RadioFields } from '#web/choices.tsx'
import { DateField, HiddenFields } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import type { RecordingRow } from '../store.ts'
import { ConsentFormField } from './recording-form-page.tsx'
import { accessChoices, consentChoices } from './words.ts'

type Props = { row: RecordingRow; form: Form; forms: StoredFile[]; most: number }

/** Who may see a recording from when on, and what those who were filmed have said. */
export const ReachPage = ({ row, form, forms, most }: Props) => (
  <ReadingPage
    title="Akses dan persetujuan"
    lead="Akses umum terbuka bila tidak ada orang yang dikenali, atau semua setuju dan suratnya dilampirkan."
    breadcrumbs={[{ path: `/dokumentasi/${row.code}`, label: row.title }]}
    form={form}
  >
    <PostForm form={form} action={`/dokumentasi/${row.code}/akses`} files guarded>
      <HiddenFields form={form} names={['revision']} />
      <FormPart title="Persetujuan" note="Dari mereka yang wajah, suara, atau namanya dapat dikenali.">
        <RadioFields form={form} name="consent" label="Persetujuan mereka yang terekam" choices={consentChoices} />
        <DateField form={form} name="consent_on" label="Tanggal surat persetujuan" optional />
        {forms.length > 0 && (
          <>
            <AttachedFiles files={forms} label="Surat persetujuan yang tersimpan" />
            <CheckboxFields
              form={form}
              name="removed_ids"
              label="Lepaskan surat"
              choices={forms.map(({ id, name }) => ({ value: id, label: name }))}
              optional
            />
          </>
        )}
        <ConsentFormField form={form} most={most} />
      </FormPart>
      <FormPart title="Akses" note="Setiap perubahan tercatat dalam jejak audit.">
        <RadioFields form={form} name="access" label="Siapa yang dapat melihatnya" choices={accessChoices} />
        <DateField
          form={form}
          name="embargo_until"
          label="Tampil untuk umum mulai"
          hint="Hanya untuk akses umum. Sebelum tanggal ini hanya instansi yang melihatnya."
          optional
        />
      </FormPart>
      <FormBar>
        <ButtonLink href={`/dokumentasi/${row.code}`}>Batal</ButtonLink>
        <Button kind="primary">Simpan akses</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
