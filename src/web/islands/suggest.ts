type Suggested = { title: string; kind: string; href: string }

/** Keys come faster than answers: so long is waited for the next one. */
const pause = 180
const shortest = 3
let lists = 0

/** Offers what a search field may lead to, below it: arrows choose, Enter goes there, Escape closes. */
export function mount(element: HTMLElement, { path }: { path: string }): void {
  const input = element.querySelector('input')
  if (input === null) return
  lists += 1
  const list = document.createElement('ul')
  Object.assign(list, { id: `usul-${lists}`, className: 'suggestions', hidden: true })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Usulan')
  element.append(list)
  const set = (name: string, value: string) => input.setAttribute(`aria-${name}`, value)
  input.setAttribute('role', 'combobox')
  set('autocomplete', 'list')
  set('controls', list.id)
  set('expanded', 'false')

  let at = -1
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asking = new AbortController()

  const show = (isOpen: boolean) => {
    list.hidden = !isOpen
    set('expanded', String(isOpen))
    choose(-1)
  }
  const choose = (next: number) => {
    at = next
    input.removeAttribute('aria-activedescendant')
    for (const [index, option] of Array.from(list.children).entries()) {
      option.setAttribute('aria-selected', String(index === at))
      if (index === at) set('activedescendant', option.id)
    }
  }
  const go = (option: Element | null | undefined) => {
    if (option instanceof HTMLElement && option.dataset.href) location.assign(option.dataset.href)
  }
  const ask = async () => {
    asking.abort()
    asking = new AbortController()
    const text = input.value.trim()
    if (text.length < shortest) return show(false)
    try {
      const answer = await fetch(`${path}?${new URLSearchParams({ q: text })}`, { signal: asking.signal })
      if (!answer.ok) return show(false)
      const found: Suggested[] = await answer.json()
      list.replaceChildren(...found.map((one, index) => optionOf(one, `${list.id}-${index}`)))
      show(found.length > 0 && document.activeElement === input)
    } catch {
      // Typed on, or no network: the form itself still searches.
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, pause)
  })
  input.addEventListener('keydown', (event) => {
    const count = list.children.length
    if (list.hidden || count === 0) return
    if (event.key === 'Escape') show(false)
    else if (event.key === 'ArrowDown') choose(at + 1 < count ? at + 1 : -1)
    else if (event.key === 'ArrowUp') choose(at < 0 ? count - 1 : at - 1)
    else if (event.key === 'Enter' && at >= 0) go(list.children[at])
    else return
    event.preventDefault()
  })
  // Before the field loses its place, or the list would be gone under the finger.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => go(target instanceof Element ? target.closest('li') : null))
  input.addEventListener('blur', () => show(false))
}

function optionOf({ title, kind, href }: Suggested, id: string): HTMLElement {
  const option = document.createElement('li')
  option.id = id
  option.setAttribute('role', 'option')
  option.dataset.href = href
  const [name, words] = [document.createElement('b'), document.createElement('span')]
  name.textContent = title
  words.textContent = kind
  option.append(name, words)
  return option
}
