import { dayIn, dayInWords } from '#kit/date.ts'
import { countInWords } from '#kit/text.ts'
import { Alert } from '#web/alert.tsx'
import { ButtonLink } from '#web/button.tsx'
import { ConfirmAct } from '#web/confirm.tsx'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { Badge } from '#web/state.tsx'
import { gapsOf, lifeAllows } from '../assessment.ts'
import { fewestPerProject } from '../assignment.ts'
import { comparable, correct } from '../correction.ts'
import { expectedOf, isUncovered, loadOf, missingOf, thinlyJudged } from '../panel.ts'
import { type Ranked, sharesPlace } from '../ranking.ts'
import { rubricGapOf } from '../rubric.ts'
import type { AssessmentView } from '../view.ts'
import { AfterChoice } from './after-choice.tsx'
import { BegunEntries } from './begun-entries.tsx'
import { LateChanges } from './late-changes.tsx'
import { FormerJudges, JudgesTable, OwnSheetsTable, ProjectsTable } from './panel-tables.tsx'
import { Discussion, RankingNotes } from './ranking-notes.tsx'
import { RankingTable } from './ranking-table.tsx'
import { RubricTable } from './rubric-table.tsx'
import { ChosenRules, competitionFacts } from './rule-list.tsx'
import { sheetsInWords, stateShapes, stateWords } from './words.ts'

/** One assessment: how it stands, what the reader has to do, the ranking once all sheets are in, and the choice. */
export function AssessmentPage({ view }: { view: AssessmentView }) {
  const { assessment, programme, criteria, panel } = view
  const path = `/penilaian/${assessment.id}`
  const isPreparing = assessment.state === 'preparing'
  const mayPrepare = view.may('prepare') && isPreparing
  return (
    <DeskPage
      title={assessment.title}
      lead={programme.name}
      breadcrumbs={[{ path: '/penilaian', label: 'Penilaian' }]}
      actions={<Actions view={view} />}
    >
      <Facts
        facts={[
          { term: 'Keadaan', detail: <Badge is={stateShapes[assessment.state]}>{stateWords[assessment.state]}</Badge> },
          ...(isPreparing ? [] : [{ term: 'Lembar terkirim', detail: <Sent view={view} /> }]),
          ...(assessment.closedReason ? [{ term: 'Alasan ditutup', detail: assessment.closedReason }] : []),
        ]}
      />
      {mayPrepare && <Gaps view={view} />}
      <FewJudges view={view} />
      <Chosen view={view} />
      {view.may('score') && view.personId !== null && assessment.state === 'open' && (
        <Section
          title="Lembar penilaian Anda"
          note={
            missingOf(panel).some(({ judgeId }) => judgeId === view.personId)
              ? 'Anda tidak melihat nilai penilai lain sebelum lembar Anda dikirim.'
              : ''
          }
        >
          <OwnSheetsTable view={view} personId={view.personId} />
        </Section>
      )}
      <Ranking view={view} />
      <AfterChoice view={view} />
      <BegunEntries view={view} />
      <Section
        title="Penilai"
        note={`${panel.judges.length} orang`}
        act={mayPrepare && <a href={`${path}/penilai`}>Tunjuk penilai</a>}
      >
        <JudgesTable view={view} />
        <FormerJudges view={view} />
        <SharingWords view={view} mayPrepare={mayPrepare} />
      </Section>
      <Section
        title="Proyek yang dinilai"
        note={`${view.projects.length} proyek`}
        act={mayPrepare && <a href={`${path}/proyek`}>Pilih proyek</a>}
      >
        <ProjectsTable view={view} />
      </Section>
      <Section
        title="Rubrik"
        note={view.rubric ? `${view.rubric.name}, versi ${view.rubric.number}` : assessment.rubricName}
        act={mayPrepare && <a href={`${path}/rubrik`}>Ubah rubrik</a>}
      >
        <RubricTable criteria={criteria} />
      </Section>
      {view.may('prepare') && lifeAllows(assessment.state, 'close') && (
        <Section title="Mengakhiri tanpa pilihan">
          <p>
            Penilaian yang tidak diteruskan ditutup dengan alasannya. <a href={`${path}/tutup`}>Tutup penilaian</a>
          </p>
        </Section>
      )}
    </DeskPage>
  )
}

/** Who marks what, and what that asks of each judge. */
function SharingWords({ view, mayPrepare }: { view: AssessmentView; mayPrepare: boolean }) {
  const { assessment, panel } = view
  const { perProject, id } = assessment
  const each = panel.judges.length === 0 ? '' : `: ${sheetsInWords(loadOf(panel))} per penilai`
  const who =
    perProject === null
      ? `Semua penilai menilai semua proyek${panel.recusals.length > 0 ? ', kecuali yang tidak menilai' : ''}`
      : `Setiap proyek dinilai paling sedikit ${perProject} penilai`
  return (
    <p>
      {who}
      {each}. {mayPrepare && <a href={`/penilaian/${id}/pembagian`}>Ubah pembagian lembar</a>}
    </p>
  )
}

function Actions({ view }: { view: AssessmentView }) {
  const { assessment, panel } = view
  const path = `/penilaian/${assessment.id}`
  const isReady = isUncovered(panel)
  if (assessment.state === 'preparing')
    return view.may('prepare') && readinessGaps(view).length === 0 ? (
      <OpenAct path={path} revision={assessment.revision} />
    ) : null
  return (
    <>
      {isReady && <ButtonLink href={`${path}/berita-acara`}>Berita acara</ButtonLink>}
      {isReady && assessment.state === 'open' && view.may('decide') && (
        <ButtonLink kind="primary" href={`${path}/putusan`}>
          Putuskan yang terbaik
        </ButtonLink>
      )}
    </>
  )
}

