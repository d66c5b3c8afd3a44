import type { Tx } from '#db'
import { type Author, record } from '#journal'
import type { NewPerson } from './person.ts'
import { saveNewPerson } from './person-store.ts'

/** Step: adds a person. Adding the same id again changes nothing; a NIP that is taken breaks `person_by_nip`. */
export async function addPerson(tx: Tx, author: Author, person: NewPerson, now: Date): Promise<void> {
  if (!(await saveNewPerson(tx, person))) return
  await record(tx, author, { event: 'person.added', thing: { kind: 'person', id: person.id } }, now)
}
