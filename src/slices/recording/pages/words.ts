import type { RecordingKind } from '../recording.ts'

export const kindWords: Record<RecordingKind, string> = {
  film: 'Film',
  sound: 'Rekaman suara',
  picture: 'Gambar',
  document: 'Dokumen',
}

/** What happened to documentation, said of whoever did it. */
export const recordingEvents: Record<string, string> = {
  'recording.added': 'menambahkan dokumentasi',
  'recording.changed': 'mengubah keterangan dokumentasi',
  'recording.removed': 'menghapus dokumentasi',
  'recording.restored': 'memulihkan dokumentasi',
  'recording.processing-retried': 'meminta dokumentasi diolah lagi',
  'recording.captioned': 'menyimpan takarir dokumentasi',
  'recording.captions-changed': 'mengubah takarir dokumentasi',
  'recording.captions-removed': 'menghapus takarir dokumentasi',
  'recording.steward-named': 'menunjuk penanggung jawab dokumentasi',
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
