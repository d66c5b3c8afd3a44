import * as z from 'zod'
import { isDay } from './date.ts'

const reload = 'Muat ulang halaman ini, lalu coba lagi.'
const tooLong = (most: number) => `Paling banyak ${most} huruf.`

/** The id of a row: minted by the page that drew an add form, or chosen from a list that the page drew. */
export const rowId = z.uuid(reload)

/** The id of a row chosen from a list; `missing` asks for the choice. */
export const chosenId = (missing: string) => z.uuid(missing)

/** The id of a row that may stay unchosen; null then. */
export const optionalId = z
  .union([z.literal(''), z.uuid(reload)])
  .default('')
  .transform((id) => id || null)

/** The revision from which a form was drawn. */
export const revision = z.coerce.number(reload).int(reload).min(1, reload)

/** One line or more that must be typed; `missing` asks for it. Spaces around it are dropped. */
export const text = (missing: string, most = 200) => z.string(missing).trim().min(1, missing).max(most, tooLong(most))

/** Text that may stay empty. */
export const optionalText = (most = 200) => z.string().trim().max(most, tooLong(most)).default('')

const noDay = 'Isi tanggal yang ada di kalender, misalnya 31 Maret 2026.'

/** A field that may stand in a form more than once, or not at all: each of its values, at most so many. */
export const several = <S extends z.ZodType>(of: S, most: number) =>
  z.preprocess((value) => [value ?? []].flat(), z.array(of).max(most))

/** A day that must be given; `missing` asks for it. */
export const day = (missing: string) => z.string(missing).trim().min(1, missing).refine(isDay, noDay)

/** A day that may stay empty; null then. */
export const optionalDay = z
  .string()
  .trim()
  .default('')
  .refine((value) => value === '' || isDay(value), noDay)
  .transform((value) => value || null)

/** A time of day that must be given; `missing` asks for it. */
export const clock = (missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Isi jam seperti 09:00.')

/** A decimal as Indonesians type it ("1.234,5"), kept exact as text; null when empty. */
export const optionalDecimal = z
  .string()
  .trim()
  .default('')
  .transform((value, context) => {
    if (value === '') return null
    if (/^-?(\d{1,3}(\.\d{3})+|\d{1,15})(,\d{1,6})?$/.test(value)) return value.replaceAll('.', '').replace(',', '.')
    context.addIssue('Isi angka, dengan koma untuk pecahan, misalnya 1.250 atau 4,6.')
    return z.NEVER
  })

/** An e-mail address in lower case; null when none is given. */
export const optionalEmail = z
  .string()
  .trim()
  .toLowerCase()
  .default('')
  .refine((value) => value === '' || isEmail(value), 'Isi alamat surel yang lengkap, misalnya nama@instansi.go.id.')
  .transform((value) => value || null)

const isEmail = (value: string) => value.length <= 254 && z.email().safeParse(value).success
