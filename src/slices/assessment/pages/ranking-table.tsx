import { inFigures } from '#kit/decimal.ts'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Correction } from '../correction.ts'
import type { Ranked } from '../ranking.ts'
import type { AssessmentView } from '../view.ts'
import { AimNote } from './best-of-groups.tsx'
import { partingWords } from './words.ts'

type Props = { view: AssessmentView; ranking: Ranked[]; correction: Correction }

/** The ranking; each row opens to the marks that make it. */
export function RankingTable({ view, ranking, correction }: Props) {
  const corrected = new Map(correction.kind === 'made' ? correction.projects.map((one) => [one.projectId, one]) : [])
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
                <AimNote view={view} projectId={projectId} />
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
        {
          header: 'Nilai',
          cell: ({ value, mean, place, isFinal }) => (
            <>
              {value && place ? inFigures(value) : '–'}
              {isFinal && mean && <span class="note">nilai akhir; rata-rata {inFigures(mean)}</span>}
            </>
          ),
          align: 'end',
        },
        ...(correction.kind === 'made'
          ? [
              {
                header: 'Nilai terkoreksi',
                cell: ({ projectId, place }: Ranked) => {
                  const one = corrected.get(projectId)
                  if (!one) return '–'
                  return (
                    <>
                      {inFigures(one.value)}
                      {one.place !== place && <span class="note">akan menjadi peringkat {one.place}</span>}
                    </>
                  )
                },
                align: 'end' as const,
              },
            ]
          : []),
        {
          header: 'Selisih',
          cell: ({ spread, needsTalk, isFinal }) => (
            <>
              {spread ? inFigures(spread) : '–'}
              {needsTalk &&
                (isFinal ? <span class="note">sudah dibahas</span> : <State is="soon">perlu dibahas</State>)}
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
