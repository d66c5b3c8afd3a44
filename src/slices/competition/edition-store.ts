import { sql } from 'kysely'
import { type Db, insert, select, type Tx } from '#db'
import { type Edition, readEdition } from './edition.ts'
import { shipped } from './shipped.ts'

/** Where a version of an edition came from: carried by the program, loaded from a file, or corrected in the page. */
export type Origin = 'program' | 'file' | 'page'

/** An edition as the agency has it; `version` is null where it is the program's own and nobody has used it yet. */
export type KeptEdition = {
  edition: Edition
  version: number | null
  origin: Origin
  reason: string
  createdAt: Date | null
}

/** All editions that an agency knows, in all of their versions. */
export type Shelf = {
  /** The newest version of each, the newest year first; other competitions' at the end. */
  current: KeptEdition[]
  /** The newest version of one. */
  newest: (key: string) => KeptEdition | undefined
  /** The very version that an entry was begun with. */
  of: (entry: { edition: string; editionVersion: number | null }) => KeptEdition
  /** All kept versions of one, the newest first. */
  versions: (key: string) => KeptEdition[]
}

/** The agency's editions. One query. */
export async function shelfOf(db: Db): Promise<Shelf> {
  const rows = await select(db, 'editionVersion')
    .select(['key', 'version', 'body', 'origin', 'reason', 'createdAt'])
    .orderBy('key')
    .orderBy('version', 'desc')
    .execute()
  const kept = new Map<string, KeptEdition[]>()
  for (const { key, ...row } of rows) kept.set(key, [...(kept.get(key) ?? []), keptAs(row)])
  const carried = new Map(shipped.map((edition) => [edition.key, carriedAs(edition)]))
  const newest = (key: string) => kept.get(key)?.[0] ?? carried.get(key)
  const keys = [...new Set([...carried.keys(), ...kept.keys()])]
  const current = keys.flatMap((key) => newest(key) ?? []).sort(newestFirst)
  return {
    current,
    newest,
    versions: (key) => kept.get(key) ?? [],
    of: ({ edition, editionVersion }) => {
      const found =
        editionVersion === null
          ? (carried.get(edition) ?? newest(edition))
          : kept.get(edition)?.find(({ version }) => version === editionVersion)
      if (!found) throw new Error(`Edition ${edition} is not there.`)
      return found
    },
  }
}

type Row = Omit<KeptEdition, 'edition' | 'origin'> & { body: unknown; origin: string }

/** A kept version. Most requests ask for one or two of all that there are, so it is read when it is asked for. */
function keptAs({ body, origin, ...row }: Row): KeptEdition {
  let edition: Edition | undefined
  return {
    ...row,
    origin: origin as Origin,
    get edition() {
      edition ??= readEdition(body)
      return edition
    },
  }
}

const carriedAs = (edition: Edition): KeptEdition => ({
  edition,
  version: null,
  origin: 'program',
  reason: '',
  createdAt: null,
})

/**
 * By year, those without one at the end. Of one year the general group stands first, since the others are for who meets
 * more than its conditions; those as they are carried.
 */
const newestFirst = ({ edition: a }: KeptEdition, { edition: b }: KeptEdition) =>
  (b.year ?? 0) - (a.year ?? 0) || Number(b.group === 'umum') - Number(a.group === 'umum')

type NewVersion = { edition: Edition; origin: Origin; reason: string; accountId: string | null; at: Date }

/**
 * Keeps a version after `last`; false when somebody else kept one first. Two loads of one edition meet at the primary
 * key.
 */
export async function addEditionVersion(tx: Tx, last: number, version: NewVersion): Promise<boolean> {
  const { edition, origin, reason, accountId, at } = version
  const body = sql<string>`${JSON.stringify(edition)}::jsonb`
  const row = { key: edition.key, version: last + 1, body, origin, reason, accountId, createdAt: at }
  const added = await insert(tx, 'editionVersion', row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return added !== undefined
}

/** The number of the newest kept version; 0 where there is none. */
export async function lastVersionOf(db: Db, key: string): Promise<number> {
  const row = await select(db, 'editionVersion')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.last ?? 0
}
