import type { OutSheet } from '#documents/sheet.ts'

/** Rows that the template keeps ready, so that what is typed into their NIP stays text. */
const ready = 200

const columns: OutSheet['columns'] = [
  { header: 'No', width: 5 },
  { header: 'Nama dan gelar', width: 36 },
  { header: 'NIP / NI PPPK', width: 24, format: 'text' },
  { header: 'Jabatan', width: 36 },
  { header: 'Pangkat/golongan', width: 24 },
  { header: 'Unit kerja', width: 44 },
  { header: 'Tingkat', width: 10, choices: ['Pusat', 'Unit'] },
  { header: 'Surel', width: 30 },
]

const example = [
  null,
  'CONTOH: Dr. Nama Pegawai, S.S., M.Hum.',
  '19850412 200912 2 999',
  'Pustakawan Ahli Madya',
  'Pembina, IV/a',
  'Pusat Preservasi dan Alih Media',
  'Pusat',
  'nama.pegawai@instansi.example',
]

const advice = [
  'Isi satu baris untuk setiap agen perubahan di lembar "Lampiran". Baris CONTOH boleh dihapus; bila tertinggal, tidak dibaca.',
  'Nama ditulis lengkap dengan gelar: gelar di belakang nama setelah koma.',
  'NIP atau NI PPPK 18 digit; boleh memakai spasi. Kolomnya sudah berjenis Teks: jangan diubah, agar digit terakhir tidak hilang.',
  'Unit kerja yang belum dikenal dapat dibuat saat impor.',
  'Tingkat: Pusat atau Unit. Bila kosong, diisi menurut pilihan Anda saat impor.',
  'Surel boleh kosong; undangan dapat juga dibagikan sebagai tautan atau dicetak.',
  'Orang tanpa NIP (TNI/Polri, non-ASN) tidak dimasukkan di sini; tambahkan dengan tangan beserta alasannya.',
]

/** The sheets of the template for an annex: the table to fill, and how to fill it. */
export const annexTemplate = (): OutSheet[] => [
  {
    name: 'Lampiran',
    columns,
    rows: [example, ...Array.from({ length: ready }, () => columns.map(() => null))],
  },
  { name: 'Petunjuk', columns: [{ header: 'Petunjuk pengisian', width: 110 }], rows: advice.map((line) => [line]) },
]
