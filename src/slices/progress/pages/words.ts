import type { Standing } from '#web/state.tsx'
import type { EvidenceState } from '../evidence.ts'
import type { ProgressState } from '../progress-report.ts'

/** How a report or a piece of evidence stands, in shape and word. */
export const stateWords: Record<ProgressState | EvidenceState, { is: Standing; word: string }> = {
  reported: { is: 'soon', word: 'Menunggu verifikasi' },
  submitted: { is: 'soon', word: 'Menunggu verifikasi' },
  verified: { is: 'done', word: 'Terverifikasi' },
  returned: { is: 'late', word: 'Dikembalikan' },
  withdrawn: { is: 'stopped', word: 'Ditarik' },
}

/** The rule of `percentOf`, where its number is shown. */
export const percentRule =
  'Persentase proyek adalah rata-rata semua kegiatan menurut laporan terakhirnya, dibulatkan ke bawah. Kegiatan yang belum dilaporkan dihitung nol.'

/** The rule of `curveOf`, where it is drawn; so many activities stand outside of it. */
export const curveRule = (undated: number): string =>
  [
    'Setiap kegiatan berbobot sama dan direncanakan merata dari tanggal mulai sampai selesai.',
    ...(undated > 0 ? [`${undated} kegiatan tanpa tanggal selesai tidak ikut dihitung.`] : []),
  ].join(' ')

/** What happened to progress and evidence, said of whoever did it. */
export const progressEvents: Record<string, string> = {
  'progress.reported': 'melaporkan kemajuan',
  'progress.verified': 'memverifikasi laporan kemajuan',
  'progress.returned': 'mengembalikan laporan kemajuan',
  'progress.reminded': 'mengingatkan batas laporan kemajuan',
  'progress.overdue': 'mencatat laporan kemajuan terlambat',
  'progress.escalated': 'memberi tahu atasan tentang laporan yang terlambat',
  'evidence.added': 'menambahkan eviden',
  'evidence.brought': 'menambahkan eviden tanpa laporan baru',
  'evidence.assigned': 'mengubah kegiatan yang dibuktikan eviden',
  'evidence.answers': 'mengubah pertanyaan LKE yang dibuktikan eviden',
  'evidence.bundled': 'mengunduh paket eviden',
  'evidence.verified': 'memverifikasi eviden',
  'evidence.returned': 'mengembalikan eviden',
  'evidence.withdrawn': 'menarik eviden',
}
