import * as z from 'zod'
import { day, optionalDay, optionalDecimal, optionalId, optionalText, rowId, several, text } from '#kit/schema.ts'
import { bundleChoices } from './bundle.ts'
import { noLine } from './evidence.ts'
import { lkeQuestionCodes } from './evidence-question.ts'

const percent = z
  .string('Isi persentase antara 0 dan 100.')
  .trim()
  .regex(/^(\d{1,2}|100)$/, 'Isi bilangan bulat antara 0 dan 100.')
  .transform(Number)

/** A link of the web, null when empty. */
const link = z
  .string()
  .trim()
  .max(500, 'Paling banyak 500 huruf.')
  .default('')
  .refine(
    (value) => value === '' || (/^https?:\/\/\S+$/i.test(value) && URL.canParse(value)),
    'Isi tautan lengkap yang dimulai dengan https:// atau http://.',
  )
  .transform((value) => value || null)

/** Formulir laporan kemajuan satu kegiatan. Files come beside it; both ids were minted with the page. */
export const reportForm = z.object({
  id: rowId,
  linkId: rowId,
  percent,
  value: optionalDecimal,
  note: text('Tulis apa yang sudah dicapai.', 2000),
  obstacle: optionalText(2000),
  solution: optionalText(2000),
  link,
  provesOn: optionalDay,
})

/** Activities of a plan, by their lines: one at least. */
const lineIds = several(rowId, 500).refine((lines) => lines.length > 0, noLine)

/** Formulir eviden that comes by itself. Files come beside it; the link's id was minted with the page. */
export const bringForm = z.object({
  linkId: rowId,
  link,
  provesOn: day('Isi tanggal yang dibuktikan oleh eviden ini.'),
  lineIds,
})

/** Formulir kegiatan yang dibuktikan; `revision` is the choice from which it was drawn. */
export const assignForm = z.object({ lineIds, revision: z.string().max(20_000).default('') })

/** Formulir pertanyaan LKE yang dibuktikan, none of them allowed; `revision` as above. */
export const questionForm = z.object({
  questions: several(z.enum(lkeQuestionCodes), lkeQuestionCodes.length),
  revision: z.string().max(200).default(''),
})

/** Formulir paket eviden: of one project. */
export const bundleForm = z.object({ choice: z.enum(bundleChoices, 'Pilih eviden yang diikutkan.') })

/** Formulir paket eviden: of all projects in one reform area. */
export const areaBundleForm = bundleForm.extend({ area: text('Pilih area perubahan.') })

/** Formulir pengembalian: what has to be mended, which may also become a follow-up with a due day. */
export const returnForm = z
  .object({
    remark: text('Tulis apa yang perlu diperbaiki.', 2000),
    followUpId: optionalId,
    asFollowUp: z
      .literal(['', 'yes'])
      .default('')
      .transform((answer) => answer === 'yes'),
    dueOn: optionalDay,
  })
  .refine(({ asFollowUp, dueOn }) => !asFollowUp || dueOn !== null, {
    path: ['dueOn'],
    message: 'Isi batas waktu tindak lanjutnya.',
  })
  .refine(({ asFollowUp, remark }) => !asFollowUp || remark.length <= 1000, {
    path: ['remark'],
    message: 'Catatan yang menjadi tindak lanjut paling banyak 1.000 huruf.',
  })
