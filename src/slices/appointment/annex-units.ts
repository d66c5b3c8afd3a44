import type { AnnexRow } from './annex.ts'
import { plainWords } from './annex-text.ts'

/** A unit that the annex names and the agency does not know, with the rows that name it. */
export type UnknownUnit = { key: string; name: string; rows: number[] }

/**
 * What the spellings of one unit have in common: case, spaces, commas and "&" don't count. Nothing else is guessed;
 * "Humas" is not "Hubungan Masyarakat" until a person says so.
 */
export const unitKey = (name: string): string => plainWords(name).join(' ')

/** The units to be created or told to be one that exists; rows without a unit have their fault already. */
export function unknownUnits(rows: readonly AnnexRow[], known: readonly { name: string }[]): UnknownUnit[] {
  const knownKeys = new Set(known.map(({ name }) => unitKey(name)))
  const byKey = Map.groupBy(
    rows.filter(({ unit }) => unit !== '' && !knownKeys.has(unitKey(unit))),
    ({ unit }) => unitKey(unit),
  )
  return [...byKey].map(([key, same]) => ({ key, name: same[0]?.unit ?? '', rows: same.map(({ row }) => row) }))
}
