import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, insert, on, select, type Tx, update } from '#db'
import type { Entry } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Zone } from '#kit/date.ts'
import { type Page, pageSize } from '#kit/list.ts'
import { type MailChoice, nameInFull } from '#people'
import type { Mailing } from './mailing.ts'
import type { Addressee, Notice, Words } from './notice.ts'

const columns = ['agencyId', 'id', 'subject', 'sentence', 'button', 'path', 'createdAt', 'readAt'] as const

/** Notices of whoever asks: as the person, and as the account. */
const ofActor = (db: Db, { personId, accountId }: Actor) =>
  select(db, 'notice').where((eb) => eb.or([eb('personId', '=', personId), eb('accountId', '=', accountId)]))

/** A page of the actor's notices, newest first. */
export async function listNotices(db: Db, actor: Actor, number: number): Promise<Page<Notice>> {
  const [rows, counted] = await Promise.all([
    ofActor(db, actor)
      .select(columns)
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset((number - 1) * pageSize)
      .execute(),
    ofActor(db, actor).select(sql<number>`count(*)::int`.as('total')).executeTakeFirst(),
  ])
  return { rows, total: counted?.total ?? 0, number, size: pageSize }
}

/** How many of the actor's notices are unread. */
export async function countUnread(db: Db, actor: Actor): Promise<number> {
  const counted = await ofActor(db, actor)
    .select(sql<number>`count(*)::int`.as('unread'))
    .where('readAt', 'is', null)
    .executeTakeFirst()
  return counted?.unread ?? 0
}

