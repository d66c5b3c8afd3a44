/** Asks before the page is left while something is typed and not sent. */
export function mount(element: HTMLElement): void {
  const form = element.querySelector('form')
  let unsent = false
  form?.addEventListener('input', () => {
    unsent = true
  })
  form?.addEventListener('submit', () => {
    unsent = false
  })
  addEventListener('beforeunload', (event) => {
    if (unsent) event.preventDefault()
  })
}
