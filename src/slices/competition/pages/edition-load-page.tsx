import type { Form } from '#kit/form.ts'
import { capital, countInWords } from '#kit/text.ts'
import { Alert } from '#web/alert.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { FileField } from '#web/file-field.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { type EditionFault, mostEditionText } from '../edition.ts'
import { entryCrumbs } from './entry-crumbs.ts'

/** Loads the file of an edition; when anything in it is wrong, nothing is taken and each fault is told at its place. */
export const EditionLoadPage = ({ form, faults }: { form: Form; faults: EditionFault[] }) => (
  <ReadingPage
    title="Muat edisi"
    lead="Unduh berkas edisi yang mirip, sunting, lalu muat di sini. Nama kunci yang sama menjadi versi baru edisi itu."
    breadcrumbs={[...entryCrumbs(), { path: '/usulan/edisi', label: 'Edisi dan formulir' }]}
    form={form}
  >
    {faults.length > 0 && (
      <Alert kind="late" title={`${capital(countInWords(faults.length))} hal keliru; tidak ada yang disimpan`}>
        <ul>
          {faults.map(({ at, sentence }) => (
            <li key={`${at} ${sentence}`}>
              <code>{at}</code>: {sentence}
            </li>
          ))}
        </ul>
      </Alert>
    )}
    <PostForm form={form} action="/usulan/edisi/muat" files>
      <FileField
        form={form}
        name="file"
        label="Berkas edisi"
        hint="Berkas JSON, paling besar 500 kB."
        accept=".json"
        most={mostEditionText}
      />
      <FormBar>
        <ButtonLink href="/usulan/edisi">Batal</ButtonLink>
        <Button kind="primary">Muat</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
