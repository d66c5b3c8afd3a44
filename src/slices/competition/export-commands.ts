import { type Db, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import { listCopied, saveCopied } from './copy-store.ts'
import { hold } from './held.ts'

/** Ticks that a field stands in the competition's own site, or takes the tick off. It decides nothing. */
export const tickCopied = (db: Db, actor: Actor, code: string, key: string, isCopied: boolean) =>
  transact(db, async (tx) => {
    const { entry } = await hold(tx, actor, code, 'edit')
    const others = (await listCopied(tx, entry.id)).filter((one) => one !== key)
    await saveCopied(tx, entry.id, isCopied ? [...others, key] : others)
  })
