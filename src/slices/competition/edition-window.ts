import type { Day } from '#kit/date.ts'
import type { Edition } from './edition.ts'

/**
 * Whether registration is over. Settled: its closing day has passed; where nobody knows that day, the year of the
 * edition has. An edition without either stays open.
 */
export function isOver({ closingOn, year }: Pick<Edition, 'closingOn' | 'year'>, today: Day): boolean {
  if (closingOn !== null) return closingOn < today
  return year !== null && year < Number(today.slice(0, 4))
}
