import { type Db, insert, on, select, type Tx } from '#db'
import type { FollowUpNote } from './follow-up.ts'

const columns = ['id', 'followUpId', 'kind', 'words', 'notedAt'] as const

/** What was said about a follow-up, the latest first. */
export const listNotes = (db: Db, followUpId: string): Promise<FollowUpNote[]> =>
  select(db, 'followUpNote')
    .select(columns)
    .where('followUpId', '=', followUpId)
    .orderBy('notedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Adds a note; false when there is one of this id already. */
export async function addNote(tx: Tx, note: FollowUpNote): Promise<boolean> {
  const row = await insert(tx, 'followUpNote', note)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Who may read the follow-up that a note is about hangs on these. */
export const findPlaceOfNote = (db: Db, noteId: string) =>
  select(db, 'followUpNote')
    .innerJoin('followUp', on('followUp.id', 'followUpNote.followUpId'))
    .innerJoin('person', on('person.id', 'followUp.ownerId'))
    .select(['followUp.agencyId', 'followUp.ownerId', 'followUp.seatId', 'followUp.unitId'])
    .select('person.unitId as ownerUnitId')
    .where('followUpNote.id', '=', noteId)
    .executeTakeFirst()
