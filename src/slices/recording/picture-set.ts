import { conflict, stale } from '#kit/refusal.ts'

/** How many pictures a set may have. Settled: what one looks through at one go, and what one page can show. */
export const mostPictures = 100

/** What an order of pictures consists of, in the order in which they are seen. */
export type Placed = { fileId: string; caption: string }

/** These ids with one of them put a place towards the front, or towards the back; at either end it stays. */
export function moved(ids: readonly string[], id: string, to: 'front' | 'back'): string[] {
  const at = ids.indexOf(id)
  const other = to === 'front' ? at - 1 : at + 1
  if (at === -1 || other < 0 || other >= ids.length) return [...ids]
  return ids.toSpliced(Math.min(at, other), 2, ids[Math.max(at, other)] ?? '', ids[Math.min(at, other)] ?? '')
}

/** The pictures as somebody put them: the same ones, each once. Others than are there now means an older page. */
export function arrange(there: readonly { fileId: string }[], wanted: readonly Placed[]): readonly Placed[] {
  const ids = new Set(wanted.map(({ fileId }) => fileId))
  const isSame = ids.size === wanted.length && wanted.length === there.length
  if (!isSame || there.some(({ fileId }) => !ids.has(fileId))) throw stale()
  return wanted
}

/** A recording has an original as long as it is kept: the last picture is replaced, or goes with all of it. */
export function refuseLast(there: readonly unknown[]): void {
  if (there.length < 2)
    throw conflict('Ini satu-satunya gambar. Ganti berkasnya, atau hapus dokumentasinya secara keseluruhan.')
}

/** Only a recording of pictures is a set, and only so many go into one. */
export function refuseMore(kind: string, count: number): void {
  if (kind !== 'picture') throw conflict('Beberapa berkas dalam satu dokumentasi hanya untuk gambar.')
  if (count > mostPictures)
    throw conflict(`Satu dokumentasi memuat paling banyak ${mostPictures} gambar. Bagi menjadi beberapa dokumentasi.`)
}

/** Other pictures than one are replaced one by one: each has its own words and place. */
export function refuseSet(there: readonly unknown[]): void {
  if (there.length > 1)
    throw conflict('Dokumentasi ini memuat beberapa gambar. Tambahkan penggantinya, lalu keluarkan yang lama.')
}

/** What is made of a picture, by its name under the recording: small for the grid, large for looking at it. */
export const madeNames = (fileId: string) => ({ small: `gambar/${fileId}.webp`, large: `gambar/${fileId}-besar.webp` })
