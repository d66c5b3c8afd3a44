import * as z from 'zod'
import { certainties, type EditionPart } from './provenance.ts'

/** What a field can be filled from, as editions name it. */
const sources = [
  'present-condition',
  'problem',
  'wanted-condition',
  'innovation-kind',
  'activities',
  'indicators',
  'before',
  'after',
  'final-values',
  'resources',
  'team',
  'integration',
  'replicated',
] as const
export type Source = (typeof sources)[number]

/** What a strong answer to a field would show, as editions name it; `preflight.ts` looks for it. */
export const signals = [
  'figures',
  'before-after',
  'verified-evidence',
  'activities-done',
  'three-documents',
  'replicated',
] as const
export type Signal = (typeof signals)[number]

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Tulis dengan huruf kecil, angka, dan tanda hubung saja.')
const said = z.string().min(1, 'Tidak boleh kosong.').max(2000)
/** Words of an edition's own; absent where those of Rintis do. */
const own = said.optional()
/** What the form itself calls it, where it is written in another language. */
const original = own
const choice = z.strictObject({ key, label: said, original })
const day = z.iso.date('Tulis tanggal sebagai TTTT-BB-HH.').nullable()
const count = z.number().int().nonnegative()

/** Pages of an entry that have an address beside those of its fields. */
export const taken = [
  'identitas',
  'siap',
  'buka-lagi',
  'kirim',
  'berkas',
  'surat',
  'periksa',
  'arsip',
  'edisi',
  'salin',
  'tahap',
  'catatan',
  'kabar',
  'tulis',
  'kini',
  'tarik',
]

const field = z.strictObject({
  key: key.refine((name) => !taken.includes(name), 'Nama ini dipakai Rintis. Pilih nama lain.'),
  /** As the form numbers it: "6a". */
  number: said,
  label: said,
  original,
  question: said,
  /** What the answer has to hold. */
  points: z.array(said),
  /** Words; null where the limit is not known. */
  limit: z.number().int().positive().nullable(),
  needsEvidence: z.boolean(),
  sources: z.array(z.enum(sources)),
  signals: z.array(z.enum(signals)).default([]),
})

/** Percent of the whole mark, a decimal in text; null where it is not known. */
const weight = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, 'Tulis bobot sebagai angka dalam tanda kutip, misalnya "12.5".')
  .nullable()

const aspect = z.strictObject({ label: said, weight, fields: z.array(field).min(1) })

/** A question of the form's identity block; one that depends on another names its answer. */
const asked = z.strictObject({
  key,
  label: said,
  original,
  hint: z.string(),
  kind: z.enum(['text', 'yes-no']),
  required: z.boolean(),
  onlyIf: z.strictObject({ key, is: said }).nullable(),
  /** The answer with which an entry is not let in. */
  bars: own,
})

/** What a letter can be written from. */
export const letterKinds = ['implementation', 'innovators', 'replication', 'own'] as const

const check = z.strictObject({
  key,
  kind: z.enum(['letter', 'statement']),
  label: said,
  hint: z.string(),
  /** The letter that Rintis can write from what it knows; its own words alone where the edition has no such sample. */
  letter: z.enum(letterKinds).nullable(),
  /** What it states, in the edition's words. */
  statement: own,
  /** Who signs it, by position. */
  signatory: own,
  /** Whether it bears a duty stamp. */
  stamped: z.boolean(),
  /** How many files have to be attached to the fields, of which a statement speaks. */
  leastFiles: count.optional(),
  /** How large its scan may be. */
  mostBytes: z.number().int().positive().nullable(),
})

/** A stage at which the competition decides; what its results are called where that is not "Lolos". */
const stage = z.strictObject({ key, label: said, passed: own, failed: own })

const origin = z.strictObject({ certainty: z.enum(certainties), source: z.string() })
/** Versions that were kept before these parts told their origin say nothing of it. */
const unsaid = origin.default({ certainty: 'unknown', source: '' })
const provenance = z.strictObject({
  ...{ basis: origin, dates: origin, age: origin, groups: origin, categories: origin, goals: unsaid },
  ...{ questions: origin, limits: origin, weights: origin, identity: unsaid, video: origin, letters: origin },
  stages: unsaid,
} satisfies Record<EditionPart, z.ZodType>)

/** The shape of an edition as its file has it; what its parts demand of each other is in `edition-whole.ts`. */
export const editionShape = z.strictObject({
  key,
  label: said,
  form: z.enum(['kipp', 'other']),
  /** What its competition is called in a sentence, and where its entries go: "UNPSA", "situs UNPSA". */
  short: said.nullable().default(null),
  site: said.nullable().default(null),
  /** In which language its entries are read. */
  language: z.enum(['id', 'en']).default('id'),
  year: z.number().int().min(2000).max(2100).nullable(),
  group: said,
  /** The regulation that it follows. */
  basis: said,
  /** How sure what stands here is, for whoever relies on it. */
  remark: said,
  provenance,
  opensOn: day,
  closingOn: day,
  /** How old an innovation must be on the day of closing; null where it is not known. */
  minimumYears: count.nullable(),
  ageNote: z.string(),
  /** How many entries an agency may send; null where it is not known. */
  quota: count.nullable(),
  needsPublicService: z.boolean(),
  /** How often an innovation may have had an award before and still be let in. */
  awardRules: z.array(z.strictObject({ award: key, most: count })),
  video: z.strictObject({
    required: z.boolean(),
    mostSeconds: z.number().int().positive().nullable(),
    leastHeight: z.number().int().positive().nullable(),
    language: z.string().min(2).max(8).nullable(),
    /** Where it may lie; empty where any place will do. */
    hosts: z.array(said),
    shows: z.array(said),
  }),
  /** What is marked together: one weight for all fields of an aspect. */
  aspects: z.array(aspect).min(1),
  categories: z.array(choice),
  goals: z.array(choice),
  identity: z.array(asked),
  /** Letters and statements without which nothing is sent. */
  checks: z.array(check),
  /** The stages at which the competition decides, in their order. */
  stages: z.array(stage),
})
