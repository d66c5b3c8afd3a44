import type { ComponentChildren } from 'preact'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { GuidelineVersion } from '../guideline.ts'

type Asked = { version: GuidelineVersion; form: Form }
type AskProps = {
  form: Form
  title: string
  lead?: string
  action: string
  back: string
  backLabel?: string
  act: string
  hidden?: string[]
  children: ComponentChildren
}

/** A page of one form about a guideline. */
const AskPage = ({ form, title, lead, action, back, backLabel, act, hidden = [], children }: AskProps) => (
  <ReadingPage
    title={title}
    lead={lead}
    breadcrumbs={[
      { path: '/pedoman', label: 'Pedoman teknis' },
      ...(backLabel ? [{ path: back, label: backLabel }] : []),
    ]}
    form={form}
  >
    <PostForm form={form} action={action} guarded>
      <HiddenFields form={form} names={hidden} />
      {children}
      <FormBar>
        <ButtonLink href={back}>Batal</ButtonLink>
        <Button kind="primary">{act}</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)

/** The title, with which a guideline is begun. */
export const TitlePage = ({
  form,
  action,
  back,
  isNew,
}: {
  form: Form
  action: string
  back: string
  isNew: boolean
}) => (
  <AskPage
    {...{ form, action, back }}
    title={isNew ? 'Pedoman baru' : 'Ubah judul pedoman'}
    act={isNew ? 'Mulai pedoman' : 'Simpan judul'}
    hidden={isNew ? ['id', 'forum_id'] : ['revision']}
  >
    <TextField form={form} name="title" label="Judul pedoman" width="full" maxLength={200} />
  </AskPage>
)

const about = ({ guidelineId, title }: GuidelineVersion) => ({ back: `/pedoman/${guidelineId}`, backLabel: title })

/** A section, new or changed. */
export const SectionPage = ({ version, form, action, isNew }: Asked & { action: string; isNew: boolean }) => (
  <AskPage
    {...{ form, action, ...about(version) }}
    title={isNew ? 'Bagian baru' : 'Ubah bagian'}
    act="Simpan bagian"
    hidden={isNew ? ['id'] : ['revision']}
  >
    <TextField form={form} name="heading" label="Judul bagian" width="full" maxLength={200} />
    <TextArea
      form={form}
      name="text"
      label="Isi"
      rows={14}
      hint="Baris kosong memisahkan paragraf. Baris yang diawali “- ” menjadi butir daftar."
    />
  </AskPage>
)

/** Sending a version back to draft, with what has to be changed. */
export const SendBackPage = ({ version, form }: Asked) => (
  <AskPage
    {...{ form, ...about(version) }}
    title="Kembalikan menjadi draf"
    lead="Persetujuan yang sudah diberikan tidak berlaku lagi. Setelah diubah, pedoman dibahas lagi."
    action={`/pedoman/${version.guidelineId}/kembalikan`}
    act="Kembalikan"
  >
    <TextArea form={form} name="reason" label="Yang perlu diubah" rows={4} />
  </AskPage>
)

/** Publishing an approved version under its number and date. */
export const PublishPage = ({ version, form }: Asked) => (
  <AskPage
    {...{ form, ...about(version) }}
    title="Terbitkan pedoman"
    lead="Versi yang terbit tidak dapat diubah lagi dan dapat dibaca semua pegawai instansi."
    action={`/pedoman/${version.guidelineId}/terbitkan`}
    act="Terbitkan"
    hidden={['revision']}
  >
    <TextField form={form} name="number" label="Nomor" width={30} maxLength={120} />
    <DateField form={form} name="published_on" label="Tanggal terbit" />
  </AskPage>
)
