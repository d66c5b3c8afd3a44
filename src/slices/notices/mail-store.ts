import { sql } from 'kysely'
import { type Db, select, type Tx, update } from '#db'
import type { Zone } from '#kit/date.ts'
import type { AwaitingNotice, MailHours } from './mailing.ts'
import type { Addressee } from './notice.ts'

/** When the agency's letters go. */
export async function findMailHours(db: Db): Promise<MailHours> {
  const row = await db.query
    .selectFrom('agency')
    .select(['zone', 'mailsFrom as from', 'mailsUntil as until'])
    .where('id', '=', db.agencyId)
    .executeTakeFirstOrThrow()
  return { ...row, zone: row.zone as Zone }
}

/** Notices whose letter waits, oldest first. What was read meanwhile is not among them. */
export async function listAwaiting(db: Db): Promise<AwaitingNotice[]> {
  const rows = await select(db, 'notice')
    .select('id')
    .select(sql<string>`coalesce(person_id, account_id)`.as('whom'))
    .select(sql<'opening' | 'digest'>`awaits`.as('awaits'))
    .select(
      sql<Date | null>`(
        select max(earlier.digested_at) from notice as earlier
        where earlier.agency_id = notice.agency_id
          and (earlier.person_id = notice.person_id or earlier.account_id = notice.account_id))`.as('lastDigestAt'),
    )
    .where('awaits', 'is not', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows
}

/** What a letter says of a notice, and to whom. */
export type Taken = {
  id: string
  subject: string
  sentence: string
  button: string
  path: string
  entryId: string
  to: Addressee
}

/** Takes these notices out of those that wait; whichever another worker took before is not among them. */
export async function takeAwaiting(tx: Tx, ids: string[], now: Date, isDigest: boolean): Promise<Taken[]> {
  const rows = await update(tx, 'notice')
    .set({ awaits: null, mailedAt: now, ...(isDigest && { digestedAt: now }) })
    .where('id', 'in', ids)
    .where('awaits', 'is not', null)
    .returning(['subject', 'sentence', 'button', 'path', 'entryId', 'personId', 'accountId', 'createdAt', 'id'])
    .execute()
  return rows
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id.localeCompare(b.id))
    .flatMap<Taken>(({ personId, accountId, createdAt: _, ...words }) => {
      if (personId !== null) return [{ ...words, to: { personId, accountId: null } }]
      return accountId === null ? [] : [{ ...words, to: { personId, accountId } }]
    })
}
