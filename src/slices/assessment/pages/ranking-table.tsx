import { inFigures } from '#kit/decimal.ts'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Ranked } from '../ranking.ts'
import type { AssessmentView } from '../view.ts'
import { partingWords } from './words.ts'

type Props = { view: AssessmentView; ranking: Ranked[] }

/** The ranking; each row opens to the marks that make it. */
export function RankingTable({ view, ranking }: Props) {
  const projectOf = new Map(view.projects.map((project) => [project.id, project]))
  const recusedOf = (id: string) => view.panel.recusals.filter(({ projectId }) => projectId === id)
  return (
    <DataTable
      caption="Peringkat"
      rows={ranking}
      keyOf={({ projectId }) => projectId}
      empty={null}
      columns={[
        {
          header: 'Proyek',
          cell: ({ projectId }) => {
            const project = projectOf.get(projectId)
            return (
              <>
                <a href={`/penilaian/${view.assessment.id}/peringkat/${project?.code}`}>{project?.title}</a>
                <span class="note">
                  {project?.unitName}
                  {!project?.isPublicService && '; bukan pelayanan publik'}
                </span>
              </>
            )
          },
        },
        {
          header: 'Peringkat',
          cell: ({ place, parting }) => (
            <>
              {place ?? 'Belum dapat diperingkat'}
              {parting && <span class="note">{partingWords(parting)}</span>}
            </>
          ),
        },
        { header: 'Nilai', cell: ({ value, place }) => (value && place ? inFigures(value) : '–'), align: 'end' },
        {
          header: 'Selisih',
          cell: ({ spread, needsTalk }) => (
            <>
              {spread ? inFigures(spread) : '–'}
              {needsTalk && <State is="soon">perlu dibahas</State>}
            </>
          ),
          align: 'end',
          priority: 2,
        },
        {
          header: 'Lembar',
          cell: ({ totals, projectId }) => (
            <>
              {totals.length}
              {recusedOf(projectId).length > 0 && <span class="note">{recusedOf(projectId).length} tidak menilai</span>}
            </>
          ),
          align: 'end',
          priority: 2,
        },
      ]}
    />
  )
}
