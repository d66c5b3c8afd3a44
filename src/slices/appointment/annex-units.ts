import { plainWords } from '#documents/sheet-text.ts'
import type { AnnexRow } from './annex.ts'

/** A unit that the annex names and the agency does not know by that name alone, with the rows that name it. */
export type UnknownUnit = { key: string; name: string; rows: number[] }

type KnownUnit = { id: string; name: string }

/**
 * What the spellings of one unit have in common: case, spaces, commas and "&" don't count. Nothing else is guessed;
 * "Humas" is not "Hubungan Masyarakat" until a person says so.
 */
export const unitKey = (name: string): string => plainWords(name).join(' ')

/** The id of the unit that a name means: as a person answered, else the one unit of that name. */
export function unitOf(
  name: string,
  units: readonly KnownUnit[],
  answers: ReadonlyMap<string, string>,
): string | undefined {
  const key = unitKey(name)
  const answered = units.find(({ id }) => id === answers.get(key))
  if (answered) return answered.id
  const [unit, ...others] = units.filter((each) => unitKey(each.name) === key)
  return others.length === 0 ? unit?.id : undefined
}

/** The units to be created or told to be one that exists; rows without a unit have their fault already. */
export function unknownUnits(rows: readonly AnnexRow[], units: readonly KnownUnit[]): UnknownUnit[] {
  const unknown = rows.filter(({ unit }) => unit !== '' && unitOf(unit, units, new Map()) === undefined)
  const byKey = Map.groupBy(unknown, ({ unit }) => unitKey(unit))
  return [...byKey].map(([key, same]) => ({ key, name: same[0]?.unit ?? '', rows: same.map(({ row }) => row) }))
}
