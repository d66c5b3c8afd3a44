import { assessmentEvents } from '#assessment'
import { competitionEvents } from '#competition'
import { followUpEvents } from '#follow-up'
import { presentationEvents } from '#presentation'
import { progressEvents } from '#progress'
import { projectEvents } from '#project'

/** Of single pieces of evidence the report with which they came, or `evidence.brought`, says enough; bundles bind nobody. */
const { 'evidence.added': _, 'evidence.bundled': _taken, ...toldProgress } = progressEvents

/** Every event that somebody may have to be told of, with what it is called: each may be done in somebody's place. */
export const doneWords: Record<string, string> = {
  ...projectEvents,
  ...toldProgress,
  ...presentationEvents,
  ...followUpEvents,
  'assessment.decided': assessmentEvents['assessment.decided'] ?? '',
  'assessment.choice-withdrawn': assessmentEvents['assessment.choice-withdrawn'] ?? '',
  ...competitionEvents,
}
