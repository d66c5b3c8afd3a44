import { type Day, dayInWords } from '#kit/date.ts'
import { numberInWords } from '#kit/text.ts'
import type { Signal, Source } from '../edition.ts'
import type { Entry, EntryState } from '../entry.ts'
import type { Hands } from '../hands.ts'

/** What a state is called where it is shown. */
export const entryStateWords: Record<EntryState, string> = {
  draft: 'Disusun',
  ready: 'Siap dikirim',
  sent: 'Dikirim',
  withdrawn: 'Ditarik',
}

/** In whose hands an entry lies. */
export const handsWords: Record<Hands['who'], string> = {
  authors: 'agen dan tim',
  secretariat: 'sekretariat',
  ministry: 'penyelenggara',
  nobody: 'selesai',
  closed: 'tidak jadi diajukan',
  withdrawn: 'tidak jadi diajukan',
}

/** For how long it lies there: "12 hari", or "hari ini". */
export const heldInWords = (days: number): string => (days === 0 ? 'hari ini' : `${numberInWords(days)} hari`)

/** "2 Mei 2023, nomor 17"; not every competition gives a number. */
export const sentInWords = (sentOn: Day, sentNumber: string): string =>
  [dayInWords(sentOn), sentNumber && `nomor ${sentNumber}`].filter(Boolean).join(', ')

/** What a source is called, as an author finds it. */
export const sourceWords: Record<Source, string> = {
  'present-condition': 'uraian proyek, kondisi saat ini',
  problem: 'uraian proyek, masalah',
  'wanted-condition': 'uraian proyek, kondisi yang diharapkan',
  'innovation-kind': 'uraian proyek, jenis pembaruan',
  activities: 'matriks, kegiatan dan keluaran',
  indicators: 'matriks, indikator dan target',
  before: 'penyelesaian proyek, keadaan sebelum',
  after: 'penyelesaian proyek, keadaan sesudah',
  'final-values': 'penyelesaian proyek, nilai akhir',
  resources: 'matriks, sumber daya',
  team: 'tim proyek',
  integration: 'dokumen pelembagaan yang sudah diverifikasi',
  replicated: 'kabar inovasi dan proyek terbit yang menirunya',
}

/** What is looked for in an answer, as whoever writes an edition finds it. */
export const signalWords: Record<Signal, string> = {
  figures: 'angka',
  'before-after': 'nilai sebelum dan sesudah',
  'verified-evidence': 'bukti yang sudah diverifikasi',
  'activities-done': 'kegiatan yang selesai',
  'three-documents': 'tiga dokumen pendukung',
  replicated: 'catatan replikasi',
}

/** "uraian proyek, masalah; tim proyek" */
export const sourcesInWords = (sources: readonly Source[]): string =>
  sources.map((source) => sourceWords[source]).join('; ')

/** Where in a project a source stands: the part of its address. */
const sourcePlaces: Record<Source, string> = {
  'present-condition': '',
  problem: '',
  'wanted-condition': '',
  'innovation-kind': '',
  activities: '/rencana',
  indicators: '/rencana',
  before: '',
  after: '',
  'final-values': '',
  resources: '/rencana',
  team: '',
  integration: '',
  replicated: '',
}

/** A source with the way to it. */
export const sourceLink = (source: Source, projectCode: string) => ({
  label: sourceWords[source],
  path: `/proyek/${projectCode}${sourcePlaces[source]}`,
})

/** The page of the edition in the version that an entry has. */
export const aboutEdition = ({ edition, editionVersion }: Pick<Entry, 'edition' | 'editionVersion'>): string =>
  editionVersion === null ? `/usulan/edisi/${edition}` : `/usulan/edisi/${edition}?versi=${editionVersion}`

/** What happened to an entry, said of whoever did it; `called` as "usulan KIPP 2023". */
export const entryEvents = (called: string): Record<string, string> => ({
  'entry.created': `membuat ${called}`,
  'entry.changed': `mengubah ${called}`,
  'entry.moved': `memindahkan ${called} ke versi edisi yang baru`,
  'entry.declared-ready': `menyatakan ${called} siap`,
  'entry.reopened': `membuka lagi ${called}`,
  'entry.judged': `mencatat hasil ${called}`,
  'entry.told': 'mencatat kabar inovasi',
  'entry.withdrawn': `menarik ${called}`,
  'entry.sent': `mencatat pengiriman ${called}`,
  'entry.remarked': `menulis catatan pada ${called}`,
  'entry.remark-settled': `menjawab catatan pada ${called}`,
})

/** The same where it is not known which competition it is, and what happens to editions. */
export const competitionEvents: Record<string, string> = {
  ...entryEvents('usulan kompetisi'),
  'project.category-named': 'menetapkan kategori KIPP yang dituju',
  'edition.loaded': 'memuat edisi kompetisi',
  'edition.corrected': 'membetulkan edisi kompetisi',
  'edition.drafted': 'menyunting rancangan edisi kompetisi',
  'edition.draft-dropped': 'membuang rancangan edisi kompetisi',
}
