import type { Choice } from '#web/choices.tsx'
import type { Consent, RecordingAccess, RecordingKind } from '../recording.ts'
import { retentionEvents } from './retention-words.ts'

export const kindWords: Record<RecordingKind, string> = {
  film: 'Film',
  sound: 'Rekaman suara',
  picture: 'Gambar',
  document: 'Dokumen',
}

/** The kind, of a set with how many pictures it has: "Kumpulan foto (12 gambar)". */
export const kindInWords = (kind: RecordingKind, pictures: number): string =>
  pictures > 1 ? `Kumpulan foto (${pictures} gambar)` : kindWords[kind]

export const accessWords: Record<RecordingAccess, string> = {
  public: 'Umum',
  agency: 'Instansi',
  team: 'Tim proyek',
}

/** Who it is that sees a recording, in words for whoever decides it. */
export const accessChoices: Choice[] = [
  {
    value: 'public',
    label: accessWords.public,
    hint: 'Siapa saja, tanpa akun. Baru tampil setelah proyeknya diterbitkan, atau diterbitkan lagi bila sudah terbit.',
  },
  { value: 'agency', label: accessWords.agency, hint: 'Semua pegawai instansi yang mempunyai akun.' },
  {
    value: 'team',
    label: accessWords.team,
    hint: 'Agen dan timnya, atasan, penanggung jawab dokumentasi, sekretariat, dan pimpinan.',
  },
]

export const consentWords: Record<Consent, string> = {
  nobody: 'Tidak ada orang yang dikenali',
  all: 'Semua yang terekam setuju',
  unasked: 'Belum ditanyakan',
  refused: 'Ada yang menolak',
}

export const consentChoices: Choice[] = [
  { value: 'nobody', label: consentWords.nobody, hint: 'Wajah, suara, dan nama siapa pun tidak dapat dikenali.' },
  { value: 'all', label: consentWords.all, hint: 'Untuk akses umum, lampirkan surat persetujuannya.' },
  { value: 'unasked', label: consentWords.unasked, hint: 'Belum dapat dibuka untuk umum.' },
  {
    value: 'refused',
    label: consentWords.refused,
    hint: 'Tidak dapat dibuka untuk umum; yang sudah tampil hilang seketika.',
  },
]

/** What happened to documentation, said of whoever did it. */
export const recordingEvents: Record<string, string> = {
  ...retentionEvents,
  'recording.added': 'menambahkan dokumentasi',
  'recording.imported': 'mengimpor dokumentasi dari kantong arsip',
  'recording.changed': 'mengubah keterangan dokumentasi',
  'recording.licence-changed': 'mengubah lisensi dokumentasi',
  'recording.access-changed': 'mengubah siapa yang dapat melihat dokumentasi',
  'recording.embargo-changed': 'mengubah tanggal mulai tampilnya dokumentasi',
  'recording.consent-recorded': 'mencatat persetujuan mereka yang terekam',
  'recording.file-replaced': 'mengganti berkas dokumentasi',
  'recording.pictures-added': 'menambahkan gambar pada dokumentasi',
  'recording.pictures-arranged': 'mengatur gambar dokumentasi',
  'recording.picture-taken-out': 'mengeluarkan gambar dari dokumentasi',
  'recording.removed': 'menghapus dokumentasi',
  'recording.restored': 'memulihkan dokumentasi',
  'recording.processing-retried': 'meminta dokumentasi diolah lagi',
  'recording.captioned': 'menyimpan takarir dokumentasi',
  'recording.captions-changed': 'mengubah takarir dokumentasi',
  'recording.captions-removed': 'menghapus takarir dokumentasi',
  'recording.steward-named': 'menunjuk penanggung jawab dokumentasi',
  'recording.deputy-named': 'menunjuk wakil penanggung jawab dokumentasi',
  'recording.due-set': 'menetapkan batas waktu dokumentasi',
}

/** What each track of captions is called. */
export const trackWords: Record<string, string> = {
  id: 'Bahasa Indonesia',
  jv: 'Basa Jawa',
  su: 'Basa Sunda',
  min: 'Baso Minangkabau',
  ban: 'Basa Bali',
  en: 'English',
  chapters: 'Bab',
}
