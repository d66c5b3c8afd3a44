import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import type { Form } from '#kit/form.ts'
import { capital, countInWords } from '#kit/text.ts'
import { IdPrefix } from './field.tsx'
import { Icon } from './icon.tsx'
import { Island } from './island.tsx'

type PostFormProps = {
  form: Form
  action: string
  /** For a form with a file field. */
  files?: boolean
  /** Asks before the page is left with something typed and not sent. */
  guarded?: boolean
  /**
   * Saves the form while it is written, under its revision; the id of the account under which this browser keeps what
   * is not yet saved. Its route answers with `formAgain` and `sayRevision`.
   */
  autosave?: string | null
  /** A beginning for its fields' ids, where a page holds several forms. */
  prefix?: string
  children: ComponentChildren
}

/** A form that is sent by POST, with what is wrong in it above. Our words, not the browser's, say what is missing. */
export function PostForm({ form, action, files, guarded, autosave, prefix = '', children }: PostFormProps) {
  const enctype = files ? 'multipart/form-data' : undefined
  // Fields that the browser fills with what stood there before would be taken for what is stored.
  const restored = autosave ? 'off' : undefined
  const drawn = (
    <form class="form" method="post" action={action} encType={enctype} autoComplete={restored} noValidate>
      <IdPrefix.Provider value={prefix}>
        <ErrorSummary form={form} />
        {form.remark && <p class="form-remark">{form.remark}</p>}
        {form.kept && <p class="form-remark">{form.kept}</p>}
        {children}
      </IdPrefix.Provider>
    </form>
  )
  if (autosave) {
    const waits = form.remark !== undefined
    const returned = waits || Object.keys(form.errors).length > 0
    return (
      <Island name="autosave" props={{ account: autosave, returned, waits }}>
        {drawn}
      </Island>
    )
  }
  return guarded ? <Island name="guard">{drawn}</Island> : drawn
}

/** Names what has to be corrected, each a link to its field. Takes the focus when the form comes back. */
export function ErrorSummary({ form }: { form: Form }) {
  const prefix = useContext(IdPrefix)
  const errors = Object.entries(form.errors)
  if (errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus>
      <h2>
        <Icon name="circle-alert" />
        {capital(countInWords(errors.length))} isian perlu diperbaiki
      </h2>
      <ul>
        {errors.map(([name, message]) => (
          <li key={name}>
            <a href={`#${prefix}${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

type FormBarProps = {
  state?: ComponentChildren
  /** Ends its form instead of staying in sight: for one of several forms on a page. */
  still?: boolean
  children: ComponentChildren
}

/** Stays in sight below a form: the state of saving, and the one act (others before it). */
export const FormBar = ({ state, still, children }: FormBarProps) => (
  <div class={still ? 'form-bar still' : 'form-bar'}>
    <p class="form-state" data-saving aria-live="polite">
      {state}
    </p>
    <div class="actions">{children}</div>
  </div>
)

/** A part of a long form, its name in the left margin where there is room. */
export const FormPart = ({ title, note, children }: { title: string; note?: string; children: ComponentChildren }) => (
  <section class="form-part">
    <div class="form-part-name">
      <h2>{title}</h2>
      {note && <p class="hint">{note}</p>}
    </div>
    <div>{children}</div>
  </section>
)
