import * as z from 'zod'
import { text } from '#kit/schema.ts'
import { lengthProblem } from './password.ts'

const incomplete = 'Isi alamat surel yang lengkap, misalnya nama@instansi.go.id.'

/** The e-mail of an account, in lower case. */
export const email = text('Isi surel.', 254).pipe(z.email(incomplete).toLowerCase())

const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')

/** Formulir masuk. The password is taken exactly as typed. */
export const signInForm = z.object({
  email,
  password: z.string('Isi kata sandi.').min(1, 'Isi kata sandi.').max(1000, 'Kata sandi terlalu panjang.'),
  remember: ticked,
  next: z.string().default(''),
})

/** Formulir lupa kata sandi. */
export const askResetForm = z.object({ email })

/** A password that is to be set. Its length is told with the other fields; whether it is a good one is judged apart. */
export const newPassword = z
  .string('Isi kata sandi baru.')
  .min(1, { error: 'Isi kata sandi baru.', abort: true })
  .refine((password) => lengthProblem(password) === null, { error: ({ input }) => lengthProblem(String(input)) ?? '' })

/** Formulir kata sandi baru. */
export const resetForm = z.object({ password: newPassword })

/** Formulir ganti kata sandi. `endOthers` also signs the account out everywhere else. */
export const changePasswordForm = z.object({
  currentPassword: z.string('Isi kata sandi sekarang.').min(1, 'Isi kata sandi sekarang.').max(1000),
  password: newPassword,
  endOthers: ticked,
})
