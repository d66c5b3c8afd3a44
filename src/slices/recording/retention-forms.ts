import * as z from 'zod'
import { optionalDay, optionalId, revision, rowId, several, text } from '#kit/schema.ts'
import { bases, fates, verdicts } from './retention.ts'

const years = z
  .string('Isi jumlah tahunnya.')
  .trim()
  .regex(/^\d{1,3}$/, 'Isi angka bulat, misalnya 5.')
  .transform(Number)
  .refine((count) => count <= 100, 'Paling lama 100 tahun.')

const rule = {
  code: text('Isi kode klasifikasinya.', 40),
  name: text('Isi nama jenis arsipnya.'),
  activeYears: years,
  inactiveYears: years,
  fate: z.enum(fates, 'Pilih nasib akhirnya.'),
  basis: z.enum(bases, 'Pilih sejak kapan dihitung.'),
  kinds: several(z.enum(['film', 'sound', 'picture', 'document']), 4),
}

/** Formulir aturan retensi baru. */
export const newRuleForm = z.object({ id: rowId, ...rule })

/** Formulir ubah aturan retensi. */
export const ruleForm = z.object({ revision, ...rule })

/** Formulir pilih aturan; without a choice the rule of its kind counts. */
export const chosenRuleForm = z.object({ revision, ruleId: optionalId })

/** Formulir keputusan retensi. */
export const verdictForm = z.object({
  id: rowId,
  revision,
  verdict: z.enum(verdicts, 'Pilih keputusannya.'),
  untilOn: optionalDay,
  reason: text('Tulis alasannya.', 1000),
})
