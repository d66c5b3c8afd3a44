/** Arrow keys lead to the picture before and the next; within a field they are the field's own. */
export function mount(element: HTMLElement): void {
  const ways: Record<string, string> = { ArrowLeft: 'a[rel=prev]', ArrowRight: 'a[rel=next]' }
  document.addEventListener('keydown', (event) => {
    const way = ways[event.key]
    const isTyped = event.target instanceof Element && event.target.closest('input, textarea, select') !== null
    if (!way || isTyped || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    element.querySelector<HTMLAnchorElement>(way)?.click()
  })
}
