import { activitiesOf, type Matrix, numberOf } from '#project'
import type { Source } from './edition.ts'
import { sentencesIn } from './fillers.ts'

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
  /** What its agent said of before and after, when it was declared finished. */
  before: string
  after: string
  /** The document that made the change part of how the agency works, once somebody verified it. */
  integratedBy: { kind: string; number: string } | null
  /** Units and agencies of which it is recorded that they copied the innovation. */
  replicatedBy: string[]
}

/** All that a source says, sentence by sentence or line by line; empty where it has nothing to give. */
export const wholeOf = (source: Source, facts: ProjectFacts): string => texts[source](facts).trim()

/** What a source says in one sentence, for a part that only mentions it. */
export function briefOf(source: Source, facts: ProjectFacts): string {
  const told = briefs[source]?.(facts) ?? firstSentence(wholeOf(source, facts))
  return told === '' || /[.!?]$/.test(told) ? told : `${told}.`
}

const firstSentence = (text: string) => sentencesIn(text)[0] ?? ''

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
  indicators: (facts) =>
    targetsOf(facts)
      .map(({ indicator, indicatorUnit, baseline, target }) =>
        change(indicator, indicatorUnit, baseline, target, 'target'),
      )
      .join('\n'),
  before: ({ before }) => before,
  after: ({ after }) => after,
  'final-values': ({ finalValues }) =>
    finalValues.map(({ indicator, unit, from, to }) => change(indicator, unit, from, to, 'hasil')).join('\n'),
  resources: ({ matrix }) =>
    [...new Set(activitiesOf(matrix).map(({ resources }) => resources))].filter(Boolean).join('\n'),
  team: ({ team }) => team.map(({ name, part }) => pair(name, part)).join('\n'),
  integration: ({ integratedBy }) =>
    integratedBy === null
      ? ''
      : `Perubahan ini berlaku tetap menurut ${integratedBy.kind} nomor ${integratedBy.number}.`,
  replicated: ({ replicatedBy }) =>
    replicatedBy.length === 0 ? '' : `Inovasi ini sudah ditiru oleh:\n${replicatedBy.join('\n')}`,
}

/** Sources that are lists say in a sentence what their lines come to. */
const briefs: Partial<Record<Source, (facts: ProjectFacts) => string>> = {
  activities({ matrix }) {
    const titles = activitiesOf(matrix).flatMap(({ title }) => title || [])
    return titles[0] === undefined ? '' : `Dijalankan melalui ${titles.length} kegiatan, di antaranya: ${titles[0]}`
  },
  indicators(facts) {
    const [first] = targetsOf(facts)
    return first ? `Target: ${turn(first.indicator, first.indicatorUnit, first.baseline, first.target)}` : ''
  },
  'final-values'({ finalValues: [first] }) {
    return first ? `Hasil: ${turn(first.indicator, first.unit, first.from, first.to)}` : ''
  },
  resources: ({ matrix }) => {
    const first = activitiesOf(matrix).find(({ resources }) => resources !== '')
    return first ? `Sumber daya: ${firstSentence(first.resources)}` : ''
  },
  team: ({ team }) => (team.length === 0 ? '' : `Dikerjakan tim beranggota ${team.length} orang.`),
  replicated: ({ replicatedBy }) =>
    replicatedBy.length === 0 ? '' : `Inovasi ini sudah ditiru oleh ${replicatedBy.join('; ')}`,
}

const targetsOf = ({ matrix }: ProjectFacts) =>
  activitiesOf(matrix).filter(({ indicator, target }) => indicator !== '' && target !== null)

const pair = (head: string, tail: string) => (tail ? `${head}: ${tail}` : head)

/** "Jawaban dalam satu jam: semula 11, target 90 persen" */
function change(what: string, unit: string, from: string | null, to: string | null, word: string): string {
  const before = from === null ? '' : `semula ${figure(from)}, `
  return `${what}: ${before}${word} ${figure(to)} ${unit}`.trim()
}

/** "Jawaban dalam satu jam, dari 11 menjadi 90 persen" */
function turn(what: string, unit: string, from: string | null, to: string | null): string {
  return `${what}, ${from === null ? '' : `dari ${figure(from)} `}menjadi ${figure(to)} ${unit}`.trim()
}

/** A decimal as Indonesians write it, every digit kept. */
function figure(value: string | null): string {
  const [whole = '', part] = (value ?? '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return part ? `${grouped},${part}` : grouped
}
