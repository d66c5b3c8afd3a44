import type { Entry } from './entry.ts'

/**
 * The entry as a sentence: "Sri Wahyuningtyas atas nama Nadia Kusumastuti mengajukan rencana." `names` are by person
 * and account; `words` say of each event what was done.
 */
export function sentenceOf(
  { accountId, personId, onBehalfOf, event }: Pick<Entry, 'accountId' | 'personId' | 'onBehalfOf' | 'event'>,
  names: Map<string, string>,
  words: Record<string, string>,
): string {
  const author = personId ?? accountId
  const who = author === null ? 'Sistem' : (names.get(author) ?? 'Seseorang')
  const instead = onBehalfOf === null ? '' : ` atas nama ${names.get(onBehalfOf) ?? 'orang lain'}`
  return `${who}${instead} ${words[event] ?? event}.`
}
