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
  'recording.imported': 'mengimpor dokumentasi dari kantong arsip',
  'recording.changed': 'mengubah keterangan dokumentasi',
  'recording.removed': 'menghapus dokumentasi',
  'recording.restored': 'memulihkan dokumentasi',
  'recording.steward-named': 'menunjuk penanggung jawab dokumentasi',
}
