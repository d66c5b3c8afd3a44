import { randomUUIDv7 } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import { claimUpload } from '#files'
import { type Author, type Details, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict, forbidden } from '#kit/refusal.ts'
import { findPerson } from '#people'
import { toTell } from './escalation.ts'
import {
  change as changeOwnerOrDay,
  close,
  drop,
  type FollowUp,
  type FollowUpNote,
  finish,
  reopen,
} from './follow-up.ts'
import { addNote } from './note-store.ts'
import { followUpPolicy, mayAdd, mayHandTo } from './policy.ts'
import { holdFollowUp, type NewFollowUp, saveFollowUp, saveNewFollowUp } from './store.ts'

const nobody = 'Pilih pegawai yang ada sebagai pemilik tindak lanjut.'

/** Step: something was agreed. The same id twice agrees it once. Throws a conflict when its owner is nobody. */
export async function agreeFollowUp(tx: Tx, actor: Actor, followUp: NewFollowUp, now: Date): Promise<void> {
  if (!(await findPerson(tx, followUp.ownerId))) throw conflict(nobody)
  const isNew = await saveNewFollowUp(tx, followUp)
  if (isNew) await note(tx, actor, followUp, 'follow-up.agreed', now, { dueOn: followUp.dueOn })
}

/** Adds a follow-up by hand, from a meeting say. */
export const addFollowUp = (db: Db, actor: Actor, followUp: NewFollowUp, { now }: Moment) =>
  transact(db, async (tx) => {
    if (!mayAdd(actor, { agencyId: tx.agencyId, unitId: followUp.unitId })) throw forbidden()
    await agreeFollowUp(tx, actor, followUp, now)
  })

/** It gets another owner or due day, for a reason; `revision` is the one that the form was drawn from. */
export const changeFollowUp = (db: Db, actor: Actor, id: string, to: Correction, { now }: Moment) =>
  transact(db, async (tx) => {
    const followUp = await holdFollowUp(tx, id)
    authorize(followUpPolicy, actor, 'change', followUp)
    compareRevision(followUp.revision, to.revision)
    const { ownerId, dueOn } = to
    const owner = await findPerson(tx, ownerId)
    if (!owner) throw conflict(nobody)
    if (!mayHandTo(actor, followUp, owner)) throw forbidden()
    await correct(tx, actor, followUp, { ownerId, dueOn, reason: to.reason }, now)
  })

/** Step: it gets another owner, for a reason; its due day stays. */
export async function passOn(
  tx: Tx,
  actor: Actor,
  id: string,
  { ownerId, reason }: { ownerId: string; reason: string },
  now: Date,
): Promise<void> {
  const followUp = await holdFollowUp(tx, id)
  if (!followUp) return
  await correct(tx, actor, followUp, { ownerId, dueOn: followUp.dueOn, reason }, now)
}

type Correction = Pick<FollowUp, 'ownerId' | 'dueOn' | 'revision'> & { reason: string }

/** Step: another owner or day, kept with its reason and with what it was. */
async function correct(
  tx: Tx,
  actor: Actor,
  followUp: FollowUp,
  { reason, ...to }: Omit<Correction, 'revision'>,
  now: Date,
): Promise<void> {
  const changed = changeOwnerOrDay(followUp, to)
  await keep(tx, actor, followUp, 'change', reason, now)
  await saveFollowUp(tx, changed)
  const former = { formerOwnerId: followUp.ownerId, formerDueOn: followUp.dueOn }
  await note(tx, actor, changed, 'follow-up.changed', now, { dueOn: to.dueOn, ...former })
}

/** Whoever has to hear of a delay hears of it, each once. */
export const tellOverdue = (db: Db, id: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const followUp = await holdFollowUp(tx, id)
    const steps = followUp ? toTell(followUp, today) : []
    if (!followUp || steps.length === 0) return
    await saveFollowUp(tx, { ...followUp, toldSteps: followUp.toldSteps + steps.length })
    for (const { event } of steps) await note(tx, 'system', followUp, event, now, { dueOn: followUp.dueOn })
  })

/** What was said with an act; `id` was minted with the form, and a second post of it changes nothing. */
export type Saying = { id: string; words: string; files?: string[] }

/** The owner says that it is done, and what was done; files prove it. */
export const finishFollowUp = (db: Db, actor: Actor, id: string, said: string | Saying, { now }: Moment) =>
  change(db, actor, id, 'finish', now, (followUp) => finish(followUp, wordsOf(said), now), said)

/** Whoever asked for it is content. */
export const closeFollowUp = (db: Db, actor: Actor, id: string, { now }: Moment) =>
  change(db, actor, id, 'close', now, (followUp) => close(followUp, now))

/** It is sent back to its owner. */
export const reopenFollowUp = (db: Db, actor: Actor, id: string, remark: string, { now }: Moment) =>
  change(db, actor, id, 'reopen', now, (followUp) => reopen(followUp, remark), remark)

/** It is no longer wanted. */
export const dropFollowUp = (db: Db, actor: Actor, id: string, remark: string, { now }: Moment) =>
  change(db, actor, id, 'drop', now, (followUp) => drop(followUp, remark), remark)

const wordsOf = (said: string | Saying) => (typeof said === 'string' ? said : said.words)

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
  said?: string | Saying,
) =>
  transact(db, async (tx) => {
    const followUp = await holdFollowUp(tx, id)
    authorize(followUpPolicy, actor, act, followUp)
    if (said !== undefined && act !== 'close' && !(await keep(tx, actor, followUp, act, said, now))) return
    await saveFollowUp(tx, rule(followUp))
    await note(tx, actor, followUp, events[act], now)
  })

/** Step: keeps what was said, with its files; false when it was said before. */
async function keep(
  tx: Tx,
  actor: Actor,
  { id: followUpId }: FollowUp,
  kind: FollowUpNote['kind'],
  said: string | Saying,
  now: Date,
): Promise<boolean> {
  const { id, words, files = [] } = typeof said === 'string' ? { id: randomUUIDv7(), words: said } : said
  const isNew = await addNote(tx, { id, followUpId, kind, words, notedAt: now })
  if (isNew) for (const file of new Set(files)) await claimUpload(tx, actor, file, { kind: 'follow_up', id }, now)
  return isNew
}

/** The entry; whoever finishes for the owner does it atas nama. */
async function note(tx: Tx, actor: Author, about: NewFollowUp, event: string, now: Date, more: Details = {}) {
  const { id, projectId, ownerId } = about
  const isInstead = event === 'follow-up.finished' && actor !== 'system' && actor.personId !== ownerId
  const thing = { kind: 'follow_up' as const, id }
  const details = { projectId, ownerId, ...more }
  await record(tx, actor, { event, thing, details, onBehalfOf: isInstead ? ownerId : null }, now)
}
