import { addDays, type Day } from '#kit/date.ts'
import { daysOf, type Moment, momentIn, type Period } from './moment.ts'
import { monthPattern } from './month.ts'

type Programme = { fromOn: Day; untilOn: Day }

/**
 * The days that a text names, as offices write them: "31/12/2026", "Maret s.d. Mei 2026", "1–15 Maret", "TW II",
 * "Semester I", "Minggu ke-2 Maret 2026", "B03". A day comes before its month; a year that is missing is the
 * programme's. Undefined where the text can be read in two ways or in none: then a person says.
 */
export function readPeriod(written: string, programme: Programme): Period | undefined {
  if (written.length > longest) return undefined
  const text = plain(written)
  const serial = /^[2-7]\d{4}$/.test(text) ? dayOfSerial(Number(text)) : undefined
  if (serial) return { startsOn: serial, endsOn: serial }
  const single = momentIn(text)
  if (single) return between(single, single, programme)
  for (const [left, right] of splitsOf(text)) {
    const pair = pairOf(left.trim(), right.trim())
    if (pair) return between(...pair, programme)
  }
  return readList(text, programme)
}

/** Whether a text names a beginning and an end apart from each other: "Maret s.d. Mei 2026", unlike "TW II". */
export const saysBothEnds = (written: string): boolean => {
  const text = plain(written)
  return !/^\d+$/.test(text) && momentIn(text) === undefined
}

/** No days are told at such length, and every dash of a text is tried. */
const longest = 200

/** The day of a number by which Excel keeps it: 1 is the first of January 1900, and 1900 has a day too many. */
const dayOfSerial = (serial: number): Day => addDays('1899-12-30', serial)

const weekdays = /^(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu),\s*/
const until = /(?<![a-z])(?:s\s?[./]\s?d\.?|sd\.?|sampai(?:\s+dengan)?|hingga)(?![a-z])/g
const fillers = /(?<![a-z])(?:pada|tanggal|tgl\.?|tahun|thn\.?|th\.?|anggaran|t\.?a\.?)(?![a-z])/g
const monthWord = new RegExp(`(?<![a-z])bulan (?=${monthPattern}(?![a-z]))`, 'g')

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(weekdays, '')
    .replace(until, ' ~ ')
    .replace(fillers, ' ')
    .replace(/\s+/g, ' ')
    .replace(monthWord, '')
    .replace(/^[ (]+|[ ).,;]+$/g, '')

/** Where a text may fall into a beginning and an end: at "s.d.", else at each dash, those with spaces first. */
function splitsOf(text: string): [string, string][] {
  const cut = (at: number, length: number): [string, string] => [text.slice(0, at), text.slice(at + length)]
  if (text.includes('~')) return text.split('~').length === 2 ? [cut(text.indexOf('~'), 1)] : []
  const spaced = [...text.matchAll(/ - /g)].map(({ index }) => cut(index, 3))
  const tight = [...text.matchAll(/-/g)].map(({ index }) => cut(index, 1))
  return [...spaced, ...tight]
}

const unitWords: Partial<Record<Moment['unit'], string>> = { quarter: 'tw', semester: 'semester', week: 'minggu' }

/** Both ends, each lending the other what it left out: "1 – 15 Maret", "TW I – III", "Minggu I – II Maret". */
function pairOf(left: string, right: string): [Moment, Moment] | undefined {
  const first = momentIn(left)
  const last = momentIn(right) ?? (first && momentIn(`${unitWords[first.unit] ?? ''} ${right}`.trim()))
  if (!last) return undefined
  if (!first)
    return last.unit === 'day' && /^\d{1,2}$/.test(left) ? [{ ...last, count: Number(left) }, last] : undefined
  const month = first.month ?? (first.unit === 'week' ? last.month : undefined)
  return [month === undefined ? first : { ...first, month }, last]
}

/** "TW I dan II", "Maret, April": taken where one follows upon the other, for between others lies what nobody named. */
function readList(text: string, programme: Programme): Period | undefined {
  const parts = text.split(/\s*(?:,|;|&|\bdan\b|\/)\s*/).filter((part) => part !== '')
  if (parts.length < 2) return undefined
  const [head] = parts
  const unit = unitWords[momentIn(head ?? '')?.unit ?? 'day'] ?? ''
  const moments = parts.map((part) => momentIn(part) ?? momentIn(`${unit} ${part}`.trim()))
  const said = moments.findLast((moment) => moment?.year !== undefined)?.year
  const periods = moments.map((moment) => {
    if (!moment) return undefined
    const full = { ...moment, ...(moment.year === undefined && said !== undefined && { year: said }) }
    return between(full, full, programme)
  })
  const follows = periods.every(
    (period, at) => period && (at === 0 || period.startsOn === addDays(periods[at - 1]?.endsOn ?? period.endsOn, 1)),
  )
  const [from, to] = [periods[0], periods.at(-1)]
  return follows && from && to ? { startsOn: from.startsOn, endsOn: to.endsOn } : undefined
}

/** From the first day of one to the last of the other. A year said of one end holds for both, across a new year too. */
function between(first: Moment, last: Moment, programme: Programme): Period | undefined {
  for (const [from, to] of yearsOf(first, last, programme)) {
    const [begins, ends] = [daysOf(first, from), daysOf(last, to)]
    if (begins && ends && begins.startsOn <= ends.endsOn) return { startsOn: begins.startsOn, endsOn: ends.endsOn }
  }
  return undefined
}

/** The years that both ends may be in, the likeliest first. */
function yearsOf(first: Moment, last: Moment, { fromOn, untilOn }: Programme): [number, number][] {
  const [from, to] = [first.year, last.year]
  if (from !== undefined && to !== undefined) return [[from, to]]
  if (from !== undefined) return [from, from + 1].map((later) => [from, later])
  if (to !== undefined) return [to, to - 1].map((earlier) => [earlier, to])
  const begins = Number(fromOn.slice(0, 4))
  const years = Array.from({ length: Number(untilOn.slice(0, 4)) - begins + 1 }, (_, more) => begins + more)
  const within = ([one, other]: [number, number]) => {
    const [start, end] = [daysOf(first, one)?.startsOn ?? '', daysOf(last, other)?.endsOn ?? '']
    return start >= fromOn && end !== '' && end <= untilOn
  }
  const pairs = years.flatMap((one): [number, number][] => years.filter((it) => it >= one).map((other) => [one, other]))
  return [...pairs.filter(within), ...pairs.filter((pair) => !within(pair) && pair[0] === pair[1])]
}
