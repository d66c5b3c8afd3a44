import { type Db, on, select } from '#db'
import type { Source } from './edition.ts'
import type { EntryAnswer } from './entry.ts'
import type { Confirmation, EntryLetter } from './letter.ts'
import type { Film } from './video.ts'

type Of<Row> = Map<string, Row[]>

/** Answers of many entries, by entry. One query. */
export async function answersOf(db: Db, ids: string[]): Promise<Of<EntryAnswer>> {
  const rows = await select(db, 'entryAnswer')
    .select(['entryId', 'field', 'text', 'evidence', 'filledFrom', 'revision'])
    .where('entryId', 'in', some(ids))
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, filledFrom: row.filledFrom as Source[] })),
    ({ entryId }) => entryId,
  )
}

/** Letters of many entries, by entry. One query. */
export async function lettersOfAll(db: Db, ids: string[]): Promise<Of<EntryLetter>> {
  const rows = await select(db, 'entryLetter')
    .select(['entryId', 'key', 'number', 'datedOn', 'statedOn', 'confirmed', 'revision'])
    .where('entryId', 'in', some(ids))
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, confirmed: row.confirmed as Confirmation[] })),
    ({ entryId }) => entryId,
  )
}

/** The films that many entries name, by entry. One query. */
export async function filmsOfAll(db: Db, ids: string[]): Promise<Map<string, Film>> {
  const rows = await select(db, 'entry')
    .innerJoin('recording', on('recording.id', 'entry.recordingId'))
    .leftJoin('mediaFacts', on('mediaFacts.recordingId', 'recording.id'))
    .select(['entry.id as entryId', 'recording.id', 'recording.code', 'recording.title', 'recording.language'])
    .select(['mediaFacts.seconds', 'mediaFacts.height'])
    .where('entry.id', 'in', some(ids))
    .where('recording.removedAt', 'is', null)
    .execute()
  return new Map(rows.map(({ entryId, ...film }) => [entryId, film]))
}

/** No list is empty in SQL; what is no id meets no row. */
const some = (ids: string[]) => (ids.length > 0 ? ids : ['00000000-0000-0000-0000-000000000000'])
