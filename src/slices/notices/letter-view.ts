import type { Db } from '#db'
import type { Entry } from '#journal'
import type { Letter } from '#mail'
import { invitationOf, invites } from '#presentation'
import { findZone } from './store.ts'

/** What a letter holds besides its words: the hour to which it invites, as an invitation and as a file to take. */
export async function alsoIn(db: Db, entry: Entry): Promise<Pick<Letter, 'also' | 'calendar'>> {
  if (!invites(entry)) return {}
  const sittingId = entry.thingKind === 'sitting' ? entry.thingId : textIn(entry.details.sittingId)
  const calendar = await invitationOf(db, entry, await findZone(db))
  const isHeld = calendar ? calendar.method === 'REQUEST' : entry.event !== 'presentation.cancelled'
  return {
    ...(isHeld && sittingId && { also: { text: 'Simpan ke kalender', path: `/paparan/${sittingId}/kalender.ics` } }),
    ...(calendar && { calendar }),
  }
}

/** What an entry's detail says in text. */
export const textIn = (detail: unknown): string | null => (typeof detail === 'string' ? detail : null)
