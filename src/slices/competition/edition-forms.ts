import * as z from 'zod'
import { type Typed, typedOf } from '#kit/form.ts'
import { optionalDay, optionalDecimal, optionalText, text } from '#kit/schema.ts'
import { type Correction, correctionOf } from './correction.ts'
import { type Edition, type EditionFault, fieldsOf } from './edition.ts'
import { certainties, editionParts } from './provenance.ts'

const noYear = 'Isi tahun, misalnya 2027.'

const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .default('')
    .refine((value) => value === '' || (/^\d{1,7}$/.test(value) && Number(value) >= least && Number(value) <= most), {
      message: `Isi bilangan bulat dari ${least} sampai ${most}, atau kosongkan.`,
    })
    .transform((value) => (value === '' ? null : Number(value)))

/** Formulir edisi tahun lain. */
export const nextEditionForm = z.object({
  year: z.coerce.number(noYear).int(noYear).min(2000, noYear).max(2100, noYear),
})

/**
 * Formulir pembetulan edisi. Its fields hang on the edition: a weight for each aspect, a question and a limit for each
 * field, a certainty for each part.
 */
export const correctionForm = (edition: Edition) =>
  z
    .object({
      drawnFrom: z.coerce.number().int().min(0),
      label: text('Isi nama edisi.'),
      basis: text('Isi dasar hukumnya.', 300),
      remark: text('Isi catatan tentang keandalannya.', 1000),
      categories: optionalText(4000).transform((lines) =>
        lines.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
      ),
      opensOn: optionalDay,
      closingOn: optionalDay,
      minimumYears: whole(0, 20),
      quota: whole(0, 999),
      videoSeconds: whole(1, 7200),
      videoHeight: whole(1, 9999),
      reason: text('Isi alasannya: dari mana pembetulan ini diketahui.', 300),
      ...numbered('weight', edition.aspects.length, optionalDecimal),
      ...numbered('question', fieldsOf(edition).length, text('Isi pertanyaannya.', 2000)),
      ...numbered('limit', fieldsOf(edition).length, whole(1, 5000)),
      ...Object.fromEntries(
        editionParts.map((part) => [`certainty_${part}`, z.enum(certainties, 'Pilih kepastiannya.')]),
      ),
    })
    .transform((said: Record<string, unknown>) => {
      const row = <Value>(name: string, count: number) =>
        Array.from({ length: count }, (_, at) => said[`${name}_${at + 1}`] as Value)
      const fields = fieldsOf(edition).length
      return {
        ...(said as unknown as Correction & { reason: string; drawnFrom: number }),
        weights: row<string | null>('weight', edition.aspects.length),
        questions: row<string>('question', fields),
        limits: row<number | null>('limit', fields),
        certainties: editionParts.map((part) => said[`certainty_${part}`] as Correction['certainties'][number]),
      }
    })

const numbered = <S extends z.ZodType>(name: string, count: number, schema: S): Record<string, S> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}_${at + 1}`, schema]))

/** An edition as its form shows it, drawn from this version. */
export function typedEdition(edition: Edition, drawnFrom: number): Typed {
  const { weights, limits, questions, certainties: sure, categories, ...said } = correctionOf(edition)
  const rows = [
    ...weights.map((weight, at) => [`weight_${at + 1}`, weight?.replace('.', ',') ?? '']),
    ...limits.map((limit, at) => [`limit_${at + 1}`, String(limit ?? '')]),
    ...questions.map((question, at) => [`question_${at + 1}`, question]),
    ...editionParts.map((part, at) => [`certainty_${part}`, sure[at] ?? 'unknown']),
  ]
  return { ...typedOf({ ...said, drawnFrom }), categories: categories.join('\n'), ...Object.fromEntries(rows) }
}

/** The faults of a corrected edition beside the fields of its form. */
export function errorsOf(edition: Edition, faults: EditionFault[]): Record<string, string> {
  const keys = fieldsOf(edition).map(({ key }) => key)
  return Object.fromEntries(
    faults.map(({ at, sentence }) => {
      const [, aspect, , field] = /^aspects\[(\d+)\](\.fields\[(\d+)\])?/.exec(at) ?? []
      if (at === 'aspects') return ['weight_1', sentence]
      if (aspect === undefined) return [/^categories/.test(at) ? 'categories' : namedField(at), sentence]
      const own = edition.aspects[Number(aspect)]?.fields[Number(field)]
      if (!own) return [`weight_${Number(aspect) + 1}`, sentence]
      return [`${/limit$/.test(at) ? 'limit' : 'question'}_${keys.indexOf(own.key) + 1}`, sentence]
    }),
  )
}

const namedField = (at: string) => (at === 'closingOn' ? 'closing_on' : 'label')
