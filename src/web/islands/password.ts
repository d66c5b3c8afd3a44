/** Adds the button that shows what was typed; it is hidden again when the form is sent. */
export function mount(element: HTMLElement): void {
  const input = element.querySelector('input')
  if (input === null) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button quiet'
  const show = (shown: boolean) => {
    input.type = shown ? 'text' : 'password'
    button.textContent = shown ? 'Sembunyikan' : 'Tampilkan'
    button.setAttribute('aria-label', `${button.textContent} kata sandi`)
  }
  show(false)
  button.addEventListener('click', () => show(input.type === 'password'))
  input.form?.addEventListener('submit', () => show(false))
  input.after(button)
}
