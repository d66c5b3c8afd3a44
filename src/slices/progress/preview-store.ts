import { sql } from 'kysely'
import { type Db, insert, on, remove, select, update } from '#db'
import { minutesBetweenTries, mostTries } from './preview.ts'

/** Before this moment a try that is over began. */
const overBefore = (now: Date): Date => new Date(now.getTime() - minutesBetweenTries * 60_000)

/** Counts a try that begins now; false where none may: there were enough, or another may still be at it. */
export async function beginTry(db: Db, evidenceId: string, now: Date): Promise<boolean> {
  const row = await insert(db, 'evidencePreview', { evidenceId, tries: 1, triedAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'evidenceId'])
        .doUpdateSet({ tries: sql`evidence_preview.tries + 1`, triedAt: now })
        .where('evidencePreview.tries', '<', mostTries)
        .where('evidencePreview.triedAt', '<', overBefore(now)),
    )
    .returning('evidenceId')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes back a try that was broken off by us: the next may begin at once. */
export async function forgetTry(db: Db, evidenceId: string): Promise<void> {
  await remove(db, 'evidencePreview').where('evidenceId', '=', evidenceId).where('tries', '=', 1).execute()
  await update(db, 'evidencePreview')
    .set({ tries: sql`tries - 1`, triedAt: new Date(0) })
    .where('evidenceId', '=', evidenceId)
    .execute()
}

/** Evidence of these media types that has no picture yet and may be tried: what never was first, the latest first. */
export async function listUnpreviewed(db: Db, mediaTypes: string[], now: Date, most: number): Promise<string[]> {
  const rows = await select(db, 'evidence')
    .innerJoin('file', on('file.id', 'evidence.id'))
    .leftJoin('evidencePreview', on('evidencePreview.evidenceId', 'evidence.id'))
    .select('evidence.id')
    .where('evidence.state', '!=', 'withdrawn')
    .where('file.mediaType', 'in', mediaTypes)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('file as picture')
            .select('picture.id')
            .whereRef('picture.agencyId', '=', 'evidence.agencyId')
            .whereRef('picture.thingId', '=', 'evidence.id')
            .where('picture.thingKind', '=', 'evidence')
            .where('picture.part', '=', 'preview'),
        ),
      ),
    )
    .where(({ or, and, eb }) =>
      or([
        eb('evidencePreview.tries', 'is', null),
        and([eb('evidencePreview.tries', '<', mostTries), eb('evidencePreview.triedAt', '<', overBefore(now))]),
      ]),
    )
    .orderBy('evidencePreview.tries', (order) => order.asc().nullsFirst())
    .orderBy('evidence.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}
