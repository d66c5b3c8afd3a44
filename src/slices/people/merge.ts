import type { Person, PersonFacts } from './person.ts'

/** Why two records cannot become one; null when they can. */
export function mergeObstacle(
  staying: Pick<Person, 'id' | 'mergedIntoId'>,
  givenUp: Pick<Person, 'id' | 'mergedIntoId'>,
): string | null {
  if (staying.id === givenUp.id) return 'Pilih dua catatan yang berbeda.'
  if (givenUp.mergedIntoId !== null) return 'Catatan yang dilepas sudah digabung sebelumnya.'
  if (staying.mergedIntoId !== null) return 'Catatan yang dipakai sudah digabung ke catatan lain. Pilih catatan itu.'
  return null
}

/**
 * What speaks against two records being of one person, as sentences; it warns and stops nothing. Settled: names differ
 * much when half of the shorter one's words, or more, meet none of the other's; two NIPs when more than two digits do.
 */
export function mergeDoubts(staying: Known, givenUp: Known): string[] {
  const doubts: string[] = []
  if (areFarApart(staying.name, givenUp.name)) doubts.push('Namanya jauh berbeda.')
  if (staying.nip === null || givenUp.nip === null || staying.nip === givenUp.nip) return doubts
  const other = givenUp.nip
  if (staying.nip.slice(0, 8) !== other.slice(0, 8)) doubts.push('Tanggal lahir dalam NIP-nya berbeda.')
  else if ([...staying.nip].filter((digit, at) => digit !== other[at]).length > 2) doubts.push('NIP-nya jauh berbeda.')
  return doubts
}

type Known = Pick<PersonFacts, 'name' | 'nip'>

const wordsOf = (name: string): string[] => name.toLocaleLowerCase('id').match(/\p{L}+/gu) ?? []

function areFarApart(one: string, other: string): boolean {
  const [fewer = [], more = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length)
  const strange = fewer.filter((word) => !more.some((each) => meets(word, each)))
  return strange.length * 2 >= fewer.length
}

/** The same word, one that the other shortens ("K." of Kusumastuti), or one written with a letter more, less or other. */
const meets = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a) || isOneLetterOff(a, b)

function isOneLetterOff(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  const [restOfA, restOfB] = [a.slice(at), b.slice(at)]
  return restOfA.slice(1) === restOfB.slice(1) || restOfA.slice(1) === restOfB || restOfA === restOfB.slice(1)
}

/** The facts of the record that stays; what it lacks is taken from the one that is given up. */
export function mergeFacts(staying: PersonFacts, givenUp: PersonFacts): PersonFacts {
  const nip = staying.nip ?? givenUp.nip
  return {
    name: staying.name,
    titlesBefore: staying.titlesBefore || givenUp.titlesBefore,
    titlesAfter: staying.titlesAfter || givenUp.titlesAfter,
    nip,
    noNipReason: nip === null ? (staying.noNipReason ?? givenUp.noNipReason) : null,
    position: staying.position || givenUp.position,
    grade: staying.grade || givenUp.grade,
    unitId: staying.unitId ?? givenUp.unitId,
    email: staying.email ?? givenUp.email,
  }
}
