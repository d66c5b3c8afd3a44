const lists = new Intl.ListFormat('id', { style: 'long', type: 'conjunction' })
const numbers = new Intl.NumberFormat('id')

/** "a, b, dan c" */
export const listInWords = (parts: string[]): string => lists.format(parts)

/** A number as Indonesians write it: 1.234,5. */
export const numberInWords = (value: number): string => numbers.format(value)

const small = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh']

/** "tujuh" up to ten, figures above, as headings say it. */
export const countInWords = (count: number): string => small[count] ?? numberInWords(count)

/** The sentence with its first letter a capital. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('id') + text.slice(1)

/** The text without NUL, which no database keeps in a text. */
export const withoutNul = (text: string): string => text.replaceAll('\0', '')

/** The sentence with its first letter small, to go on in another: what is in capitals within it stays so. */
export const uncapital = (text: string): string => text.charAt(0).toLocaleLowerCase('id') + text.slice(1)

/** A text for a line of a list: one longer than about `most` letters is cut after a word, and ends in "…". */
export function shortened(text: string, most = 120): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  if (letters.length <= most) return line
  const cut = letters.slice(0, most).join('')
  const end = letters[most] === ' ' ? -1 : cut.lastIndexOf(' ')
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[\s.,;:–-]+$/, '')}…`
}

/** A link that may stand in `href`: our own path, or http(s) and mailto; anything else becomes "#". */
export const safeHref = (href: string): string => (/^(\/(?!\/)|https?:\/\/|mailto:)/i.test(href) ? href : '#')

/** A part of an address made of a name: "Biro Hukum, Organisasi" is "biro-hukum-organisasi". */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '')

/** The slug itself, or with the first number behind it that is free. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}

/** Whether a text from an address can be the id of a row; PostgreSQL takes nothing else for one. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The alphabet of NOID: no vowels, so that a code spells nothing, and no l, which looks like 1. */
export const noid = '0123456789bcdfghjkmnpqrstvwxz'

/** A lasting 8-character code, from 8 random bytes or more that the caller hands in. */
export const codeOf = (random: Uint8Array): string =>
  Array.from(random.slice(0, 8), (byte) => noid[byte % noid.length]).join('')
