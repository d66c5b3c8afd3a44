import { AttachedFiles, type StoredFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import { dayInWords } from '#kit/date.ts'
import { nameInFull } from '#people'
import type { ReformArea, ReformTarget } from '#programme'
import { Alert } from '#web/alert.tsx'
import { ButtonLink } from '#web/button.tsx'
import { type Fact, Facts } from '#web/facts.tsx'
import { Columns, EmptyState, Prose, Section } from '#web/section.tsx'
import type { FinalValues, Finish } from '../finish.ts'
import type { IntegrationRow } from '../integration-store.ts'
import type { Copy, Lineage } from '../lineage.ts'
import { activitiesOf, type Gap, type Matrix } from '../matrix.ts'
import type { PlanReturn } from '../plan-store.ts'
import { isOpenTo } from '../policy.ts'
import { isEnded } from '../project.ts'
import type { TeamMember } from '../store.ts'
import type { ProjectView } from '../view.ts'
import { FinishedSection } from './finished-section.tsx'
import { IntegrationSection } from './integration-section.tsx'
import { lineageFacts } from './lineage-facts.tsx'
import { ProjectFrame } from './project-frame.tsx'
import { gateWords, innovationKinds, planStateWords } from './words.ts'

type Props = {
  view: ProjectView
  actor: Actor
  matrix: Matrix
  team: TeamMember[]
  areas: ReformArea[]
  targets: ReformTarget[]
  gaps: Gap[]
  lastReturn: PlanReturn | null
  finish: (Finish & { values: FinalValues }) | null
  integration: IntegrationRow | null
  /** Of the project: proof of the start, pictures of before and after, proof of integration. */
  files: StoredFile[]
  lineage: Lineage | undefined
  copies: Copy[]
}

/** A project at a glance: what it changes, how its plan stands, and what is still missing. */
export function ProjectPage(props: Props) {
  const { view, actor, matrix, team, areas, targets, gaps, lastReturn, finish, integration, files, lineage, copies } =
    props
  const { project, plan } = view
  const home = `/proyek/${project.code}`
  const mayEdit = isOpenTo(actor, 'edit', { ...project, plan })
  const edit = mayEdit && <a href={`${home}/ubah`}>Ubah uraian</a>
  return (
    <ProjectFrame view={view} actor={actor} tab="">
      {lastReturn && (
        <Alert kind="soon" title={`Dikembalikan saat ${gateWords[lastReturn.gate]}`}>
          <p>{lastReturn.note}</p>
        </Alert>
      )}
      {finish?.sentBackAt && project.state === 'running' && (
        <Alert kind="soon" title="Pernyataan selesai dikembalikan">
          <p>{finish.note}</p>
        </Alert>
      )}
      {finish && finish.sentBackAt === null && <FinishedSection finish={finish} matrix={matrix} files={files} />}
      {isEnded(project) && <IntegrationSection {...{ view, actor, integration, files }} />}
      <Columns>
        <div>
          <Section title="Uraian" act={edit}>
            <Description view={view} mayEdit={mayEdit} />
          </Section>
          {gaps.length > 0 && <Gaps gaps={gaps} home={home} />}
        </div>
        <Section title="Tentang proyek">
          <Facts
            facts={[
              ...factsOf(view, matrix, areas, targets),
              ...lineageFacts(lineage, copies),
              { term: 'Bukti mulai diterapkan', detail: <Proofs files={files} /> },
              { term: 'Tim', detail: <Team view={view} actor={actor} team={team} /> },
            ]}
          />
        </Section>
      </Columns>
    </ProjectFrame>
  )
}

function Description({ view: { project }, mayEdit }: { view: ProjectView; mayEdit: boolean }) {
  const parts = [
    ['Kondisi saat ini', project.presentCondition],
    ['Masalah', project.problem],
    ['Kondisi yang diharapkan', project.wantedCondition],
  ].filter(([, text]) => text !== '')
  if (parts.length === 0) {
    const act = mayEdit && <ButtonLink href={`/proyek/${project.code}/ubah`}>Isi uraian</ButtonLink>
    return (
      <EmptyState title="Uraian belum diisi" act={act}>
        Mulai dari keadaan sekarang, masalahnya, dan keadaan yang diharapkan.
      </EmptyState>
    )
  }
  return (
    <Prose>
      {parts.map(([title, text]) => (
        <>
          <h3>{title}</h3>
          <p>{text}</p>
        </>
      ))}
    </Prose>
  )
}

/** The files that prove when the change began to be carried out. */
function Proofs({ files }: { files: StoredFile[] }) {
  const proofs = files.filter(({ part }) => part === 'start')
  return proofs.length === 0 ? <>Belum ada</> : <AttachedFiles files={proofs} label="Bukti mulai diterapkan" />
}

/** Who works on it beside the agent, and for whoever may the way to change it. */
function Team({ view: { project, plan }, actor, team }: Pick<Props, 'view' | 'actor' | 'team'>) {
  return (
    <>
      {team.length === 0 && <p>Belum ada anggota</p>}
      {team.map((member) => (
        <p key={member.id}>{member.part ? `${nameInFull(member)}: ${member.part}` : nameInFull(member)}</p>
      ))}
      {isOpenTo(actor, 'team', { ...project, plan }) && <a href={`/proyek/${project.code}/tim`}>Ubah tim</a>}
    </>
  )
}

/** What has to be filled in before the plan can be submitted. */
const Gaps = ({ gaps, home }: { gaps: Gap[]; home: string }) => (
  <Section title="Sebelum diajukan" note={`${gaps.length} hal belum lengkap`}>
    <ul>
      {gaps.map((gap) => (
        <li key={gap.sentence}>
          <a href={placeOf(gap, home)}>{gap.sentence}</a>
        </li>
      ))}
    </ul>
  </Section>
)

function placeOf(gap: Gap, home: string): string {
  if (gap.at === 'description') return `${home}/ubah`
  return gap.activityId ? `${home}/rencana/kegiatan/${gap.activityId}` : `${home}/rencana`
}

function factsOf(
  { project, plan, head, programme }: ProjectView,
  matrix: Matrix,
  areas: ReformArea[],
  targets: ReformTarget[],
): Fact[] {
  const named = (codes: string[], rows: { code: string; name: string }[]) =>
    rows.filter(({ code }) => codes.includes(code)).map(({ name }) => name)
  const kind = innovationKinds.find(({ value }) => value === project.innovationKind)
  return [
    { term: 'Rencana', detail: `Versi ${plan.version}: ${planStateWords[plan.state].toLowerCase()}` },
    { term: 'Kegiatan', detail: `${activitiesOf(matrix).length} kegiatan dalam ${matrix.length} program` },
    { term: 'Area', detail: named(project.areaCodes, areas).join('; ') || 'Belum dipilih' },
    { term: 'Sasaran', detail: named(project.targetCodes, targets).join('; ') || 'Belum dipilih' },
    { term: 'Pelayanan publik', detail: project.isPublicService ? 'Ya' : 'Tidak' },
    { term: 'Jenis pembaruan', detail: kind?.label ?? 'Belum dipilih' },
    {
      term: 'Mulai diterapkan',
      detail: (
        <>
          {project.startedOn ? dayInWords(project.startedOn) : 'Belum'}
          {'. '}
          <a href={`/proyek/${project.code}/kipp`}>Edisi KIPP pertama</a>
        </>
      ),
    },
    { term: 'Atasan', detail: head?.name ?? 'Belum ditetapkan' },
    { term: 'Program', detail: programme.name },
    { term: 'Kode', detail: project.code },
  ]
}
