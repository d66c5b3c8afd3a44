import type { Day } from '#kit/date.ts'
import type { Edition } from './edition.ts'

/** The edition that closes first of these; where no day is known, the one of the earliest year. */
export const nextToClose = (open: readonly Edition[]): Edition | undefined =>
  open.toSorted((one, other) => closesBy(one).localeCompare(closesBy(other)))[0]

const closesBy = ({ closingOn, year }: Edition): Day => closingOn ?? `${year ?? 9999}-12-31`

/**
 * Whether registration is over. Settled: its closing day has passed; where nobody knows that day, the year of the
 * edition has. An edition without either stays open.
 */
export function isOver({ closingOn, year }: Pick<Edition, 'closingOn' | 'year'>, today: Day): boolean {
  if (closingOn !== null) return closingOn < today
  return year !== null && year < Number(today.slice(0, 4))
}
