import type { Outcome } from './saver.ts'

const clock = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'long' })

export const saving = 'Menyimpan…'
/** Another page saved the form, and nothing was being written here. */
export const takenOver = 'Diperbarui: baru saja disimpan di halaman lain'

/** How the form stands, in the words of its bar. `isKept`: what is not yet sent lies in this browser. */
export function stateInWords(outcome: Outcome, at: Date, isKept: boolean): string {
  switch (outcome.kind) {
    case 'saved':
      return `Tersimpan ${clock.format(at)}`
    case 'unsent':
      return isKept ? 'Belum terkirim. Disimpan di peramban ini.' : 'Belum terkirim. Jangan tutup halaman ini.'
    case 'theirs':
      return 'Sementara itu disimpan orang lain atau di tab lain. Kirim formulir untuk melihat kedua isian.'
    case 'wrong':
      return outcome.revision === undefined
        ? 'Perbaiki yang ditandai'
        : `Tersimpan ${clock.format(at)}, kecuali yang ditandai`
    case 'signed-out':
      return 'Anda sudah keluar. Kirim formulir untuk masuk lagi; isian Anda ikut.'
    case 'refused':
      return 'Belum tersimpan. Kirim formulir untuk membaca sebabnya.'
  }
}

export const offerInWords = (at: Date): string =>
  `Ada isian yang belum terkirim dari ${day.format(at)} pukul ${clock.format(at)}.`

/** What an answer means; `body` is its JSON, or undefined where it held none. */
export function outcomeOf(status: number, body: unknown): Outcome {
  const said = typeof body === 'object' && body !== null ? body : {}
  if (status === 200 && 'revision' in said) return { kind: 'saved', revision: String(said.revision) }
  if (status === 422 && 'errors' in said) {
    const rest = 'revision' in said ? { revision: String(said.revision) } : {}
    return { kind: 'wrong', errors: said.errors as Record<string, string>, ...rest }
  }
  if (status === 409 && 'theirs' in said) return { kind: 'theirs' }
  if (status === 401) return { kind: 'signed-out' }
  return { kind: status >= 500 || status === 429 ? 'unsent' : 'refused' }
}
