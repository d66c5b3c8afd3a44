import { dayInWords } from '#kit/date.ts'
import { lkeQuestions, stateWords } from '#progress'
import { ActButton } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { proofsOf } from '../proofs-view.ts'

/** The evidence that proves one question of the LKE in a year. */
export const ProofsPage = ({ year, question, projects, evidence }: Awaited<ReturnType<typeof proofsOf>>) => {
  const own = new Map(projects.map((project) => [project.id, project]))
  return (
    <DeskPage
      title={`Eviden pertanyaan LKE ${year}`}
      lead={lkeQuestions[question]}
      breadcrumbs={[{ path: `/laporan/lke?tahun=${year}`, label: `Angka LKE ${year}` }]}
      actions={
        evidence.length > 0 && (
          <ActButton action={`/laporan/lke/eviden?tahun=${year}&pertanyaan=${question}`}>Unduh paket</ActButton>
        )
      }
    >
      <DataTable
        caption="Eviden yang membuktikan pertanyaan ini"
        rows={evidence.map((piece) => ({ piece, project: own.get(piece.projectId) }))}
        keyOf={({ piece }) => piece.id}
        empty={
          <EmptyState title="Belum ada eviden">Tandai eviden lewat langkah Pertanyaan LKE pada halamannya.</EmptyState>
        }
        columns={[
          {
            header: 'Eviden',
            cell: ({ piece, project }) => <a href={`/proyek/${project?.code}/eviden/${piece.id}`}>{piece.name}</a>,
          },
          { header: 'Proyek', cell: ({ project }) => <a href={`/proyek/${project?.code}`}>{project?.title}</a> },
          { header: 'Membuktikan', cell: ({ piece }) => dayInWords(piece.provesOn) },
          {
            header: 'Keadaan',
            cell: ({ piece: { state } }) => <State is={stateWords[state].is}>{stateWords[state].word}</State>,
          },
        ]}
      />
    </DeskPage>
  )
}
