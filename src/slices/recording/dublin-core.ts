import type { Day } from '#kit/date.ts'
import { type Contribution, contributorWords, type Licence, licenceInWords, licences } from './description.ts'
import type { RecordingAccess, RecordingKind } from './recording.ts'

/** The fifteen elements of Dublin Core (ISO 15836-1), in the order in which we say them. */
export const dublinCoreElements = [
  'title',
  'creator',
  'subject',
  'description',
  'publisher',
  'contributor',
  'date',
  'type',
  'format',
  'identifier',
  'source',
  'language',
  'relation',
  'coverage',
  'rights',
] as const
export type DublinCoreElement = (typeof dublinCoreElements)[number]

/** What narrows an element in DCMI Metadata Terms (ISO 15836-2); plain Dublin Core leaves it out. */
export type DublinCoreRefinement =
  | 'alternative'
  | 'created'
  | 'issued'
  | 'available'
  | 'extent'
  | 'isPartOf'
  | 'replaces'
  | 'isReplacedBy'
  | 'isVersionOf'
  | 'spatial'
  | 'temporal'
  | 'license'
  | 'accessRights'

/** Who may see a recording, as `dcterms:accessRights` says it to catalogues. */
export const accessRights: Record<RecordingAccess, string> = {
  public: 'Publik',
  agency: 'Instansi',
  team: 'Tim proyek',
}

/** One statement about a recording: `dc:<element>`, or `dcterms:<refines>` where the form knows those. */
export type DublinCoreStatement = { element: DublinCoreElement; refines?: DublinCoreRefinement; value: string }

/** What a recording says of itself, in the names of things (not their codes). */
export type DescribedRecording = {
  kind: RecordingKind
  title: string
  alternativeTitle: string
  description: string
  recordedOn: Day | null
  keywords: readonly string[]
  areas: readonly string[]
  targets: readonly string[]
  contributors: readonly Contribution[]
  /** BCP 47. */
  language: string
  place: string
  /** An address that it was made from or belongs with; empty where there is none. */
  source: string
  licence: Licence
  rightsNote: string
  /** Seconds. */
  duration: number | null
  mediaType: string | null
  /** Bytes of the original. */
  size: number | null
  /** How many originals it has, where it is a set of pictures. */
  pictures?: number
}

/** What stands around it. Addresses are complete (`https://…`). */
export type DescribedPlace = {
  agencyName: string
  unitName: string
  projectTitle: string
  programmeName: string
  programmeFrom: Day
  programmeUntil: Day
  /** The agent's name where the agent agreed to be named; null otherwise. */
  agentName: string | null
  /** What everybody sees it at comes first, as harvesters want it; then its ARK and others. */
  identifiers: readonly string[]
  projectAddress: string | null
  relations?: readonly { refines: 'replaces' | 'isReplacedBy' | 'isVersionOf'; value: string }[]
  /** The day on which it was published, and the one on which an embargo ends. */
  issuedOn: Day | null
  availableFrom: Day | null
  /** Who may reach it, as words: "Publik". */
  accessWords: string
  /** What was before and after, where the project has said it. */
  change?: { before: string; after: string } | null
}

/** Types of the DCMI Type Vocabulary. */
const dcmiTypes: Record<RecordingKind, string> = {
  film: 'MovingImage',
  sound: 'Sound',
  picture: 'StillImage',
  document: 'Text',
}

type Said = (string | [DublinCoreRefinement, string | null] | null)[]

/**
 * A recording as Dublin Core, in a fixed order, without empty statements. A unit is its creator, under its agency as
 * catalogues write a part of a body; an agent is named only where the agent agreed, and nobody by number.
 */
export function dublinCoreOf(recording: DescribedRecording, place: DescribedPlace): DublinCoreStatement[] {
  const said: Record<DublinCoreElement, Said> = {
    title: [recording.title, ['alternative', recording.alternativeTitle]],
    creator: [unitInFull(place), place.agentName && `Agen Perubahan ${place.agentName}`],
    subject: [...recording.areas, ...recording.targets, ...recording.keywords],
    description: [recording.description, changeInWords(place.change)],
    publisher: [place.agencyName],
    contributor: recording.contributors.map(({ role, name }) => `${name} (${contributorWords[role]})`),
    date: [
      ['created', recording.recordedOn],
      ['issued', place.issuedOn],
      ['available', place.availableFrom],
    ],
    type: [dcmiTypes[recording.kind]],
    format: [
      recording.mediaType,
      ['extent', recording.duration ? durationInIso(recording.duration) : null],
      isSet(recording) ? ['extent', `${recording.pictures} gambar`] : null,
      // Of a set the bytes of its first picture would be taken for those of all.
      ['extent', recording.size && !isSet(recording) ? `${recording.size} bytes` : null],
    ],
    identifier: [...place.identifiers],
    source: [recording.source],
    language: [recording.language],
    relation: [
      ['isPartOf', place.projectAddress],
      ['isPartOf', place.projectTitle],
      ['isPartOf', place.programmeName],
      ...(place.relations ?? []).map(({ refines, value }): [DublinCoreRefinement, string] => [refines, value]),
    ],
    coverage: [
      ['spatial', recording.place],
      ['temporal', `${place.programmeFrom}/${place.programmeUntil}`],
    ],
    rights: [
      licenceInWords(recording.licence, place.agencyName),
      ['license', licences[recording.licence].address],
      recording.rightsNote,
      ['accessRights', place.accessWords],
    ],
  }
  return dublinCoreElements.flatMap((element) => statementsOf(element, said))
}

const isSet = ({ pictures = 0 }: DescribedRecording) => pictures > 1

function statementsOf(element: DublinCoreElement, said: Record<DublinCoreElement, Said>): DublinCoreStatement[] {
  const statements = said[element].flatMap((one): DublinCoreStatement[] => {
    const [refines, value] = Array.isArray(one) ? one : [undefined, one]
    if (!value?.trim()) return []
    return [{ element, ...(refines && { refines }), value: value.trim() }]
  })
  return statements.filter(({ value }, at) => statements.findIndex((one) => one.value === value) === at)
}

const unitInFull = ({ agencyName, unitName }: DescribedPlace) =>
  unitName === agencyName ? agencyName : `${agencyName}. ${unitName}`

const changeInWords = (change: DescribedPlace['change']) =>
  change ? `Sebelum: ${oneLine(change.before)} Sesudah: ${oneLine(change.after)}` : null

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A length as ISO 8601 writes it: PT1H2M5S. */
export function durationInIso(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60]
  const words = parts.map((part, at) => (part > 0 ? `${part}${'HMS'[at]}` : '')).join('')
  return `PT${words || '0S'}`
}
