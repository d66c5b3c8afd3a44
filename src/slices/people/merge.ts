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
