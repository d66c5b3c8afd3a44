import { Matrix } from '../matrix.tsx'
import { State } from '../state.tsx'
import type { Column } from '../table-rows.tsx'

type Activity = Record<
  'title' | 'output' | 'indicator' | 'baseline' | 'target' | 'dates' | 'person' | 'cost' | 'risk',
  string
>

const activity = (...[title, output, indicator, baseline, target, dates, person, cost, risk]: string[]): Activity => ({
  title: title ?? '',
  output: output ?? '',
  indicator: indicator ?? '',
  baseline: baseline ?? '',
  target: target ?? '',
  dates: dates ?? '',
  person: person ?? '',
  cost: cost ?? '',
  risk: risk ?? '',
})

const groups = [
  {
    key: '1',
    title: '1 Satu antrean pertanyaan',
    note: 'Pertanyaan dari semua saluran masuk ke satu daftar',
    rows: [
      activity(
        '1.1 Menetapkan nomor pesan resmi',
        'Surat penetapan',
        'Nomor aktif dan diumumkan',
        '0',
        '1 nomor',
        'Jan 2027',
        'Galih Prabangkara',
        'Rp3.000.000',
        'Nomor dipakai unit lain',
      ),
      activity(
        '1.2 Menyusun alur dan pembagian jaga',
        'Prosedur operasional',
        'Unit yang memakai alur',
        '0 dari 4',
        '4 dari 4',
        'Jan–Feb 2027',
        'Andi Tenri Sompa',
        'Tanpa biaya',
        'Jadwal jaga kosong pada hari libur',
      ),
    ],
  },
  {
    key: '2',
    title: '2 Basis jawaban yang dapat dipakai lagi',
    note: 'Jawaban disimpan, dicari, dan diperbarui',
    rows: [
      activity(
        '2.1 Memilah 400 pertanyaan lama',
        'Daftar pertanyaan berulang',
        'Pertanyaan dipilah',
        '0',
        '400',
        'Feb–Apr 2027',
        'Yuliana Toding',
        'Tanpa biaya',
        'Surel lama sudah dihapus',
      ),
      activity(
        '2.2 Menulis jawaban baku',
        'Kumpulan jawaban',
        'Jawaban terbit',
        '0',
        'lebih cepat',
        'Mar–Jun 2027',
        'Yuliana Toding',
        'Rp4.500.000',
        'Jawaban usang',
      ),
    ],
  },
]

const columns: Column<Activity>[] = [
  { header: 'Kegiatan', cell: ({ title }) => title },
  { header: 'Keluaran', cell: ({ output }) => output },
  { header: 'Indikator', cell: ({ indicator }) => indicator },
  { header: 'Awal', align: 'end', cell: ({ baseline }) => baseline },
  {
    header: 'Target',
    align: 'end',
    cell: ({ target }) =>
      target === 'lebih cepat' ? (
        <>
          {target} <State is="soon">Belum terukur</State>
        </>
      ) : (
        target
      ),
  },
  { header: 'Waktu', cell: ({ dates }) => dates },
  { header: 'Penanggung jawab', cell: ({ person }) => person },
  { header: 'Sumber daya', cell: ({ cost }) => cost, priority: 2 },
  { header: 'Risiko', cell: ({ risk }) => risk, priority: 3 },
]

export const sampleMatrix = (
  <Matrix caption="Matriks rencana aksi versi 2" columns={columns} groups={groups} keyOf={({ title }) => title} />
)
