import type { BagState } from '../bag-request.ts'

/** What happened to bags that were asked for, said of whoever did it. */
export const bagEvents: Record<string, string> = {
  'bag.requested': 'meminta kantong arsip',
  'bag.made': 'membuat kantong arsip',
  'bag.failed': 'tidak berhasil membuat kantong arsip',
  'bag.cancelled': 'membatalkan kantong arsip',
}

export const stateWords: Record<BagState, string> = {
  waiting: 'Menunggu giliran',
  running: 'Sedang dibuat',
  done: 'Siap diunduh',
  failed: 'Gagal',
  cancelled: 'Dibatalkan',
  removed: 'Sudah dihapus',
}
