import { sql } from 'kysely'
import { type Database, type Db, remove, select, type Tx, update } from '#db'
import type { Quarantine, Upload } from './file.ts'

/** Minutes after which a check that was not ended is somebody else's: longer than the scanner is waited for. */
const checkMinutes = 16

/**
 * Marks a whole upload as one that waits to be checked, and takes the check; false where somebody is at it. By the
 * database's clock: several machines ask.
 */
export async function takeCheck(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await update(db, 'upload')
    .set({
      quarantine: 'waiting',
      quarantineAt: sql`coalesce(quarantine_at, now())`,
      checkUntil: sql`now() + make_interval(mins => ${checkMinutes})`,
    })
    .where('id', '=', id)
    .where(sql<boolean>`coalesce(quarantine, 'waiting') = 'waiting'`)
    .where(sql<boolean>`coalesce(check_until, now()) <= now()`)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The check came to nothing: whoever comes next may take it. */
export async function releaseCheck(db: Db, id: string): Promise<void> {
  await update(db, 'upload')
    .set({ checkUntil: null })
    .where('id', '=', id)
    .where('quarantine', '=', 'waiting')
    .execute()
}

/** It waits no more, and nobody has checked it. */
export async function dropWait(db: Db, id: string): Promise<void> {
  await update(db, 'upload')
    .set({ quarantine: null, quarantineAt: null, checkUntil: null })
    .where('id', '=', id)
    .where('quarantine', '=', 'waiting')
    .execute()
}

/** Ends the wait of an upload; false where it waits no more. */
export async function saveChecked(
  tx: Tx,
  id: string,
  from: Quarantine,
  to: { quarantine: Quarantine; threat: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await update(tx, 'upload')
    .set({ ...to, quarantineAt: sql`now()`, checkUntil: null })
    .where('id', '=', id)
    .where('quarantine', '=', from)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Uploads of all agencies that nobody is checking, those that wait longest first. */
export const listUnchecked = ({ query }: Database): Promise<Upload[]> =>
  query
    .selectFrom('upload')
    .selectAll()
    .where('quarantine', '=', 'waiting')
    .where(sql<boolean>`coalesce(check_until, now()) <= now()`)
    .orderBy('quarantineAt')
    .limit(500)
    .execute()

/** Since when the upload that waits longest has waited; null where none does. */
export async function waitsSince({ query }: Pick<Database, 'query'>): Promise<Date | null> {
  const row = await query
    .selectFrom('upload')
    .select((eb) => eb.fn.min('quarantineAt').as('since'))
    .where('quarantine', '=', 'waiting')
    .executeTakeFirst()
  return row?.since ?? null
}

export type Quarantined = Pick<Upload, 'id' | 'name' | 'size' | 'threat'> & {
  quarantine: Quarantine
  quarantineAt: Date
  by: string
}

/** What is held in quarantine in the agency, the latest first, and by whom it was uploaded. */
export async function listQuarantined(db: Db): Promise<Quarantined[]> {
  const rows = await select(db, 'upload')
    .innerJoin('account', 'account.id', 'upload.accountId')
    .select(['upload.id', 'upload.name', 'upload.size', 'upload.threat', 'upload.quarantine', 'upload.quarantineAt'])
    .select('account.name as by')
    .where('upload.quarantine', 'in', ['waiting', 'too_large', 'infected'])
    .orderBy('upload.quarantineAt', 'desc')
    .limit(200)
    .execute()
  return rows.flatMap(({ quarantine, quarantineAt, ...row }) =>
    quarantine && quarantineAt ? [{ ...row, quarantine, quarantineAt }] : [],
  )
}

/** The upload in quarantine, kept from anybody else until the transaction ends. */
export const holdQuarantined = (tx: Tx, id: string): Promise<Upload | undefined> =>
  select(tx, 'upload')
    .selectAll()
    .where('id', '=', id)
    .where('quarantine', 'in', ['waiting', 'too_large', 'infected'])
    .forUpdate()
    .executeTakeFirst()

export async function dropQuarantined(tx: Tx, id: string): Promise<void> {
  await remove(tx, 'upload').where('id', '=', id).execute()
}
