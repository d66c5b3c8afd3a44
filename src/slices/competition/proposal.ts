import { type Day, dayInWords } from '#kit/date.ts'
import { countWords } from '#kit/words.ts'
import type { EditionField, Source } from './edition.ts'
import { paragraphsIn, spacedSentences } from './fillers.ts'
import { briefOf, type ProjectFacts, wholeOf } from './source-text.ts'

/** A text for a field, made of what is known: from which sources, which it cuts short, and which have nothing to give. */
export type Proposal = { text: string; from: Source[]; cut: Source[]; missing: Source[] }

type Asking = Pick<EditionField, 'key' | 'sources' | 'limit'>

/** Settled: the field that an edition calls so sums up all others. */
export const isSummary = ({ key }: Pick<EditionField, 'key'>) => key === 'ringkasan'

/** What a summary mentions of the other fields, in this order: from the problem to what makes the change last. */
const summed: readonly Source[] = [
  'problem',
  'wanted-condition',
  'innovation-kind',
  'activities',
  'after',
  'final-values',
  'resources',
  'replicated',
  'integration',
]

/** What a field is filled from: what its edition names for it; the summary from what any field is filled from too. */
export function sourcesOf(field: Asking, fields: readonly Asking[]): readonly Source[] {
  if (!isSummary(field)) return field.sources
  const named = summed.filter((source) => fields.some(({ sources }) => sources.includes(source)))
  return [...named, ...field.sources.filter((source) => !named.includes(source))]
}

/**
 * What the sources of each field say, for its author to accept or to write anew. Settled, since the check marks repeated
 * text: a source is told whole in the first field that asks for it, and any other mentions it in one sentence; so the
 * summary is one sentence of each part. No paragraph stands twice, also not in what was answered already, no sentence twice
 * in one field, and no field is filled over its limit: what does not fit is left out from the end of its source.
 */
export function proposalsOf(
  fields: readonly Asking[],
  facts: ProjectFacts,
  answered: ReadonlyMap<string, string> = new Map(),
): Map<string, Proposal> {
  const proposals = new Map<string, Proposal>()
  const homes = homesOf(fields)
  // Under which fields each paragraph stands: as it was answered, or else as it is proposed there.
  const told = new Map<string, Set<string>>()
  const note = (key: string, text: string) => {
    for (const paragraph of paragraphsIn(text).map(plain)) {
      told.set(paragraph, (told.get(paragraph) ?? new Set()).add(key))
    }
  }
  for (const { key } of fields) note(key, answered.get(key) ?? '')
  // What is told whole is kept where it would stand twice, and the summary, which mentions all of it, comes last.
  for (const field of fields.toSorted((a, b) => Number(isSummary(a)) - Number(isSummary(b)))) {
    const { key } = field
    const isTold = (paragraph: string) => {
      const places = told.get(paragraph)
      return places !== undefined && places.size > (places.has(key) ? 1 : 0)
    }
    const isHome = (source: Source) => homes.get(source) === key
    const proposal = propose(field, sourcesOf(field, fields), isHome, facts, isTold)
    proposals.set(key, proposal)
    if (!answered.has(key)) note(key, proposal.text)
  }
  return proposals
}

/** Where each source is told whole. */
function homesOf(fields: readonly Asking[]): Map<Source, string> {
  const homes = new Map<Source, string>()
  for (const { key, sources } of fields.toSorted((a, b) => Number(isSummary(a)) - Number(isSummary(b)))) {
    for (const source of sources) if (!homes.has(source)) homes.set(source, key)
  }
  return homes
}

/** Words of a source in the order in which they are taken, each with what stands before it. */
type Part = { source: Source; pieces: Piece[] }
type Piece = { text: string; gap: string }

function propose(
  { limit }: Asking,
  asked: readonly Source[],
  isHome: (source: Source) => boolean,
  facts: ProjectFacts,
  isTold: (paragraph: string) => boolean,
): Proposal {
  const missing = asked.filter((source) => wholeOf(source, facts) === '')
  const said = new Set<string>()
  const parts: Part[] = []
  for (const source of asked) {
    const text = isHome(source) ? wholeOf(source, facts) : briefOf(source, facts)
    const [first, ...more] = withoutSaid(spacedSentences(text), said)
    const last = parts.at(-1)
    // What is told in one sentence goes on in the paragraph of the one before it.
    const gap = isHome(source) || (last && isHome(last.source)) ? '\n\n' : ' '
    if (first) parts.push({ source, pieces: [{ ...first, gap }, ...more] })
  }
  const taken = withinLimit(parts, limit)
  const paragraphs = inParagraphs(taken).filter(({ text }) => !isTold(plain(text)))
  const from = asked.filter((source) => paragraphs.some((one) => one.sources.has(source)))
  return {
    text: paragraphs.map(({ text }) => text).join('\n\n'),
    from,
    cut: from.filter((source) => pieceCount(taken, source) < pieceCount(parts, source)),
    missing,
  }
}

/** The sentences that were not said before. What is as short as a heading may come again. */
function withoutSaid(pieces: readonly Piece[], said: Set<string>): Piece[] {
  let lineEnd = ''
  return pieces.flatMap(({ text, gap }) => {
    const words = plain(text)
    if (words.length > 20 && said.has(words)) {
      // The line that ended before it still ends.
      if (gap.includes('\n')) lineEnd = gap
      return []
    }
    said.add(words)
    const kept = { text, gap: gap.includes('\n') ? gap : lineEnd || gap }
    lineEnd = ''
    return [kept]
  })
}

/** Takes the first piece of each source, then as much of each as there is room for; in the order of the sources. */
function withinLimit(parts: readonly Part[], limit: number | null): Part[] {
  let room = limit ?? Number.POSITIVE_INFINITY
  const take = (words: number) => {
    if (words > room) return false
    room -= words
    return true
  }
  const first = parts.filter(({ pieces: [piece] }) => piece !== undefined && take(countWords(piece.text)))
  return first.map(({ source, pieces: [opening, ...more] }) => {
    const end = more.findIndex(({ text }) => !take(countWords(text)))
    return { source, pieces: [...(opening ? [opening] : []), ...(end < 0 ? more : more.slice(0, end))] }
  })
}

type Paragraph = { text: string; sources: Set<Source> }

function inParagraphs(parts: readonly Part[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const { source, pieces } of parts) {
    for (const { text, gap } of pieces) {
      const open = paragraphs.at(-1)
      if (open === undefined || /\n\s*\n/.test(gap)) paragraphs.push({ text, sources: new Set([source]) })
      else {
        open.text += `${gap}${text}`
        open.sources.add(source)
      }
    }
  }
  return paragraphs
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()

const pieceCount = (parts: readonly Part[], source: Source) =>
  parts.find((part) => part.source === source)?.pieces.length ?? 0

/** Evidence of a project that somebody verified. */
export type Verified = { name: string; link: string | null; provesOn: Day }

/** No more lines than the form of an answer takes. */
const mostLines = 12

/**
 * What could prove an answer, one a line: the project's verified evidence, the latest first, where the edition says that
 * a strong answer shows some.
 */
export const proposeEvidence = ({ signals }: Pick<EditionField, 'signals'>, verified: readonly Verified[]): string =>
  signals.includes('verified-evidence')
    ? verified
        .slice(0, mostLines)
        .map(({ name, link, provesOn }) => [name, dayInWords(provesOn), link].filter(Boolean).join(', '))
        .join('\n')
    : ''
