/** A plain day, `YYYY-MM-DD`, in the agency's own zone. */
export type Day = string

/** When something is done: the instant, and the day that it then is in the agency's zone. */
export type Moment = { now: Date; today: Day }

/** The three zones of Indonesia, by their IANA names (WIB, WITA, WIT). */
export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
export type Zone = (typeof zones)[number]

const millisecondsADay = 86_400_000
const atNoon = (day: Day) => new Date(`${day}T12:00:00Z`)

// Formatters are made once: making one takes longer than drawing a whole row of a list.
const perZone = (options: Intl.DateTimeFormatOptions, language: string): Record<Zone, Intl.DateTimeFormat> => {
  const make = (timeZone: Zone) => new Intl.DateTimeFormat(language, { ...options, timeZone })
  return {
    'Asia/Jakarta': make('Asia/Jakarta'),
    'Asia/Makassar': make('Asia/Makassar'),
    'Asia/Jayapura': make('Asia/Jayapura'),
  }
}

const dayFormats = perZone({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA')

/** The day that it is at `instant` in `zone`. */
export const dayIn = (zone: Zone, instant: Date): Day => dayFormats[zone].format(instant)

/** Hours before Greenwich; no zone of Indonesia has summer time. */
const hoursEast: Record<Zone, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }

/** The instant at which the day begins in the zone. */
export const beginningOf = (zone: Zone, day: Day): Date =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() - hoursEast[zone] * 3_600_000)

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / millisecondsADay)

/** The day `count` days later. */
export const addDays = (day: Day, count: number): Day =>
  new Date(atNoon(day).getTime() + count * millisecondsADay).toISOString().slice(0, 10)

/** Whether the text is a day that exists ("2026-02-30" is none, and no calendar of ours has a year 0). */
export const isDay = (text: string): boolean =>
  /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(atNoon(text).getTime()) &&
  atNoon(text).toISOString().slice(0, 10) === text

const plainDays = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('id', { ...options, timeZone: 'UTC' })

const longDay = plainDays({ day: 'numeric', month: 'long', year: 'numeric' })
const longWeekday = plainDays({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const weekdayAndDay = plainDays({ weekday: 'long', day: 'numeric', month: 'short' })
const dayAndMonth = plainDays({ day: 'numeric', month: 'short' })
const monthOnly = plainDays({ month: 'short' })
const clocks = perZone({ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }, 'id')

/** "7 April 2021" */
export const dayInWords = (day: Day): string => longDay.format(atNoon(day))

/** "Rabu, 7 April 2021" */
export const weekdayInWords = (day: Day): string => longWeekday.format(atNoon(day))

/** "Rabu, 7 Apr" for lists of tasks, where the year is plain from what stands around it. */
export const shortWeekday = (day: Day): string => weekdayAndDay.format(atNoon(day))

/** "7 Apr", where the year is plain from what stands around it. */
export const shortDay = (day: Day): string => dayAndMonth.format(atNoon(day))

/** "Apr", on the axis of a chart. */
export const shortMonth = (day: Day): string => monthOnly.format(atNoon(day))

/** "7–9 April 2021" */
export const rangeInWords = (from: Day, until: Day): string => longDay.formatRange(atNoon(from), atNoon(until))

/** "7 April 2021 pukul 09.00 WIB" */
export const instantInWords = (zone: Zone, instant: Date): string =>
  `${dayInWords(dayIn(zone, instant))} pukul ${clocks[zone].format(instant)}`

/** How a due day stands today. A deadline runs to the end of its day in the agency's zone. */
export type Due = { state: 'late'; days: number } | { state: 'soon'; days: number } | { state: 'open'; days: number }

/** Late from the day after, soon within the last three days (today is 0 days). */
export function dueOn(day: Day, today: Day): Due {
  const days = daysBetween(today, day)
  if (days < 0) return { state: 'late', days: -days }
  return days <= 3 ? { state: 'soon', days } : { state: 'open', days }
}

const hands = perZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB')

/** The time of day that it is at `instant` in `zone`, as "07:05". */
export const clockIn = (zone: Zone, instant: Date): string => hands[zone].format(instant)

/** Whether the day is a Saturday or a Sunday. */
export const isWeekend = (day: Day): boolean => [0, 6].includes(atNoon(day).getUTCDay())
