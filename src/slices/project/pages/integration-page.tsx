import type { StoredFile } from '#files'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { DateField, HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { integrationKinds } from '../integration.ts'
import { type Project, titleOf } from '../project.ts'
import { PartField } from './project-files.tsx'
import { integrationKindWords } from './words.ts'

type Props = { project: Project; form: Form; documents: StoredFile[] }

/** The form in which an agent records that a change is part of the management system. */
export function IntegrationPage({ project, form, documents }: Props) {
  const home = `/proyek/${project.code}`
  return (
    <ReadingPage
      title="Catat integrasi"
      lead="Sebut dokumen yang menjadikan perubahan ini bagian sistem manajemen. Atasan atau sekretariat memeriksanya."
      breadcrumbs={[{ path: home, label: titleOf(project) }]}
      form={form}
    >
      <PostForm form={form} action={`${home}/integrasi`} files guarded>
        <HiddenFields form={form} names={['id']} />
        <RadioFields
          form={form}
          name="kind"
          label="Jenis dokumen"
          choices={integrationKinds.map((value) => ({ value, label: integrationKindWords[value] }))}
        />
        <TextField form={form} name="number" label="Nomor dokumen" hint="Seperti tertulis pada dokumennya." />
        <DateField form={form} name="dated_on" label="Tanggal dokumen" />
        <PartField
          form={form}
          name="document"
          label="Dokumen"
          hint="Naskah yang sudah ditandatangani, sebagai PDF, dokumen, atau gambar."
          wanted={['pdf', 'document', 'picture']}
          there={documents}
        />
        <FormBar>
          <ButtonLink href={home}>Batal</ButtonLink>
          <Button kind="primary">Catat integrasi</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
