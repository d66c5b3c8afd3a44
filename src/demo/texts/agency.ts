import type { DemoHead, DemoUnit } from '../shape.ts'

export const agency = {
  slug: 'pustaka-nusantara',
  name: 'Pustaka Nusantara',
  zone: 'Asia/Jakarta',
  contactEmail: 'humas@demo.example',
} as const

/** Parents stand before their children. */
export const units: DemoUnit[] = [
  { name: 'Sekretariat Utama', key: 'sekretariat-utama', parent: null },
  { name: 'Biro Perencanaan dan Anggaran', key: 'biro-perencanaan', parent: 'sekretariat-utama' },
  { name: 'Biro Hukum, Organisasi, dan Komunikasi Publik', key: 'biro-hukum', parent: 'sekretariat-utama' },
  { name: 'Biro Sumber Daya Manusia dan Umum', key: 'biro-sdm', parent: 'sekretariat-utama' },
  { name: 'Deputi Bidang Koleksi dan Layanan Informasi', key: 'deputi-koleksi', parent: null },
  { name: 'Direktorat Serah Simpan dan Pengembangan Koleksi', key: 'serah-simpan', parent: 'deputi-koleksi' },
  { name: 'Pusat Katalog dan Bibliografi Nasional', key: 'pusat-katalog', parent: 'deputi-koleksi' },
  { name: 'Pusat Pelestarian dan Alih Media', key: 'pusat-pelestarian', parent: 'deputi-koleksi' },
  { name: 'Pusat Layanan Informasi dan Naskah Kuno', key: 'pusat-layanan', parent: 'deputi-koleksi' },
  { name: 'Deputi Bidang Pembinaan Perpustakaan', key: 'deputi-pembinaan', parent: null },
  { name: 'Direktorat Standar dan Akreditasi Perpustakaan', key: 'standar-akreditasi', parent: 'deputi-pembinaan' },
  { name: 'Pusat Pembinaan Perpustakaan Umum dan Khusus', key: 'pusat-umum-khusus', parent: 'deputi-pembinaan' },
  {
    name: 'Pusat Pembinaan Perpustakaan Sekolah dan Perguruan Tinggi',
    key: 'pusat-sekolah-pt',
    parent: 'deputi-pembinaan',
  },
  { name: 'Pusat Kajian dan Budaya Baca', key: 'pusat-kajian', parent: 'deputi-pembinaan' },
  { name: 'Inspektorat', key: 'inspektorat', parent: null },
  { name: 'Pusat Data dan Teknologi Informasi', key: 'pusat-data', parent: null },
  { name: 'Pusat Pengembangan Pustakawan', key: 'pusat-pustakawan', parent: null },
  { name: 'Pusat Pendidikan dan Pelatihan', key: 'pusat-pelatihan', parent: null },
]

/** Long before the older programme began. */
const long = -3000

export const heads: DemoHead[] = [
  { person: 'atasan01', unit: 'biro-perencanaan', kind: 'definitive', from: long, until: null },
  { person: 'atasan02', unit: 'biro-hukum', kind: 'definitive', from: long, until: null },
  { person: 'atasan03', unit: 'biro-sdm', kind: 'definitive', from: long, until: null },
  { person: 'atasan04', unit: 'serah-simpan', kind: 'definitive', from: long, until: null },
  { person: 'atasan05', unit: 'pusat-pelestarian', kind: 'definitive', from: long, until: null },
  { person: 'atasan06', unit: 'pusat-layanan', kind: 'definitive', from: long, until: null },
  { person: 'atasan07', unit: 'standar-akreditasi', kind: 'definitive', from: long, until: null },
  { person: 'atasan08', unit: 'inspektorat', kind: 'definitive', from: long, until: null },
  // The Pusat Katalog has had no head of its own since the last one retired.
  { person: 'atasan05', unit: 'pusat-katalog', kind: 'plt', from: -40, until: null },
  // While the head of the Pusat Layanan attends a leadership course.
  { person: 'atasan04', unit: 'pusat-layanan', kind: 'plh', from: 91, until: 118 },
]
