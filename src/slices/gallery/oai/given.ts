import type { Day } from '#kit/date.ts'
import { type DescribedRecording, type DublinCoreStatement, dublinCoreOf } from '#recording'
import type { HarvestSet } from './answer.ts'

/** What is known of a public recording, with what stands around it. */
export type PublicFacts = Omit<DescribedRecording, 'areas'> & {
  areas: readonly { code: string; name: string }[]
  arkNaan: string
  arkName: string
  agencySlug: string
  agencyName: string
  unitSlug: string
  unitName: string
  projectCode: string
  projectTitle: string
  programmeSlug: string
  programmeName: string
  fromOn: Day
  untilOn: Day
  issuedOn: Day
  embargoUntil: Day | null
  agentName: string | null
  beforeWords: string | null
  afterWords: string | null
}

/** What each kind is called in the names of groups, and by people. */
const kinds = {
  film: { code: 'video', name: 'Video' },
  sound: { code: 'audio', name: 'Audio' },
  picture: { code: 'foto', name: 'Foto' },
  document: { code: 'dokumen', name: 'Dokumen' },
} as const

/** What groups are groups of; each holds all that its own groups hold (OAI-PMH 2.0, 2.6). */
export const parentSets: HarvestSet[] = [
  { spec: 'area', name: 'Area perubahan' },
  { spec: 'jenis', name: 'Jenis dokumentasi' },
  { spec: 'program', name: 'Program agen perubahan' },
  { spec: 'unit', name: 'Unit kerja' },
]

/** The groups that a recording belongs to: its programme, areas, kind and unit. */
export const setsOf = (facts: PublicFacts): HarvestSet[] => [
  { spec: `program:${facts.agencySlug}-${facts.programmeSlug}`, name: `${facts.programmeName} (${facts.agencyName})` },
  ...facts.areas.map(({ code, name }) => ({ spec: `area:${code}`, name })),
  { spec: `jenis:${kinds[facts.kind].code}`, name: kinds[facts.kind].name },
  { spec: `unit:${facts.agencySlug}-${facts.unitSlug}`, name: `${facts.unitName} (${facts.agencyName})` },
]

/** Their names for machines, and of those that they belong to. */
export const specsOf = (sets: HarvestSet[]): string[] => [
  ...new Set(sets.flatMap(({ spec }) => [spec.split(':')[0] ?? '', spec])),
]

/** The recording as Dublin Core; `url` is the public origin, whose ARK address opens its page, so it comes first. */
export function statementsOf(facts: PublicFacts, url: string): DublinCoreStatement[] {
  const ark = `ark:/${facts.arkNaan}/${facts.arkName}`
  const { beforeWords, afterWords } = facts
  return dublinCoreOf(
    { ...facts, areas: facts.areas.map(({ name }) => name) },
    {
      ...facts,
      programmeFrom: facts.fromOn,
      programmeUntil: facts.untilOn,
      identifiers: [`${url}/${ark}`, ark],
      projectAddress: `${url}/galeri/${facts.projectCode}`,
      availableFrom: facts.embargoUntil,
      accessWords: 'Publik',
      change: beforeWords && afterWords ? { before: beforeWords, after: afterWords } : null,
    },
  )
}
