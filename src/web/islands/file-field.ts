import { sizeInWords } from '../file-size.ts'

/** Names what was chosen and what is too large, and takes files that are dropped on the field. */
export function mount(element: HTMLElement, { most }: { most: number }): void {
  const input = element.querySelector('input')
  const box = element.querySelector('.file-box')
  const list = element.querySelector('[data-chosen]')
  if (input === null || box === null || list === null) return
  const name = () => list.replaceChildren(...Array.from(input.files ?? [], (file) => row(file, most)))
  input.addEventListener('change', name)
  box.addEventListener('dragover', (event) => {
    event.preventDefault()
    box.classList.add('over')
  })
  box.addEventListener('dragleave', () => box.classList.remove('over'))
  box.addEventListener('drop', (event) => {
    event.preventDefault()
    box.classList.remove('over')
    const files = (event as DragEvent).dataTransfer?.files
    if (!files || files.length === 0) return
    input.files = files
    // Whoever else listens to the field is told as by a choice of the person's own.
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

function row(file: File, most: number): HTMLLIElement {
  const item = document.createElement('li')
  const words = document.createElement('div')
  words.className = 'file-words'
  const name = document.createElement('span')
  name.textContent = file.name
  const note = document.createElement('p')
  note.className = file.size > most ? 'state late' : 'file-note'
  note.textContent =
    file.size > most
      ? `${sizeInWords(file.size)}: terlalu besar, paling besar ${sizeInWords(most)}`
      : sizeInWords(file.size)
  words.append(name, note)
  item.append(words)
  return item
}
