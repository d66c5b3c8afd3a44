import { rangeInWords } from '#kit/date.ts'
import { Section } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { ReadRow } from '../import/reading.ts'
import { amount, missing } from './words.ts'

/** The activities as they were read so far; what they change is shown once nothing is in doubt. */
export const ReadRows = ({ rows }: { rows: readonly ReadRow[] }) => (
  <Section title="Yang terbaca" note="Perbedaannya tampil setelah semua terjawab">
    <DataTable
      caption="Kegiatan yang terbaca dari berkas"
      columns={columns}
      rows={rows.filter(({ fields }) => fields !== null)}
      keyOf={({ row }) => String(row)}
      empty={<p>Belum ada kegiatan yang terbaca. Periksa kolom dan baris pertamanya di bawah.</p>}
    />
  </Section>
)

const columns: Column<ReadRow>[] = [
  { header: 'Kegiatan', cell: ({ fields }) => fields?.title ?? 'Perlu dijawab' },
  { header: 'Program', cell: ({ initiative }) => initiative },
  { header: 'Target', cell: ({ fields }) => amount(fields?.target ?? null, fields?.indicatorUnit ?? '') },
  { header: 'Waktu', cell: ({ fields }) => timeOf(fields) },
  { header: 'Baris', cell: ({ row }) => row, align: 'end' },
]

function timeOf(fields: ReadRow['fields']): string {
  const { startsOn, endsOn } = fields ?? {}
  return startsOn && endsOn ? rangeInWords(startsOn, endsOn) : missing
}
