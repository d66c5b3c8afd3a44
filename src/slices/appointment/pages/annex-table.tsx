import { nipInGroups } from '#people'
import { Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { AnnexRow } from '../annex.ts'
import { fieldNames } from '../annex-plan.ts'
import type { AnnexReview } from '../annex-review.ts'
import { levelWords } from './words.ts'

/** The agents as they were read, titles apart, and what importing does with each. */
export const AnnexTable = ({ review }: { review: AnnexReview }) => (
  <Section title="Yang terbaca" note="Periksa pembagian nama dan gelar">
    <DataTable
      caption="Agen yang terbaca dari lampiran"
      columns={columnsOf(review)}
      rows={review.reading.rows}
      keyOf={({ row }) => String(row)}
      empty={<p>Belum ada agen yang terbaca. Periksa kolom dan baris pertamanya di bawah.</p>}
    />
  </Section>
)

const columnsOf = (review: AnnexReview): Column<AnnexRow>[] => [
  { header: 'Nama', cell: (row) => <Name row={row} /> },
  { header: 'NIP', cell: (row) => (row.nip === '' ? 'Perlu diperbaiki' : nipInGroups(row.nip)) },
  { header: 'Jabatan', cell: (row) => <Position row={row} />, priority: 2 },
  { header: 'Unit kerja', cell: (row) => <Unit row={row} /> },
  { header: 'Surel', cell: (row) => row.email ?? 'Tidak ada', priority: 3 },
  { header: 'Hasil', cell: (row) => <Outcome row={row} review={review} /> },
]

const Name = ({ row }: { row: AnnexRow }) => {
  const titles = [row.titlesBefore, row.titlesAfter].filter((each) => each !== '')
  return (
    <>
      {row.name || '(kosong)'}
      <span class="note">{titles.length > 0 ? `Gelar: ${titles.join(' dan ')}` : 'Tanpa gelar'}</span>
    </>
  )
}

const Position = ({ row }: { row: AnnexRow }) => (
  <>
    {row.position}
    <span class="note">{row.grade}</span>
  </>
)

const Unit = ({ row }: { row: AnnexRow }) => (
  <>
    {row.unit}
    <span class="note">{levelWords[row.level]}</span>
  </>
)

function Outcome({ row, review: { reading, plan } }: { row: AnnexRow; review: AnnexReview }) {
  const isThis = (it: { row: AnnexRow }) => it.row.row === row.row
  if (reading.faults.some((fault) => fault.row === row.row)) return <State is="late">Perlu diperbaiki</State>
  const elsewhere = plan.elsewhere.find(isThis)
  const differing = plan.differing.find(isThis)?.fields.map((field) => fieldNames[field])
  return (
    <>
      {plan.unchanged.some(isThis) && <State is="done">Sudah ditetapkan</State>}
      {elsewhere && <State is="done">Tetap di kedudukan {elsewhere.seatNumber}</State>}
      {plan.add.some(isThis) && <State is="open">Akan ditetapkan</State>}
      {differing && <span class="note">Catatan pegawai tetap: {differing.join(', ')} berbeda</span>}
    </>
  )
}
