import { type Family, UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'

/** What may be kept as a recording. */
export const recordingFamilies: readonly Family[] = ['film', 'sound', 'picture', 'pdf']

type Props = {
  form: Form
  action: string
  back: string
  of: string
  /** Bytes that an upload may have; undefined where the file is there already. */
  most?: number
}

/** The form of a recording: its file once, and what is said of it. */
export const RecordingFormPage = ({ form, action, back, of, most }: Props) => (
  <ReadingPage
    title={most ? 'Tambah dokumentasi' : 'Ubah keterangan'}
    lead={most ? 'Unggahan berlanjut sendiri bila sambungan terputus.' : undefined}
    breadcrumbs={[{ path: back, label: of }]}
    form={form}
  >
    <PostForm form={form} action={action} files={most !== undefined} guarded>
      <HiddenFields form={form} names={[most ? 'id' : 'revision']} />
      {most && (
        <UploadField
          form={form}
          name="recording"
          label="Film, rekaman suara, gambar, atau PDF"
          wanted={recordingFamilies}
          most={most}
        />
      )}
      <TextField form={form} name="title" label="Judul" width="full" />
      <TextArea
        form={form}
        name="description"
        label="Uraian"
        hint="Apa yang terlihat, siapa yang berbicara, dan apa yang berubah. Kata-kata ini yang dicari kelak."
        rows={5}
        optional
      />
      <DateField form={form} name="recorded_on" label="Tanggal direkam" optional />
      <FormBar>
        <ButtonLink href={back}>Batal</ButtonLink>
        <Button kind="primary">{most ? 'Simpan dokumentasi' : 'Simpan keterangan'}</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
