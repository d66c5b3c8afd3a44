import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, insert, select, type Tx } from '#db'
import { type Page, pageSize } from '#kit/list.ts'
import type { Happened, PreservationEvent } from './preservation-event.ts'

/**
 * A step: writes what happened to recordings, in the transaction in which it did. `by` is the person who did it; where
 * a program did, `software` names it with its version.
 */
export async function recordPreservation(
  tx: Tx,
  by: { personId: string | null } | 'system',
  happened: Happened | Happened[],
  now: Date,
): Promise<void> {
  const events = [happened].flat().map(({ file, ...event }) => ({
    ...{ id: randomUUIDv7(), at: now, outcome: 'success' as const, ...event },
    ...{ fileId: file?.id ?? null, part: file?.part ?? null, figures: JSON.stringify(event.figures ?? {}) },
    personId: by === 'system' ? null : by.personId,
  }))
  if (events.length > 0) await insert(tx, 'preservationEvent', events).execute()
}

/** Into which storage each of these files was last put, of those that were ever moved. */
export async function findPlaces(db: Db, fileIds: readonly string[]): Promise<Map<string | null, string>> {
  if (fileIds.length === 0) return new Map()
  const rows = await select(db, 'preservationEvent')
    .distinctOn('fileId')
    .select(['fileId', sql<string>`figures->>'storage'`.as('storage')])
    .where('kind', '=', 'replication')
    .where('detail', '=', 'to-storage')
    .where('fileId', 'in', [...fileIds])
    .orderBy('fileId')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ fileId, storage }) => [fileId, storage]))
}

/** A page of what happened to the recording, latest first. */
export async function listPreservation(db: Db, recordingId: string, number: number): Promise<Page<PreservationEvent>> {
  const rows = await select(db, 'preservationEvent')
    .selectAll()
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .where('recordingId', '=', recordingId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((number - 1) * pageSize)
    .execute()
  return { rows: rows as unknown as PreservationEvent[], total: rows[0]?.total ?? 0, number, size: pageSize }
}
