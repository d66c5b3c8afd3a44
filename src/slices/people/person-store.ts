import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, insert, on, select, type Tables, type Tx, update } from '#db'
import { type Actor, looksOn, thingsOf } from '#kit/actor.ts'
import { type Page, pageSize } from '#kit/list.ts'
import type { NewPerson, Person, PersonFacts } from './person.ts'

const columns = [
  'person.agencyId',
  'person.id',
  'person.titlesBefore',
  'person.name',
  'person.titlesAfter',
  'person.noNipReason',
  'person.position',
  'person.grade',
  'person.unitId',
  'person.email',
  'person.mergedIntoId',
  'person.revision',
] as const
const hasNip = sql<boolean>`person.nip_index is not null`.as('hasNip')

/** The person of this id; a record that was given up too. */
export const findPerson = (db: Db, id: string): Promise<Person | undefined> =>
  select(db, 'person').select(columns).select(hasNip).where('person.id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends. */
export const holdPerson = (tx: Tx, id: string): Promise<Person | undefined> =>
  select(tx, 'person').select(columns).select(hasNip).where('person.id', '=', id).forUpdate().executeTakeFirst()

/** The person with this NIP (18 digits), among the records that stay. */
export const findPersonByNip = (db: Db, nip: string): Promise<Person | undefined> =>
  select(db, 'person')
    .select(columns)
    .select(hasNip)
    .where('person.nipIndex', '=', db.vault.index(nip))
    .where('person.mergedIntoId', 'is', null)
    .executeTakeFirst()

/** The persons with these NIPs, by NIP, among the records that stay. One query. */
export async function listPersonsByNips(db: Db, nips: readonly string[]): Promise<Map<string, Person>> {
  const nipOf = new Map(nips.map((nip) => [db.vault.index(nip).toString('hex'), nip]))
  if (nipOf.size === 0) return new Map()
  const rows = await select(db, 'person')
    .select(columns)
    .select([hasNip, 'person.nipIndex'])
    .where(
      'person.nipIndex',
      'in',
      [...nipOf.keys()].map((index) => Buffer.from(index, 'hex')),
    )
    .where('person.mergedIntoId', 'is', null)
    .execute()
  return new Map(rows.map(({ nipIndex, ...person }) => [nipOf.get(nipIndex?.toString('hex') ?? '') ?? '', person]))
}

/** The NIP itself, for the pages and documents that need it and whose policy allowed it. */
export async function openNip(db: Db, personId: string): Promise<string | null> {
  const row = await select(db, 'person').select('nipSealed').where('id', '=', personId).executeTakeFirst()
  return row?.nipSealed ? db.vault.open(row.nipSealed) : null
}

/** A person as a letter names them: their unit, and the NIP where it may be opened. */
export type NamedPerson = Person & { unitName: string | null; nip: string | null }

/** Persons by id; the NIP of those is opened of whom `mayOpen` says so. One query. */
export async function listNamedPersons(
  db: Db,
  ids: readonly string[],
  mayOpen: (id: string) => boolean,
): Promise<Map<string, NamedPerson>> {
  if (ids.length === 0) return new Map()
  const rows = await select(db, 'person')
    .leftJoin('unit', on('unit.id', 'person.unitId'))
    .select(columns)
    .select([hasNip, 'unit.name as unitName', 'person.nipSealed'])
    .where('person.id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ nipSealed, ...person }) => {
      const nip = nipSealed !== null && mayOpen(person.id) ? db.vault.open(nipSealed) : null
      return [person.id, { ...person, nip }]
    }),
  )
}

export type PersonSearch = {
  /** A part of the name, or the name with a slip of the pen. */
  words?: string
  /** Only of these units. */
  unitIds?: readonly string[]
  number: number
}

/** A row of the list of persons. */
export type PersonRow = Person & { unitName: string | null }

/** Step: adds a person as it stands; false when one of this id is there already. */
export async function saveNewPerson(tx: Tx, { nip, ...person }: NewPerson): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await insert(tx, 'person', { ...person, ...sealed(tx, nip) })
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves corrected facts; the NIP is sealed anew. The caller raised the revision. */
export async function savePerson(
  tx: Tx,
  id: string,
  { nip, ...facts }: PersonFacts & { revision: number },
): Promise<void> {
  await update(tx, 'person')
    .set({ ...facts, ...sealed(tx, nip) })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

const sealed = (db: Db, nip: string | null) => ({
  nipSealed: nip === null ? null : db.vault.seal(nip),
  nipIndex: nip === null ? null : db.vault.index(nip),
})

/** A page of those persons that the actor may read, by name, without the records that were given up. */
export async function listPersons(db: Db, actor: Actor, search: PersonSearch): Promise<Page<PersonRow>> {
  let query = select(db, 'person')
    .leftJoin('unit', on('unit.id', 'person.unitId'))
    .where('person.mergedIntoId', 'is', null)
    .where(readableBy(actor))
  if (search.unitIds) query = query.where('person.unitId', 'in', orNone(search.unitIds))
  if (search.words) query = query.where(isNamed(search.words))
  const [rows, counted] = await Promise.all([
    query
      .select(columns)
      .select([hasNip, 'unit.name as unitName'])
      .orderBy(sql`person.name collate id_num`)
      .orderBy('person.id')
      .limit(pageSize)
      .offset((search.number - 1) * pageSize)
      .execute(),
    query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirst(),
  ])
  return { rows, total: counted?.total ?? 0, number: search.number, size: pageSize }
}

/** In SQL: a part of the name as typed, or words close to it. Both are answered by the trigram index. */
export function isNamed(words: string) {
  const part = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(plain(person.name) like plain(${part}) or plain(${words}) <% plain(person.name))`
}

/** `personPolicy.read`, said in SQL. A test holds the two to one answer. */
export const readableBy = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'person'>) =>
  looksOn(actor)
    ? eb.lit(true)
    : eb.or([eb('person.id', '=', actor.personId), eb('person.unitId', 'in', orNone(thingsOf(actor, 'head')))])

/** SQL has no empty list: one that holds nothing but null matches nothing. */
const orNone = (ids: readonly string[]) => (ids.length > 0 ? ids : [null])
