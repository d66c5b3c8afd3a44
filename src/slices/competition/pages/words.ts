import type { Edition, Source } from '../edition.ts'
import type { EntryState } from '../entry.ts'
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

/** Where an entry is sent: KIPP takes it on its own site, the other forms go to whoever holds that competition. */
export const receiverOf = ({ form }: Pick<Edition, 'form'>): string => (form === 'kipp' ? 'Sinovik' : 'penyelenggara')

/** What a source is called, as an author finds it. */
const sourceWords: Record<Source, string> = {
  'present-condition': 'uraian proyek, kondisi saat ini',
  problem: 'uraian proyek, masalah',
  'wanted-condition': 'uraian proyek, kondisi yang diharapkan',
  'innovation-kind': 'uraian proyek, jenis pembaruan',
  activities: 'matriks, kegiatan dan keluaran',
  indicators: 'matriks, indikator dan target',
  'final-values': 'penyelesaian proyek, nilai akhir',
  resources: 'matriks, sumber daya',
  team: 'tim proyek',
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
  'final-values': '',
  resources: '/rencana',
  team: '',
}

/** A source with the way to it. */
export const sourceLink = (source: Source, projectCode: string) => ({
  label: sourceWords[source],
  path: `/proyek/${projectCode}${sourcePlaces[source]}`,
})

/** What happened to an entry, said of whoever did it. */
export const competitionEvents: Record<string, string> = {
  'entry.created': 'membuat usulan KIPP',
  'entry.changed': 'mengubah usulan KIPP',
  'entry.moved': 'memindahkan usulan KIPP ke versi edisi yang baru',
  'edition.loaded': 'memuat edisi KIPP',
  'edition.corrected': 'membetulkan edisi KIPP',
  'entry.declared-ready': 'menyatakan usulan KIPP siap',
  'entry.reopened': 'membuka lagi usulan KIPP',
  'entry.judged': 'mencatat hasil usulan KIPP',
  'entry.told': 'mencatat kabar inovasi',
  'entry.withdrawn': 'menarik usulan KIPP',
  'entry.sent': 'mencatat pengiriman usulan KIPP',
  'project.category-named': 'menetapkan kategori KIPP yang dituju',
}
