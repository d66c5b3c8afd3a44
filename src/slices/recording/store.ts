import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, insert, on, select, type Tables, type Tx, update } from '#db'
import { type Actor, looksOn, thingsOf } from '#kit/actor.ts'
import type { Page } from '#kit/list.ts'
import { pageSize } from '#kit/list.ts'
import type { Place } from './policy.ts'
import type { Recording } from './recording.ts'

const columns = [
  'recording.agencyId',
  'recording.id',
  'recording.code',
  'recording.projectId',
  'recording.kind',
  'recording.title',
  'recording.description',
  'recording.recordedOn',
  'recording.access',
  'recording.embargoUntil',
  'recording.duration',
  'recording.arkNaan',
  'recording.arkName',
  'recording.removedAt',
  'recording.removedBecause',
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

/**
 * `recordingPolicy.read` of what is kept, said in SQL over a recording joined with its project; readable.test.ts holds
 * the two to one answer.
 */
const readableBy = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'recording' | 'project'>) => {
  if (looksOn(actor)) return eb.lit(true)
  const stewarded = thingsOf(actor, 'steward')
  return eb.or([
    eb('recording.access', '<>', 'team'),
    eb('project.seatId', '=', eb.fn.any(eb.val(thingsOf(actor, 'agent')))),
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

/** A new recording; false when its id is there already. */
export async function saveNewRecording(tx: Tx, recording: Omit<Recording, 'agencyId' | 'revision'>): Promise<boolean> {
  const row = await insert(tx, 'recording', recording)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves what may change of a recording, under the next revision. */
export async function saveRecording(tx: Tx, recording: Recording): Promise<void> {
  const { id, title, description, recordedOn, removedAt, removedBecause, revision } = recording
  await update(tx, 'recording')
    .set({ title, description, recordedOn, removedAt, removedBecause, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** How long it is, in seconds: measured by a job, so it is no change that anybody made. False where it was known. */
export async function saveDuration(tx: Tx, id: string, duration: number): Promise<boolean> {
  const { numUpdatedRows } = await update(tx, 'recording')
    .set({ duration })
    .where('id', '=', id)
    .where('duration', 'is distinct from', duration)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Projects of a programme that run or have ended well and of which no film is kept. */
export const listWithoutFilm = (db: Db, programmeId: string) =>
  select(db, 'project')
    .innerJoin('seat', on('seat.id', 'project.seatId'))
    .innerJoin('unit', on('unit.id', 'project.unitId'))
    .select(['project.agencyId', 'project.id', 'project.code', 'project.title', 'project.seatId', 'project.unitId'])
    .select(['project.programmeId', 'seat.number', 'unit.name as unitName'])
    .where('project.programmeId', '=', programmeId)
    .where('project.state', 'in', ['running', 'finished', 'closed'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('recording')
            .select('recording.id')
            .whereRef('recording.agencyId', '=', 'project.agencyId')
            .whereRef('recording.projectId', '=', 'project.id')
            .where('recording.removedAt', 'is', null)
            .where('recording.kind', '=', 'film'),
        ),
      ),
    )
    .orderBy('seat.number')
    .execute()

/** A project without a film, and whether whoever looks may open it. */
export type FilmlessProject = Awaited<ReturnType<typeof listWithoutFilm>>[number] & { isReadable: boolean }
