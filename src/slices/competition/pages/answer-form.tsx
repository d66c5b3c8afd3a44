import type { ComponentChildren } from 'preact'
import type { Form } from '#kit/form.ts'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { MoreWords } from '#web/section.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { FieldView } from '../view.ts'
import { sourcesInWords } from './words.ts'

type Props = {
  /** Address of the entry. */
  home: string
  of: FieldView
  form: Form
  account: string
  /** Whether the forms of other fields stand on the page too. */
  isOneOfMany?: boolean
  rows: number
  children?: ComponentChildren
  acts: ComponentChildren
}

/** The form of one answer. It saves itself while it is written, and hears what others save. */
export const AnswerForm = ({ home, of, form, account, isOneOfMany = false, rows, children, acts }: Props) => {
  const { field, answer, proposal, proposedEvidence } = of
  const which = isOneOfMany ? ` bidang ${field.number}` : ''
  return (
    <div data-field={field.key}>
      <PostForm
        form={form}
        action={`${home}/${field.key}`}
        files
        guarded
        autosave={account}
        prefix={isOneOfMany ? `${field.key}-` : ''}
      >
        <HiddenFields form={form} names={['revision']} />
        <TextArea
          form={form}
          name="text"
          label={`Jawaban${which}`}
          hint={isOneOfMany ? undefined : tooLong}
          rows={rows}
          {...(field.limit !== null && { limit: { most: field.limit, unit: 'kata' as const } })}
          optional
        />
        <p class="quiet-words" data-writers role="status" />
        {answer !== undefined && proposal.text !== '' && (
          <MoreWords label={`Isi menurut ${sourcesInWords(proposal.from)}`}>
            <p class="kept-lines">{proposal.text}</p>
          </MoreWords>
        )}
        <TextArea
          form={form}
          name="evidence"
          label={`Bukti dukung${which}`}
          hint="Satu dokumen per baris: nama, nomor, atau tautannya."
          rows={3}
          optional
        />
        {proposedEvidence !== '' && (
          <MoreWords label={`Eviden proyek yang sudah diverifikasi${which}`}>
            <p class="kept-lines">{proposedEvidence}</p>
          </MoreWords>
        )}
        {children}
        <FormBar state={isOffered(of) && 'Usul isi, belum disimpan'} still={isOneOfMany}>
          {acts}
        </FormBar>
      </PostForm>
    </div>
  )
}

/** What is said of a limit of words. */
export const tooLong = 'Yang melebihi batas tetap disimpan, tetapi usulan belum dapat dinyatakan siap.'

/** Whether what stands in the form is only proposed. */
export const isOffered = ({ answer, proposal, proposedEvidence }: FieldView): boolean =>
  answer === undefined && proposal.text + proposedEvidence !== ''

/** From where it is proposed, as its author finds it. */
export const offeredFrom = ({ proposal, proposedEvidence }: FieldView): string =>
  [sourcesInWords(proposal.from), proposedEvidence && 'eviden yang sudah diverifikasi'].filter(Boolean).join('; ')
