import { type Day, isDay } from '#kit/date.ts'

/** The same day `years` later. Settled: a start on 29 February has its anniversary on 28 February. */
export function anniversary(day: Day, years: number): Day {
  const same = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  return isDay(same) ? same : `${same.slice(0, 8)}28`
}

/** Whether an innovation is old enough. `ripeOn` is the first closing day for which it is. */
export type Age =
  | { state: 'unknown'; lacks: 'rule' | 'start' | 'closing' }
  | { state: 'enough' | 'young'; ripeOn: Day; closingOn: Day }

/**
 * Settled: start + N calendar years on or before the day of closing. What is not known makes the answer unknown, never
 * a guess.
 */
export function ageOf(startedOn: Day | null, minimumYears: number | null, closingOn: Day | null): Age {
  if (minimumYears === null) return { state: 'unknown', lacks: 'rule' }
  if (startedOn === null) return { state: 'unknown', lacks: 'start' }
  if (closingOn === null) return { state: 'unknown', lacks: 'closing' }
  const ripeOn = anniversary(startedOn, minimumYears)
  return { state: ripeOn <= closingOn ? 'enough' : 'young', ripeOn, closingOn }
}
