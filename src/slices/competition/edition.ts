import * as z from 'zod'
import { compare, exact, sumOf } from '#kit/decimal.ts'
import { countWords } from '#kit/words.ts'
import { editionParts } from './provenance.ts'

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

/** What a strong answer to a field would show, as editions name it; `preflight.ts` looks for it. */
const signals = [
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
const choice = z.strictObject({ key, label: said })
const day = z.iso.date('Tulis tanggal sebagai TTTT-BB-HH.').nullable()
const count = z.number().int().nonnegative()

/** Pages of an entry that have an address beside those of its fields. */
const taken = [
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
  hint: z.string(),
  kind: z.enum(['text', 'yes-no']),
  required: z.boolean(),
  onlyIf: z.strictObject({ key, is: said }).nullable(),
})

const check = z.strictObject({
  key,
  kind: z.enum(['letter', 'statement']),
  label: said,
  hint: z.string(),
  /** The letter that Rintis can write from what it knows. */
  letter: z.enum(['implementation', 'innovators', 'replication']).nullable(),
  /** Whether it bears a duty stamp. */
  stamped: z.boolean(),
  /** How large its scan may be. */
  mostBytes: z.number().int().positive().nullable(),
})

const edition = z
  .strictObject({
    key,
    label: said,
    form: z.enum(['kipp', 'other']),
    year: z.number().int().min(2000).max(2100).nullable(),
    group: said,
    /** The regulation that it follows. */
    basis: said,
    /** How sure what stands here is, for whoever relies on it. */
    remark: said,
    provenance: z.record(
      z.enum(editionParts),
      z.strictObject({ certainty: z.enum(['read', 'second-hand', 'remembered', 'unknown']), source: z.string() }),
    ),
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
    stages: z.array(choice),
  })
  .superRefine((one, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message, input: one })
    const weights = one.aspects.map((each) => each.weight)
    if (!isWhole(weights)) refuse(['aspects'], 'Bobot yang diketahui harus berjumlah tepat 100.')
    const seen = new Set<string>()
    one.aspects.forEach((each, at) => {
      each.fields.forEach((own, index) => {
        if (seen.has(own.key)) refuse(['aspects', at, 'fields', index, 'key'], twice)
        seen.add(own.key)
      })
    })
    for (const list of ['categories', 'goals', 'identity', 'checks', 'stages'] as const) {
      const keys = one[list].map((each) => each.key)
      keys.forEach((name, at) => {
        if (keys.indexOf(name) !== at) refuse([list, at, 'key'], twice)
      })
    }
    one.identity.forEach(({ onlyIf }, at) => {
      if (onlyIf && !one.identity.slice(0, at).some(({ key: earlier }) => earlier === onlyIf.key))
        refuse(['identity', at, 'onlyIf', 'key'], 'Pertanyaan ini tidak ada di atasnya.')
    })
    if (one.opensOn && one.closingOn && one.opensOn > one.closingOn)
      refuse(['closingOn'], 'Penutupan tidak boleh sebelum pembukaan.')
  })

const twice = 'Nama ini sudah dipakai di atasnya.'

/** Edisi KIPP: one year's rules of the competition for one group. They change every year, so they are data. */
export type Edition = z.output<typeof edition>

/** Bidang usulan: one question of an edition's form, with the weight that its aspect has. */
export type EditionField = z.output<typeof field> & { weight: string | null; isShared: boolean }

/** Settled: known weights sum to 100 exactly, as decimals; an edition with unknown ones says so by null. */
function isWhole(weights: (string | null)[]): boolean {
  const known = weights.filter((value) => value !== null && /^\d{1,3}(\.\d{1,2})?$/.test(value))
  return known.length < weights.length || compare(sumOf(known.map((value) => exact(value ?? ''))), exact(100)) === 0
}

/** The most that the file of an edition may hold, in characters. */
export const mostEditionText = 500_000

/** One thing that is wrong in a file, and where. */
export type EditionFault = { at: string; sentence: string }

/** An edition as its file says it, or everything that is wrong in the file: all of it is taken or nothing. */
export function parseEdition(file: unknown): { edition: Edition } | { faults: EditionFault[] } {
  const read = edition.safeParse(file, { error: (issue) => inOurWords(issue) })
  if (read.success) return { edition: read.data }
  return { faults: read.error.issues.map(({ path, message }) => ({ at: placeOf(path), sentence: message })) }
}

/** "aspects[2].fields[0].limit", counted from 0 as the file's own reader does. */
const placeOf = (path: PropertyKey[]): string =>
  path.reduce<string>(
    (place, part) => (typeof part === 'number' ? `${place}[${part}]` : `${place}${place && '.'}${String(part)}`),
    '',
  ) || 'seluruh berkas'

const kinds: Record<string, string> = {
  string: 'teks dalam tanda kutip',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar dalam kurung siku',
  object: 'isian dalam kurung kurawal',
  record: 'isian dalam kurung kurawal',
}

type Issue = {
  code?: string
  input?: unknown
  expected?: unknown
  keys?: string[]
  values?: unknown[]
  minimum?: unknown
  maximum?: unknown
}

function inOurWords({ code, input, expected, keys, values, minimum, maximum }: Issue): string | undefined {
  if (code === 'unrecognized_keys') return `Tidak dikenal: ${keys?.join(', ')}.`
  if (input === undefined) return 'Belum ada di berkas ini.'
  if (code === 'invalid_type') return `Harus ${kinds[String(expected)] ?? 'berbentuk lain'}.`
  if (code === 'invalid_value') return `Pilih salah satu: ${values?.join(', ')}.`
  if (code === 'too_small') return `Paling sedikit ${String(minimum)}.`
  if (code === 'too_big') return `Paling banyak ${String(maximum)}.`
  return 'Bentuknya keliru.'
}

/** An edition as its file says it; throws where the file is not one. */
export function readEdition(file: unknown): Edition {
  const read = parseEdition(file)
  if ('edition' in read) return read.edition
  throw new Error(read.faults.map(({ at, sentence }) => `${at}: ${sentence}`).join('\n'))
}

/** All fields of an edition, in the order of its form. */
export const fieldsOf = (one: Edition): EditionField[] =>
  one.aspects.flatMap((each) =>
    each.fields.map((own) => ({ ...own, weight: each.weight, isShared: each.fields.length > 1 })),
  )

/** By how many words a text is over the limit of its field; 0 when it is not, or where the limit is not known. */
export const excessOf = (text: string, { limit }: Pick<EditionField, 'limit'>): number =>
  limit === null ? 0 : Math.max(0, countWords(text) - limit)
