import {
  asTyped,
  isTelling,
  looseWords,
  type Question,
  readQuestion,
  type Search,
  tsqueryOf,
  withWords,
} from './search.ts'
import { type FoundDetail, findDetails } from './search-detail-store.ts'
import { type ExactThing, findExact } from './search-exact-store.ts'
import { type Found, findEntries, findTitles } from './search-found-store.ts'
import { type Asker, findSpellings, findStems } from './search-store.ts'

/** What a search found, and how it was read. */
export type Answer = Found & {
  question: Question
  /** What was looked for in place of what was typed, where that finds nothing. */
  instead: string | null
  exact: ExactThing[]
  details: FoundDetail[]
}

const nothing: Found = { total: 0, isCut: false, things: [], counts: [] }

/**
 * Looks for what was asked. The number of queries does not grow with what is found: three more where nothing is, to see
 * whether a word was misspelt. Without words everything is listed that is left by the choices.
 */
export async function answer(asker: Asker, search: Search): Promise<Answer> {
  const question = readQuestion(search.text)
  if (search.text !== '' && !isTelling(question))
    return { ...nothing, question, instead: null, exact: await findExact(asker, search.text), details: [] }
  const exact = search.text === '' ? [] : await findExact(asker, search.text)
  const first = await look(asker, question, search)
  const loose = looseWords(question)
  if (first.found.total > 0 || search.isLiteral || exact.length > 0 || loose.length === 0)
    return { ...first.found, question, instead: null, exact, details: await shownOf(asker, first) }
  const spellings = await findSpellings(
    asker,
    loose.map((word) => ({ word, query: queryOfOne(question, word, first.stems) })),
  )
  const instead = new Map(spellings.flatMap(({ word, likest }) => (likest === null ? [] : [[word, likest]])))
  const isMended = spellings.length > 0 && instead.size === spellings.length
  if (!isMended) return { ...first.found, question, instead: null, exact, details: [] }
  const mended = withWords(question, instead)
  const second = await look(asker, mended, search)
  return { ...second.found, question, instead: asTyped(mended), exact, details: await shownOf(asker, second) }
}

type Looked = { found: Found; query: string | null; stems: Awaited<ReturnType<typeof findStems>> }

async function look(asker: Asker, question: Question, search: Search): Promise<Looked> {
  const words = question.terms.flatMap((term) => term.words.map(({ text }) => text))
  const stems = await findStems(asker, words)
  const query = words.length === 0 ? null : tsqueryOf(question, stems)
  return { found: await findEntries(asker, query, search), query, stems }
}

const shownOf = (asker: Asker, { found, query }: Looked) =>
  findDetails(asker.db, found.things, query, asker.actor === null)

/** The same question with this word alone, as beginning where it is the last one. */
function queryOfOne({ terms }: Question, word: string, stems: Looked['stems']): string {
  const term = terms.findLast(({ words }) => words.some(({ text }) => text === word))
  const isLast = term === terms.at(-1)
  const alone = { words: [{ text: word, at: 0 }], isPhrase: !isLast, isExcluded: false }
  return tsqueryOf({ terms: [alone], common: [], isCut: false }, stems)
}

/** Things to which what is being typed may lead, by their titles; nothing before three letters. */
export async function suggest(asker: Asker, text: string): Promise<FoundDetail[]> {
  const question = readQuestion(text)
  if (!isTelling(question) || text.length < 3) return []
  const words = question.terms.flatMap((term) => term.words.map((word) => word.text))
  const query = tsqueryOf(question, await findStems(asker, words), true)
  return findDetails(asker.db, await findTitles(asker, query), null, asker.actor === null)
}
