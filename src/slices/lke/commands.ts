import { type Db, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'

/** Writes down who took the evidence of a question away. */
export const recordTaking = (
  db: Db,
  actor: Actor,
  details: { question: string; year: number; pieces: number },
  now: Date,
) => {
  const thing = { kind: 'agency' as const, id: db.agencyId }
  return transact(db, (tx) => record(tx, actor, { event: 'evidence.bundled', thing, details }, now))
}
