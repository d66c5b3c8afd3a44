import { appointmentEvents } from '#appointment'
import { assessmentEvents } from '#assessment'
import { competitionEvents } from '#competition'
import { followUpEvents } from '#follow-up'
import { peopleEvents } from '#people'
import { programmeEvents } from '#programme'
import { progressEvents } from '#progress'
import { projectEvents } from '#project'

/** What every event of the journal is called, behind the name of who did it. Each slice says its own. */
export const eventWords: Record<string, string> = {
  ...peopleEvents,
  ...programmeEvents,
  ...appointmentEvents,
  ...followUpEvents,
  ...projectEvents,
  ...assessmentEvents,
  ...progressEvents,
  ...competitionEvents,
}
