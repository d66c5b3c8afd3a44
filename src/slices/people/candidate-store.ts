import { sql } from 'kysely'
import { type Db, on, select } from '#db'
import { nameInFull } from './person.ts'
import { isNamed } from './person-store.ts'

/** Somebody who can be chosen for a task, as the list to choose from shows them. */
export type Candidate = { id: string; name: string; position: string; unitName: string | null }

const candidateCount = 20

/**
 * The first twenty of the agency's persons whose names match, or of a unit where no words are given. Name, position
 * and unit are no secret within an agency: whoever names somebody for a task chooses among all.
 */
export async function listCandidates(db: Db, search: { words: string; unitId?: string }): Promise<Candidate[]> {
  let query = select(db, 'person')
    .leftJoin('unit', on('unit.id', 'person.unitId'))
    .select(['person.id', 'person.titlesBefore', 'person.name', 'person.titlesAfter'])
    .select(['person.position', 'unit.name as unitName'])
    .where('person.mergedIntoId', 'is', null)
  if (search.words) query = query.where(isNamed(search.words))
  else if (search.unitId) query = query.where('person.unitId', '=', search.unitId)
  const rows = await query.orderBy(sql`person.name collate id_num`).limit(candidateCount).execute()
  return rows.map((row) => ({ id: row.id, name: nameInFull(row), position: row.position, unitName: row.unitName }))
}
