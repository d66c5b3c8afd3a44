import { dayIn, dayInWords } from '#kit/date.ts'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import type { AssessmentView } from '../view.ts'
import { BestByArea, BestByCategory } from './best-of-groups.tsx'

/** What was announced: the choice with its reason, and the order. No mark is among it. */
export function ResultPage({ view }: { view: AssessmentView }) {
  const { zone } = useShell()
  const { assessment, programme, choice, ranking } = view
  const projectOf = new Map(view.projects.map((project) => [project.id, project]))
  const chosen = projectOf.get(choice?.projectId ?? '')
  return (
    <DeskPage
      title={`Hasil ${assessment.title}`}
      lead={programme.name}
      breadcrumbs={[{ path: '/penilaian', label: 'Penilaian' }]}
    >
      <Facts
        facts={[
          { term: 'Proyek terbaik', detail: [chosen?.title, chosen?.unitName].filter(Boolean).join(', ') },
          { term: 'Alasan', detail: choice?.reason ?? '–' },
          ...(choice?.departure ? [{ term: 'Mengapa bukan yang pertama', detail: choice.departure }] : []),
          ...(choice ? [{ term: 'Diputuskan', detail: dayInWords(dayIn(zone, choice.decidedAt)) }] : []),
        ]}
      />
      <Section title="Urutan proyek">
        <DataTable
          caption="Urutan proyek"
          rows={ranking ?? []}
          keyOf={({ projectId }) => projectId}
          empty={<p>Tidak ada urutan.</p>}
          columns={[
            {
              header: 'Proyek',
              cell: ({ projectId }) => (
                <>
                  {projectOf.get(projectId)?.title}
                  <span class="note">{projectOf.get(projectId)?.unitName}</span>
                </>
              ),
            },
            { header: 'Peringkat', cell: ({ place }) => place ?? '–', align: 'end' },
          ]}
        />
        <BestByCategory view={view} />
        <BestByArea view={view} />
      </Section>
    </DeskPage>
  )
}
