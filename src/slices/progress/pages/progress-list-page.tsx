import { dayIn, dayInWords } from '#kit/date.ts'
import type { Programme } from '#programme'
import { type ProjectRow, titleOf } from '#project'
import { Meter } from '#web/bars.tsx'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { Tabs } from '#web/tabs.tsx'
import type { ProgressSummary } from '../summary.ts'
import { percentRule } from './words.ts'

type Row = ProjectRow & { summary: ProgressSummary }
type Props = { programmes: Programme[]; programme: Programme | null; rows: Row[]; mayBundle: boolean }

/** The progress of every project of a programme that one may read: what is late, and what waits for verification. */
export function ProgressListPage({ programmes, programme, rows, mayBundle }: Props) {
  return (
    <DeskPage
      title="Kemajuan proyek"
      lead={programme ? `${programme.name}. ${percentRule}` : 'Belum ada program.'}
      actions={
        mayBundle &&
        programme && <ButtonLink href={`/laporan/eviden?program=${programme.slug}`}>Paket eviden per area</ButtonLink>
      }
    >
      {programmes.length > 1 && (
        <Tabs
          label="Program"
          tabs={programmes.map(({ slug, name }) => ({ path: `/laporan?program=${slug}`, label: name }))}
          current={`/laporan?program=${programme?.slug}`}
        />
      )}
      <DataTable
        caption="Kemajuan proyek menurut nomor kedudukan"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title="Belum ada proyek yang berjalan">
            Proyek muncul di sini setelah rencana aksinya ditetapkan.
          </EmptyState>
        }
      />
    </DeskPage>
  )
}

const columns: Column<Row>[] = [
  {
    header: 'Proyek',
    cell: (row) => (
      <>
        <a href={pathOf(row)}>{titleOf(row)}</a>
        <small>
          {row.seatNumber} · {row.agentName ?? 'kedudukan kosong'}
        </small>
      </>
    ),
  },
  { header: 'Unit', cell: ({ unitName }) => unitName, priority: 3 },
  {
    header: 'Kemajuan',
    cell: (row) => <Meter label={`Kemajuan ${titleOf(row)}`} percent={row.summary.percent ?? 0} />,
  },
  {
    header: 'Terlambat',
    cell: ({ summary: { late } }) => (late === 0 ? 'Tidak ada' : <State is="late">{`${late} kegiatan`}</State>),
  },
  {
    header: 'Menunggu verifikasi',
    cell: (row) => (row.summary.waiting === 0 ? 'Tidak ada' : <a href={pathOf(row)}>{row.summary.waiting} hal</a>),
  },
  { header: 'Laporan terakhir', cell: (row) => <Last at={row.summary.lastReportedAt} />, priority: 2 },
]

const pathOf = ({ code }: ProjectRow) => `/proyek/${code}/laporan`

function Last({ at }: { at: Date | null }) {
  const { zone } = useShell()
  return <>{at ? dayInWords(dayIn(zone, at)) : 'Belum ada'}</>
}
