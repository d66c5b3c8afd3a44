import { UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { capital } from '#kit/text.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields } from '#web/choices.tsx'
import { DateField, HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import type { Edition } from '../edition.ts'
import type { Entry } from '../entry.ts'
import { confirmationsFor, confirmWords } from '../letter.ts'
import { entryCrumbs } from './entry-crumbs.ts'

type Props = { entry: Entry; check: Edition['checks'][number]; form: Form }

const usual = 20_000_000

/** Attaches the signed letter and says what is seen on it. */
export function LetterFormPage({ entry, check, form }: Props) {
  const home = `/usulan/${entry.code}/surat`
  return (
    <ReadingPage
      title={check.label}
      lead={check.hint}
      breadcrumbs={[...entryCrumbs(entry), { path: home, label: 'Surat' }]}
      form={form}
    >
      <PostForm form={form} action={`${home}/${check.key}`} files>
        <HiddenFields form={form} names={['revision']} />
        <UploadField
          form={form}
          name="proof"
          label="Pindaian surat yang sudah ditandatangani"
          hint={check.mostBytes === null ? 'PDF.' : `PDF, paling besar ${check.mostBytes / 1_000_000} MB.`}
          wanted={['pdf']}
          most={check.mostBytes ?? usual}
          optional
        />
        <TextField form={form} name="number" label="Nomor surat" optional />
        <DateField form={form} name="dated_on" label="Tanggal surat" optional />
        {check.letter === 'implementation' && (
          <DateField
            form={form}
            name="stated_on"
            label="Tanggal mulai yang tertulis di surat"
            hint="Harus sama dengan tanggal mulai pada identitas usulan."
            optional
          />
        )}
        <CheckboxFields
          form={form}
          name="confirmed"
          label="Yang terlihat pada surat"
          choices={confirmationsFor(check).map((value) => ({ value, label: capital(confirmWords[value]) }))}
          optional
        />
        <FormBar>
          <ButtonLink href={home}>Batal</ButtonLink>
          <Button kind="primary">Simpan</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
