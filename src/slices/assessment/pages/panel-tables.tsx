import { nameInFull } from '#people'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Assessment } from '../assessment.ts'
import { expectedOf, isIn } from '../panel.ts'
import type { AssessmentView } from '../view.ts'
import { AimNote } from './best-of-groups.tsx'
import { causeWords } from './words.ts'

/** Who judges, and how many of the sheets that are asked of each are in: never what stands on them. */
export function JudgesTable({ view }: { view: AssessmentView }) {
  const { assessment, panel } = view
  const isRunning = assessment.state === 'preparing' || assessment.state === 'open'
  const expected = expectedOf(panel)
  return (
    <DataTable
      caption="Penilai"
      rows={panel.judges}
      keyOf={({ personId }) => personId}
      empty={<p>Belum ada penilai.</p>}
      columns={[
        { header: 'Penilai', cell: (judge) => nameInFull(judge) },
        ...(assessment.state === 'preparing'
          ? panel.assigned === null
            ? []
            : [
                {
                  header: 'Lembar',
                  cell: ({ personId }: { personId: string }) =>
                    expected.filter(({ judgeId }) => judgeId === personId).length,
                  align: 'end' as const,
                },
              ]
          : [
              {
                header: 'Lembar terkirim',
                cell: ({ personId }: { personId: string }) => {
                  const own = expected.filter(({ judgeId }) => judgeId === personId)
                  const count = own.filter((pair) => isIn(panel, pair)).length
                  return <State is={count === own.length ? 'done' : 'open'}>{`${count} dari ${own.length}`}</State>
                },
              },
            ]),
        ...(isRunning && view.may('prepare')
          ? [
              {
                header: 'Tindakan',
                cell: (judge: { personId: string; name: string }) => (
                  <JudgeActs
                    path={`/penilaian/${assessment.id}/penilai/${judge.personId}`}
                    {...{ assessment, judge }}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

type ActsProps = { path: string; assessment: Pick<Assessment, 'state'>; judge: { name: string } }

const JudgeActs = ({ path, assessment, judge }: ActsProps) => (
  <>
    {assessment.state === 'open' && (
      <>
        <a href={`${path}/ganti`}>
          Ganti<span class="hidden"> {judge.name}</span>
        </a>
        {', '}
        <a href={`${path}/kecualikan`}>
          Kecualikan<span class="hidden"> {judge.name} dari satu proyek</span>
        </a>
        {', '}
      </>
    )}
    <a href={`${path}/bebaskan`}>
      Bebaskan<span class="hidden"> {judge.name}</span>
    </a>
  </>
)

/** Those who judge no more and whose sheets still count: a conflict of interest can come to light of them, too. */
export function FormerJudges({ view }: { view: AssessmentView }) {
  const { assessment, panel } = view
  const sent = panel.sheets.filter(({ submittedAt }) => submittedAt !== null).map(({ judgeId }) => judgeId)
  const former = [...new Set(sent)].filter((id) => !panel.judgeIds.includes(id))
  if (former.length === 0) return null
  const mayKeepOut = assessment.state === 'open' && view.may('prepare')
  return (
    <>
      <p>Tidak lagi menilai; lembarnya yang sudah dikirim tetap sah:</p>
      <ul>
        {former.map((id) => (
          <li key={id}>
            {view.names.get(id)}
            {mayKeepOut && (
              <>
                {' '}
                <a href={`/penilaian/${assessment.id}/penilai/${id}/kecualikan`}>
                  Kecualikan<span class="hidden"> {view.names.get(id)} dari satu proyek</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The projects that are judged, and who stays out of which. */
export const ProjectsTable = ({ view }: { view: AssessmentView }) => (
  <DataTable
    caption="Proyek yang dinilai"
    rows={view.projects}
    keyOf={({ id }) => id}
    empty={<p>Belum ada proyek yang dipilih.</p>}
    columns={[
      {
        header: 'Proyek',
        cell: ({ id, title, unitName }) => (
          <>
            {title}
            <span class="note">{unitName}</span>
            <AimNote view={view} projectId={id} />
          </>
        ),
      },
      ...(view.panel.assigned === null
        ? []
        : [{ header: 'Dinilai oleh', cell: ({ id }: { id: string }) => <AskedOf view={view} projectId={id} /> }]),
      { header: 'Pelayanan publik', cell: (row) => (row.isPublicService ? 'Ya' : 'Bukan'), priority: 2 },
      {
        header: 'Tidak menilai',
        cell: ({ id }) => <Recused view={view} projectId={id} />,
        priority: 2,
      },
    ]}
  />
)

function AskedOf({ view, projectId }: { view: AssessmentView; projectId: string }) {
  const asked = expectedOf(view.panel).filter((pair) => pair.projectId === projectId)
  return <>{asked.map(({ judgeId }) => view.names.get(judgeId)).join('; ') || '–'}</>
}

/** Who stays out of a project, and why. */
export function Recused({ view, projectId }: { view: AssessmentView; projectId: string }) {
  const recusals = view.panel.recusals.filter((recusal) => recusal.projectId === projectId)
  if (recusals.length === 0) return <>–</>
  return (
    <>
      {recusals.map(({ judgeId, cause }) => (
        <div key={judgeId}>
          {view.names.get(judgeId)} ({causeWords[cause]})
        </div>
      ))}
    </>
  )
}

/** What a judge has to do, project by project. */
export function OwnSheetsTable({ view, personId }: { view: AssessmentView; personId: string }) {
  const { panel, assessment, projects } = view
  const { assigned, recusals } = panel
  // Where sheets are shared out: those that are asked of the judge, and those from which the judge stays out.
  const isOwn = (projectId: string) =>
    [...(assigned ?? []), ...recusals].some((one) => one.projectId === projectId && one.judgeId === personId)
  const own = assigned === null ? projects : projects.filter(({ id }) => isOwn(id))
  return (
    <DataTable
      caption="Lembar penilaian Anda"
      rows={own}
      keyOf={({ id }) => id}
      empty={<p>Tidak ada lembar untuk Anda.</p>}
      columns={[
        {
          header: 'Proyek',
          cell: ({ id, code, title, unitName }) => {
            const isRecused = panel.recusals.some((row) => row.projectId === id && row.judgeId === personId)
            return (
              <>
                {isRecused ? title : <a href={`/penilaian/${assessment.id}/lembar/${code}`}>{title}</a>}
                <span class="note">{unitName}</span>
              </>
            )
          },
        },
        {
          header: 'Lembar Anda',
          cell: ({ id }) => <OwnState view={view} pair={{ projectId: id, judgeId: personId }} />,
        },
      ]}
    />
  )
}

function OwnState({ view, pair }: { view: AssessmentView; pair: { projectId: string; judgeId: string } }) {
  const isPair = (row: typeof pair) => row.projectId === pair.projectId && row.judgeId === pair.judgeId
  const recusal = view.panel.recusals.find(isPair)
  if (recusal) {
    const code = view.projects.find(({ id }) => id === pair.projectId)?.code
    return (
      <>
        <State is="stopped">Tidak menilai: {causeWords[recusal.cause]}</State>
        {view.panel.sheets.some(isPair) && (
          <span class="note">
            <a href={`/penilaian/${view.assessment.id}/lembar/${code}/versi`}>Versi lembar Anda</a>
          </span>
        )}
      </>
    )
  }
  if (isIn(view.panel, pair)) return <State is="done">Terkirim</State>
  return view.panel.sheets.some(isPair) ? <State is="soon">Draf</State> : <State is="open">Belum diisi</State>
}
