import { type Db, transact } from '#db'
import { removeFile } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { type Asked, askOfAgent } from './ask-commands.ts'
import { decideEvidence } from './evidence.ts'
import { findEvidence, saveEvidence } from './evidence-store.ts'
import { holdThing } from './held.ts'

/** The secretariat finds that this proves what it is said to prove. */
export const verifyEvidence = (db: Db, actor: Actor, code: string, id: string, moment: Moment) =>
  decide(db, actor, code, { id, act: 'verify', remark: '', asked: null }, moment)

/** The secretariat sends a piece of evidence back with its reason. */
export const returnEvidence = (
  db: Db,
  actor: Actor,
  code: string,
  id: string,
  remark: string,
  moment: Moment,
  asked: Asked = null,
) => decide(db, actor, code, { id, act: 'sendBack', remark, asked }, moment)

/** Whoever brought it takes it back, say because it shows too much: its file goes too. */
export const withdrawEvidence = (db: Db, actor: Actor, code: string, id: string, moment: Moment) =>
  decide(db, actor, code, { id, act: 'withdraw', remark: '', asked: null }, moment)

const events = {
  verify: 'evidence.verified',
  sendBack: 'evidence.returned',
  withdraw: 'evidence.withdrawn',
} as const

type Decided = { id: string; act: keyof typeof events; remark: string; asked: Asked }

const decide = (db: Db, actor: Actor, code: string, { id, act, remark, asked }: Decided, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { project, thing: evidence } = await holdThing(tx, actor, code, act, (held, projectId) =>
      findEvidence(held, projectId, id),
    )
    await saveEvidence(tx, decideEvidence(evidence, act, { by: actor.accountId, at: now }, remark))
    if (asked) await askOfAgent(tx, actor, project, { ...asked, what: remark, sourceId: id }, { now, today })
    if (act === 'withdraw') await removeFile(tx, id, { kind: 'evidence', id })
    const details = { projectId: project.id, lineId: evidence.lineId }
    await record(tx, actor, { event: events[act], thing: { kind: 'evidence', id }, details }, now)
  })
