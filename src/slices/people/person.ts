/** Pegawai: a civil servant of one agency. The NIP is not among these facts: it is opened apart, where it is needed. */
export type Person = {
  agencyId: string
  id: string
  titlesBefore: string
  name: string
  titlesAfter: string
  hasNip: boolean
  /** Why there is no NIP (TNI/Polri, non-ASN). */
  noNipReason: string | null
  position: string
  grade: string
  unitId: string | null
  email: string | null
  /** The record that stays, where this one of the same person was given up. */
  mergedIntoId: string | null
  revision: number
}

/** What is said of a person when it is added; the NIP is 18 digits already judged. */
export type NewPerson = Omit<Person, 'agencyId' | 'hasNip' | 'mergedIntoId' | 'revision'> & { nip: string | null }

/** The name with its titles: "Dr. Ani Lestari, M.Hum." */
export function nameInFull(person: Pick<Person, 'titlesBefore' | 'name' | 'titlesAfter'>): string {
  const withTitles = [person.titlesBefore, person.name].filter((part) => part !== '').join(' ')
  return [withTitles, person.titlesAfter].filter((part) => part !== '').join(', ')
}

/** What a correction may change. */
export type PersonFacts = Omit<NewPerson, 'id'>

/** The names of the facts in which the two differ, in the order of the form. */
export function changedFacts(before: PersonFacts, after: PersonFacts): (keyof PersonFacts)[] {
  return factNames.filter((name) => before[name] !== after[name])
}

const factNames: readonly (keyof PersonFacts)[] = [
  'titlesBefore',
  'name',
  'titlesAfter',
  'nip',
  'noNipReason',
  'position',
  'grade',
  'unitId',
  'email',
]
