import type { GridOutcome } from './grid-sender.ts'

const clock = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit' })

export const saving = 'Menyimpan…'

/** How the grid stands, in the words of its bar. `isKept`: what is not yet sent lies in this browser. */
export function outcomeInWords(outcome: GridOutcome, at: Date, isKept: boolean): string {
  switch (outcome.kind) {
    case 'saved':
      return `Tersimpan ${clock.format(at)}`
    case 'unsent':
      return isKept ? 'Belum terkirim. Disimpan di peramban ini.' : 'Belum terkirim. Jangan tutup halaman ini.'
    case 'signed-out':
      return isKept
        ? 'Anda sudah keluar. Muat ulang halaman untuk masuk lagi; isian Anda disimpan di peramban ini.'
        : 'Anda sudah keluar. Masuk lagi di tab lain, jangan tutup halaman ini.'
    case 'refused':
      return outcome.sentence
  }
}

/** How many cells wait for a person, as the bar says it; empty where none does. */
export function troubleInWords(count: number): string {
  return count === 0 ? '' : `${count} sel perlu diperiksa`
}
