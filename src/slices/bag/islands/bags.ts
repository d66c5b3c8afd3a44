const between = 3_000

/** Says anew every few seconds how far the bags have come; once one has ended, offers the page as it is now. */
export function mount(element: HTMLElement): void {
  const bars = () => [...element.querySelectorAll('progress')]
  if (bars().length === 0) return
  const clock = setInterval(async () => {
    if (document.hidden) return
    const now = await look().catch(() => undefined)
    if (now === undefined) return
    const fresh = [...now.querySelectorAll('progress')]
    if (fresh.length === bars().length) {
      for (const [at, bar] of bars().entries()) {
        bar.value = fresh[at]?.value ?? bar.value
        bar.ariaLabel = fresh[at]?.ariaLabel ?? bar.ariaLabel
      }
      return
    }
    clearInterval(clock)
    const said = element.querySelector('[role=status]')
    said?.classList.remove('hidden')
    said?.replaceChildren('Sebuah kantong berakhir dibuat. ', again())
  }, between)
}

/** The same part of this page as the server draws it now. */
async function look(): Promise<Element> {
  const answer = await fetch(location.href)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const part = page.querySelector('[data-island=bags]')
  if (!answer.ok || !part) throw new Error(`${answer.status}`)
  return part
}

function again(): HTMLElement {
  const link = document.createElement('a')
  link.href = location.href
  link.textContent = 'Muat ulang halaman ini'
  return link
}
