import { findAssessment, listJudges } from '#assessment'
import type { Db } from '#db'
import type { Entry } from '#journal'
import { judgingWords } from './assessment-said.ts'
import { isAuthor, person, tell } from './commands.ts'
import { textIn } from './letter-view.ts'

/** Of what judges hear: that it is open, and that they came in somebody's place. */
export const judgingTold = ['assessment.opened', 'assessment.judge-replaced']

/** Tells judges that their sheets wait for them: an assessment has no other way to whoever seldom signs in. */
export async function tellOfJudging(db: Db, entry: Entry, now: Date): Promise<void> {
  const assessment = await findAssessment(db, entry.thingId)
  if (assessment?.state !== 'open') return
  const successor = textIn(entry.details.personId)
  const judges = (await listJudges(db, assessment.id)).map(({ personId }) => person(personId))
  const told = judges.filter((to) => entry.event === 'assessment.opened' || to.personId === successor)
  for (const to of told) if (!isAuthor(entry, to)) await tell(db, entry, { to, words: judgingWords(assessment) }, now)
}
