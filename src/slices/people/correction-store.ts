import { type Db, insert, select, type Tx } from '#db'

/** Koreksi: that facts about a person were wrong, and the reason that was typed. What they were is not kept. */
export type Correction = { id: string; personId: string; fields: string[]; reason: string }

/** Keeps why facts were corrected. */
export async function saveCorrection(tx: Tx, correction: Correction): Promise<void> {
  await insert(tx, 'correction', correction).execute()
}

/** All corrections of a person's facts, the first one first. */
export const listCorrections = (db: Db, personId: string): Promise<Correction[]> =>
  select(db, 'correction')
    .select(['id', 'personId', 'fields', 'reason'])
    .where('personId', '=', personId)
    .orderBy('id')
    .execute()
