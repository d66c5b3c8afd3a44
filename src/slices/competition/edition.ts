import type * as z from 'zod'
import { countWords } from '#kit/words.ts'
import { editionShape } from './edition-shape.ts'
import { wholeFaults } from './edition-whole.ts'

export type { Signal, Source } from './edition-shape.ts'

/** Edisi kompetisi: one year's rules of the competition for one group. They change every year, so they are data. */
export type Edition = z.output<typeof editionShape>

/** Bidang usulan: one question of an edition's form, with the weight that its aspect has. */
export type EditionField = Edition['aspects'][number]['fields'][number] & { weight: string | null; isShared: boolean }

/** The most that the file of an edition may hold, in characters. */
export const mostEditionText = 500_000

/** One thing that is wrong in a file, and where; `code` where it is its shape, as zod names it. */
export type EditionFault = { at: string; sentence: string; code?: string }

/**
 * An edition as its file says it, or everything that is wrong in the file, within its parts and between them: all of it
 * is taken or nothing.
 */
export function parseEdition(file: unknown): { edition: Edition } | { faults: EditionFault[] } {
  const read = editionShape.safeParse(file, { error: (issue) => inOurWords(issue) })
  const between = wholeFaults(file).map(({ path, sentence }) => ({ at: placeOf(path), sentence }))
  if (read.success && between.length === 0) return { edition: read.data }
  const within = (read.error?.issues ?? []).map(({ path, message, code }) => ({
    ...{ at: placeOf(path), sentence: message, code },
  }))
  return { faults: [...within, ...between] }
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
  inclusive?: boolean
  maximum?: unknown
}

function inOurWords({
  code,
  input,
  expected,
  keys,
  values,
  minimum,
  inclusive = true,
  maximum,
}: Issue): string | undefined {
  if (code === 'unrecognized_keys') return `Tidak dikenal: ${keys?.join(', ')}.`
  if (input === undefined) return 'Belum ada di berkas ini.'
  if (code === 'invalid_type') return `Harus ${kinds[String(expected)] ?? 'berbentuk lain'}.`
  if (code === 'invalid_value') return `Pilih salah satu: ${values?.join(', ')}.`
  if (code === 'too_small') return `Paling sedikit ${Number(minimum) + (inclusive ? 0 : 1)}.`
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
