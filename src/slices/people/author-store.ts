import { type Db, select } from '#db'
import { nameInFull } from './person.ts'

/** Names by id, of persons (with titles) and of accounts alike. One query. */
export async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await select(db, 'person')
    .select(['id', 'titlesBefore', 'name', 'titlesAfter'])
    .where('id', 'in', wanted)
    .unionAll(
      db.query
        .selectFrom('account')
        .select((eb) => ['id', eb.val('').as('titlesBefore'), 'name', eb.val('').as('titlesAfter')])
        .where('id', 'in', wanted),
    )
    .execute()
  return new Map(rows.map((row) => [row.id, nameInFull(row)]))
}
