import * as z from 'zod'
import { type Day, isDay } from '#kit/date.ts'

const day = z.string().trim().refine(isDay).nullable().catch(null)

const chosen = z.string().trim().min(1).nullable().catch(null)

/** What is looked for in the journal. An address that somebody mistyped looks for less, not for nothing. */
const schema = z.object({ from: day, until: day, by: z.uuid().nullable().catch(null), kind: chosen, event: chosen })

export type JournalFilter = z.output<typeof schema>

/** The filter that an address names. */
export const readFilter = (query: Record<string, string>): JournalFilter => schema.parse({ ...none, ...query })

const none = { from: null, until: null, by: null, kind: null, event: null }

/** The address of a page of what the filter finds. */
export function pathOf(filter: JournalFilter, page = 1): string {
  const chosen = Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== null)
  const query = new URLSearchParams([...chosen, ...(page > 1 ? [['halaman', String(page)]] : [])])
  return query.size > 0 ? `/jejak?${query}` : '/jejak'
}

/** The days as they are searched: an interval that was given the wrong way round is turned. */
export function interval({ from, until }: JournalFilter): { from: Day | null; until: Day | null } {
  return from !== null && until !== null && from > until ? { from: until, until: from } : { from, until }
}
