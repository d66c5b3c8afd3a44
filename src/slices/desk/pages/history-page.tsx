import { type Entry, sentenceOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Zone } from '#kit/date.ts'
import { type PlanReturn, ProjectFrame, type ProjectView } from '#project'
import { Section } from '#web/section.tsx'
import { Timeline } from '#web/timeline.tsx'
import { eventWords } from '../event-words.ts'

type Props = {
  view: ProjectView
  actor: Actor
  entries: Entry[]
  names: Map<string, string>
  returns: PlanReturn[]
  zone: Zone
}

/** What was decided about a project and all that belongs to it, by whom and in whose place, latest first. */
export function HistoryPage({ view, actor, entries, names, returns, zone }: Props) {
  const happenings = entries.map((entry) => {
    const note = entry.event === 'action-plan.returned' ? noteOf(entry, returns) : null
    return {
      id: entry.id,
      at: entry.at,
      sentence: sentenceOf(entry, names, eventWords),
      note,
    }
  })
  return (
    <ProjectFrame view={view} actor={actor} tab="riwayat">
      <Section title="Riwayat" note={`${entries.length} kejadian`}>
        <Timeline happenings={happenings} zone={zone} />
      </Section>
    </ProjectFrame>
  )
}

/** A return's notes are kept with the return, not in the journal: they were written in the same moment. */
const noteOf = (entry: Entry, returns: PlanReturn[]): string | null =>
  returns.find((row) => row.planId === entry.thingId && row.returnedAt.getTime() === entry.at.getTime())?.note ?? null
