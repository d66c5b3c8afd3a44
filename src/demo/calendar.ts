import { addDays, type Day, type Moment } from '#kit/date.ts'
import type { DemoProgramme, ProgrammeDay } from './shape.ts'
import { currentProgramme, pastProgramme } from './texts/programmes.ts'

/** A programme of the demonstration with its dates. */
export type DatedProgramme = DemoProgramme & { slug: string; fromOn: Day; untilOn: Day }

/** How many days the current programme has been running when it is filled in. */
export const daysSoFar = 98

/** Both programmes as they stand on a day: 2021, and the one that has been running for fourteen weeks. */
export function programmesOn(today: Day): { past: DatedProgramme; current: DatedProgramme } {
  const fromOn = addDays(today, -daysSoFar)
  const untilOn = addDays(fromOn, 364)
  const years = [...new Set([fromOn.slice(0, 4), untilOn.slice(0, 4)])]
  return {
    past: { ...pastProgramme, slug: '2021', fromOn: '2021-01-04', untilOn: '2021-12-31' },
    current: { ...named(years), slug: years.join('-'), fromOn, untilOn },
  }
}

/** Names and decree of the current programme say its years, as an office would write them. */
function named(years: string[]): DemoProgramme {
  const { name, decree, ...programme } = currentProgramme
  const period = years.join('–')
  const { number, about } = decree
  return {
    ...programme,
    name: `${name} ${period}`,
    decree: { ...decree, number: `${number}/${years[0]}`, about: `${about} Periode ${period}` },
  }
}

/** The day of a programme as a date. */
export const dateIn = (programme: Pick<DatedProgramme, 'fromOn'>, day: ProgrammeDay): Day =>
  addDays(programme.fromOn, day)

/**
 * A moment of a programme's day, so many minutes after 08.00 WIB. What falls on a weekend was done on the Friday
 * before it, so nothing is ever moved into the future.
 */
export function momentIn(programme: Pick<DatedProgramme, 'fromOn'>, day: ProgrammeDay, minutes: number): Moment {
  const date = dateIn(programme, day)
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  const today = addDays(date, weekday === 6 ? -1 : weekday === 0 ? -2 : 0)
  return { now: new Date(new Date(`${today}T08:00:00+07:00`).getTime() + minutes * 60_000), today }
}
