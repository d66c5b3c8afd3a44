import { dayInWords, rangeInWords } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { DecreeRow } from '../decree.ts'

/** All decrees of the agency, the latest first. */
export function DecreeListPage({ rows, mayAdd }: { rows: DecreeRow[]; mayAdd: boolean }) {
  const add = mayAdd && (
    <ButtonLink kind="primary" href="/keputusan/baru" icon="plus">
      Catat keputusan
    </ButtonLink>
  )
  return (
    <DeskPage
      title="Keputusan"
      lead="Keputusan menetapkan siapa yang menjadi agen perubahan, dan sejak kapan sampai kapan."
      actions={rows.length > 0 && add}
    >
      <DataTable
        caption="Keputusan tentang agen perubahan"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        empty={
          <EmptyState title="Belum ada keputusan" act={add}>
            Catat keputusan yang menetapkan agen perubahan, lalu impor lampirannya.
          </EmptyState>
        }
      />
    </DeskPage>
  )
}

const columns: Column<DecreeRow>[] = [
  {
    header: 'Keputusan',
    cell: (row) => (
      <>
        <a href={`/keputusan/${row.code}`}>{row.number}</a>
        <span class="note">{row.about}</span>
      </>
    ),
  },
  { header: 'Tanggal', cell: (row) => dayInWords(row.decidedOn) },
  { header: 'Program', cell: (row) => row.programmeName, priority: 2 },
  { header: 'Berlaku', cell: (row) => rangeInWords(row.fromOn, row.untilOn), priority: 3 },
  { header: 'Agen', cell: (row) => row.agentCount, align: 'end' },
]
