import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, insert, select, type Tx } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Page } from '#kit/list.ts'
import { pageSize } from '#kit/list.ts'
import { type Details, type Entry, hashOf, noHash, type ThingKind } from './entry.ts'

export type { Details, Entry, ThingKind } from './entry.ts'
export { sentenceOf } from './sentence.ts'
export { type Broken, verifyJournal } from './verify.ts'

/** Who acted: a signed-in actor, or the system itself (a job, the command line), which has no account. */
export type Author = Pick<Actor, 'accountId' | 'personId'> | 'system'

export type Decision = {
  /** `<thing>.<what was done>`, as `project.submitted`. */
  event: string
  thing: { kind: ThingKind; id: string }
  details?: Details
  onBehalfOf?: string | null
}

/**
 * Writes that something was decided, as a command's last statement, in its transaction, and hands the event to the
 * jobs that subscribed to it. Entries of one agency are written one after the other, so that each holds the hash of
 * the one before. Returns the entry's id.
 */
export async function record(tx: Tx, author: Author, decision: Decision, now: Date): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`journal ${tx.agencyId}`}, 0))`.execute(tx.query)
  const last = await select(tx, 'journal')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { accountId, personId } = author === 'system' ? { accountId: null, personId: null } : author
  const entry: Entry = {
    agencyId: tx.agencyId,
    sequence: (last?.sequence ?? 0) + 1,
    id: randomUUIDv7(),
    at: now,
    accountId,
    personId,
    onBehalfOf: decision.onBehalfOf ?? null,
    event: decision.event,
    thingKind: decision.thing.kind,
    thingId: decision.thing.id,
    details: decision.details ?? {},
  }
  const previousHash = last?.hash ?? noHash
  await insert(tx, 'journal', {
    ...entry,
    details: JSON.stringify(entry.details),
    previousHash,
    hash: hashOf(entry, previousHash),
  }).execute()
  await tx.publish(tx.query, entry.event, { agencyId: tx.agencyId, entryId: entry.id })
  return entry.id
}

/** One entry; undefined when there is none of this id in the agency. */
export async function findEntry(db: Db, id: string): Promise<Entry | undefined> {
  const row = await select(db, 'journal').select(columns).where('id', '=', id).executeTakeFirst()
  return row as Entry | undefined
}

/**
 * Whether a decision with these details was recorded before, for what the clock does once. Asked while the thing is
 * held, so that of two workers the second sees what the first has done.
 */
export async function isRecorded(tx: Tx, { event, thing, details = {} }: Decision): Promise<boolean> {
  const row = await select(tx, 'journal')
    .select('id')
    .where('thingId', '=', thing.id)
    .where('event', '=', event)
    .where(sql<boolean>`details @> ${JSON.stringify(details)}::jsonb`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The newest entries about these things (a project and its plans, say), newest first. */
export async function listEntriesOf(db: Db, thingIds: string[], limit = pageSize): Promise<Entry[]> {
  const rows = await select(db, 'journal')
    .select(columns)
    .where('thingId', 'in', thingIds)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  return rows as Entry[]
}

/** The newest entries about a project and everything that belongs to it, newest first. */
export async function listEntriesOfProject(db: Db, projectId: string, limit = pageSize): Promise<Entry[]> {
  const rows = await select(db, 'journal')
    .select(columns)
    .where((eb) => eb.or([eb('thingId', '=', projectId), sql<boolean>`journal.details ->> 'projectId' = ${projectId}`]))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  return rows as Entry[]
}

/** Which entries are looked for; what is left out is not asked for. */
export type EntryFilter = {
  /** From this instant, and before that one. */
  from?: Date | null
  before?: Date | null
  /** Of this account, or in the place of or by this person. */
  by?: string | null
  thingKind?: ThingKind | null
  event?: string | null
}

/** A page of the agency's entries, newest first. */
export async function listEntries(db: Db, number: number, filter: EntryFilter = {}): Promise<Page<Entry>> {
  const found = narrowed(db, filter)
  const rows = await found
    .select(columns)
    .orderBy('sequence', 'desc')
    .limit(pageSize)
    .offset((number - 1) * pageSize)
    .execute()
  const counted = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirst()
  return { rows: rows as Entry[], total: counted?.total ?? 0, number, size: pageSize }
}

function narrowed(db: Db, { from, before, by, thingKind, event }: EntryFilter) {
  let entries = select(db, 'journal')
  if (from) entries = entries.where('at', '>=', from)
  if (before) entries = entries.where('at', '<', before)
  if (by)
    entries = entries.where((eb) =>
      eb.or([eb('accountId', '=', by), eb('personId', '=', by), eb('onBehalfOf', '=', by)]),
    )
  if (thingKind) entries = entries.where('thingKind', '=', thingKind)
  if (event) entries = entries.where('event', '=', event)
  return entries
}

/** The ids of whoever stands in the journal: persons, and accounts that were no person. */
export async function listAuthors(db: Db): Promise<string[]> {
  const rows = await select(db, 'journal').select(['accountId', 'personId', 'onBehalfOf']).distinct().execute()
  const ids = rows.flatMap(({ accountId, personId, onBehalfOf }) => [personId ?? accountId, onBehalfOf])
  return [...new Set(ids.filter((id) => id !== null))]
}

const columns = [
  'agencyId',
  'sequence',
  'id',
  'at',
  'accountId',
  'personId',
  'onBehalfOf',
  'event',
  'thingKind',
  'thingId',
  'details',
] as const
