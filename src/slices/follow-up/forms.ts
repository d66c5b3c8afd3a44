import * as z from 'zod'
import { chosenId, day, optionalId, revision, rowId, several, text } from '#kit/schema.ts'

/** Formulir tindak lanjut baru. */
export const newFollowUpForm = z.object({
  id: rowId,
  what: text('Tulis apa yang harus dilakukan.', 1000),
  ownerId: chosenId('Pilih siapa yang mengerjakannya.'),
  dueOn: day('Isi batas waktunya.'),
  origin: text('Tulis di mana hal ini disepakati, misalnya rapat 12 Maret.', 200),
  projectId: optionalId,
})

/** Formulir hasil: what was done. Files come beside it; the id was minted with the page. */
export const outcomeForm = z.object({ id: rowId, outcome: text('Tulis apa yang sudah dilakukan.', 4000) })

/** Formulir koreksi pemilik dan batas waktu. */
export const correctionForm = z.object({
  revision,
  ownerId: chosenId('Pilih siapa yang mengerjakannya.'),
  dueOn: day('Isi batas waktunya.'),
  reason: text('Tulis alasan koreksinya.', 2000),
})

/** Formulir serah terima. */
export const handOverForm = z.object({
  followUpIds: several(rowId, 500),
  reason: text('Tulis dasar serah terimanya, misalnya nomor keputusan.', 2000),
})

/** Formulir catatan: why it is sent back or dropped. */
export const remarkForm = z.object({ remark: text('Tulis alasannya.', 2000) })
