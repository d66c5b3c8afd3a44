import type { Actor } from '#kit/actor.ts'
import { dayInWords, rangeInWords } from '#kit/date.ts'
import { can } from '#kit/policy.ts'
import type { NamedStanding } from '#people'
import { ProjectFrame, type ProjectView } from '#project'
import { ButtonLink } from '#web/button.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { documentationPolicy } from '../policy.ts'
import { RecordingList, type Shown } from './recording-list.tsx'

type Props = {
  view: ProjectView
  actor: Actor
  rows: Shown[]
  stewards: NamedStanding[]
  deputies: NamedStanding[]
  /** The programme's steward, who acts while the project has none of its own. */
  inPlace: string | null
}

/** The documentation of a project: who is responsible for it, and what is kept. */
export function ProjectRecordingsPage({ view, actor, rows, stewards, deputies, inPlace }: Props) {
  const { project } = view
  const home = `/proyek/${project.code}/dokumentasi`
  const mayName = can(documentationPolicy, actor, 'nameSteward', project)
  const add = can(documentationPolicy, actor, 'add', project) && (
    <ButtonLink icon="plus" href={`${home}/baru`}>
      Tambah dokumentasi
    </ButtonLink>
  )
  const acts = (
    <>
      {can(documentationPolicy, actor, 'keep', project) && (
        <ButtonLink href={`/arsip?proyek=${project.code}`}>Kantong arsip</ButtonLink>
      )}{' '}
      {add}
    </>
  )
  return (
    <ProjectFrame view={view} actor={actor} tab="dokumentasi">
      <Section title="Film dan berkas" act={rows.length > 0 && acts}>
        {rows.length > 0 ? (
          <RecordingList rows={rows} />
        ) : (
          <EmptyState title="Proyek ini belum mempunyai film" act={add}>
            Film menunjukkan keadaan sebelum dan sesudah perubahan, dan apa kata mereka yang dilayani.
          </EmptyState>
        )}
      </Section>
      <Section
        title="Penanggung jawab dokumentasi"
        act={mayName && <a href={`${home}/penanggung-jawab`}>{stewards.length > 0 ? 'Ganti' : 'Tunjuk'}</a>}
      >
        {inPlace !== null && (
          <p>{inPlace}, penanggung jawab program ini. Proyek ini tidak mempunyai penanggung jawab tersendiri.</p>
        )}
        {(inPlace === null || stewards.length > 0) && <StewardList stewards={stewards} />}
        {deputies.length > 0 && (
          <>
            <h3>Wakil</h3>
            <StewardList stewards={deputies} />
          </>
        )}
      </Section>
    </ProjectFrame>
  )
}

/** Who documents and keeps, and who did before. */
export const StewardList = ({ stewards }: { stewards: NamedStanding[] }) =>
  stewards.length === 0 ? (
    <p>Belum ditunjuk.</p>
  ) : (
    <ul>
      {stewards.map(({ id, name, fromOn, untilOn }) => (
        <li key={id}>
          {name}, {untilOn ? rangeInWords(fromOn, untilOn) : `sejak ${dayInWords(fromOn)}`}
        </li>
      ))}
    </ul>
  )
