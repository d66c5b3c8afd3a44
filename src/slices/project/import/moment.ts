import { addDays, type Day, isDay } from '#kit/date.ts'
import { monthPattern as month, monthIn, smallNumber } from './month.ts'

/** A stretch of days, both ends belonging to it. */
export type Period = { startsOn: Day; endsOn: Day }

/**
 * What one expression names: a day, a week of a month, a month, a quarter, a half or a whole year. Year and month may
 * be left to what stands beside it.
 */
export type Moment = { unit: 'day' | 'week' | 'month' | 'quarter' | 'semester' | 'year' } & {
  count?: number
  month?: number
  year?: number
}

const year = "(?:[ ,./-]*(\\d{4})|(?:[-/]|[ ]?['’])(\\d{2}))?"
const count = '(?:ke)?[ .-]*(i{1,3}|iv|v|\\d{1,2})'

type Found = (string | undefined)[]
const patterns: [RegExp, (found: Found) => Moment | undefined][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([, y, m, d]) => dayOf(d, m, y)],
  [/^(\d{1,2})[ ]?[/.-][ ]?(\d{1,2})[ ]?[/.-][ ]?(\d{4}|\d{2})$/, ([, d, m, y]) => dayOf(d, m, y)],
  [new RegExp(`^(\\d{1,2})[ -]?${month}${year}$`), ([, d, m, y, yy]) => dayOf(d, String(monthIn(m ?? '')), y ?? yy)],
  [new RegExp(`^${month}${year}$`), ([, m, y, yy]) => monthOf(monthIn(m ?? ''), y ?? yy)],
  [/^(\d{1,2})[/-](\d{4})$/, ([, m, y]) => monthOf(Number(m), y)],
  [new RegExp(`^b(?:ulan)?[ ]?${count}${year}$`), ([, m, y, yy]) => monthOf(smallNumber(m ?? ''), y ?? yy)],
  [
    new RegExp(`^(?:tri ?wulan|twl?|q|[kq][uw]artal)[ .]*${count}${year}$`),
    ([, n, y, yy]) => counted('quarter', 4, n, y ?? yy),
  ],
  [new RegExp(`^(?:semester|smt|sem|smst)[ .]*${count}${year}$`), ([, n, y, yy]) => counted('semester', 2, n, y ?? yy)],
  [
    new RegExp(`^(?:minggu|mgg|mg|pekan|m)[ .]*${count}(?:[ ,]*${month}${year})?$`),
    ([, n, m, y, yy]) => counted('week', 5, n, y ?? yy, m),
  ],
  [/^(?:sepanjang|selama|setahun|sepanjang waktu)(?: (\d{4}))?$/, ([, y]) => ({ unit: 'year', ...yearOf(y) })],
  [/^(\d{4})$/, ([, y]) => (Number(y) >= 1990 && Number(y) <= 2100 ? { unit: 'year', ...yearOf(y) } : undefined)],
]

/** What a text names, lower case and trimmed; undefined where it is none of these. Days come before months. */
export function momentIn(text: string): Moment | undefined {
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(text)
    if (found) return read(found)
  }
  return undefined
}

const yearOf = (text: string | undefined) =>
  text === undefined ? {} : { year: text.length === 2 ? 2000 + Number(text) : Number(text) }

function dayOf(day = '', month = '', year: string | undefined): Moment | undefined {
  const moment = { unit: 'day' as const, count: Number(day), month: Number(month), ...yearOf(year) }
  return isDay(dayIn(moment, moment.year ?? 2024)) ? moment : undefined
}

const monthOf = (month: number | undefined, year: string | undefined): Moment | undefined =>
  month !== undefined && month >= 1 && month <= 12 ? { unit: 'month', month, ...yearOf(year) } : undefined

function counted(unit: Moment['unit'], most: number, text = '', year?: string, month?: string): Moment | undefined {
  const count = smallNumber(text)
  if (count === undefined || count < 1 || count > most) return undefined
  return { unit, count, ...(month && { month: monthIn(month) }), ...yearOf(year) } as Moment
}

const two = (number: number) => String(number).padStart(2, '0')
const dayIn = ({ count = 1, month = 1 }: Moment, year: number): Day => `${year}-${two(month)}-${two(count)}`
const firstOf = (year: number, month: number): Day => `${year}-${two(month)}-01`
const lastOf = (year: number, month: number): Day =>
  month === 12 ? `${year}-12-31` : addDays(firstOf(year, month + 1), -1)

/**
 * The days of a moment in a year. Settled, no source fixing it: the weeks of a month begin on its days 1, 8, 15, 22 and
 * 29, whatever weekday these are. Undefined for a day that the year does not have.
 */
export function daysOf(moment: Moment, year: number): Period | undefined {
  const { unit, count = 1, month = 1 } = moment
  if (unit === 'day') {
    const day = dayIn(moment, year)
    return isDay(day) ? { startsOn: day, endsOn: day } : undefined
  }
  if (unit === 'week') {
    const startsOn = `${year}-${two(month)}-${two(count * 7 - 6)}`
    if (moment.month === undefined || !isDay(startsOn)) return undefined
    return { startsOn, endsOn: count === 5 ? lastOf(year, month) : addDays(startsOn, 6) }
  }
  const [first, months] =
    unit === 'month'
      ? [month, 1]
      : unit === 'quarter'
        ? [count * 3 - 2, 3]
        : unit === 'semester'
          ? [count * 6 - 5, 6]
          : [1, 12]
  return { startsOn: firstOf(year, first), endsOn: lastOf(year, first + months - 1) }
}
