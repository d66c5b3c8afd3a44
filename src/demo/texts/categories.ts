import type { DemoCategory } from '../shape.ts'

/** At which categories the projects of 2021 aimed before the best was chosen; one concerns no public service. */
export const pastCategories: DemoCategory[] = [
  { agent: 'agen08', on: 336, category: 'pendidikan', reason: 'Naskah dipakai peneliti dan guru sejarah.' },
  { agent: 'agen10', on: 337, category: 'inklusi-sosial', reason: 'Menjangkau pemustaka di luar Jakarta.' },
  { agent: 'ketua-forum', on: 337, category: 'tata-kelola', reason: 'Memperbaiki layanan serah simpan.' },
]

/** Of the current programme, by those who looked ahead; the others have named none yet. */
export const currentCategories: DemoCategory[] = [
  { agent: 'agen10', on: 84, category: 'inklusi-sosial', reason: 'Melayani pemustaka netra.' },
  { agent: 'agen08', on: 86, category: 'pemberdayaan-masyarakat', reason: 'Pemilik naskah ikut merawat.' },
  { agent: 'agen09', on: 88, category: 'pendidikan', reason: '' },
  { agent: 'agen12', on: 90, category: 'tata-kelola', reason: 'Penilaian menjadi terbuka.' },
]
