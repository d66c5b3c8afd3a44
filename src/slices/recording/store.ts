import { type ExpressionBuilder, sql, type Updateable } from 'kysely'
import { type Db, insert, on, select, type Tables, type Tx, update } from '#db'
import { type Actor, looksOn, seatsOf, thingsOf } from '#kit/actor.ts'
import type { Page } from '#kit/list.ts'
import { pageSize } from '#kit/list.ts'
import type { Place } from './policy.ts'
import type { Recording, Said } from './recording.ts'

const columns = [
  'recording.agencyId',
  'recording.id',
  'recording.code',
  'recording.projectId',
  'recording.kind',
  'recording.title',
  'recording.alternativeTitle',
  'recording.description',
  'recording.recordedOn',
  'recording.keywords',
  'recording.place',
  'recording.source',
  'recording.licence',
  'recording.rightsNote',
  'recording.access',
  'recording.embargoUntil',
  'recording.consent',
  'recording.consentOn',
  'recording.consentAt',
  'recording.consentPersonId',
  'recording.duration',
  'recording.arkNaan',
  'recording.arkName',
  'recording.removedAt',
  'recording.removedBecause',
  'recording.destroyedAt',
  'recording.accountId',
  'recording.personId',
  'recording.revision',
  'recording.createdAt',
] as const

/** A recording with the project that it is of. */
export type RecordingRow = Recording & {
  projectCode: string
  projectTitle: string
  seatId: string
  unitId: string
  programmeId: string
}

/** The project that a row's recording belongs to, as policies look at it. */
export const placeOf = (row: RecordingRow): Place => ({
  agencyId: row.agencyId,
  id: row.projectId,
  seatId: row.seatId,
  unitId: row.unitId,
  programmeId: row.programmeId,
})

const rows = (db: Db) =>
  select(db, 'recording')
    .innerJoin('project', on('project.id', 'recording.projectId'))
    .select(columns)
    // The form knows no other language; the table's own check is on the form of its tag.
    .select((eb) => eb.ref('recording.language').$castTo<Recording['language']>().as('language'))
    .select([
      'project.code as projectCode',
      'project.title as projectTitle',
      'project.seatId',
      'project.unitId',
      'project.programmeId',
    ])

/** The recording of this code; undefined when the agency has none. */
export const findRecording = (db: Db, code: string): Promise<RecordingRow | undefined> =>
  rows(db).where('recording.code', '=', code).executeTakeFirst()

export const findRecordingById = (db: Db, id: string): Promise<RecordingRow | undefined> =>
  rows(db).where('recording.id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends. */
export const holdRecording = (tx: Tx, code: string): Promise<RecordingRow | undefined> =>
  rows(tx).where('recording.code', '=', code).forUpdate('recording').executeTakeFirst()

/** The same for a worker, which knows its id; held before its steps and files are, as commands do. */
export const holdRecordingById = (tx: Tx, id: string): Promise<RecordingRow | undefined> =>
  rows(tx).where('recording.id', '=', id).forUpdate('recording').executeTakeFirst()

/**
 * `recordingPolicy.read` of what is kept, said in SQL over a recording joined with its project; readable.test.ts holds
 * the two to one answer.
 */
export const readableBy = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'recording' | 'project'>) => {
  if (looksOn(actor)) return eb.lit(true)
  const stewarded = thingsOf(actor, 'steward')
  return eb.or([
    eb('recording.access', '<>', 'team'),
    eb('project.seatId', '=', eb.fn.any(eb.val(seatsOf(actor)))),
    eb('project.unitId', '=', eb.fn.any(eb.val(thingsOf(actor, 'head')))),
    eb('project.id', '=', eb.fn.any(eb.val([...thingsOf(actor, 'member'), ...stewarded]))),
    eb('project.programmeId', '=', eb.fn.any(eb.val(stewarded))),
  ])
}

/** The recordings of a project that are kept and readable, newest first; with those taken out where `withRemoved`. */
export const listRecordingsOf = (
  db: Db,
  actor: Actor,
  projectId: string,
  withRemoved = false,
): Promise<RecordingRow[]> =>
  rows(db)
    .where('recording.projectId', '=', projectId)
    .where(readableBy(actor))
    .$if(!withRemoved, (query) => query.where('recording.removedAt', 'is', null))
    .orderBy('recording.createdAt', 'desc')
    .execute()

/** Kept recordings that are for everybody though nobody recorded what those who were filmed said, oldest first. */
export const listUnasked = (db: Db): Promise<RecordingRow[]> =>
  rows(db)
    .where('recording.removedAt', 'is', null)
    .where('recording.access', '=', 'public')
    .where('recording.consent', '=', 'unasked')
    .orderBy('recording.createdAt')
    .limit(mostUnasked)
    .execute()

/** So many at a time are enough to begin with. */
const mostUnasked = 100

/** A page of all kept recordings that the actor may see, found by words of title and description, newest first. */
export async function listRecordings(
  db: Db,
  actor: Actor,
  { words, programmeId, number }: { words: string; programmeId: string | null; number: number },
): Promise<Page<RecordingRow>> {
  const query = sql`websearch_to_tsquery('indonesian', ${words})`
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const found = rows(db)
    .where('recording.removedAt', 'is', null)
    .where(readableBy(actor))
    .$if(programmeId !== null, (all) => all.where('project.programmeId', '=', programmeId ?? ''))
    .$if(words !== '', (all) =>
      all.where((eb) => eb.or([sql<boolean>`recording.words @@ ${query}`, eb('project.title', 'ilike', like)])),
    )
  const page = await found
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .orderBy('recording.createdAt', 'desc')
    .orderBy('recording.id')
    .limit(pageSize)
    .offset((number - 1) * pageSize)
    .execute()
  return { rows: page, total: page[0]?.total ?? 0, number, size: pageSize }
}

/** What a recording begins with; what is not said is as the table begins it. */
export type NewRecording = Pick<Recording, 'id' | 'code' | 'projectId' | 'kind' | 'title' | 'access' | 'consent'> &
  Pick<Recording, 'consentAt' | 'consentPersonId' | 'accountId' | 'personId' | 'createdAt'> &
  Partial<Said> & { consentAccountId: string | null }

/** A new recording; false when its id is there already. */
export async function saveNewRecording(tx: Tx, recording: NewRecording): Promise<boolean> {
  const row = await insert(tx, 'recording', recording)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves what is said of a recording, and whether it was taken out, under the next revision. */
export async function saveRecording(tx: Tx, recording: Recording): Promise<void> {
  const { title, alternativeTitle, description, recordedOn, keywords, language, place } = recording
  const { source, licence, rightsNote, removedAt, removedBecause } = recording
  const said = { title, alternativeTitle, description, recordedOn, keywords, language, place }
  await saveNext(tx, recording, { ...said, source, licence, rightsNote, removedAt, removedBecause })
}

/** Saves something of a held recording under the next revision. */
export const saveNext = (
  tx: Tx,
  { id, revision }: Pick<Recording, 'id' | 'revision'>,
  set: Updateable<Tables['recording']>,
) =>
  update(tx, 'recording')
    .set({ ...set, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** How long it is, in seconds: measured by a job, so it is no change that anybody made. False where it was known. */
export async function saveDuration(tx: Tx, id: string, duration: number): Promise<boolean> {
  const { numUpdatedRows } = await update(tx, 'recording')
    .set({ duration })
    .where('id', '=', id)
    .where('duration', 'is distinct from', duration)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
