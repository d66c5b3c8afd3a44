import { isDeepStrictEqual } from 'node:util'
import { type Db, type Tx, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { conflict, forbidden, notFound, stale } from '#kit/refusal.ts'
import { withoutNul } from '#kit/text.ts'
import { compareEditions, type EditionChange } from './compare-editions.ts'
import { type Edition, type EditionFault, mostEditionText, parseEdition } from './edition.ts'
import { holdDrawn } from './edition-draft-commands.ts'
import { removeEditionDraft } from './edition-draft-store.ts'
import { addEditionVersion, lastVersionOf, type Origin, shelfOf } from './edition-store.ts'
import { nextEdition } from './next-edition.ts'
import { mayEnter } from './policy.ts'

type Loaded = { key: string; version: number } | { faults: EditionFault[] }

/** Loads an edition from its file: all of it, as the next version, or nothing with all that is wrong in it. */
export async function loadEdition(db: Db, actor: Actor, text: string, { now }: Moment): Promise<Loaded> {
  const read = parseText(text)
  if ('faults' in read) return read
  return transact(db, async (tx) => {
    if (!mayEnter(actor, tx)) throw forbidden()
    const { edition } = read
    const last = await beginVersions(tx, edition.key, now)
    return keep(tx, actor, { edition, last, origin: 'file', reason: '' }, now)
  })
}

function parseText(text: string): { edition: Edition } | { faults: EditionFault[] } {
  if (text.length > mostEditionText)
    return { faults: [{ at: 'seluruh berkas', sentence: 'Berkas ini terlalu besar.' }] }
  try {
    // No database keeps a NUL or half a letter, which a file can hold by its escapes.
    return parseEdition(
      JSON.parse(text, (_, value) => (typeof value === 'string' ? withoutNul(value.toWellFormed()) : value)),
    )
  } catch {
    return { faults: [{ at: 'seluruh berkas', sentence: 'Berkas ini bukan JSON yang utuh.' }] }
  }
}

/**
 * Begins the edition of another year from one that is known, to prepare for it before its rules are published. What is
 * copied is marked as remembered and its dates as not known, until somebody reads the new rules.
 */
export const beginNextEdition = (db: Db, actor: Actor, key: string, year: number, { now }: Moment): Promise<string> =>
  transact(db, async (tx) => {
    if (!mayEnter(actor, tx)) throw forbidden()
    const shelf = await shelfOf(tx)
    const known = shelf.newest(key)
    if (!known) throw notFound()
    const next = nextEdition(known.edition, year)
    if (shelf.newest(next.key)) throw conflict(`${next.label} sudah ada.`)
    const reason = `Disalin dari ${known.edition.label}`
    await keep(tx, actor, { edition: next, last: 0, origin: 'page', reason }, now)
    return next.key
  })

type Published = {
  reason: string
  stamp: string
  /** The newest version when the page was drawn: what is published takes its place. */
  after: number
}

/** Makes the draft of an edition its next version, with the reason for it; nothing while anything in it is wrong. */
export const publishEdition = (db: Db, actor: Actor, key: string, said: Published, { now }: Moment): Promise<Loaded> =>
  transact(db, async (tx) => {
    const { body, newest } = await holdDrawn(tx, actor, key, said.stamp)
    if ((newest.version ?? 0) !== said.after) throw stale()
    const read = parseEdition(body)
    if ('faults' in read) return read
    const { edition } = read
    if (isDeepStrictEqual(edition, newest.edition)) throw conflict('Rancangan ini tidak mengubah apa pun.')
    const last = await beginVersions(tx, key, now)
    const kept = await keep(tx, actor, { edition, last, origin: 'page', reason: said.reason }, now)
    await removeEditionDraft(tx, key)
    return kept
  })

/** A step: the version of an edition that a new entry is begun with. What the program carries becomes version 1. */
export async function versionToBegin(tx: Tx, key: string, now: Date): Promise<number> {
  return (await beginVersions(tx, key, now)) || (await lastVersionOf(tx, key))
}

async function beginVersions(tx: Tx, key: string, now: Date): Promise<number> {
  const last = await lastVersionOf(tx, key)
  const carried = last === 0 ? (await shelfOf(tx)).newest(key) : undefined
  if (!carried) return last
  await addEditionVersion(tx, 0, { edition: carried.edition, origin: 'program', reason: '', accountId: null, at: now })
  return 1
}

type Kept = { edition: Edition; last: number; origin: Origin; reason: string }

async function keep(tx: Tx, actor: Actor, { edition, last, origin, reason }: Kept, now: Date) {
  const added = await addEditionVersion(tx, last, { edition, origin, reason, accountId: actor.accountId, at: now })
  if (!added) throw conflict('Edisi ini baru saja diubah orang lain. Muat ulang, lalu coba lagi.')
  const version = last + 1
  const about = { thing: { kind: 'agency' as const, id: tx.agencyId }, details: { edition: edition.key, version } }
  if (origin === 'file' || last === 0) await record(tx, actor, { event: 'edition.loaded', ...about }, now)
  else await record(tx, actor, { event: 'edition.corrected', ...about }, now)
  return { key: edition.key, version }
}

/** What would change for an entry that is moved to the newest version; null where it has it already. */
export async function movesTo(
  db: Db,
  entry: { edition: string; editionVersion: number | null },
): Promise<{ version: number; changes: EditionChange[] } | null> {
  const shelf = await shelfOf(db)
  const [mine, newest] = [shelf.of(entry), shelf.newest(entry.edition)]
  if (!newest || newest.version === null || newest.version === entry.editionVersion) return null
  return { version: newest.version, changes: compareEditions(mine.edition, newest.edition) }
}
