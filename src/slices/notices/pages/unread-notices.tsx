import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { Timeline } from '#web/timeline.tsx'
import type { Notice } from '../notice.ts'

/** The newest of what the person was told and has not opened, for the first page; nothing where there is none. */
export function UnreadNotices({ notices }: { notices: Notice[] }) {
  const { zone } = useShell()
  if (notices.length === 0) return null
  const happenings = notices.map(({ id, createdAt, subject, sentence }) => ({
    id,
    at: createdAt,
    sentence: (
      <>
        <strong>{subject}.</strong> {sentence}
      </>
    ),
  }))
  return (
    <Section title="Baru disampaikan" act={<a href="/pemberitahuan">Buka pemberitahuan</a>}>
      <Timeline happenings={happenings} zone={zone} />
    </Section>
  )
}
