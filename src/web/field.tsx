import { type ComponentChildren, createContext, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import type { Form } from '#kit/form.ts'
import { Icon } from './icon.tsx'

/** What every field is told. It is required unless it says that it may stay empty. */
export type FieldProps = {
  form: Form
  /** Stable, English, snake_case; also its id. */
  name: string
  label: string
  hint?: ComponentChildren
  /** Says "(boleh kosong)" behind the label. */
  optional?: boolean
  /** Whether it may stay empty hangs on another field, as its hint says: neither required nor called free. */
  isConditional?: boolean
}

/** As wide as the answer, in letters. */
export type Width = 4 | 8 | 12 | 20 | 30 | 'full'

/** Where a page holds several forms, each gives its fields' ids a beginning of its own. */
export const IdPrefix = createContext('')

/** What ties a control to its words. */
export type Ties = {
  id: string
  name: string
  required: boolean
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

/** Label, hint, the control, what is wrong with it, and what somebody else saved in the meantime. */
export function Field({ control, after, ...props }: FieldProps & { control: (ties: Ties) => VNode; after?: Remark }) {
  const ties = useTies(props, after ? 'after' : undefined)
  return (
    <div class={ties['aria-invalid'] ? 'field wrong' : 'field'}>
      <label for={ties.id}>
        {props.label}
        {props.optional && <Optional />}
      </label>
      <Hint id={ties.id}>{props.hint}</Hint>
      {control(ties)}
      {after && (
        <div class="field-after" id={`${ties.id}-after`}>
          {after}
        </div>
      )}
      <FieldNotes {...props} id={ties.id} />
    </div>
  )
}

type Remark = ComponentChildren

/** Several controls under one question. */
export function FieldGroup({ children, ...props }: FieldProps & { children: (ties: Ties) => ComponentChildren }) {
  const ties = useTies(props)
  return (
    <fieldset class={ties['aria-invalid'] ? 'field wrong' : 'field'} aria-describedby={ties['aria-describedby']}>
      <legend>
        {props.label}
        {props.optional && <Optional />}
      </legend>
      <Hint id={ties.id}>{props.hint}</Hint>
      {children({ ...ties, 'aria-describedby': undefined })}
      <FieldNotes {...props} id={ties.id} />
    </fieldset>
  )
}

/** The form for a field that is chosen from a list: what somebody else saved is said by its label. */
export function withLabels(form: Form, name: string, options: readonly { value: string; label: string }[]): Form {
  const theirs = options.find(({ value }) => value === form.theirs?.[name])
  return theirs ? { ...form, theirs: { ...form.theirs, [name]: theirs.label } } : form
}

/** The ids by which a control points at its words. */
export function useTies(
  { form, name, hint, optional, isConditional }: FieldProps,
  ...more: (string | undefined)[]
): Ties {
  const id = useContext(IdPrefix) + name
  const wrong = form.errors[name] !== undefined
  const parts = [hint && 'hint', ...more, wrong && 'error', form.theirs?.[name] !== undefined && 'theirs']
  const describedBy = parts.filter(Boolean).map((part) => `${id}-${part}`)
  return {
    id,
    name,
    required: !optional && !isConditional,
    'aria-describedby': describedBy.join(' ') || undefined,
    'aria-invalid': wrong ? 'true' : undefined,
  }
}

/** The error of a field, and what somebody else saved meanwhile. */
export function FieldNotes({ form, name, id }: { form: Form; name: string; id: string }) {
  const error = form.errors[name]
  const theirs = form.theirs?.[name]
  return (
    <>
      {error && (
        <p class="error" id={`${id}-error`}>
          <Icon name="circle-alert" />
          {error}
        </p>
      )}
      {theirs !== undefined && (
        <p class="theirs" id={`${id}-theirs`}>
          <span>Yang tersimpan sekarang:</span> {theirs === '' ? '(kosong)' : theirs}
        </p>
      )}
    </>
  )
}

const Optional = () => <span class="optional"> (boleh kosong)</span>

const Hint = ({ id, children }: { id: string; children: ComponentChildren }) =>
  children ? (
    <p class="hint" id={`${id}-hint`}>
      {children}
    </p>
  ) : null
