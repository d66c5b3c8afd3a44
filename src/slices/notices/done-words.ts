import { followUpEvents } from '#follow-up'
import { presentationEvents } from '#presentation'
import { projectEvents } from '#project'

/** Every event that somebody may have to be told of, with what it is called: each may be done in somebody's place. */
export const doneWords: Record<string, string> = {
  ...projectEvents,
  ...presentationEvents,
  ...followUpEvents,
}
