import { appointmentEvents } from '#appointment'
import { assessmentEvents } from '#assessment'
import { bagEvents } from '#bag'
import { competitionEvents } from '#competition'
import { followUpEvents } from '#follow-up'
import { forumEvents } from '#forum'
import { galleryEvents } from '#gallery'
import { peopleEvents } from '#people'
import { presentationEvents } from '#presentation'
import { programmeEvents } from '#programme'
import { progressEvents } from '#progress'
import { projectEvents } from '#project'
import { recordingEvents } from '#recording'

/** What every event of the journal is called, behind the name of who did it. Each slice says its own. */
export const eventWords: Record<string, string> = {
  ...peopleEvents,
  ...programmeEvents,
  ...appointmentEvents,
  ...followUpEvents,
  ...forumEvents,
  ...projectEvents,
  ...assessmentEvents,
  ...progressEvents,
  ...recordingEvents,
  ...galleryEvents,
  ...bagEvents,
  ...competitionEvents,
  ...presentationEvents,
}
