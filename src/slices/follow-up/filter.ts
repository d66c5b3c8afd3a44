import * as z from 'zod'
import type { Day } from '#kit/date.ts'
import type { FollowUp } from './follow-up.ts'

/** How a list of follow-ups may be narrowed by how they stand; a late one is open and its day is over. */
export const standings = ['late', 'open', 'done', 'closed', 'dropped'] as const
export const sources = ['return', 'sitting', 'report', 'meeting'] as const

const chosen = z.string().trim().min(1).nullable().catch(null)

/** What is looked for among follow-ups. An address that somebody mistyped looks for less, not for nothing. */
const schema = z.object({
  keadaan: z.enum(standings).nullable().catch(null),
  pemilik: chosen,
  unit: chosen,
  asal: z.enum(sources).nullable().catch(null),
})

export type FollowUpFilter = z.output<typeof schema>

/** The filter that an address names. */
export const readFilter = (query: Record<string, string>): FollowUpFilter =>
  schema.parse({ keadaan: null, pemilik: null, unit: null, asal: null, ...query })

type Seen = Pick<FollowUp, 'state' | 'dueOn' | 'ownerId' | 'ownerUnitId' | 'source'>

/** Whether the day of an open follow-up is over; it runs to its end in the agency's zone. */
const isLate = ({ state, dueOn }: Seen, today: Day): boolean => state === 'open' && dueOn < today

/** Those that the filter finds. */
export const narrow = <Row extends Seen>(rows: readonly Row[], filter: FollowUpFilter, today: Day): Row[] =>
  rows.filter(
    (row) =>
      (filter.keadaan === null || (filter.keadaan === 'late' ? isLate(row, today) : row.state === filter.keadaan)) &&
      (filter.pemilik === null || row.ownerId === filter.pemilik) &&
      (filter.unit === null || row.ownerUnitId === filter.unit) &&
      (filter.asal === null || row.source === filter.asal),
  )

/** The address of what the filter finds, at `path`. */
export function addressOf(path: string, filter: FollowUpFilter, isMine: boolean): string {
  const pairs = Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== null)
  const query = new URLSearchParams([...(isMine ? [] : [['semua', 'ya']]), ...pairs])
  return query.size > 0 ? `${path}?${query}` : path
}
