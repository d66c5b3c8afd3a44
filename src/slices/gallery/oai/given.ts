import type { RecordingKind } from '#recording'
import type { HarvestSet } from './answer.ts'

/** Where a recording stands, in the names that groups are made of. */
export type HarvestPlace = {
  agencySlug: string
  agencyName: string
  unitSlug: string
  unitName: string
  programmeSlug: string
  programmeName: string
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
export const setsOf = (
  kind: RecordingKind,
  areas: readonly { code: string; name: string }[],
  place: HarvestPlace,
): HarvestSet[] => [
  { spec: `program:${place.agencySlug}-${place.programmeSlug}`, name: `${place.programmeName} (${place.agencyName})` },
  ...areas.map(({ code, name }) => ({ spec: `area:${code}`, name })),
  { spec: `jenis:${kinds[kind].code}`, name: kinds[kind].name },
  { spec: `unit:${place.agencySlug}-${place.unitSlug}`, name: `${place.unitName} (${place.agencyName})` },
]

/** Their names for machines, and of those that they belong to. */
export const specsOf = (sets: HarvestSet[]): string[] => [
  ...new Set(sets.flatMap(({ spec }) => [spec.split(':')[0] ?? '', spec])),
]
