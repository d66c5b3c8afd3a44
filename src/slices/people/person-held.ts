import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import type { Person } from './person.ts'
import { personPolicy } from './person-policy.ts'
import { findPerson } from './person-store.ts'

/** The person at this address, for somebody who may do this to the record. */
export async function personAt(db: Db, actor: Actor, action: keyof typeof personPolicy, id: string): Promise<Person> {
  if (!isId(id)) throw notFound()
  const person = await findPerson(db, id)
  authorize(personPolicy, actor, action, person)
  return person
}
