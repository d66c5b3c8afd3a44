import { type Db, type Tx, transact } from '#db'
import { type Details, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, forbidden } from '#kit/refusal.ts'
import { findPerson } from '#people'
import { close, drop, type FollowUp, finish, reopen } from './follow-up.ts'
import { followUpPolicy, mayAdd } from './policy.ts'
import { holdFollowUp, type NewFollowUp, saveFollowUp, saveNewFollowUp } from './store.ts'

/** Step: something was agreed. The same id twice agrees it once. Throws a conflict when its owner is nobody. */
export async function agreeFollowUp(tx: Tx, actor: Actor, followUp: NewFollowUp, now: Date): Promise<void> {
  if (!(await findPerson(tx, followUp.ownerId))) throw conflict('Pilih pegawai yang ada sebagai pemilik tindak lanjut.')
  const isNew = await saveNewFollowUp(tx, followUp)
  if (isNew) await note(tx, actor, followUp, 'follow-up.agreed', now, { dueOn: followUp.dueOn })
}

/** Adds a follow-up by hand, from a meeting say. */
export const addFollowUp = (db: Db, actor: Actor, followUp: NewFollowUp, { now }: Moment) =>
  transact(db, async (tx) => {
    if (!mayAdd(actor, { agencyId: tx.agencyId, unitId: followUp.unitId })) throw forbidden()
    await agreeFollowUp(tx, actor, followUp, now)
  })

/** The owner says that it is done, and what was done. */
export const finishFollowUp = (db: Db, actor: Actor, id: string, outcome: string, { now }: Moment) =>
  change(db, actor, id, 'finish', now, (followUp) => finish(followUp, outcome, now))

/** Whoever asked for it is content. */
export const closeFollowUp = (db: Db, actor: Actor, id: string, { now }: Moment) =>
  change(db, actor, id, 'close', now, (followUp) => close(followUp, now))

/** It is sent back to its owner. */
export const reopenFollowUp = (db: Db, actor: Actor, id: string, remark: string, { now }: Moment) =>
  change(db, actor, id, 'reopen', now, (followUp) => reopen(followUp, remark))

/** It is no longer wanted. */
export const dropFollowUp = (db: Db, actor: Actor, id: string, remark: string, { now }: Moment) =>
  change(db, actor, id, 'drop', now, (followUp) => drop(followUp, remark))

const events = {
  finish: 'follow-up.finished',
  close: 'follow-up.closed',
  reopen: 'follow-up.reopened',
  drop: 'follow-up.dropped',
} as const

const change = (
  db: Db,
  actor: Actor,
  id: string,
  act: keyof typeof events,
  now: Date,
  rule: (followUp: FollowUp) => FollowUp,
) =>
  transact(db, async (tx) => {
    const followUp = await holdFollowUp(tx, id)
    authorize(followUpPolicy, actor, act, followUp)
    await saveFollowUp(tx, rule(followUp))
    await note(tx, actor, followUp, events[act], now)
  })

/** The entry; whoever finishes for the owner does it atas nama. */
async function note(tx: Tx, actor: Actor, about: NewFollowUp, event: string, now: Date, more: Details = {}) {
  const { id, projectId, ownerId } = about
  const isInstead = event === 'follow-up.finished' && actor.personId !== ownerId
  const thing = { kind: 'follow_up' as const, id }
  const details = { projectId, ownerId, ...more }
  await record(tx, actor, { event, thing, details, onBehalfOf: isInstead ? ownerId : null }, now)
}
