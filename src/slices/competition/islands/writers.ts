import { tellStored } from '#web/autosave/elsewhere.ts'
import { othersInWords, type Writer, writersInWords } from './writers-words.ts'

type Props = { account: string /** Address of the entry. */; path: string }
type Stored = { field: string; revision: number; fields: Record<string, string> }
type Now = { others: Writer[]; stored: Stored[] }

/** How often one looks what is new: often while somebody else is there or something is written, else seldom. */
const often = 3000
const seldom = 15_000
/** How long writing counts as going on. */
const writing = 30_000
const longest = 20_000

/** Says beside each field who else is writing in it, and hands what others saved to the forms that nobody writes in here. */
export function mount(element: HTMLElement, { account, path }: Props): void {
  const fields = [...element.querySelectorAll<HTMLElement>('[data-field]')]
  const others = element.querySelector('[data-others]')
  let looking: ReturnType<typeof setTimeout> | undefined
  let isLooking = false
  let isOver = false
  let isAnybody = false
  let wroteAt = 0
  let said: string | null = null

  const at = (): string | null => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field ?? null

  function lookIn(time: number): void {
    clearTimeout(looking)
    if (!isOver) looking = setTimeout(() => void look(), time)
  }

  async function look(): Promise<void> {
    // A page that nobody looks at asks nothing; whoever left it is forgotten meanwhile.
    if (document.hidden || isLooking) return
    isLooking = true
    said = at()
    const have = Object.fromEntries(fields.map((field) => [field.dataset.field ?? '', revisionIn(field)]))
    const now = await askNow(`${path}/kini`, account, { at: said, have })
    isLooking = false
    if (now !== undefined && 'refused' in now) return close(now.refused)
    if (now !== undefined) show(now)
    const isMoved = at() !== said
    lookIn(isMoved ? 0 : isAnybody || Date.now() - wroteAt < writing ? often : seldom)
  }

  function show(now: Now): void {
    isAnybody = now.others.length > 0
    say(others, othersInWords(now.others))
    for (const field of fields) {
      const key = field.dataset.field ?? ''
      say(field.querySelector('[data-writers]'), writersInWords(now.others, key))
      const newer = now.stored.find((one) => one.field === key)
      const form = field.querySelector('form')
      if (newer && form) tellStored(form, { revision: String(newer.revision), fields: newer.fields })
    }
  }

  /** The entry takes no more answers: the forms say so themselves when they are saved, and this says it before. */
  function close(sentence: string): void {
    isOver = true
    for (const field of fields) say(field.querySelector('[data-writers]'), sentence)
  }

  element.addEventListener('focusin', () => at() !== said && lookIn(300))
  element.addEventListener('focusout', () => lookIn(300))
  element.addEventListener('input', () => {
    wroteAt = Date.now()
  })
  document.addEventListener('visibilitychange', () => lookIn(0))
  void look()
}

const revisionIn = (field: HTMLElement): number =>
  Number(field.querySelector<HTMLInputElement>('input[name=revision]')?.value ?? 0)

/** What was said already is not said again: a screen reader would read it once more. */
function say(line: Element | null, words: string): void {
  if (line !== null && line.textContent !== words) line.textContent = words
}

/** Undefined where there was no answer that says anything. */
async function askNow(address: string, account: string, body: object): Promise<Now | { refused: string } | undefined> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'rintis-account': account },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(longest),
    })
    if (answer.ok) return (await answer.json()) as Now
    const isJson = answer.headers.get('content-type')?.startsWith('application/json')
    return isJson && answer.status < 500 && answer.status !== 401 ? await answer.json() : undefined
  } catch {
    return undefined
  }
}
