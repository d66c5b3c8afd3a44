import { lengthOf, type TextLimit, usage } from '../text-limit.ts'

const pause = 1000

/** Counts while one types; a screen reader hears it once one pauses, not at each key. */
export function mount(element: HTMLElement, limit: TextLimit): void {
  const area = element.querySelector('textarea')
  const line = element.querySelector('[data-count]')
  if (area === null || line === null) return
  const spoken = document.createElement('p')
  spoken.className = 'hidden'
  spoken.setAttribute('role', 'status')
  element.append(spoken)
  let waiting: ReturnType<typeof setTimeout> | undefined
  area.addEventListener('input', () => {
    const length = lengthOf(area.value, limit)
    line.textContent = usage(length, limit)
    line.classList.toggle('over', length > limit.most)
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      spoken.textContent = line.textContent
    }, pause)
  })
}
