/** The link opens the dialog beside it instead of leading to its page. */
export function mount(element: HTMLElement): void {
  const link = element.querySelector('a')
  const dialog = element.querySelector('dialog')
  link?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    dialog?.showModal()
  })
}
