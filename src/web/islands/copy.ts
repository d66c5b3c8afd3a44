/** Adds the button that copies the text; it says so, to a screen reader too. */
export function mount(element: HTMLElement, { label }: { label: string }): void {
  const text = element.querySelector('code')?.textContent ?? ''
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button screen-only'
  button.textContent = `Salin ${label}`
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text)
    said.textContent = 'Disalin.'
  })
  element.append(button, said)
}
