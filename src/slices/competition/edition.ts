import * as z from 'zod'
import { compare, exact, sumOf } from '#kit/decimal.ts'
import { countWords } from '#kit/words.ts'
import umum2023 from './editions/2023-umum.json' with { type: 'json' }

/** What a field can be filled from, as editions name it. */
export const sources = [
  'present-condition',
  'problem',
  'wanted-condition',
  'innovation-kind',
  'activities',
  'indicators',
  'final-values',
  'resources',
  'team',
] as const
export type Source = (typeof sources)[number]

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const said = z.string().min(1)
const choice = z.strictObject({ key, label: said })

/** The page of an entry's identity has an address beside those of its fields. */
const taken = ['identitas', 'siap', 'buka-lagi', 'kirim', 'berkas']

const field = z.strictObject({
  key: key.refine((name) => !taken.includes(name)),
  /** As the form numbers it: "6a". */
  number: said,
  label: said,
  question: said,
  /** What the answer has to hold. */
  points: z.array(said),
  /** Words. */
  limit: z.number().int().positive(),
  needsEvidence: z.boolean(),
  sources: z.array(z.enum(sources)),
})

/** Percent of the whole mark, a decimal in text; null where it is not known. */
const weight = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/)
  .nullable()

const edition = z.strictObject({
  key,
  label: said,
  /** The regulation that it follows. */
  basis: said,
  /** How sure what stands here is, for whoever relies on it. */
  remark: said,
  /** How old an innovation must be on the day of closing; null where it is not known. */
  minimumYears: z.number().int().nonnegative().nullable(),
  closingOn: z.iso.date().nullable(),
  needsVideo: z.boolean(),
  /** What is marked together: one weight for all fields of an aspect. */
  aspects: z
    .array(z.strictObject({ label: said, weight, fields: z.array(field).min(1) }))
    .refine((aspects) => isWhole(aspects.map((aspect) => aspect.weight)), 'known weights sum to 100 exactly'),
  categories: z.array(choice).min(1),
  goals: z.array(choice),
  /** Letters and statements without which nothing is sent. */
  checks: z.array(z.strictObject({ key, kind: z.enum(['letter', 'statement']), label: said, hint: said })),
})

/** Edisi KIPP: one year's rules of the competition for one group. They change every year, so they are data. */
export type Edition = z.output<typeof edition>

/** Bidang usulan: one question of an edition's form, with the weight that its aspect has. */
export type EditionField = z.output<typeof field> & { weight: string | null; isShared: boolean }

/** Settled: known weights sum to 100 exactly, as decimals; an edition with unknown ones says so by null. */
function isWhole(weights: (string | null)[]): boolean {
  const known = weights.filter((value) => value !== null)
  return known.length < weights.length || compare(sumOf(known.map(exact)), exact(100)) === 0
}

/** An edition as its file says it; throws where the file is not one. */
export const readEdition = (file: unknown): Edition => edition.parse(file)

/** All editions, the newest first. */
export const editions: Edition[] = [umum2023].map(readEdition)

/** The edition of this key. */
export const editionOf = (name: string): Edition | undefined => editions.find((one) => one.key === name)

/** All fields of an edition, in the order of its form. */
export const fieldsOf = (one: Edition): EditionField[] =>
  one.aspects.flatMap((aspect) =>
    aspect.fields.map((each) => ({ ...each, weight: aspect.weight, isShared: aspect.fields.length > 1 })),
  )

/** By how many words a text is over the limit of its field; 0 when it is not. */
export const excessOf = (text: string, { limit }: Pick<EditionField, 'limit'>): number =>
  Math.max(0, countWords(text) - limit)
