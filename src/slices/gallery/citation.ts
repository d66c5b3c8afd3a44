import type { Day } from '#kit/date.ts'

/** What a citation names. */
type Cited = {
  unitName: string
  agencyName: string
  title: string
  kind: string
  /** When it was made; else when it was published. */
  on: Day
  address: string
}

/**
 * How a recording is cited, after the usage of APA 7 in Indonesian: who made it, the year, the title with its kind, who
 * keeps it, and its lasting address.
 */
export const citationOf = ({ unitName, agencyName, title, kind, on, address }: Cited): string =>
  `${unitName}. (${on.slice(0, 4)}). ${title.replace(/[.\s]+$/, '')} [${kind}]. ${agencyName}. ${address}`
