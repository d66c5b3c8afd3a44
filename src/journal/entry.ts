import { createHash } from 'node:crypto'
import type { Tables } from '#db'

export type ThingKind = Tables['journal']['thingKind']

/** What an event is about besides its thing: ids, codes, days and numbers, never text that somebody typed. */
export type Details = Record<string, string | number | boolean | null>

/** Entri jejak audit: that somebody decided something about one thing, and when. */
export type Entry = {
  agencyId: string
  sequence: number
  id: string
  at: Date
  accountId: string | null
  personId: string | null
  /** The person in whose place the secretariat acted. */
  onBehalfOf: string | null
  event: string
  thingKind: ThingKind
  thingId: string
  details: Details
}

/** What the first entry of an agency is chained to. */
export const noHash = Buffer.alloc(32)

/** SHA-256 over the hash before and every field, in one fixed order. Details are sorted: JSON keeps no order. */
export function hashOf(entry: Entry, previousHash: Buffer): Buffer {
  const { agencyId, sequence, id, at, accountId, personId, onBehalfOf, event, thingKind, thingId, details } = entry
  const sorted = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))
  const fields = [agencyId, sequence, id, at.toISOString(), accountId, personId, onBehalfOf, event, thingKind, thingId]
  return createHash('sha256')
    .update(previousHash)
    .update(JSON.stringify([...fields, sorted]))
    .digest()
}
