import { capital, listInWords } from '#kit/text.ts'
import { useShell } from '#web/shell.tsx'
import { Timeline } from '#web/timeline.tsx'
import { peopleEvents } from '../events.ts'
import type { PersonFacts } from '../person.ts'
import type { PersonDeed } from '../person-history-store.ts'
import { factWords } from './person-words.ts'

/** What was done to a person's record, and why. */
export function PersonHistory({ deeds }: { deeds: PersonDeed[] }) {
  const { zone } = useShell()
  const happenings = deeds.map((deed) => ({
    id: deed.id,
    at: deed.at,
    sentence: sentenceOf(deed),
    note: deed.correction?.reason ?? null,
  }))
  return <Timeline happenings={happenings} zone={zone} />
}

function sentenceOf({ author, event, correction }: PersonDeed): string {
  const isOfFacts = correction !== null && event === 'person.corrected'
  const deed = isOfFacts
    ? `mengoreksi ${listInWords(correction.fields.map((field) => factWords[field as keyof PersonFacts]))}`
    : (peopleEvents[event] ?? event)
  return `${capital(author ?? 'sistem')} ${deed}.`
}
