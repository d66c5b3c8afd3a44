import { AttachedFiles } from '#files'
import type { Form } from '#kit/form.ts'
import { Button } from '#web/button.tsx'
import { Island } from '#web/island.tsx'
import { DeskPage } from '#web/page.tsx'
import { MoreWords, Section } from '#web/section.tsx'
import { titleOfEntry } from '../entry.ts'
import { weightInWords } from '../entry-paper.ts'
import { languageInWords } from '../language.ts'
import type { EntryView, FieldView } from '../view.ts'
import { AnswerForm, isOffered, offeredFrom, tooLong } from './answer-form.tsx'
import { entryCrumbs } from './entry-crumbs.ts'

type Props = {
  view: EntryView
  /** By the key of the field. */
  forms: ReadonlyMap<string, Form>
  account: string
}

/** All fields on one page, written by several people at once: each saves itself, and says who else is writing in it. */
export const WritePage = ({ view: { entry, edition, fields }, forms, account }: Props) => (
  <DeskPage
    title="Tulis bersama"
    lead={[
      `${titleOfEntry(entry)}, ${edition.label}. Tiap bidang tersimpan sendiri.`,
      tooLong,
      languageInWords(edition),
    ]
      .filter(Boolean)
      .join(' ')}
    breadcrumbs={entryCrumbs(entry)}
  >
    <Island name="writers" props={{ account, path: `/usulan/${entry.code}` }}>
      <p class="quiet-words" data-others role="status" />
      {fields.map((of) => {
        const form = forms.get(of.field.key)
        return form && <WrittenField key={of.field.key} home={`/usulan/${entry.code}`} {...{ of, form, account }} />
      })}
    </Island>
  </DeskPage>
)

type FieldProps = { home: string; of: FieldView; form: Form; account: string }

const WrittenField = ({ home, of, form, account }: FieldProps) => {
  const { field, answer, files } = of
  return (
    <Section
      title={`${field.number}. ${field.label}`}
      note={weightInWords(field)}
      id={`bidang-${field.key}`}
      act={
        answer && (
          <a href={`${home}/${field.key}/versi`}>
            Versi sebelumnya<span class="hidden"> bidang {field.label}</span>
          </a>
        )
      }
    >
      <div class="spaced">
        <p>{field.question}</p>
        {field.points.length > 0 && (
          <MoreWords label={`Yang harus ada dalam ${field.label}`}>
            <ul>
              {field.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </MoreWords>
        )}
        {isOffered(of) && <p class="quiet-words">Diisi dari: {offeredFrom(of)}. Sunting, lalu simpan.</p>}
      </div>
      <AnswerForm
        {...{ home, of, form, account }}
        isOneOfMany
        rows={8}
        acts={
          <Button name="back" value="tulis">
            Simpan<span class="hidden"> {field.label}</span>
          </Button>
        }
      >
        <AttachedFiles files={files} label={`Berkas bukti ${field.label}`} />
        <p>
          <a href={`${home}/${field.key}`}>
            Lampirkan berkas bukti<span class="hidden"> {field.label}</span>
          </a>
        </p>
      </AnswerForm>
    </Section>
  )
}
