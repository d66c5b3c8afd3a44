import type { Source } from './edition.ts'
import { sentencesIn } from './fillers.ts'
import { briefOf, type ProjectFacts, wholeOf } from './source-text.ts'

/** The sources whose words an answer still holds: their first sentence stands in it, or what they say in one. */
export function heldIn(answer: string, sources: readonly Source[], facts: ProjectFacts): Source[] {
  const words = plain(answer)
  return sources.filter((source) => {
    const first = plain(sentencesIn(wholeOf(source, facts))[0] ?? '')
    return first !== '' && (words.includes(first) || words.includes(plain(briefOf(source, facts))))
  })
}

/** A sentence of an answer, and the source that says it too; null where its author wrote it. */
export type Traced = { sentence: string; source: Source | null }

/** Each sentence of an answer with the source of its field in which it stands, word for word. */
export function traceOf(answer: string, sources: readonly Source[], facts: ProjectFacts): Traced[] {
  const said = sources.map((source) => ({
    source,
    words: `${plain(wholeOf(source, facts))}\n${plain(briefOf(source, facts))}`,
  }))
  return sentencesIn(answer)
    .map(plain)
    .filter((sentence) => sentence !== '')
    .map((sentence) => ({ sentence, source: said.find(({ words }) => words.includes(sentence))?.source ?? null }))
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
