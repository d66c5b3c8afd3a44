import { UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { Alert } from '#web/alert.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { Island } from '#web/island.tsx'
import { ReadingPage } from '#web/page.tsx'
import { weightInWords } from '../entry-paper.ts'
import { languageInWords } from '../language.ts'
import type { EntryView, FieldView } from '../view.ts'
import { AnswerForm, isOffered, offeredFrom } from './answer-form.tsx'
import { entryCrumbs } from './entry-crumbs.ts'
import { RemovableFiles } from './removable-files.tsx'
import { sourcesInWords } from './words.ts'

/** Bytes of a file that proves something. */
export const mostProof = 20_000_000

type Props = { view: EntryView; of: FieldView; form: Form; account: string }

/** The form of one field: what is asked, the words that are proposed, and what proves them. */
export function AnswerPage({ view: { entry, edition }, of, form, account }: Props) {
  const { field, answer, files, proposal } = of
  const home = `/usulan/${entry.code}`
  const language = languageInWords(edition)
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
        {field.original && (
          <p>
            Pada formulirnya: <span lang={edition.language}>{field.original}</span>
          </p>
        )}
        <p class="quiet-words">{weightInWords(field)}</p>
        {language && <p class="quiet-words">{language}</p>}
        {isOffered(of) && (
          <Alert title={`Diisi dari: ${offeredFrom(of)}`}>
            <p>Ini usul isi. Sunting sampai menjawab pertanyaannya, lalu simpan.</p>
          </Alert>
        )}
        {isOffered(of) && proposal.cut.length > 0 && (
          <p class="quiet-words">Dipotong agar muat: {sourcesInWords(proposal.cut)}.</p>
        )}
        {proposal.missing.length > 0 && <p class="quiet-words">Belum ada: {sourcesInWords(proposal.missing)}.</p>}
        <ul class="links">
          <li>
            <a href={`${home}/tulis#bidang-${field.key}`}>Tulis semua bidang dalam satu halaman</a>
          </li>
          {answer && (
            <li>
              <a href={`${home}/${field.key}/versi`}>Versi sebelumnya</a>
            </li>
          )}
        </ul>
      </div>
      <Island name="writers" props={{ account, path: home }}>
        <AnswerForm
          {...{ home, of, form, account }}
          rows={14}
          acts={
            <>
              <ButtonLink href={home}>Kembali</ButtonLink>
              <Button kind="primary">Simpan</Button>
            </>
          }
        >
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
        </AnswerForm>
      </Island>
      <RemovableFiles label="Berkas bukti yang ada" files={files} path={home} />
    </ReadingPage>
  )
}
