import { Alert } from '#web/alert.tsx'
import { Section } from '#web/section.tsx'
import type { AssessmentView, BegunEntry } from '../view.ts'

/** What was entered into the competition of what is chosen, and what is left of a choice that was taken back. */
export function BegunEntries({ view }: { view: AssessmentView }) {
  const { choice, entries, withdrawn, projects } = view
  if (!view.may('decide') || (!choice && withdrawn.length === 0)) return null
  const unchosen = new Set(withdrawn.map(({ projectId }) => projectId).filter((id) => id !== choice?.projectId))
  const left = entries.filter(({ projectId }) => unchosen.has(projectId))
  const own = entries.filter(({ projectId }) => projectId === choice?.projectId)
  if (!choice && left.length === 0) return null
  const titleOf = (projectId: string) => projects.find(({ id }) => id === projectId)?.title ?? ''
  return (
    <Section title="Usulan kompetisi">
      {choice &&
        (own.length > 0 ? (
          <Entries entries={own} titleOf={titleOf} />
        ) : (
          <p>
            Belum ada usulan untuk proyek yang dipilih.{' '}
            {view.may('prepare') && <a href={`/usulan/baru?proyek=${choice.projectId}`}>Buat usulan</a>}
          </p>
        ))}
      {left.length > 0 && (
        <Alert kind="soon" title="Dari putusan yang ditarik">
          {left.some(({ isOpen }) => isOpen) && (
            <p>
              Usulan yang masih disusun dapat dibiarkan bila proyeknya mungkin dipilih lagi, atau ditarik dengan
              alasannya pada halamannya. Usulan proyek lain dapat dibuat di sampingnya.
            </p>
          )}
          <Entries entries={left} titleOf={titleOf} />
        </Alert>
      )}
    </Section>
  )
}

type Props = { entries: readonly BegunEntry[]; titleOf: (projectId: string) => string }

const Entries = ({ entries, titleOf }: Props) => (
  <ul>
    {entries.map(({ path, projectId, label, state }) => (
      <li key={path}>
        <a href={path}>{titleOf(projectId)}</a>, {label}: {state}
      </li>
    ))}
  </ul>
)
