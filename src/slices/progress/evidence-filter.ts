import * as z from 'zod'
import { isDay } from '#kit/date.ts'

/** Kinds of evidence as people speak of them, with the families of files that each is. */
export const evidenceKinds = {
  picture: { label: 'Gambar', families: ['picture'] },
  document: { label: 'Dokumen', families: ['document', 'sheet', 'slides', 'pdf', 'text'] },
  film: { label: 'Film', families: ['film'] },
  sound: { label: 'Rekaman suara', families: ['sound'] },
  link: { label: 'Tautan', families: [] },
} as const

const day = z.string().trim().refine(isDay).nullable().catch(null)

/** What is looked for among evidence. An address that somebody mistyped looks for less, not for nothing. */
const schema = z.object({
  state: z.enum(['submitted', 'verified', 'returned']).nullable().catch(null),
  line: z.uuid().nullable().catch(null),
  kind: z.enum(['picture', 'document', 'film', 'sound', 'link']).nullable().catch(null),
  from: day,
  until: day,
})

export type EvidenceFilter = z.output<typeof schema>

/** The filter that an address names; days that were given the wrong way round are turned. */
export function readEvidenceFilter(query: Record<string, string>): EvidenceFilter {
  const filter = schema.parse({ state: null, line: null, kind: null, from: null, until: null, ...query })
  const { from, until } = filter
  return from !== null && until !== null && from > until ? { ...filter, from: until, until: from } : filter
}

/** The address of a page of what a filter finds. */
export const filteredPath = (path: string, filter: EvidenceFilter, page: number): string => {
  const asked = Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== null)
  return `${path}?${new URLSearchParams([...asked, ['halaman', String(page)]])}`
}

export const isNarrowed = (filter: EvidenceFilter): boolean => Object.values(filter).some((value) => value !== null)
