import { type Draft, dropDraft, keepDraft, listDrafts } from '../autosave/drafts.ts'
import { hearElsewhere } from '../autosave/elsewhere.ts'
import { fieldsOf, fillForm, hasFilesWaiting, isTouched, markErrors } from '../autosave/form-fields.ts'
import { offer } from '../autosave/offer.ts'
import { type Fields, makeSaver } from '../autosave/saver.ts'
import { sendFields } from '../autosave/send.ts'
import { leaveSentPage, takeSentPage } from '../autosave/sent-page.ts'
import { saving, stateInWords, takenOver } from '../autosave/words.ts'

type Props = {
  account: string
  /** The form came back with what was typed, and is not what is stored. */
  returned: boolean
  /** It came back for the person to compare: nothing is saved until they send it. */
  waits: boolean
}

const pause = 2000
const beforeNextTry = 15_000
/** A save that is answered sooner is not announced. */
const noticeable = 400

/** Saves the form while it is written. What the server has not acknowledged lies in this browser. */
export function mount(element: HTMLElement, { account, returned, waits }: Props): void {
  const form = element.querySelector('form')
  const bar = form?.querySelector('[data-saving]')
  const revision = form?.querySelector<HTMLInputElement>('input[name=revision]')
  if (!form || !bar || !revision) return
  const path = new URL(form.action).pathname
  const page = returned ? (takeSentPage(path) ?? newId()) : newId()
  let isKept = true
  let isLeaving = false
  let isSending = false
  /** Names the button, for a form that a script sends. */
  let pressed: HTMLElement | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined
  let announcing: ReturnType<typeof setTimeout> | undefined
  /** Writes to the browser's store, one after the other. */
  let kept: Promise<unknown> = Promise.resolve()

  const write = (act: () => Promise<unknown>) => {
    kept = kept.then(act).then(
      () => {
        isKept = true
      },
      () => {
        isKept = false
      },
    )
  }

  const saver = makeSaver(
    {
      read: () => fieldsOf(form),
      send: (fields, under) => sendFields(form.action, account, fields, under),
      keep: (fields, under) => write(() => keepDraft({ account, path, page, revision: under, fields, at: Date.now() })),
      forget: () => write(() => dropDraft({ account, path, page })),
      began() {
        clearTimeout(waiting)
        announcing = setTimeout(() => {
          bar.textContent = saving
        }, noticeable)
      },
      came(outcome) {
        revision.value = saver.revision()
        if (outcome.kind === 'saved') markErrors(form, {})
        if (outcome.kind === 'wrong') markErrors(form, outcome.errors)
        if (outcome.kind === 'unsent') saveIn(beforeNextTry)
        clearTimeout(announcing)
        void kept.then(() => {
          bar.textContent = stateInWords(outcome, new Date(), isKept)
        })
      },
    },
    { revision: revision.value, stored: returned || isTouched(form) ? null : fieldsOf(form), waits },
  )

  const save = () => void saver.save()
  function saveIn(time: number): void {
    clearTimeout(waiting)
    waiting = setTimeout(save, time)
  }

  form.addEventListener('input', () => {
    saver.touch()
    saveIn(pause)
  })
  form.addEventListener('focusout', save)
  hearElsewhere(form, (newer, said) => {
    const now = fieldsOf(form).map(([name, value]): [string, string] => [name, said[name] ?? value])
    if (!saver.adopt(newer, now)) return
    revision.value = newer
    fillForm(form, now)
    bar.textContent = takenOver
  })
  addEventListener('online', save)
  addEventListener('beforeunload', (event) => {
    const isLost = hasFilesWaiting(form) || (!isKept && !saver.isStored())
    if (!isLeaving && isLost) event.preventDefault()
  })
  // Above the form, so that whoever else holds it back (a file still on its way) has spoken.
  element.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    void sendForm(event.submitter)
  })

  /** The form goes out after the save that is on its way, or it would meet that one's revision. */
  async function sendForm(submitter: HTMLElement | null): Promise<void> {
    // A second press while the first waits would send a second form, under a revision that is gone by then.
    if (isSending) return
    isSending = true
    const { isUnsent } = await saver.flush()
    await kept
    if (isUnsent && isKept) {
      isSending = false
      return
    }
    isLeaving = true
    leaveSentPage(path, page)
    sayWhichButton(submitter)
    form?.submit()
  }

  /** A form that a script sends says nothing of the button that was pressed. */
  function sayWhichButton(submitter: HTMLElement | null): void {
    if (!(submitter instanceof HTMLButtonElement) || submitter.name === '') return
    const said = document.createElement('input')
    Object.assign(said, { type: 'hidden', name: submitter.name, value: submitter.value })
    form?.append(said)
    pressed = said
  }

  // The browser may bring the page back as it was left.
  addEventListener('pageshow', () => {
    pressed?.remove()
    isSending = false
    isLeaving = false
  })

  const restore = (draft: Draft) => {
    saver.resumeFrom(draft.revision)
    revision.value = draft.revision
    fillForm(form, draft.fields)
    save()
    return kept
  }
  if (returned) saver.touch()
  else void findDrafts(account, path, fieldsOf(form)).then((drafts) => offer(element, drafts, restore))
}

/** The drafts of the form that say anything else than what it holds. */
async function findDrafts(account: string, path: string, drawn: Fields): Promise<Draft[]> {
  const isDrawn = ({ fields }: Draft) => JSON.stringify(fields) === JSON.stringify(drawn)
  const drafts = await listDrafts(account, path).catch(() => [])
  await Promise.all(drafts.filter(isDrawn).map(dropDraft))
  return drafts.filter((draft) => !isDrawn(draft))
}

/** `randomUUID` is there over TLS and on this machine only. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')
