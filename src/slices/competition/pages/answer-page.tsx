import { AttachedFiles, UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { Alert } from '#web/alert.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { MoreWords } from '#web/section.tsx'
import { TextArea } from '#web/text-area.tsx'
import { weightInWords } from '../entry-paper.ts'
import type { EntryView, FieldView } from '../view.ts'
import { entryCrumbs } from './entry-crumbs.ts'
import { RemovableFiles } from './removable-files.tsx'
import { sourcesInWords } from './words.ts'

/** Bytes of a file that proves something. */
export const mostProof = 20_000_000

type Props = { view: EntryView; of: FieldView; form: Form }

/** The form of one field: what is asked, the words that are proposed, and what proves them. */
export function AnswerPage({ view: { entry }, of: { field, answer, files, proposal }, form }: Props) {
  const home = `/usulan/${entry.code}`
  const isProposed = answer === undefined && proposal.text !== ''
  return (
    <ReadingPage
      title={`${field.number}. ${field.label}`}
      lead={field.question}
      breadcrumbs={entryCrumbs(entry)}
      form={form}
    >
      <div class="spaced">
        {field.points.length > 0 && (
          <ul>
            {field.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        )}
        <p class="quiet-words">{weightInWords(field)}</p>
        {isProposed && (
          <Alert title={`Diisi dari: ${sourcesInWords(proposal.from)}`}>
            <p>Ini usul isi. Sunting sampai menjawab pertanyaannya, lalu simpan.</p>
          </Alert>
        )}
        {proposal.missing.length > 0 && <p class="quiet-words">Belum ada: {sourcesInWords(proposal.missing)}.</p>}
      </div>
      <PostForm form={form} action={`${home}/${field.key}`} guarded>
        <HiddenFields form={form} names={['revision']} />
        <TextArea
          form={form}
          name="text"
          label="Jawaban"
          hint="Yang melebihi batas tetap disimpan, tetapi usulan belum dapat dinyatakan siap."
          rows={14}
          {...(field.limit !== null && { limit: { most: field.limit, unit: 'kata' as const } })}
          optional
        />
        {answer !== undefined && proposal.text !== '' && (
          <MoreWords label={`Isi menurut ${sourcesInWords(proposal.from)}`}>
            <p class="kept-lines">{proposal.text}</p>
          </MoreWords>
        )}
        <TextArea
          form={form}
          name="evidence"
          label="Bukti dukung"
          hint="Satu dokumen per baris: nama, nomor, atau tautannya."
          rows={3}
          optional
        />
        <UploadField
          form={form}
          name="proof"
          label="Berkas bukti"
          hint="PDF atau gambar."
          wanted={['pdf', 'picture']}
          most={mostProof}
          multiple
          optional
        />
        <FormBar>
          <ButtonLink href={home}>Batal</ButtonLink>
          <Button kind="primary">Simpan</Button>
        </FormBar>
      </PostForm>
      <AttachedFiles files={files} label="Berkas bukti yang ada" />
      <RemovableFiles files={files} path={home} />
    </ReadingPage>
  )
}
