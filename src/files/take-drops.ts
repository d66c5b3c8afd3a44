/**
 * Lets files be dropped on the box of a field. Whoever uses a keyboard or a screen reader has the field's own button,
 * which does the same: the words about dropping are for those who see and point.
 */
export function takeDrops(element: HTMLElement, input: HTMLInputElement, begin: (file: File) => void): void {
  const box = element.querySelector('.file-box')
  if (box === null) return
  const words = document.createElement('p')
  words.className = 'drop-words file-note'
  words.setAttribute('aria-hidden', 'true')
  words.textContent = input.multiple ? 'Atau seret berkas-berkasnya ke kotak ini' : 'Atau seret berkasnya ke kotak ini'
  input.after(words)
  const hasFiles = (event: Event) => (event as DragEvent).dataTransfer?.types.includes('Files') ?? false
  box.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    box.classList.add('over')
  })
  box.addEventListener('dragleave', (event) => {
    // Onto something within the box it has not left.
    if (!box.contains((event as DragEvent).relatedTarget as Node | null)) box.classList.remove('over')
  })
  box.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    box.classList.remove('over')
    for (const file of (event as DragEvent).dataTransfer?.files ?? []) begin(file)
  })
}
