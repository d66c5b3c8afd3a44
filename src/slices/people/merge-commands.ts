import { randomUUIDv7 } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import { clashes } from '#db/violation.ts'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { saveCorrection } from './correction-store.ts'
import { mergeFacts, mergeObstacle } from './merge.ts'
import { movePerson, saveMerged } from './merge-store.ts'
import type { Person } from './person.ts'
import { personPolicy } from './person-policy.ts'
import { holdPerson, openNip, savePerson } from './person-store.ts'

/** Two records of one person, each at the revision at which it was looked at. */
type Both = Record<'staying' | 'givenUp', { id: string; revision: number }>

/** The same, with why they are held to be of one person. */
export type Merging = Both & { reason: string }

/**
 * Makes one record of two. Whatever names the one that is given up names the other from now on, and it points there;
 * the journal stays as it was written. Refused where both hold the same thing at the same time.
 */
export async function mergePersons(db: Db, actor: Actor, merging: Merging, now: Date): Promise<void> {
  try {
    await transact(db, (tx) => merge(tx, actor, merging, now))
  } catch (error) {
    if (!clashes(error)) throw error
    throw conflict(
      'Kedua catatan memegang hal yang sama pada waktu yang sama, misalnya akun atau tugas. Akhiri salah satunya dahulu.',
    )
  }
}

async function merge(tx: Tx, actor: Actor, merging: Merging, now: Date): Promise<void> {
  const { staying, givenUp } = await holdBoth(tx, actor, merging)
  const obstacle = mergeObstacle(staying, givenUp)
  if (obstacle !== null) throw conflict(obstacle)
  const facts = mergeFacts(
    { ...staying, nip: await openNip(tx, staying.id) },
    { ...givenUp, nip: await openNip(tx, givenUp.id) },
  )
  await saveMerged(tx, givenUp.id, staying.id)
  await savePerson(tx, staying.id, { ...facts, revision: staying.revision + 1 })
  const moved = await movePerson(tx, givenUp.id, staying.id)
  const correctionId = randomUUIDv7()
  await saveCorrection(tx, { id: correctionId, personId: staying.id, fields: ['mergedIntoId'], reason: merging.reason })
  const details = { givenUpId: givenUp.id, moved, correctionId }
  await record(tx, actor, { event: 'person.merged', thing: { kind: 'person', id: staying.id }, details }, now)
}

/** Held in one order whichever of the two stays, so that two merges cannot wait for each other. */
async function holdBoth(tx: Tx, actor: Actor, { staying, givenUp }: Both): Promise<Record<keyof Both, Person>> {
  const hold = async ({ id, revision }: Both['staying']) => {
    const person = await holdPerson(tx, id)
    authorize(personPolicy, actor, 'merge', person)
    compareRevision(person.revision, revision)
    return person
  }
  const stayingFirst = staying.id < givenUp.id
  const first = await hold(stayingFirst ? staying : givenUp)
  const second = await hold(stayingFirst ? givenUp : staying)
  return stayingFirst ? { staying: first, givenUp: second } : { staying: second, givenUp: first }
}
