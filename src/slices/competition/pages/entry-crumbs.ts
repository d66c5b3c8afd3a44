import type { Entry } from '../entry.ts'
import { titleOfEntry } from '../entry.ts'

/** The way to a page of an entry. */
export const entryCrumbs = (entry?: Pick<Entry, 'code' | 'title'>) => [
  { path: '/usulan', label: 'Usulan kompetisi' },
  ...(entry ? [{ path: `/usulan/${entry.code}`, label: titleOfEntry(entry) }] : []),
]
