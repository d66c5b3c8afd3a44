import type { Day } from '#kit/date.ts'
import { anniversary } from './age.ts'

/** Kabar inovasi: what became of an innovation in a year, asked for once a year. */
export type InnovationNews = {
  year: number
  state: NewsState
  /** Who copied it, one a line. */
  replicatedBy: string
  note: string
  revision: number
}

/** Whether it goes on: nearly a fifth of the catalogued innovations stopped (domain dossier 0). */
export const newsStates = ['continues', 'grew', 'stopped'] as const
export type NewsState = (typeof newsStates)[number]

export const newsWords: Record<NewsState, string> = {
  continues: 'Berlanjut',
  grew: 'Berkembang',
  stopped: 'Berhenti',
}

/**
 * The years for which nothing was told yet, each asked from the anniversary of the sending on; none once it stopped.
 */
export function yearsAsked(
  sentOn: Day | null,
  told: readonly Pick<InnovationNews, 'year' | 'state'>[],
  today: Day,
): number[] {
  if (sentOn === null) return []
  const stopped = told.find(({ state }) => state === 'stopped')?.year ?? Number.POSITIVE_INFINITY
  const sentIn = Number(sentOn.slice(0, 4))
  const [first, last] = [sentIn + 1, Math.min(Number(today.slice(0, 4)), stopped)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).filter(
    (year) => !told.some((one) => one.year === year) && anniversary(sentOn, year - sentIn) <= today,
  )
}

/** Until when the news of a year is told. Settled, no source fixing it: to the end of that year. */
export const newsDueOn = (year: number): Day => `${year}-12-31`
