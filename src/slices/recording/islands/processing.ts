const between = 4_000

/** Says anew every few seconds how far the processing has come, and at its end offers the page as it is now. */
export function mount(element: HTMLElement): void {
  const clock = setInterval(async () => {
    if (document.hidden) return
    const now = await look().catch(() => undefined)
    if (now === undefined) return
    const said = element.querySelector('[role=status]')
    if (now === null) {
      clearInterval(clock)
      element.querySelector('progress')?.remove()
      said?.replaceChildren('Pengolahan berakhir. ', again())
      return
    }
    const bar = now.querySelector('progress')
    const words = now.querySelector('[role=status]')?.textContent ?? ''
    if (bar && element.querySelector('progress'))
      element.querySelector('progress')?.setAttribute('value', String(bar.value))
    if (said && said.textContent !== words) said.textContent = words
  }, between)
}

/** The same part of this page as the server draws it now; null when it is there no more. */
async function look(): Promise<Element | null> {
  const answer = await fetch(location.pathname)
  if (!answer.ok) throw new Error(`${answer.status}`)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return page.querySelector('[data-island=processing]')
}

function again(): HTMLElement {
  const link = document.createElement('a')
  link.href = location.pathname
  link.textContent = 'Muat ulang halaman ini'
  return link
}
