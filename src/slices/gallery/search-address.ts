import * as z from 'zod'
import { pageNumber } from '#kit/list.ts'
import { type FacetName, facetNames, type Search, type SearchOrder, searchOrders } from './search.ts'

/** What a facet is called in an address. */
const fields: Record<FacetName, string> = {
  kind: 'jenis',
  area: 'area',
  target: 'sasaran',
  unit: 'unit',
  year: 'tahun',
  stage: 'tahap',
  access: 'akses',
  agency: 'instansi',
}

/** What a choice is called in an address, where it is one of ours; others are codes and slugs already. */
const choices: Partial<Record<FacetName, Record<string, string>>> = {
  kind: { project: 'proyek', recording: 'dokumentasi', guideline: 'pedoman', evidence: 'eviden', person: 'pegawai' },
  access: { public: 'publik', agency: 'instansi', team: 'tim', forum: 'forum' },
  stage: {
    preparing: 'penyusunan',
    approval: 'persetujuan',
    verification: 'verifikasi',
    presentation: 'paparan',
    running: 'pelaksanaan',
    finishing: 'penyelesaian',
  },
}

const orderWords: Record<SearchOrder, string> = { relevance: '', newest: 'terbaru', title: 'judul' }

const keyOf = (name: FacetName, word: string): string | undefined => {
  const known = choices[name]
  return known ? Object.keys(known).find((key) => known[key] === word) : word
}

const word = z
  .string()
  .regex(/^[a-z0-9-]{1,120}$/)
  .optional()
  .catch(undefined)
const text = z.string().catch('')

/**
 * What an address asks for. Whatever in it is no choice of ours is left out: addresses are passed on and typed over.
 * Letters that nobody sees separate words.
 */
export function readSearch(query: Record<string, string>): Search {
  const chosen = facetNames.flatMap((name) => {
    const written = word.parse(query[fields[name]])
    const key = written && keyOf(name, written)
    return key ? [[name, key]] : []
  })
  return {
    text: text
      .parse(query.q)
      .replace(/\p{Cc}/gu, ' ')
      .trim(),
    chosen: Object.fromEntries(chosen),
    order: searchOrders.find((order) => orderWords[order] === (word.parse(query.urut) ?? '')) ?? 'relevance',
    number: pageNumber(word.parse(query.halaman)),
    isLiteral: query.apa === 'adanya',
  }
}

/** The address of a search: what is asked for stands in it, so that it can be kept and passed on. */
export function pathOf(base: string, search: Search): string {
  const fieldsOf = fieldsIn(search)
  if (search.number > 1) fieldsOf.push(['halaman', String(search.number)])
  const query = new URLSearchParams([...(search.text === '' ? [] : [['q', search.text]]), ...fieldsOf] as string[][])
  return query.size === 0 ? base : `${base}?${query}`
}

/** All that a new text leaves as it is, as fields of a form. */
export function fieldsIn({ chosen, order, isLiteral }: Omit<Search, 'text' | 'number'>): [string, string][] {
  const narrowing = facetNames.flatMap((name): [string, string][] => {
    const key = chosen[name]
    return key ? [[fields[name], choices[name]?.[key] ?? key]] : []
  })
  if (order !== 'relevance') narrowing.push(['urut', orderWords[order]])
  if (isLiteral) narrowing.push(['apa', 'adanya'])
  return narrowing
}
