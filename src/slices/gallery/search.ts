/** What can be found. */
export const searchKinds = ['project', 'recording', 'guideline', 'evidence', 'person'] as const
export type SearchKind = (typeof searchKinds)[number]

export const searchAccesses = ['public', 'agency', 'team', 'forum'] as const
export type SearchAccess = (typeof searchAccesses)[number]

export const searchOrders = ['relevance', 'newest', 'title'] as const
export type SearchOrder = (typeof searchOrders)[number]

/** By what a search is narrowed. Of what belongs to a project, all but kind and access are the project's. */
export const facetNames = ['kind', 'area', 'target', 'unit', 'year', 'stage', 'access', 'agency'] as const
export type FacetName = (typeof facetNames)[number]

/** Pencarian: what is asked for, as it stands in the address. */
export type Search = {
  text: string
  chosen: Partial<Record<FacetName, string>>
  order: SearchOrder
  number: number
  /** Only as it was typed, also where a word finds nothing. */
  isLiteral: boolean
}

/** Whether anything is asked: words, or a choice alone. */
export const isAsked = ({ text, chosen }: Search): boolean => text !== '' || Object.keys(chosen).length > 0

/** One thing asked for: words that must be there, side by side where they are a phrase, or must not be there. */
export type Term = { words: { text: string; at: number }[]; isPhrase: boolean; isExcluded: boolean }

/** What was typed, read: its terms, the words too common to find anything by, and whether there was more than is read. */
export type Question = { terms: Term[]; common: string[]; isCut: boolean }

/** Longer texts are read up to here: nobody types so much, and a pasted page finds nothing. */
export const longestSearch = 200
const mostWords = 12
/** Beginnings shorter than this begin half of all words. */
const shortestBeginning = 3

/** Too common to find anything by; the same list stands in the database (`search_stop_words`), held to it by a test. */
export const stopWords =
  'ada adalah agar akan antara atas atau bagi bahwa dalam dan dapat dari dengan di ini itu juga karena ke kepada lain maka oleh pada para per saat sebagai secara seperti serta setiap sudah telah terhadap tersebut untuk yang'.split(
    ' ',
  )

/** Letters and digits without accents, in small letters: what is left of a text for searching. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Reads what was typed: "a phrase", -without, and words, of which common ones are dropped outside a phrase. */
export function readQuestion(text: string): Question {
  const letters = [...text]
  const typed = letters.slice(0, longestSearch).join('')
  const question: Question = { terms: [], common: [], isCut: letters.length > longestSearch }
  let count = 0
  for (const [, minus, phrase, bare = ''] of typed.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const isExcluded = minus === '-'
    const words = wordsIn(phrase ?? bare).map((word, at) => ({ text: word, at }))
    const telling = words.filter((word) => !stopWords.includes(word.text))
    question.common.push(...words.filter((word) => !telling.includes(word)).map((word) => word.text))
    const kept = telling.slice(0, mostWords - count)
    if (kept.length < telling.length) question.isCut = true
    count += kept.length
    if (kept.length === 0) continue
    if (phrase !== undefined) question.terms.push({ words: kept, isPhrase: true, isExcluded })
    else for (const word of kept) question.terms.push({ words: [word], isPhrase: false, isExcluded })
  }
  return question
}

/** Whether there is anything to look for: what must not be there alone is nothing. */
export const isTelling = ({ terms }: Question): boolean => terms.some(({ isExcluded }) => !isExcluded)

/** The single words that must be there, without those of phrases: each may be misspelt. */
export const looseWords = ({ terms }: Question): string[] =>
  terms.flatMap(({ words, isPhrase, isExcluded }) => (isPhrase || isExcluded ? [] : words.map((word) => word.text)))

/** What is known of each word: its stem, and the words that begin with it where they were looked up. */
export type Stems = ReadonlyMap<string, { stem: string; longer: readonly string[] | null }>

const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`

/**
 * The question as PostgreSQL's tsquery. A word is sought as it stands and by its stem; the last one also as a beginning,
 * since it may not be typed out yet: as the longer words that are in use, where they are known. `inTitles` looks at titles alone.
 */
export function tsqueryOf({ terms }: Question, stems: Stems, inTitles = false): string {
  const last = terms.at(-1)
  const weight = inTitles ? 'A' : ''
  const label = inTitles ? ':A' : ''
  return terms
    .map((term) => {
      const { words, isPhrase, isExcluded } = term
      const as = (spell: (word: string) => string) =>
        words
          .map(({ text, at }, index) => {
            const before = words[index - 1]
            return `${before ? ` <${at - before.at}> ` : ''}${quoted(spell(text))}${label}`
          })
          .join('')
      const ways = [as((word) => stems.get(word)?.stem ?? word), as((word) => word)]
      const [word] = words
      if (term === last && !isPhrase && !isExcluded && word && word.text.length >= shortestBeginning) {
        const longer = stems.get(word.text)?.longer
        ways.push(...(longer?.map((one) => quoted(one) + label) ?? [`${quoted(word.text)}:*${weight}`]))
      }
      return `${isExcluded ? '!' : ''}(${[...new Set(ways)].map((way) => `(${way})`).join(' | ')})`
    })
    .join(' & ')
}

/** The question with these words in place of those that find nothing. */
export const withWords = (question: Question, instead: ReadonlyMap<string, string>): Question => ({
  ...question,
  terms: question.terms.map((term) =>
    term.isPhrase || term.isExcluded
      ? term
      : { ...term, words: term.words.map(({ text, at }) => ({ text: instead.get(text) ?? text, at })) },
  ),
})

/** The question as somebody would type it. */
export const asTyped = ({ terms }: Question): string =>
  terms
    .map(({ words, isPhrase, isExcluded }) => {
      const text = words.map((word) => word.text).join(' ')
      return `${isExcluded ? '-' : ''}${isPhrase ? `"${text}"` : text}`
    })
    .join(' ')

/** A lasting code typed by itself: 8 characters of the alphabet that has no vowels. */
export const codeIn = (text: string): string | null => {
  const code = text.trim().toLowerCase()
  return /^[0-9bcdfghjkmnpqrstvwxz]{8}$/.test(code) ? code : null
}

/** A piece of a passage, and whether it is what was looked for. */
export type Piece = { text: string; isFound: boolean }

/** Marks around what was found, and what stands for "<" until then: no letters that anybody types. */
export const passageMarks = { begin: '\u0002', end: '\u0003', less: '\u0001' }

/** A passage with marks, in pieces. A mark that is never closed reaches to the end. */
export function piecesOf(passage: string): Piece[] {
  const { begin, end, less } = passageMarks
  const whole = passage.replaceAll(less, '<')
  return whole.split(begin).flatMap((part, index) => {
    const [found = '', ...rest] = index === 0 ? ['', part] : part.split(end)
    return [
      { text: found, isFound: true },
      { text: rest.join(''), isFound: false },
    ].filter(({ text }) => text !== '')
  })
}
