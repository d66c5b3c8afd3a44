import { type Draft, dropDraft } from './drafts.ts'
import { offerInWords } from './words.ts'

/** Offers what was not sent, one draft after the other, above the form; nothing is put in unasked. */
export function offer(element: HTMLElement, drafts: Draft[], restore: (draft: Draft) => Promise<unknown>): void {
  const [draft, ...rest] = drafts
  if (draft === undefined) return
  const box = document.createElement('section')
  box.className = 'alert soon offer'
  box.setAttribute('aria-label', 'Isian yang belum terkirim')
  const words = document.createElement('p')
  words.textContent = offerInWords(new Date(draft.at))
  const decide = (label: string, act: () => Promise<unknown>) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button'
    button.textContent = label
    button.addEventListener('click', () => {
      box.remove()
      void act().then(() => dropDraft(draft))
      offer(element, rest, restore)
      // The button that was pressed is gone: one goes on at the next offer, or in the form.
      element.querySelector<HTMLElement>('.offer button, input:not([type=hidden]), textarea')?.focus()
    })
    return button
  }
  const acts = document.createElement('div')
  acts.className = 'actions'
  acts.append(
    decide('Pulihkan', () => restore(draft)),
    decide('Buang', async () => undefined),
  )
  box.append(words, acts)
  element.prepend(box)
}
