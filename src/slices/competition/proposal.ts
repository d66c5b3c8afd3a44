import { type Day, dayInWords } from '#kit/date.ts'
import { activitiesOf, type Matrix, numberOf } from '#project'
import type { EditionField, Source } from './edition.ts'

/** What is known of a project that an entry can be filled from. */
export type ProjectFacts = {
  presentCondition: string
  problem: string
  wantedCondition: string
  innovationKind: 'new' | 'adapted' | 'extended' | 'raised' | null
  matrix: Matrix
  team: { name: string; part: string }[]
  /** What indicators came to, by the reports: their wording, unit, first and last value. */
  finalValues: { indicator: string; unit: string; from: string | null; to: string }[]
}

/** A text for a field, made of what is known: from which sources, and which have nothing to give. */
export type Proposal = { text: string; from: Source[]; missing: Source[] }

/** What the sources of a field say, one paragraph each, for its author to accept or to write anew. */
export function propose(field: Pick<EditionField, 'sources'>, facts: ProjectFacts): Proposal {
  const parts = field.sources.map((source) => ({ source, text: texts[source](facts).trim() }))
  const given = parts.filter(({ text }) => text !== '')
  return {
    text: given.map(({ text }) => text).join('\n\n'),
    from: given.map(({ source }) => source),
    missing: parts.filter(({ text }) => text === '').map(({ source }) => source),
  }
}

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

/** The sources of a field whose words an answer still holds: their first line stands in it. */
export function heldIn(answer: string, field: Pick<EditionField, 'sources'>, facts: ProjectFacts): Source[] {
  const words = plain(answer)
  return field.sources.filter((source) => {
    const first = plain(texts[source](facts).trim().split('\n')[0] ?? '')
    return first !== '' && words.includes(first)
  })
}

/** A sentence of an answer, and the source that says it too; null where its author wrote it. */
export type Traced = { sentence: string; source: Source | null }

/** Each sentence of an answer with the source of its field in which it stands, word for word. */
export function traceOf(answer: string, field: Pick<EditionField, 'sources'>, facts: ProjectFacts): Traced[] {
  const said = field.sources.map((source) => ({ source, words: plain(texts[source](facts)) }))
  return answer
    .split(/\n+|(?<=[.!?])\s+/)
    .map(plain)
    .filter((sentence) => sentence !== '')
    .map((sentence) => ({ sentence, source: said.find(({ words }) => words.includes(sentence))?.source ?? null }))
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

const kinds = {
  new: 'Inovasi ini baru: cara serupa belum pernah ada di instansi ini.',
  adapted: 'Inovasi ini menyesuaikan cara yang sudah berjalan di tempat lain dengan keadaan instansi ini.',
  extended: 'Inovasi ini memperluas sasaran atau cakupan layanan yang sudah berjalan.',
  raised: 'Inovasi ini meningkatkan mutu layanan yang sudah berjalan.',
}

const texts: Record<Source, (facts: ProjectFacts) => string> = {
  'present-condition': ({ presentCondition }) => presentCondition,
  problem: ({ problem }) => problem,
  'wanted-condition': ({ wantedCondition }) => wantedCondition,
  'innovation-kind': ({ innovationKind }) => (innovationKind ? kinds[innovationKind] : ''),
  activities: ({ matrix }) =>
    matrix
      .flatMap((initiative) =>
        initiative.activities.map(
          (activity) => `${numberOf(initiative, activity)} ${pair(activity.title, activity.output)}`,
        ),
      )
      .join('\n'),
  indicators: ({ matrix }) =>
    activitiesOf(matrix)
      .filter(({ indicator, target }) => indicator !== '' && target !== null)
      .map(({ indicator, indicatorUnit, baseline, target }) =>
        change(indicator, indicatorUnit, baseline, target, 'target'),
      )
      .join('\n'),
  'final-values': ({ finalValues }) =>
    finalValues.map(({ indicator, unit, from, to }) => change(indicator, unit, from, to, 'hasil')).join('\n'),
  resources: ({ matrix }) =>
    [...new Set(activitiesOf(matrix).map(({ resources }) => resources))].filter(Boolean).join('\n'),
  team: ({ team }) => team.map(({ name, part }) => pair(name, part)).join('\n'),
}

const pair = (head: string, tail: string) => (tail ? `${head}: ${tail}` : head)

/** "Jawaban dalam satu jam: semula 11, target 90 persen" */
function change(what: string, unit: string, from: string | null, to: string | null, word: string): string {
  const before = from === null ? '' : `semula ${figure(from)}, `
  return `${what}: ${before}${word} ${figure(to)} ${unit}`.trim()
}

/** A decimal as Indonesians write it, every digit kept. */
function figure(value: string | null): string {
  const [whole = '', part] = (value ?? '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return part ? `${grouped},${part}` : grouped
}
