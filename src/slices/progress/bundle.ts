import { freePath, safeFileName } from '#kit/file-name.ts'
import type { EvidenceState } from './evidence.ts'
import type { EvidenceRow } from './evidence-store.ts'

/** Which evidence is packed: what stands, what was verified alone, or what was sent back as well. */
export const bundleChoices = ['standing', 'verified', 'all'] as const
export type BundleChoice = (typeof bundleChoices)[number]

/** What was withdrawn is in no bundle: its file is gone. */
const packedStates: Record<BundleChoice, EvidenceState[]> = {
  standing: ['submitted', 'verified'],
  verified: ['verified'],
  all: ['submitted', 'verified', 'returned'],
}

/** An activity of an agreed plan. */
export type PlannedLine = { projectId: string; lineId: string; number: string; title: string }

/** A project whose evidence is packed. */
export type PackedProject = { id: string; code: string; title: string }

/** A piece of evidence as the index lists it: where its file lies in the bundle, and all that it proves. */
export type PackedPiece = {
  piece: EvidenceRow
  project: PackedProject
  /** "1.1 Menyatukan antrean" */
  activities: string[]
  /** Null for a link, and for a file that the store no longer has. */
  path: string | null
  isMissing: boolean
}

type Loose = {
  choice: BundleChoice
  /** In the order in which they are to stand. */
  projects: PackedProject[]
  /** In the order of their matrices. */
  lines: PlannedLine[]
  evidence: EvidenceRow[]
  /** The contents that the store does not have. */
  missing: ReadonlySet<string>
}

/** Longer folders would leave no room for the file within the 260 letters of a path in Windows. */
const longestFolder = 60

/**
 * A bundle: each file once, in the folder of the first activity that it proves, under a name that is safe everywhere
 * and taken once; the index names all activities. Ordered by project, activity, day and name.
 */
export function pack({ choice, projects, lines, evidence, missing }: Loose): PackedPiece[] {
  const taken = new Set<string>()
  const pieces = projects.flatMap((project) => {
    const own = lines.filter(({ projectId }) => projectId === project.id)
    const placeOf = ({ lineIds }: EvidenceRow) => own.findIndex(({ lineId }) => lineIds.includes(lineId))
    return evidence
      .filter(({ projectId, state }) => projectId === project.id && packedStates[choice].includes(state))
      .map((piece) => ({ piece, project, own, place: placeOf(piece) }))
      .toSorted((a, b) => rank(a.place) - rank(b.place) || (sortOf(a.piece) < sortOf(b.piece) ? -1 : 1))
  })
  return pieces.map(({ piece, project, own, place }) => {
    const activities = own.filter(({ lineId }) => piece.lineIds.includes(lineId)).map(nameOf)
    const isMissing = piece.link === null && (piece.file === null || missing.has(piece.file.sha256))
    const file = isMissing ? null : piece.file
    const folders = projects.length > 1 ? [`${project.code} ${project.title}`] : []
    const line = own[place]
    folders.push(line ? nameOf(line) : 'Di luar rencana')
    const parts = [...folders.map((folder) => safeFileName(folder, longestFolder)), safeFileName(file?.name ?? '')]
    return { piece, project, activities, isMissing, path: file ? freePath(parts.join('/'), taken) : null }
  })
}

const nameOf = ({ number, title }: PlannedLine) => `${number} ${title}`

/** What proves no activity of the plan any more stands last. */
const rank = (place: number) => (place === -1 ? Number.MAX_SAFE_INTEGER : place)

const sortOf = ({ provesOn, name, id }: EvidenceRow) => `${provesOn} ${name} ${id}`
