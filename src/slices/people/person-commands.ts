import { randomUUIDv7 } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import { violates } from '#db/violation.ts'
import { type Author, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { saveCorrection } from './correction-store.ts'
import { changedFacts, type NewPerson, type PersonFacts } from './person.ts'
import { personPolicy, registerPolicy } from './person-policy.ts'
import { holdPerson, openNip, saveNewPerson, savePerson } from './person-store.ts'

/** Step: adds a person. Adding the same id again changes nothing; a NIP that is taken breaks `person_by_nip`. */
export async function addPerson(tx: Tx, author: Author, person: NewPerson, now: Date): Promise<void> {
  if (!(await saveNewPerson(tx, person))) return
  await record(tx, author, { event: 'person.added', thing: { kind: 'person', id: person.id } }, now)
}

/** Adds a person by hand. */
export const createPerson = (db: Db, actor: Actor, person: NewPerson, now: Date): Promise<void> =>
  withFreeNip(
    transact(db, async (tx) => {
      authorize(registerPolicy, actor, 'add', tx)
      await addPerson(tx, actor, person, now)
    }),
  )

export type PersonCorrection = { facts: PersonFacts; reason: string; revision: number }

/** Corrects what is known of a person, with the reason. Where nothing differs nothing is written. */
export const correctPerson = (
  db: Db,
  actor: Actor,
  id: string,
  correction: PersonCorrection,
  now: Date,
): Promise<void> => withFreeNip(transact(db, (tx) => correct(tx, actor, id, correction, now)))

async function correct(tx: Tx, actor: Actor, id: string, correction: PersonCorrection, now: Date): Promise<void> {
  const { facts, reason, revision } = correction
  const person = await holdPerson(tx, id)
  authorize(personPolicy, actor, 'correct', person)
  if (person.mergedIntoId !== null) throw conflict('Catatan ini sudah digabung. Koreksi catatan yang dipakai.')
  compareRevision(person.revision, revision)
  const fields = changedFacts({ ...person, nip: await openNip(tx, id) }, facts)
  if (fields.length === 0) return
  await savePerson(tx, id, { ...facts, revision: person.revision + 1 })
  const correctionId = randomUUIDv7()
  await saveCorrection(tx, { id: correctionId, personId: id, fields, reason })
  const details = { correctionId }
  await record(tx, actor, { event: 'person.corrected', thing: { kind: 'person', id }, details }, now)
}

/** Runs what saves a NIP; one that somebody else has is refused. */
async function withFreeNip(saving: Promise<void>): Promise<void> {
  try {
    await saving
  } catch (error) {
    if (violates(error, 'person_by_nip')) throw conflict('NIP ini sudah tercatat pada pegawai lain.')
    throw error
  }
}