const OpenAct = ({ path, revision }: { path: string; revision: number }) => (
  <ConfirmAct
    action={`${path}/buka`}
    act="Buka penilaian"
    question="Buka penilaian ini?"
    hidden={{ revision: String(revision) }}
    isBinding
  >
    <p>{openWords}</p>
  </ConfirmAct>
)

export const openWords =
  'Setelah dibuka, rubrik dan proyeknya tidak dapat diubah; penilai masih dapat diganti atau dibebaskan. Yang mempunyai benturan kepentingan dengan suatu proyek tidak menilai proyek itu.'

const readinessGaps = ({ assessment, criteria, panel, projects }: AssessmentView): string[] =>
  gapsOf({
    judges: panel.judges.length,
    projects: projects.length,
    rubricGap: rubricGapOf(criteria),
    perProject: assessment.perProject,
  })

function Gaps({ view }: { view: AssessmentView }) {
  const gaps = readinessGaps(view)
  if (gaps.length === 0) return <Alert title="Siap dibuka">Rubrik, penilai, dan proyeknya sudah lengkap.</Alert>
  return (
    <Alert kind="soon" title="Belum dapat dibuka">
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </Alert>
  )
}

/** Projects that too few judges mark, before it is opened and before one is chosen. */
function FewJudges({ view }: { view: AssessmentView }) {
  const { assessment, panel, projects } = view
  const fewest = assessment.perProject ?? fewestPerProject
  const isPreparing = assessment.state === 'preparing'
  const thin = thinlyJudged(panel, fewest)
  if (panel.judges.length < fewest || thin.length === 0 || !(isPreparing || assessment.state === 'open')) return null
  if (!view.may('prepare') && !view.may('decide')) return null
  return (
    <Alert kind="soon" title={`Dinilai kurang dari ${countInWords(fewest)} penilai`}>
      <ul>
        {thin.map((projectId) => (
          <li key={projectId}>{projects.find(({ id }) => id === projectId)?.title}</li>
        ))}
      </ul>
      {isPreparing
        ? 'Penilai lain tidak menilainya karena benturan kepentingan. Tunjuk penilai dari unit kerja lain.'
        : 'Nilainya bergantung pada sedikit penilai. Ganti penilai yang tidak menilainya, atau pertimbangkan hal itu dalam putusan.'}
    </Alert>
  )
}

function Sent({ view: { panel } }: { view: AssessmentView }) {
  const expected = expectedOf(panel).length
  return <>{`${expected - missingOf(panel).length} dari ${expected}`}</>
}

function Chosen({ view }: { view: AssessmentView }) {
  const { zone } = useShell()
  const { choice } = view
  const project = view.projects.find(({ id }) => id === choice?.projectId)
  if (!choice || !project) return null
  const place = view.ranking?.find(({ projectId }) => projectId === choice.projectId)?.place
  return (
    <Section title="Proyek terbaik yang dipilih" note={dayInWords(dayIn(zone, choice.decidedAt))}>
      <Facts
        facts={[
          { term: 'Proyek', detail: `${project.title} (${project.unitName})` },
          { term: 'Peringkat', detail: place ?? '–' },
          { term: 'Alasan', detail: choice.reason },
          ...(choice.departure ? [{ term: 'Mengapa bukan yang pertama', detail: choice.departure }] : []),
          ...competitionFacts(view, choice),
          ...(choice.despite ? [{ term: 'Mengapa tetap dipilih', detail: choice.despite }] : []),
        ]}
      />
      <ChosenRules choice={choice} />
    </Section>
  )
}

function Ranking({ view }: { view: AssessmentView }) {
  const { assessment, panel, ranking } = view
  if (assessment.state === 'preparing') return null
  const isShared = assessment.state === 'open' && ranking?.some(sharesPlace)
  return (
    <Section
      title="Peringkat"
      act={isShared && view.may('decide') && <a href={`/penilaian/${assessment.id}/urutan`}>Tentukan urutan</a>}
    >
      <LateChanges view={view} />
      {ranking ? (
        <Ranks view={view} ranking={ranking} />
      ) : (
        <EmptyState title={isUncovered(panel) ? 'Rubrik belum dapat memeringkat' : 'Belum tampil'}>
          {rubricGapOf(view.criteria) ?? 'Nilai dan peringkat tampil setelah semua lembar dikirim.'}
        </EmptyState>
      )}
    </Section>
  )
}

function Ranks({ view, ranking }: { view: AssessmentView; ranking: Ranked[] }) {
  const correction = correct(comparable(ranking))
  return (
    <>
      <RankingTable view={view} ranking={ranking} correction={correction} />
      <RankingNotes view={view} ranking={ranking} correction={correction} />
      {ranking.some(({ needsTalk }) => needsTalk) && (
        <>
          <h3>Perlu dibahas</h3>
          <p>
            Nilai penilai untuk proyek ini berjauhan.
            {view.assessment.state === 'open' && ' Bahaslah dalam rapat panel sebelum memutuskan.'}
          </p>
          <Discussion view={view} ranking={ranking} />
        </>
      )}
    </>
  )
}
