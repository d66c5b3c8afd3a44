/** Somebody else in the open entry, and the field in which they stand. */
export type Writer = { name: string; at: string | null }

/** Who else is there: "Juga di sini: Sari, Budi." Nothing where nobody is. */
export const othersInWords = (others: readonly Writer[]): string =>
  others.length === 0 ? '' : `Juga di sini: ${others.map(({ name }) => name).join(', ')}.`

/** Who else writes in a field: "Sari dan Budi sedang menulis di sini." */
export function writersInWords(others: readonly Writer[], field: string): string {
  const names = others.filter(({ at }) => at === field).map(({ name }) => name)
  const last = names.pop()
  if (last === undefined) return ''
  return `${names.length > 0 ? `${names.join(', ')} dan ${last}` : last} sedang menulis di sini.`
}
