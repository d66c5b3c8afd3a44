import { type Db, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { notFound } from '#kit/refusal.ts'
import { fieldsOf } from './edition.ts'
import { hold } from './held.ts'
import { addRemark, saveSettled } from './remark-store.ts'

type Said = { id: string; field: string; text: string }

/** Remarks on an entry, or on one field of it. What is talked over while writing decides nothing. */
export const remarkOn = (db: Db, actor: Actor, code: string, said: Said, { now }: Moment) =>
  transact(db, async (tx) => {
    const { entry, edition } = await hold(tx, actor, code, 'remark')
    const field = fieldsOf(edition).some(({ key }) => key === said.field) ? said.field : ''
    await addRemark(tx, { ...said, field, entryId: entry.id, accountId: actor.accountId, createdAt: now })
  })

/** Says that a remark was answered, or that it waits again. */
export const settleRemark = (db: Db, actor: Actor, code: string, id: string, isSettled: boolean, { now }: Moment) =>
  transact(db, async (tx) => {
    const { entry } = await hold(tx, actor, code, 'remark')
    if (!(await saveSettled(tx, entry.id, id, isSettled ? now : null))) throw notFound()
  })
