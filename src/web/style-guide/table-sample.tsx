import { Meter } from '../bars.tsx'
import { ButtonLink } from '../button.tsx'
import { DeskPage } from '../page.tsx'
import { EmptyState } from '../section.tsx'
import { Badge, DueMark } from '../state.tsx'
import { DataTable } from '../table.tsx'
import type { Column } from '../table-rows.tsx'
import { AsSecretary, sampleDay } from './sample-shell.tsx'

type Row = { number: number; title: string; agent: string; unit: string; stage: string; due: string; percent: number }

const rows: Row[] = [
  row(2, 'Layanan Rujukan Satu Hari Jawab', 'Nadia Kusumastuti', 'Pusat Jasa Informasi', 'Verifikasi', '2026-11-23', 0),
  row(
    6,
    'Serah Simpan Karya dalam Lima Menit',
    'I Made Wirautama',
    'Direktorat Deposit',
    'Pelaksanaan',
    '2026-11-20',
    45,
  ),
  row(
    7,
    'Peta Regulasi Perpustakaan',
    'Dewi Anggraeni Putri',
    'Biro Hukum dan Organisasi',
    'Verifikasi',
    '2026-11-26',
    0,
  ),
  row(
    9,
    'Pelatihan Pustakawan Hibrida',
    'Melati Simatupang',
    'Pusat Pendidikan dan Pelatihan',
    'Pelaksanaan',
    '2026-12-18',
    62,
  ),
  row(
    10,
    'Satu Meja untuk Anggota Baru',
    'Ratih Wulandari',
    'Pusat Layanan Perpustakaan',
    'Selesai',
    '2027-06-30',
    100,
  ),
]

function row(
  number: number,
  title: string,
  agent: string,
  unit: string,
  stage: string,
  due: string,
  percent: number,
): Row {
  return { number, title, agent, unit, stage, due, percent }
}

const columns: Column<Row>[] = [
  {
    header: 'Proyek',
    sort: 'title',
    cell: ({ title, number, agent }) => (
      <>
        <a href="/gaya/proyek">{title}</a>
        <span class="note">
          {number} · {agent}
        </span>
      </>
    ),
  },
  { header: 'Unit kerja', sort: 'unit', priority: 3, cell: ({ unit }) => unit },
  { header: 'Tahap', cell: ({ stage }) => (stage === 'Selesai' ? <Badge is="good">{stage}</Badge> : stage) },
  { header: 'Kemajuan', priority: 2, cell: ({ percent }) => <Meter label="Kemajuan" percent={percent} /> },
  { header: 'Batas', sort: 'due', cell: ({ due }) => <DueMark on={due} today={sampleDay} /> },
  { header: 'Anggaran (Rp)', align: 'end', priority: 3, cell: ({ number }) => `${number * 3}.500.000` },
]

export const sampleTable = (
  <DataTable
    caption="Proyek perubahan menurut batas waktu"
    columns={columns}
    rows={rows}
    keyOf={({ number }) => String(number)}
    sorting={{ by: 'due', descending: false, pathOf: (by, down) => `/gaya/tabel?urut=${by}${down ? '&turun' : ''}` }}
    page={{ rows, total: 214, number: 2, size: 100 }}
    pathOf={(page) => `/gaya/tabel?halaman=${page}`}
    empty={null}
  />
)

export const emptyTable = (
  <DataTable<Row>
    caption="Keputusan"
    columns={columns}
    rows={[]}
    keyOf={({ title }) => title}
    empty={
      <EmptyState
        title="Belum ada keputusan"
        act={
          <ButtonLink href="/gaya" icon="upload">
            Unggah lampiran keputusan
          </ButtonLink>
        }
      >
        Keputusan menetapkan agen perubahan. Mulailah dari lampirannya: berkas XLSX atau CSV.
      </EmptyState>
    }
  />
)

/** A list that is compared. */
export const TableSample = () => (
  <AsSecretary>
    <DeskPage
      title="Proyek perubahan"
      lead="214 proyek pada tiga program. Dua lewat batas waktu."
      actions={
        <ButtonLink href="/gaya/tabel" icon="download">
          Unduh XLSX
        </ButtonLink>
      }
    >
      {sampleTable}
    </DeskPage>
  </AsSecretary>
)
