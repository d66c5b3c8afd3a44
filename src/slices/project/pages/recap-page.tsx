import { dayInWords } from '#kit/date.ts'
import type { Programme } from '#programme'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { RecapLine } from '../recap.ts'

/** All projects of a programme in one table, made for an A4 page on its side. */
export function RecapPage({ programme, lines }: { programme: Programme; lines: RecapLine[] }) {
  const { today } = useShell()
  return (
    <DeskPage
      title="Rekap proyek perubahan"
      lead={
        <>
          {programme.name}, keadaan {dayInWords(today)}.{' '}
          <span class="screen-only">Halaman ini dicetak mendatar pada kertas A4.</span>
        </>
      }
      breadcrumbs={[{ path: `/proyek?program=${programme.slug}`, label: 'Proyek' }]}
      actions={
        <ButtonLink href={`/proyek/rekap.xlsx?program=${programme.slug}`} icon="download">
          Unduh XLSX
        </ButtonLink>
      }
    >
      <div class="landscape">
        <DataTable
          caption="Rekap proyek menurut nomor kedudukan"
          columns={columns}
          rows={lines}
          keyOf={(line) => line.id}
          empty={<EmptyState title="Belum ada proyek">Proyek muncul di sini setelah agen memulainya.</EmptyState>}
        />
      </div>
    </DeskPage>
  )
}

const columns: Column<RecapLine>[] = [
  { header: 'Proyek', cell: ({ number, code, title }) => <Named {...{ number, code, title }} /> },
  { header: 'Agen', cell: ({ agent }) => agent },
  { header: 'Unit kerja', cell: ({ unit }) => unit, priority: 2 },
  { header: 'Area perubahan', cell: ({ areas }) => areas || 'belum dipilih', priority: 3 },
  { header: 'Tahap', cell: ({ stage }) => stage },
  { header: 'Giliran', cell: ({ turn }) => turn },
  { header: 'Sejak', cell: ({ since }) => <span class="nowrap">{dayInWords(since)}</span>, priority: 2 },
  { header: 'Kegiatan', cell: ({ activities }) => activities, align: 'end' },
]

const Named = ({ number, code, title }: Pick<RecapLine, 'number' | 'code' | 'title'>) => (
  <>
    {number}. <a href={`/proyek/${code}`}>{title}</a>
  </>
)
