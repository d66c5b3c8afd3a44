import { type FollowUpRow, FollowUpTable } from '#follow-up'
import type { Actor } from '#kit/actor.ts'
import { runsProgramme, stands } from '#kit/actor.ts'
import { ButtonLink } from '#web/button.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import type { ProjectView } from '../view.ts'
import { ProjectFrame } from './project-frame.tsx'

type Props = { view: ProjectView; actor: Actor; rows: FollowUpRow[] }

/** What was agreed about a project, and how it stands. */
export function FollowUpsPage({ view, actor, rows }: Props) {
  const mayAdd = runsProgramme(actor) || stands(actor, 'head', view.project.unitId)
  const add = mayAdd && (
    <ButtonLink href={`/tindak-lanjut/baru?proyek=${view.project.id}`}>Catat tindak lanjut</ButtonLink>
  )
  return (
    <ProjectFrame view={view} actor={actor} tab="tindak-lanjut">
      <Section title="Tindak lanjut" act={rows.length > 0 && add}>
        <FollowUpTable
          rows={rows}
          empty={
            <EmptyState title="Belum ada tindak lanjut" act={add}>
              Yang disepakati tentang proyek ini muncul di sini, dengan pemilik dan batas waktunya.
            </EmptyState>
          }
        />
      </Section>
    </ProjectFrame>
  )
}
