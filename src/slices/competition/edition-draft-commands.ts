import { type Db, type Tx, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import type { Typed } from '#kit/form.ts'
import { conflict, forbidden, notFound, stale } from '#kit/refusal.ts'
import { mostEditionText } from './edition.ts'
import {
  type EditionDraft,
  holdEditionDraft,
  removeEditionDraft,
  saveEditionDraft,
  stampOf,
} from './edition-draft-store.ts'
import { type Draft, idOf, type Part, rowsAt } from './edition-part.ts'
import { partsOf } from './edition-parts.ts'
import { moved, typedIndex, without, withTyped } from './edition-typed.ts'
import { mayEnter } from './policy.ts'

type Place = { key: string; part: string; stamp: string }

/** What is done to a row with the saving of its part; its number as the form shows it. */
export type RowAct = { verb: 'up' | 'down' | 'remove'; row: number }

/**
 * Saves a part of an edition's draft as it was typed, right or wrong, and moves a row of it. Tells by what name the row
 * is known now; null where nothing was typed in it.
 */
export const revisePart = (db: Db, actor: Actor, place: Place, typed: Typed, act: RowAct | null, { now }: Moment) =>
  transact(db, async (tx) => {
    const { draft, part } = await holdPart(tx, actor, place)
    const said = withTyped(part, draft.body, typed)
    const index = act && typedIndex(part, typed, act.row)
    const row = index === null ? undefined : rowsAt(said, part.rows?.path ?? '')[index]
    const id = row ? idOf(row) : null
    const isMove = act !== null && act.verb !== 'remove' && id !== null
    await save(tx, actor, draft, isMove ? moved(part, said, id, act.verb === 'up' ? -1 : 1) : said, now)
    return id
  })

/** Takes a row out of a part of an edition's draft. */
export const removeRow = (db: Db, actor: Actor, place: Place, id: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const { draft, part } = await holdPart(tx, actor, place)
    await save(tx, actor, draft, without(part, draft.body, id), now)
  })

/** Drops what was corrected and not published; where nothing was, nothing happens. */
export const dropDraft = (db: Db, actor: Actor, key: string, stamp: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const draft = await holdDrawn(tx, actor, key, stamp)
    if (draft.revision === 0) return
    await removeEditionDraft(tx, key)
    const about = { thing: { kind: 'agency' as const, id: tx.agencyId }, details: { edition: draft.key } }
    await record(tx, actor, { event: 'edition.draft-dropped', ...about }, now)
  })

/** A step: the draft from which a form was drawn, held. */
export async function holdDrawn(tx: Tx, actor: Actor, key: string, stamp: string): Promise<EditionDraft> {
  if (!mayEnter(actor, tx)) throw forbidden()
  const draft = await holdEditionDraft(tx, key)
  if (!draft) throw notFound()
  if (stampOf(draft) !== stamp) throw stale()
  return draft
}

async function holdPart(tx: Tx, actor: Actor, place: Place): Promise<{ draft: EditionDraft; part: Part }> {
  const draft = await holdDrawn(tx, actor, place.key, place.stamp)
  const part = partsOf(draft.body).find(({ key }) => key === place.part)
  if (!part) throw notFound()
  return { draft, part }
}

async function save(tx: Tx, actor: Actor, draft: EditionDraft, body: Draft, now: Date): Promise<void> {
  if (JSON.stringify(body).length > mostEditionText)
    throw conflict('Edisi ini menjadi terlalu besar. Ringkaskan isinya.')
  const saved = await saveEditionDraft(tx, draft, body, { accountId: actor.accountId, changedAt: now })
  if (!saved) throw stale()
  const details = { edition: draft.key, revision: draft.revision + 1 }
  await record(tx, actor, { event: 'edition.drafted', thing: { kind: 'agency', id: tx.agencyId }, details }, now)
}
