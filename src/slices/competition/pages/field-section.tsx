import { AttachedFiles } from '#files'
import { numberInWords } from '#kit/text.ts'
import { countWords } from '#kit/words.ts'
import { MoreWords, Prose, Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { usage } from '#web/text-limit.ts'
import { excessOf } from '../edition.ts'
import { weightInWords } from '../entry-paper.ts'
import type { Traced } from '../trace.ts'
import type { FieldView } from '../view.ts'
import { sourceLink, sourcesInWords } from './words.ts'

type Props = {
  of: FieldView
  path: string
  projectCode: string
  mayEdit: boolean
}

/** One field as a reader sees it: how long it is, what it weighs, what it says and what proves it. */
export function FieldSection({ of: { field, answer, files, proposal, traced }, path, projectCode, mayEdit }: Props) {
  const text = answer?.text.trim() ?? ''
  const proofs = answer?.evidence.split('\n').filter(Boolean) ?? []
  const edit = mayEdit && (
    <a href={`${path}/${field.key}`}>
      {text === '' ? 'Isi' : 'Ubah'}
      <span class="hidden"> bidang {field.label}</span>
    </a>
  )
  return (
    <Section title={`${field.number}. ${field.label}`} note={weightInWords(field)} act={edit}>
      <div class="spaced">
        {text === '' ? (
          <>
            <State is="open">Belum diisi</State>
            <Offer proposal={proposal} />
          </>
        ) : (
          <>
            <State is={excessOf(text, field) > 0 ? 'late' : 'done'}>
              {field.limit === null
                ? `${numberInWords(countWords(text))} kata; batasnya belum diketahui`
                : usage(countWords(text), { most: field.limit, unit: 'kata' })}
            </State>
            <Prose>
              {text.split(/\n\s*\n/).map((part) => (
                <p key={part} class="kept-lines">
                  {part}
                </p>
              ))}
            </Prose>
            {answer && answer.filledFrom.length > 0 && (
              <p class="quiet-words">Diisi dari: {sourcesInWords(answer.filledFrom)}.</p>
            )}
            {traced.some(({ source }) => source !== null) && (
              <Traces {...{ traced, projectCode, label: field.label }} />
            )}
          </>
        )}
        {field.needsEvidence && proofs.length + files.length === 0 && (
          <p class="quiet-words">Bukti dukung belum ada.</p>
        )}
        {proofs.length > 0 && (
          <div>
            <p>Bukti dukung:</p>
            <ul>
              {proofs.map((proof) => (
                <li key={proof}>{proof}</li>
              ))}
            </ul>
          </div>
        )}
        <AttachedFiles files={files} label={`Berkas bukti ${field.label}`} />
      </div>
    </Section>
  )
}

type TracesProps = { traced: Traced[]; projectCode: string; label: string }

/** Sentence by sentence, where it comes from: what nobody can find in the project, its author answers for. */
const Traces = ({ traced, projectCode, label }: TracesProps) => (
  <MoreWords label={`Sumber tiap kalimat ${label}`}>
    <ul>
      {traced.map(({ sentence, source }) => {
        const link = source && sourceLink(source, projectCode)
        return (
          <li key={sentence}>
            {sentence} {link ? <a href={link.path}>{link.label}</a> : <small>Ditulis sendiri</small>}
          </li>
        )
      })}
    </ul>
  </MoreWords>
)

/** What an empty field can be filled from, and what is missing for it. */
export const Offer = ({ proposal: { from, missing } }: Pick<FieldView, 'proposal'>) => (
  <>
    {from.length > 0 && <p class="quiet-words">Dapat diisi dari: {sourcesInWords(from)}.</p>}
    {missing.length > 0 && <p class="quiet-words">Belum ada: {sourcesInWords(missing)}.</p>}
    {from.length + missing.length === 0 && <p class="quiet-words">Tidak ada sumbernya di Rintis; ditulis sendiri.</p>}
  </>
)
