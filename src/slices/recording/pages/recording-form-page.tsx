import { type Family, UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import { accessChoices, consentChoices } from './words.ts'

/** What may be kept as a recording, and as the form that those who were filmed have signed. */
export const recordingFamilies: readonly Family[] = ['film', 'sound', 'picture', 'pdf']
export const formFamilies: readonly Family[] = ['pdf', 'picture']

type Props = {
  form: Form
  action: string
  of: string
  /** Bytes that an upload may have. */
  most: number
}

/** The form of a new recording: what is needed at once. What it shows and who took part is said on a page of its own. */
export const RecordingFormPage = ({ form, action, of, most }: Props) => (
  <ReadingPage
    title="Tambah dokumentasi"
    lead="Cukup berkas, judul, dan aksesnya; keterangan lain dilengkapi kemudian. Unggahan berlanjut sendiri bila sambungan terputus."
    breadcrumbs={[{ path: action, label: of }]}
    form={form}
  >
    <PostForm form={form} action={action} files guarded>
      <HiddenFields form={form} names={['id']} />
      <UploadField
        form={form}
        name="recording"
        label="Film, rekaman suara, gambar, atau PDF"
        wanted={recordingFamilies}
        hint="Pilih satu atau banyak sekaligus. Foto-foto menjadi satu kumpulan; setiap film, rekaman, dan PDF menjadi dokumentasi tersendiri."
        most={most}
        camera={['film', 'picture']}
        multiple
      />
      <TextField
        form={form}
        name="title"
        label="Judul"
        hint="Bila menjadi beberapa dokumentasi, judulnya dilengkapi dengan nama berkas, dan boleh kosong."
        width="full"
        isConditional
      />
      <TextArea
        form={form}
        name="description"
        label="Uraian"
        hint="Bila menjadi beberapa dokumentasi, uraian, akses, dan persetujuan ini berlaku bagi semuanya."
        rows={3}
        optional
      />
      <RadioFields form={form} name="access" label="Siapa yang dapat melihatnya" choices={accessChoices} />
      <RadioFields form={form} name="consent" label="Persetujuan mereka yang terekam" choices={consentChoices} />
      <ConsentFormField form={form} most={most} />
      <FormBar>
        <ButtonLink href={action}>Batal</ButtonLink>
        <Button kind="primary">Simpan dokumentasi</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)

/** The signed forms of those who were filmed. */
export const ConsentFormField = ({ form, most }: { form: Form; most: number }) => (
  <UploadField
    form={form}
    name="consent_form"
    label="Surat persetujuan"
    hint="Pindaian atau foto surat yang ditandatangani. Tidak pernah tampil untuk umum."
    wanted={formFamilies}
    most={most}
    multiple
    optional
  />
)
