import * as z from 'zod'
import { chosenId, day, optionalId, rowId, text } from '#kit/schema.ts'

/** Formulir tindak lanjut baru. */
export const newFollowUpForm = z.object({
  id: rowId,
  what: text('Tulis apa yang harus dilakukan.', 1000),
  ownerId: chosenId('Pilih siapa yang mengerjakannya.'),
  dueOn: day('Isi batas waktunya.'),
  projectId: optionalId,
})

/** Formulir hasil: what was done. Files come beside it; the id was minted with the page. */
export const outcomeForm = z.object({ id: rowId, outcome: text('Tulis apa yang sudah dilakukan.', 4000) })

/** Formulir catatan: why it is sent back or dropped. */
export const remarkForm = z.object({ remark: text('Tulis alasannya.', 2000) })
