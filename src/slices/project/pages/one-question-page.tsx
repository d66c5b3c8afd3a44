import type { ComponentChildren } from 'preact'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { DateField, HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import { type Project, titleOf } from '../project.ts'

type Props = {
  project: Project
  form: Form
  title: string
  lead: string
  action: string
  back: string
  act: string
  kind?: 'primary' | 'danger'
  hidden?: string[]
  children: ComponentChildren
}

/** A page that asks one thing before an act is done. */
function OneQuestionPage({
  project,
  form,
  title,
  lead,
  action,
  back,
  act,
  kind = 'primary',
  hidden = [],
  children,
}: Props) {
  return (
    <ReadingPage
      title={title}
      lead={lead}
      breadcrumbs={[{ path: `/proyek/${project.code}`, label: titleOf(project) }]}
      form={form}
    >
      <PostForm form={form} action={action}>
        <HiddenFields form={form} names={hidden} />
        {children}
        <FormBar>
          <ButtonLink href={back}>Batal</ButtonLink>
          <Button kind={kind}>{act}</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}

type Asked = { project: Project; form: Form }

/** Sending a plan back to its agent, with notes. */
export const ReturnPage = ({ project, form }: Asked) => (
  <OneQuestionPage
    {...{ project, form }}
    title="Kembalikan rencana"
    lead="Agen menerima catatan Anda, memperbaiki rencananya, lalu mengajukannya lagi dari awal."
    action={`/proyek/${project.code}/kembalikan`}
    back={`/proyek/${project.code}/rencana`}
    act="Kembalikan"
    hidden={['follow_up_id']}
  >
    <TextArea
      form={form}
      name="note"
      label="Yang perlu diperbaiki"
      rows={6}
      hint="Sebut bagiannya dan apa yang diharapkan."
    />
    <CheckboxField
      form={form}
      name="as_follow_up"
      label="Jadikan tindak lanjut"
      hint="Catatan ini masuk ke daftar tindak lanjut agen dengan batas waktu di bawah."
      optional
    />
    <DateField form={form} name="due_on" label="Batas waktu tindak lanjut" optional />
  </OneQuestionPage>
)

/** Not confirming that a project is finished. */
export const SendBackPage = ({ project, form }: Asked) => (
  <OneQuestionPage
    {...{ project, form }}
    title="Kembalikan pernyataan selesai"
    lead="Proyek kembali berjalan. Agen membaca catatan Anda, melengkapi hasilnya, lalu menyatakan selesai lagi."
    action={`/proyek/${project.code}/kembalikan-selesai`}
    back={`/proyek/${project.code}`}
    act="Kembalikan"
  >
    <TextArea form={form} name="note" label="Yang perlu dilengkapi" rows={6} />
  </OneQuestionPage>
)

/** Not accepting the document that is to prove an integration. */
export const ReturnIntegrationPage = ({ project, form }: Asked) => (
  <OneQuestionPage
    {...{ project, form }}
    title="Kembalikan integrasi"
    lead="Agen membaca catatan Anda, melengkapi dokumennya, lalu mencatat integrasinya lagi."
    action={`/proyek/${project.code}/integrasi/kembalikan`}
    back={`/proyek/${project.code}`}
    act="Kembalikan"
    hidden={['id']}
  >
    <TextArea form={form} name="note" label="Yang perlu dilengkapi" rows={6} />
  </OneQuestionPage>
)

/** Opening a new version of an agreed plan. */
export const RevisePage = ({ project, form }: Asked) => (
  <OneQuestionPage
    {...{ project, form }}
    title="Ubah rencana yang ditetapkan"
    lead="Rintis menyalin rencana yang ditetapkan menjadi versi baru. Versi lama tetap berlaku sampai yang baru ditetapkan."
    action={`/proyek/${project.code}/versi-baru`}
    back={`/proyek/${project.code}/rencana`}
    act="Buka versi baru"
  >
    <TextArea form={form} name="reason" label="Alasan perubahan" />
  </OneQuestionPage>
)

/** Ending a project early. */
export const StopPage = ({ project, form }: Asked) => (
  <OneQuestionPage
    {...{ project, form }}
    title="Hentikan proyek"
    lead="Proyek yang dihentikan tidak dapat dijalankan lagi. Semua isinya tetap tersimpan dan dapat dibaca."
    action={`/proyek/${project.code}/hentikan`}
    back={`/proyek/${project.code}`}
    act="Hentikan proyek"
    kind="danger"
  >
    <TextArea form={form} name="reason" label="Alasan penghentian" />
  </OneQuestionPage>
)

/** A heading row of the matrix, new or renamed. */
export const InitiativePage = ({ project, form, action, isNew }: Asked & { action: string; isNew: boolean }) => (
  <OneQuestionPage
    {...{ project, form, action }}
    title={isNew ? 'Program baru' : 'Ubah nama program'}
    lead="Program mengelompokkan kegiatan yang menuju satu hasil."
    back={`/proyek/${project.code}/rencana`}
    act="Simpan program"
    hidden={isNew ? ['id'] : ['id', 'revision']}
  >
    <TextField form={form} name="title" label="Nama program" width="full" />
  </OneQuestionPage>
)
