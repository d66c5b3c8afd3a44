import { agentInSeat } from '#appointment'
import type { Db } from '#db'
import type { Day } from '#kit/date.ts'
import { listTeam } from '#project'
import { calledOf, receiverOf } from './called.ts'
import { shelfOf } from './edition-store.ts'
import { findEntryById } from './store.ts'

/** What is said of an entry where somebody is told of it, and the persons who write it. */
export type ToldEntry = { code: string; called: string; receiver: string; authorIds: string[] }

/** The entry of which somebody is told; its authors are those of `isAuthor`, which told.test.ts holds them to. */
export async function toldEntryOf(db: Db, id: string, today: Day): Promise<ToldEntry | undefined> {
  const entry = await findEntryById(db, id)
  if (!entry) return undefined
  const { edition } = (await shelfOf(db)).of(entry)
  const agent = await agentInSeat(db, entry.seatId, today)
  const former = entry.programmeUntilOn < today ? entry.lastAgentId : null
  const team = (await listTeam(db, entry.projectId)).map(({ personId }) => personId)
  const authors = [agent?.personId ?? null, former, ...team].filter((personId) => personId !== null)
  const { code } = entry
  return { code, called: calledOf(edition), receiver: receiverOf(edition), authorIds: [...new Set(authors)] }
}
