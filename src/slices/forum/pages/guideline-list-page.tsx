import { dayInWords } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { GuidelineRow } from '../guideline-store.ts'
import { VersionState } from './guideline-state.tsx'

type Props = { rows: GuidelineRow[]; mayBegin: boolean }

/** The guidelines with all versions that one may read, the latest first. */
export const GuidelineListPage = ({ rows, mayBegin }: Props) => (
  <DeskPage
    title="Pedoman teknis"
    lead="Ditulis Forum Agen Perubahan, disetujui, lalu terbit dengan nomor dan tanggal."
    actions={
      mayBegin && (
        <ButtonLink kind="primary" href="/pedoman/baru">
          Mulai pedoman
        </ButtonLink>
      )
    }
  >
    <DataTable
      caption="Pedoman teknis dan versinya"
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      empty={<EmptyState title="Belum ada pedoman">Pedoman yang terbit dapat dibaca semua pegawai.</EmptyState>}
    />
  </DeskPage>
)

const columns: Column<GuidelineRow>[] = [
  {
    header: 'Pedoman',
    cell: (row) => (
      <>
        <a href={`/pedoman/${row.guidelineId}?versi=${row.version}`}>
          {row.title}, versi {row.version}
        </a>
        <small>{row.programmeName}</small>
      </>
    ),
  },
  { header: 'Keadaan', cell: ({ state }) => <VersionState state={state} /> },
  { header: 'Nomor', cell: ({ number }) => number ?? 'Belum ada', priority: 2 },
  {
    header: 'Terbit',
    cell: ({ publishedOn }) => (publishedOn === null ? 'Belum terbit' : dayInWords(publishedOn)),
    priority: 2,
  },
]
