import type { FollowUp, FollowUpNote, FollowUpSource } from '../follow-up.ts'

export const sourceWords: Record<FollowUpSource, string> = {
  return: 'pengembalian rencana',
  sitting: 'sidang paparan',
  report: 'laporan kemajuan',
  meeting: 'rapat',
}

/** Where it comes from: in words where somebody wrote them, else by its source. */
export const originOf = ({ origin, source }: Pick<FollowUp, 'origin' | 'source'>): string =>
  origin || sourceWords[source]

/** What a note was said with. */
export const noteWords: Record<FollowUpNote['kind'], string> = {
  finish: 'Dinyatakan selesai.',
  reopen: 'Dikembalikan kepada pemiliknya.',
  change: 'Batas waktu atau pemiliknya dikoreksi.',
  drop: 'Dibatalkan.',
}

/** What happened to a follow-up, said of whoever did it. */
export const followUpEvents: Record<string, string> = {
  'follow-up.agreed': 'mencatat tindak lanjut',
  'follow-up.finished': 'menyatakan tindak lanjut selesai',
  'follow-up.changed': 'mengoreksi pemilik atau batas waktu tindak lanjut',
  'follow-up.overdue': 'mengingatkan pemilik tindak lanjut yang terlambat',
  'follow-up.overdue-head': 'memberi tahu atasan tentang tindak lanjut yang terlambat',
  'follow-up.overdue-secretariat': 'memberi tahu sekretariat tentang tindak lanjut yang terlambat',
  'follow-up.closed': 'menutup tindak lanjut',
  'follow-up.reopened': 'mengembalikan tindak lanjut',
  'follow-up.dropped': 'membatalkan tindak lanjut',
}
