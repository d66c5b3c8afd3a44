import type { DraftFaults } from './edition-faults.ts'
import { at, type Draft, type Part, rowsAt, type Said, saidIn } from './edition-part.ts'
import { partsOf } from './edition-parts.ts'
import { typedPart } from './edition-typed.ts'
import { type Certainty, certainties } from './provenance.ts'

/** How a part of an edition stands: what is wrong, how sure the least sure of it is, what is not known. */
export type PartStanding = {
  part: Part
  faults: number
  certainty: Certainty | null
  /** How many rows it has; null where it has no list. */
  count: number | null
  /** What may be empty and is: mostly, what nobody knows yet. */
  blanks: string[]
  isChanged: boolean
}

/** All parts of a draft, each as it stands beside the version that it was begun from. */
export function standingsOf(draft: Draft, before: Draft, faults: DraftFaults): PartStanding[] {
  const old = new Map(partsOf(before).map((part) => [part.key, part]))
  return partsOf(draft).map((part) => ({
    part,
    faults: Object.keys(faults.parts.get(part.key) ?? {}).length,
    certainty: leastSure(part, draft),
    count: part.rows ? rowsAt(draft, part.rows.path).length : null,
    blanks: blanksOf(part, draft),
    isChanged: isOther(part, draft, old.get(part.key), before),
  }))
}

function blanksOf(part: Part, draft: Draft): string[] {
  const isBlank = (from: Draft, { path, empty }: Said) => empty === 'null' && at(from, path) === null
  const { rows } = part
  const listed = (rows?.said ?? [])
    .filter(({ kind }) => kind === 'whole' || kind === 'decimal')
    .flatMap((said) => {
      const count = rowsAt(draft, rows?.path ?? '').filter((row) => isBlank(row, said)).length
      return count === 0 ? [] : [`${said.label} (${count} ${rows?.noun})`]
    })
  return [...saidIn(part).flatMap((said) => (isBlank(draft, said) ? said.label : [])), ...listed]
}

function leastSure({ origins, leansOn = [] }: Part, draft: Draft): Certainty | null {
  const sure = [...origins, ...leansOn].map((origin) =>
    certainties.indexOf(at(draft, `provenance.${origin}.certainty`) as Certainty),
  )
  return sure.length === 0 ? null : (certainties[Math.max(...sure)] ?? null)
}

/** A part of the other draft is the one of the same key; fields of an aspect that is new there are none. */
const isOther = (part: Part, draft: Draft, old: Part | undefined, before: Draft): boolean =>
  !old || JSON.stringify(typedPart(old, before)) !== JSON.stringify(typedPart(part, draft))
