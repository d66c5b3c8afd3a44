import type { Db } from '#db'
import type { Entry } from '#journal'
import type { Invitation, Letter } from '#mail'
import { invitationOf, invites } from '#presentation'
import { findZone } from './store.ts'

/** What a letter holds besides its words: the hour to which it invites, as an invitation and as a file to take. */
export async function alsoIn(db: Db, entries: readonly Entry[]): Promise<Pick<Letter, 'also' | 'calendars'>> {
  const inviting = entries.filter(invites)
  if (inviting.length === 0) return {}
  const zone = await findZone(db)
  const calendars: Invitation[] = []
  const sittingIds = new Set<string>()
  for (const entry of inviting) {
    const calendar = await invitationOf(db, entry, zone)
    if (calendar) calendars.push(calendar)
    const sittingId = entry.thingKind === 'sitting' ? entry.thingId : textIn(entry.details.sittingId)
    if (sittingId && calendar?.method === 'REQUEST') sittingIds.add(sittingId)
  }
  const [sittingId] = sittingIds
  return {
    ...(sittingIds.size === 1 && {
      also: { text: 'Simpan ke kalender', path: `/paparan/${sittingId}/kalender.ics` },
    }),
    // Mail programs put the first into a calendar by themselves.
    ...(calendars.length > 0 && { calendars: calendars.toSorted((a, b) => b.method.localeCompare(a.method)) }),
  }
}

/** What an entry's detail says in text. */
export const textIn = (detail: unknown): string | null => (typeof detail === 'string' ? detail : null)
