/**
 * Slots are dragged to an hour that is free, or onto another slot with which they change places. What is let go is sent
 * as the form behind its link would send it, so whatever the form refuses is refused here, in the same words.
 */
export function mount(element: HTMLElement): void {
  const said = element.querySelector<HTMLElement>('[data-said]')
  let dragged: HTMLElement | null = null
  const placeUnder = (event: Event) =>
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-begins], [data-path]:not([data-dragged])')
      : null
  element.addEventListener('dragstart', (event) => {
    dragged = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-path]') : null
    dragged?.setAttribute('data-dragged', '')
    event.dataTransfer?.setData('text/plain', dragged?.dataset.slot ?? '')
  })
  element.addEventListener('dragend', () => {
    dragged?.removeAttribute('data-dragged')
    mark(element, null)
    dragged = null
  })
  element.addEventListener('dragover', (event) => {
    const place = dragged && placeUnder(event)
    mark(element, place)
    if (place) event.preventDefault()
  })
  element.addEventListener('drop', async (event) => {
    const place = dragged && placeUnder(event)
    if (!dragged?.dataset.path || !place) return
    event.preventDefault()
    const refused = await send(dragged.dataset.path, fieldsOf(place)).catch(() => 'Tidak tersambung. Coba lagi.')
    if (refused === null) location.reload()
    else if (said) said.textContent = refused
  })
}

function mark(element: HTMLElement, place: HTMLElement | null): void {
  for (const one of element.querySelectorAll('[data-over]')) if (one !== place) one.removeAttribute('data-over')
  place?.setAttribute('data-over', '')
}

const fieldsOf = ({ dataset }: HTMLElement): Record<string, string> =>
  dataset.begins
    ? { sitting_id: dataset.sitting ?? '', begins_at: dataset.begins, swap_with: '' }
    : { sitting_id: '', begins_at: '', swap_with: dataset.slot ?? '' }

/** Null where it was done; otherwise why not. */
async function send(path: string, fields: Record<string, string>): Promise<string | null> {
  const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  if (answer.type === 'opaqueredirect') return null
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  // A form that comes back names what is wrong above its fields; a page that only refuses says it in its lead.
  const words = page.querySelector('.error-summary li') ?? page.querySelector('main .lead')
  return words?.textContent || 'Paparan tidak dapat dipindahkan.'
}
