import type { Db } from '#db'
import type { Entry } from '#journal'
import { findSitting, whenInWords } from '#presentation'
import { isAuthor, person, tell } from './commands.ts'
import { textIn } from './letter-view.ts'
import { judgeWords } from './presentation-said.ts'
import { findZone } from './store.ts'

/** Tells a judge that they are invited to a sitting, that it moved, or that they need not come. */
export async function tellOfSitting(db: Db, entry: Entry, now: Date): Promise<void> {
  const { personId, heldOn, beginsAt, endsAt } = entry.details
  const to = textIn(personId)
  if (to === null) return
  const when = { heldOn: String(heldOn), beginsAt: String(beginsAt), endsAt: String(endsAt) }
  const title = (await findSitting(db, entry.thingId))?.title ?? 'Sidang paparan'
  const words = judgeWords(entry.event, { id: entry.thingId, title, when: whenInWords(when, await findZone(db)) })
  if (!isAuthor(entry, person(to))) await tell(db, entry, { to: person(to), words }, now)
}
