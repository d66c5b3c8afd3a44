import * as z from 'zod'
import { zones } from '#kit/date.ts'
import { clock, optionalEmail, revision, text } from '#kit/schema.ts'

/** Formulir pengaturan instansi. */
export const settingsForm = z
  .object({
    revision,
    name: text('Isi nama instansi.'),
    zone: z.enum(zones, 'Pilih zona waktu.'),
    contactEmail: optionalEmail,
    mailsFrom: clock('Isi jam buka.'),
    mailsUntil: clock('Isi jam tutup.'),
  })
  .refine(({ mailsFrom, mailsUntil }) => mailsUntil > mailsFrom, {
    path: ['mailsUntil'],
    message: 'Jam tutup harus setelah jam buka.',
  })
