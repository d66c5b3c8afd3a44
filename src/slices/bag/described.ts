import * as z from 'zod'
import { dayIn, type Zone, zones } from '#kit/date.ts'
import { accessRights, type DescribedPlace, type DescribedRecording } from '#recording'
import type { Row } from './carried.ts'

/** What Dublin Core says of a recording, out of the row as it is stored; what it has no column for yet is unsaid. */
const described = z.object({
  kind: z.enum(['film', 'sound', 'picture', 'document']),
  title: z.string(),
  description: z.string(),
  recorded_on: z.string().nullable(),
  duration: z.number().nullable(),
  access: z.enum(['public', 'agency', 'team']),
  embargo_until: z.string().nullable(),
  created_at: z.string(),
  alternative_title: z.string().default(''),
  keywords: z.array(z.string()).default([]),
  language: z.string().default('id'),
  place: z.string().default(''),
  source: z.string().default(''),
  licence: z.enum(['agency', 'cc-by-4.0', 'cc-by-sa-4.0', 'cc0-1.0']).default('agency'),
  rights_note: z.string().default(''),
})

/** The rows around a recording that say where it belongs. */
export type Around = {
  agency: Row
  unit: Row
  project: Row
  programme: Row
  /** Whoever agreed to be named, where somebody did. */
  agentName: string | null
  publishedAt: string | null
  areas: string[]
  targets: string[]
  contributors: { role: string; name: string }[]
  master: Row | undefined
  /** How many pictures it has, where it is a set. */
  pictures: number
  /** The lasting address, complete, and as it is cited. */
  address: string
  ark: string
}

const zoneOf = ({ zone }: Row): Zone => z.enum(zones).parse(zone)

/** A stored recording as `dublinCoreOf` takes it. Throws where the row cannot be one. */
export function describe(row: Row, around: Around): [DescribedRecording, DescribedPlace] {
  const said = described.parse(row)
  const { agency, unit, project, programme, master, publishedAt } = around
  const isPublic = said.access === 'public' && publishedAt !== null
  return [
    {
      ...{ kind: said.kind, title: said.title, alternativeTitle: said.alternative_title },
      ...{ description: said.description, recordedOn: said.recorded_on, keywords: said.keywords },
      ...{ areas: around.areas, targets: around.targets, language: said.language, place: said.place },
      contributors: around.contributors as DescribedRecording['contributors'],
      ...{ source: said.source, licence: said.licence, rightsNote: said.rights_note, duration: said.duration },
      mediaType: master ? String(master.media_type) : null,
      size: master ? Number(master.size) : null,
      pictures: around.pictures,
    },
    {
      ...{ agencyName: String(agency.name), unitName: String(unit.name), projectTitle: String(project.title) },
      ...{ programmeName: String(programme.name), agentName: around.agentName },
      ...{ programmeFrom: String(programme.from_on), programmeUntil: String(programme.until_on) },
      identifiers: [around.address, around.ark],
      projectAddress: null,
      issuedOn: isPublic && publishedAt ? dayIn(zoneOf(agency), new Date(publishedAt)) : null,
      availableFrom: said.embargo_until,
      accessWords: accessRights[said.access],
    },
  ]
}
