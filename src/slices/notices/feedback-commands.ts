import { agentInSeat } from '#appointment'
import { listJudged } from '#assessment'
import type { Db } from '#db'
import type { Entry } from '#journal'
import { dayIn } from '#kit/date.ts'
import { titleOf } from '#project'
import { letterWords } from './assessment-said.ts'
import { isAuthor, person, tell } from './commands.ts'
import { findZone } from './store.ts'

/**
 * Tells the agents of all projects that were judged that the letter with the panel's words is there. The chosen one's
 * reads it in the notice of the choice.
 */
export async function tellOfFeedback(db: Db, entry: Entry, now: Date): Promise<void> {
  const today = dayIn(await findZone(db), now)
  for (const project of await listJudged(db, entry.thingId)) {
    const agent = project.id === entry.details.projectId ? undefined : await agentInSeat(db, project.seatId, today)
    if (!agent || isAuthor(entry, person(agent.personId))) continue
    await tell(db, entry, { to: person(agent.personId), words: letterWords(titleOf(project)) }, now)
  }
}
