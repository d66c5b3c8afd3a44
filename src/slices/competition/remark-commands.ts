import { type Db, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { notFound } from '#kit/refusal.ts'
import { fieldsOf } from './edition.ts'
import { hold, note } from './held.ts'
import { addRemark, holdRemark, saveSettled } from './remark-store.ts'

type Said = { id: string; field: string; text: string }

/** Remarks on an entry, or on one field of it. What is talked over while writing decides nothing. */
export const remarkOn = (db: Db, actor: Actor, code: string, said: Said, { now }: Moment) =>
  transact(db, async (tx) => {
    const { entry, edition } = await hold(tx, actor, code, 'remark')
    const field = fieldsOf(edition).some(({ key }) => key === said.field) ? said.field : ''
    const remark = { ...said, field, entryId: entry.id, accountId: actor.accountId, createdAt: now }
    if (await addRemark(tx, remark)) await note(tx, actor, entry, 'entry.remarked', now, { details: { field } })
  })

/** Says that a remark was answered, or that it waits again; said again it changes nothing. */
export const settleRemark = (db: Db, actor: Actor, code: string, id: string, isSettled: boolean, { now }: Moment) =>
  transact(db, async (tx) => {
    const { entry } = await hold(tx, actor, code, 'remark')
    const remark = await holdRemark(tx, entry.id, id)
    if (!remark) throw notFound()
    if ((remark.settledAt !== null) === isSettled) return
    await saveSettled(tx, entry.id, id, isSettled ? now : null)
    const details = { field: remark.field, remarkedBy: remark.accountId }
    if (isSettled) await note(tx, actor, entry, 'entry.remark-settled', now, { details })
  })
