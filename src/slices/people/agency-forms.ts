import * as z from 'zod'
import { zones } from '#kit/date.ts'
import { optionalEmail, revision, text } from '#kit/schema.ts'

/** Formulir pengaturan instansi. */
export const settingsForm = z.object({
  revision,
  name: text('Isi nama instansi.'),
  zone: z.enum(zones, 'Pilih zona waktu.'),
  contactEmail: optionalEmail,
})
