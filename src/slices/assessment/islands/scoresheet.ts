import { inFigures } from '#kit/decimal.ts'
import type { Criterion } from '../rubric.ts'
import { readMark, totalOf } from '../scoresheet.ts'

type Props = { criteria: Pick<Criterion, 'id' | 'weight' | 'minMark' | 'maxMark'>[] }

/** Shows the running total while a judge types, by the server's own rule; criteria are named by their fields. */
export function mount(element: HTMLElement, { criteria }: Props): void {
  const total = element.querySelector('[data-total]')
  if (total === null) return
  element.addEventListener('input', () => {
    const marks = new Map<string, string>()
    for (const criterion of criteria) {
      const field = element.querySelector<HTMLInputElement>(`[name="${criterion.id}"]`)
      const read = readMark(field?.value ?? '', criterion)
      if (read.mark !== undefined) marks.set(criterion.id, read.mark)
    }
    const sum = totalOf(criteria, marks)
    total.textContent = sum ? inFigures(sum) : 'belum lengkap'
  })
}
