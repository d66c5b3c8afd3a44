import { appointmentEvents } from '#appointment'
import { followUpEvents } from '#follow-up'
import { forumEvents } from '#forum'
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
  ...forumEvents,
  ...projectEvents,
  ...progressEvents,
}
