import * as z from 'zod'
import { zones } from '#kit/date.ts'
import { text } from '#kit/schema.ts'
import { email, newPassword } from './sign-in-forms.ts'

/** Formulir pemasangan. */
export const setUpForm = z.object({
  agencyName: text('Isi nama instansi.'),
  zone: z.enum(zones, 'Pilih zona waktu.'),
  name: text('Isi nama Anda.'),
  email,
  password: newPassword,
})
