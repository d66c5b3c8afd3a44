import { sql } from 'kysely'
import { type Db, insert, remove, type Tx, update } from '#db'
import { mostTries, overBefore } from './preview.ts'

/** Counts a try that begins now; false where none may: there were enough, or another may still be at it. */
export async function beginTry(db: Db, fileId: string, now: Date): Promise<boolean> {
  const row = await insert(db, 'filePreview', { fileId, tries: 1, triedAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'fileId'])
        .doUpdateSet({ tries: sql`file_preview.tries + 1`, triedAt: now })
        .where('filePreview.tries', '<', mostTries)
        .where('filePreview.triedAt', '<', overBefore(now)),
    )
    .returning('fileId')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes back a try that was broken off by us: the next may begin at once. */
export async function forgetTry(db: Db, fileId: string): Promise<void> {
  await remove(db, 'filePreview').where('fileId', '=', fileId).where('tries', '=', 1).execute()
  await update(db, 'filePreview')
    .set({ tries: sql`tries - 1`, triedAt: new Date(0) })
    .where('fileId', '=', fileId)
    .execute()
}

/** A step: this file is the PDF of that one. */
export const savePdfOf = (tx: Tx, fileId: string, pdfId: string) =>
  update(tx, 'filePreview').set({ pdfId }).where('fileId', '=', fileId).executeTakeFirstOrThrow()
