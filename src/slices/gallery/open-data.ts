import { type Day, dayIn, type Zone } from '#kit/date.ts'
import {
  arkInWords,
  arkOf,
  type Licence,
  licenceInWords,
  licences,
  type RecordingKind,
  recordingKindWords,
} from '#recording'
import { addressOfProject, addressOfRecording } from './share.ts'

/**
 * The version of the columns below. What is added raises the second number; whatever is taken away, renamed or given
 * another meaning raises the first: others' programs read these files.
 */
export const openDataVersion = '1.0'

/**
 * The licence of what is described here (settled): the words with which agencies published it. Recordings themselves
 * keep the licence that each of them names.
 */
export const openDataLicence = { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' }

/** Data terbuka: one row for each published project; persons are left out, who agreed to be named on a page alone. */
export type OpenProject = {
  key: string
  code: string
  title: string
  agencySlug: string
  agencyName: string
  unitSlug: string
  unitName: string
  programmeName: string
  year: number
  areaCodes: string[]
  areas: string[]
  isPublicService: boolean
  presentCondition: string
  problem: string
  wantedCondition: string
  beforeWords: string | null
  afterWords: string | null
  sourceCode: string | null
  recordings: number
  publishedAt: Date
  zone: Zone
}

/** One row for each public recording. */
export type OpenRecording = {
  key: string
  code: string
  arkNaan: string | null
  arkName: string | null
  title: string
  alternativeTitle: string
  description: string
  projectCode: string
  projectTitle: string
  agencySlug: string
  agencyName: string
  unitSlug: string
  unitName: string
  year: number
  kind: RecordingKind
  recordedOn: Day | null
  place: string
  language: string
  duration: number | null
  areas: string[]
  targets: string[]
  keywords: string[]
  captions: string[]
  licence: Licence
  rightsNote: string
  publishedAt: Date
  zone: Zone
}

/** How much is public of something by which it is grouped. */
export type OpenTally = {
  key: string
  code: string
  name: string
  within: string
  projects: number
  recordings: number
}

/** What stands in a cell: a list is one text in a sheet, a list in JSON. */
export type OpenValue = string | number | boolean | string[] | null

/** A column with its type in the words of Frictionless Table Schema (`list`: text, parted by "; "), and what it means. */
export type OpenColumn<Row> = {
  name: string
  type: 'string' | 'integer' | 'boolean' | 'date' | 'list'
  means: string
  of: (row: Row, url: string) => OpenValue
}

export type OpenDataset<Row> = { name: string; title: string; means: string; columns: OpenColumn<Row>[] }

const placeColumns: OpenColumn<OpenProject | OpenRecording>[] = [
  { name: 'kode_instansi', type: 'string', means: 'Kode instansi dalam alamat.', of: (row) => row.agencySlug },
  { name: 'instansi', type: 'string', means: 'Nama instansi.', of: (row) => row.agencyName },
  {
    name: 'kode_unit',
    type: 'string',
    means: 'Kode unit kerja, didahului kode instansinya.',
    of: (row) => `${row.agencySlug}-${row.unitSlug}`,
  },
  { name: 'unit_kerja', type: 'string', means: 'Nama unit kerja.', of: (row) => row.unitName },
  { name: 'tahun', type: 'integer', means: 'Tahun program agen perubahan.', of: (row) => row.year },
]

const publishedColumn: OpenColumn<OpenProject | OpenRecording> = {
  name: 'terbit',
  type: 'date',
  means: 'Tanggal proyeknya diterbitkan terakhir, menurut zona waktu instansi.',
  of: ({ zone, publishedAt }) => dayIn(zone, publishedAt),
}

const projects: OpenDataset<OpenProject> = {
  name: 'proyek',
  title: 'Proyek',
  means: 'Proyek perubahan yang diterbitkan.',
  columns: [
    { name: 'kode', type: 'string', means: 'Kode proyek; tidak pernah berubah.', of: ({ code }) => code },
    { name: 'judul', type: 'string', means: 'Judul proyek.', of: ({ title }) => title },
    {
      name: 'alamat',
      type: 'string',
      means: 'Alamat halaman publiknya.',
      of: (row, url) => addressOfProject(url, row),
    },
    ...placeColumns,
    { name: 'program', type: 'string', means: 'Nama program agen perubahan.', of: (row) => row.programmeName },
    { name: 'kode_area', type: 'list', means: 'Kode area perubahan.', of: ({ areaCodes }) => areaCodes },
    { name: 'area', type: 'list', means: 'Area perubahan yang diperkuat.', of: ({ areas }) => areas },
    {
      name: 'pelayanan_publik',
      type: 'boolean',
      means: 'Apakah menyangkut pelayanan publik.',
      of: (row) => row.isPublicService,
    },
    { name: 'keadaan_semula', type: 'string', means: 'Keadaan sebelum proyek.', of: (row) => row.presentCondition },
    { name: 'masalah', type: 'string', means: 'Masalah yang diselesaikan.', of: ({ problem }) => problem },
    { name: 'keadaan_diharapkan', type: 'string', means: 'Keadaan yang dituju.', of: (row) => row.wantedCondition },
    {
      name: 'sebelum',
      type: 'string',
      means: 'Keadaan sebelum, dinyatakan saat selesai.',
      of: (row) => row.beforeWords,
    },
    {
      name: 'sesudah',
      type: 'string',
      means: 'Keadaan sesudah, dinyatakan saat selesai.',
      of: (row) => row.afterWords,
    },
    { name: 'meniru', type: 'string', means: 'Kode proyek yang ditiru.', of: ({ sourceCode }) => sourceCode },
    { name: 'jumlah_dokumentasi', type: 'integer', means: 'Dokumentasi publiknya.', of: (row) => row.recordings },
    publishedColumn,
  ],
}

const recordings: OpenDataset<OpenRecording> = {
  name: 'dokumentasi',
  title: 'Dokumentasi',
  means: 'Film, rekaman suara, gambar, dan dokumen yang terbuka untuk umum.',
  columns: [
    { name: 'kode', type: 'string', means: 'Kode dokumentasi; tidak pernah berubah.', of: ({ code }) => code },
    { name: 'judul', type: 'string', means: 'Judul.', of: ({ title }) => title },
    { name: 'judul_lain', type: 'string', means: 'Judul lain.', of: (row) => row.alternativeTitle },
    {
      name: 'alamat',
      type: 'string',
      means: 'Alamat halaman publiknya.',
      of: (row, url) => addressOfRecording(url, row),
    },
    {
      name: 'alamat_tetap',
      type: 'string',
      means: 'Alamat untuk dikutip (ARK); menuju dokumentasi ini meskipun halamannya pindah.',
      of: (row, url) => {
        const ark = arkOf(row)
        return ark && `${url}/${arkInWords(ark)}`
      },
    },
    { name: 'kode_proyek', type: 'string', means: 'Kode proyeknya.', of: ({ projectCode }) => projectCode },
    { name: 'proyek', type: 'string', means: 'Judul proyeknya.', of: ({ projectTitle }) => projectTitle },
    ...placeColumns,
    {
      name: 'jenis',
      type: 'string',
      means: 'Film, Rekaman suara, Gambar, atau Dokumen.',
      of: (row) => recordingKindWords[row.kind],
    },
    { name: 'direkam', type: 'date', means: 'Tanggal direkam atau dibuat.', of: ({ recordedOn }) => recordedOn },
    { name: 'tempat', type: 'string', means: 'Tempat direkam.', of: ({ place }) => place },
    {
      name: 'bahasa',
      type: 'string',
      means: 'Bahasa yang diucapkan (BCP 47; zxx: tanpa ucapan).',
      of: (row) => row.language,
    },
    { name: 'durasi_detik', type: 'integer', means: 'Panjangnya dalam detik.', of: ({ duration }) => duration },
    { name: 'area', type: 'list', means: 'Area perubahan.', of: ({ areas }) => areas },
    { name: 'sasaran', type: 'list', means: 'Sasaran reformasi birokrasi.', of: ({ targets }) => targets },
    { name: 'kata_kunci', type: 'list', means: 'Kata kunci.', of: ({ keywords }) => keywords },
    { name: 'takarir', type: 'list', means: 'Bahasa takarir yang tersedia.', of: ({ captions }) => captions },
    { name: 'uraian', type: 'string', means: 'Uraian isi.', of: ({ description }) => description },
    {
      name: 'lisensi',
      type: 'string',
      means: 'Lisensi atau pemegang haknya.',
      of: (row) => licenceInWords(row.licence, row.agencyName),
    },
    {
      name: 'alamat_lisensi',
      type: 'string',
      means: 'Alamat naskah lisensi.',
      of: ({ licence }) => licences[licence].address,
    },
    { name: 'catatan_hak', type: 'string', means: 'Catatan hak.', of: ({ rightsNote }) => rightsNote },
    publishedColumn,
  ],
}

/** A count of what is public, grouped by something that has a code and a name. */
const tally = (name: string, title: string, means: string, code: string, within: string): OpenDataset<OpenTally> => ({
  name,
  title,
  means,
  columns: [
    { name: 'kode', type: 'string', means: code, of: (row) => row.code },
    { name: 'nama', type: 'string', means: 'Namanya.', of: (row) => row.name },
    { name: 'lingkup', type: 'string', means: within, of: (row) => row.within },
    { name: 'jumlah_proyek', type: 'integer', means: 'Proyek yang diterbitkan.', of: (row) => row.projects },
    { name: 'jumlah_dokumentasi', type: 'integer', means: 'Dokumentasi yang terbuka.', of: (row) => row.recordings },
  ],
})

/** All files of the open data, by name. */
export const openDatasets = {
  proyek: projects,
  dokumentasi: recordings,
  area: tally(
    'area',
    'Area perubahan',
    'Yang terbit menurut area perubahan.',
    'Kode area.',
    'Peta jalan reformasi birokrasi.',
  ),
  unit: tally(
    'unit',
    'Unit kerja',
    'Yang terbit menurut unit kerja.',
    'Kode unit, didahului kode instansinya.',
    'Nama instansi.',
  ),
  tahun: tally('tahun', 'Tahun', 'Yang terbit menurut tahun program.', 'Tahun.', 'Selalu kosong.'),
}
export type OpenDataName = keyof typeof openDatasets
export const openDataNames = Object.keys(openDatasets) as OpenDataName[]

/** What stands in a row, empty texts as nothing. */
export const valuesOf = <Row>({ columns }: OpenDataset<Row>, row: Row, url: string): OpenValue[] =>
  columns.map(({ of }) => {
    const value = of(row, url)
    return value === '' ? null : value
  })

/** The same for a sheet or CSV, where a list is one text. */
export const cellOf = (value: OpenValue): string | number | boolean | null =>
  Array.isArray(value) ? value.join('; ') : value
