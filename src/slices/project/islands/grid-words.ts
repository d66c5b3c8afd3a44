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

const longestQuote = 40
const mostQuotes = 3

/** What of a pasted block found no place: texts in columns right of the last, and lines at rows that are gone. */
export function leftOutInWords(columns: number, texts: readonly string[], isWithoutRow: boolean): string {
  const quotes = texts.slice(0, mostQuotes).map((text) => `“${shortened(text)}”`)
  const more = texts.length > mostQuotes ? ', …' : ''
  return [
    texts.length > 0 &&
      `Blok ini lebih lebar daripada lembar. Isi ${columns} kolom di ujung kanannya tidak ditempel: ${quotes.join(', ')}${more}.`,
    isWithoutRow && 'Kegiatan yang sudah dihapus tidak diisi.',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What of a copied block was hidden in its sheet and therefore stays out; empty where nothing was. */
export function hiddenInWords({ rows, columns }: { rows: number; columns: number }): string {
  const parts = [rows > 0 && `${rows} baris`, columns > 0 && `${columns} kolom`].filter(Boolean)
  return parts.length === 0
    ? ''
    : `${parts.join(' dan ')} yang tersembunyi di lembar asalnya tidak ditempel. Tampilkan di sana, lalu salin lagi bila perlu.`
}

const shortened = (text: string): string =>
  text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()}…` : text

/** Where cells are that a closed grid could not store; empty where there are none. */
export const unsavedInWords = (count: number, isKept: boolean): string =>
  count === 0
    ? 'Semua isian Anda sudah tersimpan.'
    : isKept
      ? `${count} isian Anda belum tersimpan. Isian itu disimpan di peramban ini dan ditawarkan lagi saat lembar ini dapat diisi.`
      : `${count} isian Anda belum tersimpan. Salin isian itu sebelum menutup halaman ini.`
