import { certainties, certaintyWords, type EditionPart, partInSentence } from './provenance.ts'

/** An edition that is being corrected: what its file would hold, right or wrong. */
export type Draft = Record<string, unknown>

/** One thing that a part of an edition says; `path` leads to it from the edition, or from its row. */
export type Said = {
  path: string
  kind: 'text' | 'long' | 'lines' | 'whole' | 'decimal' | 'kilobytes' | 'day' | 'yes' | 'one' | 'several'
  label: string
  hint?: string
  /** May stay empty; what an empty text is then. A number or a day that is empty is not known. */
  empty?: 'text' | 'null' | 'absent'
  unit?: string
  /** Stands with others of its row under this heading, which most may pass over. */
  fold?: string
  options?: (draft: Draft) => { value: string; label: string }[]
}

/** A list of a part: its rows are added, ordered and taken out one by one. */
export type Rows = {
  path: string
  /** What a row is called: "kategori". */
  noun: string
  said: Said[]
  /** What a new row holds beside what is typed. */
  fresh: Draft
  /** Where it is not typed, the key of a new row is made from its first words. */
  isKeyed: boolean
}

/** Bagian edisi: what is corrected on one page. */
export type Part = {
  key: string
  title: string
  lead: string
  said: Said[]
  rows?: Rows
  origins: EditionPart[]
  /** What else its standing hangs on, told on another page. */
  leansOn?: EditionPart[]
}

/** What a path leads to; undefined where nothing is. */
export const at = (draft: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((here, name) => (isOpen(here) ? here[name as keyof typeof here] : undefined), draft)

const isOpen = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The draft with something else at a path; undefined takes it out. */
export function withAt<Value>(draft: Value, path: string, value: unknown): Value {
  const [first = '', ...rest] = path.split('.')
  const next = rest.length === 0 ? value : withAt(at(draft, first) ?? {}, rest.join('.'), value)
  if (Array.isArray(draft)) return draft.map((one, index) => (String(index) === first ? next : one)) as Value
  const { [first]: _, ...others } = draft as Draft
  if (next === undefined) return others as Value
  return { ...(draft as Draft), [first]: next } as Value
}

/** The rows of a list, whatever stands there. */
export const rowsAt = (draft: unknown, path: string): Draft[] => {
  const rows = at(draft, path)
  return Array.isArray(rows) ? rows.map((row) => (isOpen(row) ? (row as Draft) : {})) : []
}

/**
 * By what a row is known while others come and go: its key, its award, its first field, or its name; while those are
 * still to be written, the first thing that it says.
 */
export const idOf = (row: Draft): string =>
  [row.key, row.award, rowsAt(row, 'fields')[0]?.key, row.label, ...Object.values(row)]
    .flatMap((said) => (typeof said === 'string' || typeof said === 'number' ? String(said) : []))
    .find((said) => said !== '') ?? ''

/** What a row is called. */
export const nameOf = (row: Draft): string => String(row.label ?? row.award ?? '')

/** The origins of a part, as they stand on its page. */
export const originsOf = (part: EditionPart): Said[] => [
  {
    path: `provenance.${part}.certainty`,
    kind: 'one',
    label: `Kepastian: ${partInSentence(part)}`,
    options: () => certainties.map((value) => ({ value, label: certaintyWords[value] })),
  },
  {
    path: `provenance.${part}.source`,
    kind: 'long',
    label: `Sumber: ${partInSentence(part)}`,
    hint: 'Dari mana diketahui: peraturan, pengumuman, atau orangnya. Satu sumber per baris.',
    empty: 'text',
  },
]

/** All that a part says outside its rows. */
export const saidIn = (part: Part): Said[] => [...part.said, ...part.origins.flatMap(originsOf)]
