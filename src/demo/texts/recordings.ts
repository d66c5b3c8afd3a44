import type { Consent, Contribution, Licence } from '#recording'
import { prose } from '../prose.ts'

/** A film of a project of the demonstration, found by its title. */
export type DemoRecording = {
  project: string
  title: string
  description: string
  /** How many days after the programme began it was recorded and kept. */
  on: number
  /** Whether its agent agreed to be named, and the project was then published. */
  isPublished?: boolean
  keywords: string
  place: string
  /** Who took part, by role: invented people. */
  people: Contribution[]
  /** What those who were filmed said; where all agreed, the form that they signed is attached. */
  consent: Consent
  licence?: Licence
  /** What is said in it, as WebVTT. */
  captions?: string
}

/** Photographs of one day of a project: one recording, with what each shows. */
export type DemoPhotographs = Pick<DemoRecording, 'project' | 'title' | 'description' | 'on'> & { captions: string[] }

/** Kept before the film of the same project, and so published with it. */
export const pastPhotographs: DemoPhotographs = {
  project: 'Jawab Satu Jam: pertanyaan rujukan lewat pesan',
  title: 'Meja rujukan pada hari pertama layanan pesan',
  description: prose`
    Ruang baca dan meja rujukan dari pagi sampai sore: antrean yang masih ada pada pagi hari, dan meja yang lengang
    setelah pertanyaan berpindah ke layanan pesan.`,
  on: 299,
  captions: [
    'Pukul 09.00: pembaca masih datang ke meja rujukan.',
    'Pukul 10.30: pertanyaan pertama lewat pesan dijawab.',
    'Pukul 13.00: dua pustakawan menjawab dari satu layar antrean.',
    'Pukul 15.00: meja rujukan lengang.',
  ],
}

export const pastRecordings: DemoRecording[] = [
  {
    project: 'Jawab Satu Jam: pertanyaan rujukan lewat pesan',
    title: 'Dari tiga hari menjadi satu jam',
    description: prose`
      Pustakawan rujukan memperlihatkan buku catatan pertanyaan tahun lalu, lalu layar antrean yang dipakai sekarang.
      Seorang guru di Ende menceritakan bahan ajar yang diterimanya sebelum kelas dimulai.`,
    on: 300,
    isPublished: true,
    keywords: 'rujukan, layanan pesan, antrean',
    place: 'Jakarta Pusat, DKI Jakarta',
    people: [
      { role: 'camera', name: 'Simson Lede' },
      { role: 'editor', name: 'Ratri Wulandaru' },
      { role: 'speaker', name: 'Yosefina Wae' },
    ],
    consent: 'all',
    licence: 'cc-by-4.0',
    captions: `WEBVTT

00:00.000 --> 00:01.600
Dahulu pembaca menunggu jawaban tiga hari.

00:01.600 --> 00:03.400
Sekarang pustakawan menjawab lewat pesan,

00:03.400 --> 00:05.000
paling lama dalam satu jam.
`,
  },
  {
    project: 'Satu Foto Satu Naskah: penyelamatan isi sebelum kertasnya hancur',
    title: 'Satu foto sebelum kertasnya hancur',
    description: prose`
      Ruang preservasi pada pagi hari: lembar yang rapuh dibuka sekali saja, difoto, dan dicatat. Konservator
      menjelaskan mengapa urutan kerjanya dibalik.`,
    on: 290,
    isPublished: true,
    keywords: 'preservasi, alih media, naskah',
    place: 'Jakarta Pusat, DKI Jakarta',
    people: [
      { role: 'camera', name: 'Simson Lede' },
      { role: 'speaker', name: 'Mahlil Tarigan' },
    ],
    consent: 'all',
    licence: 'cc-by-sa-4.0',
  },
  {
    project: 'Kalender Anggaran: tidak ada lagi penumpukan belanja di bulan Desember',
    title: 'Kalender di dinding ruang rapat',
    description: prose`
      Empat kepala unit memperlihatkan kalender belanjanya dan menceritakan rapat bulanan yang kini hanya dua puluh
      menit.`,
    on: 310,
    isPublished: true,
    keywords: 'anggaran, rapat bulanan',
    place: 'Jakarta Pusat, DKI Jakarta',
    people: [{ role: 'editor', name: 'Ratri Wulandaru' }],
    consent: 'all',
  },
]

export const currentRecordings: DemoRecording[] = [
  {
    project: 'Baca Tanpa Batas: koleksi siap dengar bagi pemustaka netra',
    title: 'Membaca dengan telinga',
    description: prose`
      Relawan membacakan satu bab di bilik rekam, dan dua pemustaka netra memeriksa hasilnya. Keduanya menceritakan
      berapa lama dahulu mereka menunggu.`,
    on: 88,
    keywords: 'disabilitas netra, buku suara, relawan',
    place: 'Bandung, Jawa Barat',
    people: [
      { role: 'camera', name: 'Simson Lede' },
      { role: 'presenter', name: 'Gita Anindhita' },
    ],
    consent: 'unasked',
  },
  {
    project: 'Klinik Naskah Keliling: perawatan naskah di rumah pemiliknya',
    title: 'Naskah dirawat di rumah pemiliknya',
    description: prose`
      Dua konservator membuka peti naskah di sebuah surau, membersihkan lembar demi lembar, lalu mengajari cucu
      pemiliknya cara menyimpannya kembali.`,
    on: 92,
    keywords: 'naskah kuno, konservasi, surau',
    place: 'Kabupaten Agam, Sumatera Barat',
    people: [{ role: 'camera', name: 'Simson Lede' }],
    consent: 'refused',
  },
]
