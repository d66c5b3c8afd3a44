import { nameInFull } from '#people'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import { expectedOf, isIn } from '../panel.ts'
import type { AssessmentView } from '../view.ts'
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
          ? []
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
                  <a href={`/penilaian/${assessment.id}/penilai/${judge.personId}/bebaskan`}>
                    Bebaskan<span class="hidden"> {judge.name}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
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
        cell: ({ title, unitName }) => (
          <>
            {title}
            <span class="note">{unitName}</span>
          </>
        ),
      },
      { header: 'Pelayanan publik', cell: (row) => (row.isPublicService ? 'Ya' : 'Bukan'), priority: 2 },
      {
        header: 'Tidak menilai',
        cell: ({ id }) => <Recused view={view} projectId={id} />,
        priority: 2,
      },
    ]}
  />
)

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
  return (
    <DataTable
      caption="Lembar penilaian Anda"
      rows={projects}
      keyOf={({ id }) => id}
      empty={null}
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
  if (recusal) return <State is="stopped">Tidak menilai: {causeWords[recusal.cause]}</State>
  if (isIn(view.panel, pair)) return <State is="done">Terkirim</State>
  return view.panel.sheets.some(isPair) ? <State is="soon">Draf</State> : <State is="open">Belum diisi</State>
}