/** The newest of the actor's notices that are unread, and how many there are. One query. */
export async function listUnread(db: Db, actor: Actor, most: number): Promise<{ newest: Notice[]; unread: number }> {
  const rows = await ofActor(db, actor)
    .select(columns)
    .select(sql<number>`count(*) over ()::int`.as('unread'))
    .where('readAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return { newest: rows.map(({ unread: _, ...notice }) => notice), unread: rows[0]?.unread ?? 0 }
}

/** The actor's notice of this id. */
export const findNotice = (db: Db, actor: Actor, id: string): Promise<Notice | undefined> =>
  ofActor(db, actor).select(columns).where('id', '=', id).executeTakeFirst()

/** Marks as read: the one of this id, or with null all of the actor's. */
export async function saveRead(db: Db, { personId, accountId }: Actor, id: string | null, now: Date): Promise<void> {
  await update(db, 'notice')
    // What was read here needs no letter any more.
    .set({ readAt: now, awaits: null })
    .where('readAt', 'is', null)
    .where((eb) => eb.or([eb('personId', '=', personId), eb('accountId', '=', accountId)]))
    .$if(id !== null, (notices) => notices.where('id', '=', id ?? ''))
    .execute()
}

/** Adds a notice about the entry; returns its id, undefined when the addressee was told of it before. */
export async function addNotice(
  tx: Tx,
  { id, event, thingId }: Entry,
  { personId, accountId }: Addressee,
  words: Words,
  now: Date,
  mailing: Mailing,
): Promise<string | undefined> {
  const told = { entryId: id, event, thingId, personId, accountId, ...words }
  const row = await insert(tx, 'notice', {
    id: randomUUIDv7(),
    ...told,
    createdAt: now,
    mailedAt: mailing === 'now' ? now : null,
    awaits: mailing === 'opening' || mailing === 'digest' ? mailing : null,
  })
    .onConflict((conflict) => conflict.constraint('nobody_is_told_twice').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Whether the addressee has not yet read of an earlier event of this name about the thing, told since that moment. */
export async function hasUnread(
  db: Db,
  { personId, accountId }: Addressee,
  { id, event, thingId }: Entry,
  since: Date | null = null,
): Promise<boolean> {
  const row = await select(db, 'notice')
    .select('id')
    .where((eb) => (personId === null ? eb('accountId', '=', accountId) : eb('personId', '=', personId)))
    .$if(since !== null, (notices) => notices.where('createdAt', '>', since))
    .where('event', '=', event)
    .where('thingId', '=', thingId)
    .where('entryId', '!=', id)
    .where('readAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What gates are told of: a project, and the zone by whose days people hold seats and head units. */
export type ToldProject = { code: string; title: string; seatId: string; unitId: string; zone: Zone }

export async function findToldProject(db: Db, id: string): Promise<ToldProject | undefined> {
  const row = await select(db, 'project')
    .innerJoin('agency', 'agency.id', 'project.agencyId')
    .select(['project.code', 'project.title', 'project.seatId', 'project.unitId', 'agency.zone'])
    .where('project.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, zone: row.zone as Zone }
}

/** What these projects are called, by id. One query. */
export async function listToldNames(db: Db, ids: readonly (string | null)[]) {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map<string, { code: string; title: string }>()
  const rows = await select(db, 'project').select(['id', 'code', 'title']).where('id', 'in', known).execute()
  return new Map(rows.map(({ id, code, title }) => [id, { code, title }]))
}

/** The admins, as persons where they are some. */
export const listAdmins = (db: Db): Promise<Addressee[]> => listHolders(db, ['admin'])

/** Who may confirm what takes a second person: the admins and the leadership. */
export const listApprovers = (db: Db): Promise<Addressee[]> => listHolders(db, ['admin', 'leadership'])

const listHolders = async (db: Db, roles: string[]): Promise<Addressee[]> =>
  (
    await select(db, 'access')
      .select(['accountId', 'personId'])
      .where('endedAt', 'is', null)
      .where(sql<boolean>`roles && ${roles}::text[]`)
      .execute()
  ).map(({ accountId, personId }) => (personId === null ? { personId, accountId } : { personId, accountId: null }))

/** The recording of which somebody is told. */
export const findToldRecording = (db: Db, id: string): Promise<{ code: string; title: string } | undefined> =>
  select(db, 'recording').select(['code', 'title']).where('id', '=', id).executeTakeFirst()

/** Whoever has this account in the agency, as a person where they are one. */
export async function addresseeOf(db: Db, accountId: string): Promise<Addressee | undefined> {
  const row = await select(db, 'access')
    .select(['personId'])
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  return row.personId === null ? { personId: null, accountId } : { personId: row.personId, accountId: null }
}

/** Everybody of the secretariat; where it has nobody, the admins. */
export async function listSecretariat(db: Db): Promise<Addressee[]> {
  const rows = await select(db, 'access')
    .select(['accountId', 'personId', sql<boolean>`'secretariat' = any(roles)`.as('isSecretariat')])
    .where('endedAt', 'is', null)
    .where(sql<boolean>`roles && array['secretariat', 'admin']`)
    .execute()
  const secretariat = rows.filter(({ isSecretariat }) => isSecretariat)
  return (secretariat.length > 0 ? secretariat : rows).map(({ accountId, personId }) =>
    personId === null ? { personId, accountId } : { personId, accountId: null },
  )
}

/**
 * Name and address of whoever is written to, and which letters they want; the account's address goes before the one
 * that an annex gave.
 */
export type Contact = { name: string; email: string | null; mailChoice: MailChoice }

export async function findContact(db: Db, { personId, accountId }: Addressee): Promise<Contact | undefined> {
  if (personId === null) return findAccountContact(db, accountId)
  const row = await select(db, 'person')
    .leftJoin('access', (join) => on('access.personId', 'person.id')(join).on('access.endedAt', 'is', null))
    .leftJoin('account', 'account.id', 'access.accountId')
    .select([
      'person.titlesBefore',
      'person.name',
      'person.titlesAfter',
      'person.email',
      'account.email as accountEmail',
      'access.mailChoice',
    ])
    .where('person.id', '=', personId)
    .executeTakeFirst()
  return row && { name: nameInFull(row), email: row.accountEmail ?? row.email, mailChoice: choiceOf(row.mailChoice) }
}

async function findAccountContact(db: Db, accountId: string): Promise<Contact | undefined> {
  const row = await db.query
    .selectFrom('account')
    .leftJoin('access', (join) =>
      join.onRef('access.accountId', '=', 'account.id').on('access.agencyId', '=', db.agencyId),
    )
    .select(['account.name', 'account.email', 'access.mailChoice'])
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  return row && { ...row, mailChoice: choiceOf(row.mailChoice) }
}

// A check of the table says that nothing else stands there; who never had access never chose.
const choiceOf = (choice: string | null): MailChoice => (choice as MailChoice | null) ?? 'usual'

/** The zone by whose days the agency counts. */
export async function findZone(db: Db): Promise<Zone> {
  const row = await db.query.selectFrom('agency').select('zone').where('id', '=', db.agencyId).executeTakeFirstOrThrow()
  return row.zone as Zone
}
