import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, insert, on, select, type Tables, type Tx, update } from '#db'
import { type Actor, runsProgramme, thingsOf } from '#kit/actor.ts'
import { type Page, pageSize } from '#kit/list.ts'
import type { BagRequest } from './bag-request.ts'
import type { BagThing } from './policy.ts'
import type { ChosenThing } from './request-forms.ts'

/** A worker that was not heard of for so long has lost its bag. pg-boss gives up a silent worker only later. */
const silence = sql`interval '20 seconds'`

/** What was chosen, as policies look at it; undefined where there is no such thing. */
export async function findThing(db: Db, chosen: ChosenThing): Promise<(BagThing & { code: string }) | undefined> {
  if (chosen.scope === 'agency') {
    const { agencyId } = db
    return { agencyId, scope: 'agency', projectId: null, programmeId: null, code: 'instansi' }
  }
  if (chosen.scope === 'programme') {
    const row = await select(db, 'programme')
      .select(['agencyId', 'id', 'slug'])
      .where('id', '=', chosen.id)
      .executeTakeFirst()
    return row && { agencyId: row.agencyId, scope: 'programme', projectId: null, programmeId: row.id, code: row.slug }
  }
  const row = await select(db, 'project')
    .select(['agencyId', 'id', 'programmeId', 'code'])
    .where('id', '=', chosen.id)
    .executeTakeFirst()
  const { programmeId = null } = row ?? {}
  return row && { agencyId: row.agencyId, scope: 'project', projectId: row.id, programmeId, code: row.code }
}

/** How many recordings a bag of the thing would hold, and the bytes of their files. */
export const countIn = (db: Db, { projectId, programmeId }: Pick<BagThing, 'projectId' | 'programmeId'>) =>
  select(db, 'recording')
    .innerJoin('project', on('project.id', 'recording.projectId'))
    .leftJoin('file', (join) =>
      join
        .onRef('file.agencyId', '=', 'recording.agencyId')
        .onRef('file.thingId', '=', 'recording.id')
        .on('file.thingKind', '=', 'recording'),
    )
    .$if(projectId !== null, (rows) => rows.where('project.id', '=', projectId))
    .$if(projectId === null && programmeId !== null, (rows) => rows.where('project.programmeId', '=', programmeId))
    .select([
      sql<number>`count(distinct recording.id)::int`.as('objects'),
      sql<number>`coalesce(sum(file.size), 0)::bigint`.as('bytes'),
    ])
    .executeTakeFirstOrThrow()

/** A new request; false where its id, or an open one of the same thing, is there already. */
export async function addRequest(
  tx: Tx,
  request: Pick<BagRequest, 'id' | 'scope' | 'projectId' | 'programmeId' | 'accountId' | 'personId' | 'askedAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await insert(tx, 'bagRequest', request)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

const columns = [
  ...(['bagRequest.agencyId', 'bagRequest.id', 'bagRequest.scope', 'bagRequest.projectId'] as const),
  ...(['bagRequest.programmeId', 'bagRequest.accountId', 'bagRequest.personId', 'bagRequest.askedAt'] as const),
  ...(['bagRequest.state', 'bagRequest.percent', 'bagRequest.reason', 'bagRequest.endedAt'] as const),
  ...(['bagRequest.objects', 'bagRequest.sha256', 'bagRequest.size', 'bagRequest.keptUntil'] as const),
] as const

const requests = (db: Db) =>
  select(db, 'bagRequest')
    .leftJoin('project', on('project.id', 'bagRequest.projectId'))
    .leftJoin('programme', on('programme.id', 'bagRequest.programmeId'))
    .select(columns)
    .select(['project.code as projectCode', 'project.title as projectTitle'])
    .select(['programme.slug as programmeSlug', 'programme.name as programmeName'])

/** A request with what it is of. */
export type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>

export const findRequest = (db: Db, id: string) => requests(db).where('bagRequest.id', '=', id).executeTakeFirst()

export const holdRequest = (tx: Tx, id: string): Promise<BagRequest | undefined> =>
  select(tx, 'bagRequest').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

/** `bagPolicy.read`, said in SQL; request-routes.test.ts holds the two to one answer. */
const readableBy = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'bagRequest'>) => {
  if (runsProgramme(actor)) return eb.lit(true)
  const kept = thingsOf(actor, 'steward')
  if (kept.length === 0) return eb.lit(false)
  return eb.or([eb('bagRequest.projectId', 'in', kept), eb('bagRequest.programmeId', 'in', kept)])
}

/** A page of the requests that the actor may see, the latest first. */
export async function listRequests(db: Db, actor: Actor, number: number): Promise<Page<RequestRow>> {
  const rows = await requests(db)
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .where((eb) => readableBy(actor)(eb as unknown as ExpressionBuilder<Tables, 'bagRequest'>))
    .orderBy('bagRequest.askedAt', 'desc')
    .orderBy('bagRequest.id', 'desc')
    .limit(pageSize)
    .offset((number - 1) * pageSize)
    .execute()
  return { rows, total: rows[0]?.total ?? 0, number, size: pageSize }
}

/** What a steward keeps, and the project of a page that asks for its bag: those that have documentation. */
export const listKeptProjects = (db: Db, ids: string[], code: string) =>
  select(db, 'project')
    .select(['id', 'agencyId', 'programmeId', 'code', 'title'])
    .where((eb) => eb.or([eb('code', '=', code), ...(ids.length > 0 ? [eb('id', 'in', ids)] : [])]))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('recording')
          .select('recording.id')
          .whereRef('recording.agencyId', '=', 'project.agencyId')
          .whereRef('recording.projectId', '=', 'project.id'),
      ),
    )
    .orderBy('title')
    .execute()

const nobody = { run: null, heardAt: null } as const

/** Takes the request for the worker's `run`; undefined when it is over, or somebody else has it. */
export const takeRequest = (db: Db, id: string, run: string) =>
  update(db, 'bagRequest')
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'waiting'),
        eb.and([eb('state', '=', 'running'), sql<boolean>`heard_at < now() - ${silence}`]),
      ]),
    )
    .set({ state: 'running', run, heardAt: sql`now()`, percent: 0, attempts: sql`attempts + 1` })
    .returning('attempts')
    .executeTakeFirst()

/** Says that the worker is still at it, and how far; false when the request is no longer its own. */
export async function hearRequest(db: Db, id: string, run: string, percent: number): Promise<boolean> {
  const { numUpdatedRows } = await update(db, 'bagRequest')
    .where('id', '=', id)
    .where('run', '=', run)
    .set({ percent, heardAt: sql`now()` })
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

type Made = { objects: number; sha256: string; size: number; keptUntil: Date }

/** Ends the worker's request; false when it was no longer its own, and then nothing may be kept of it. */
export async function endRequest(
  tx: Db,
  id: string,
  run: string,
  end: ({ state: 'done' } & Made) | { state: 'failed'; reason: string },
  endedAt: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await update(tx, 'bagRequest')
    .where('id', '=', id)
    .where('run', '=', run)
    .set({ percent: end.state === 'done' ? 100 : 0, ...end, ...nobody, endedAt })
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Gives it back, to be begun again; a worker that was told to end does not count as an attempt. */
export const releaseRequest = (db: Db, id: string, run: string, counts: boolean) =>
  update(db, 'bagRequest')
    .where('id', '=', id)
    .where('run', '=', run)
    .set({ state: 'waiting', ...nobody, ...(!counts && { attempts: sql`attempts - 1` }) })
    .execute()

/** A step: it is not made any more; a worker that is at it finds out within seconds. */
export const saveCancelled = (tx: Tx, id: string, endedAt: Date) =>
  update(tx, 'bagRequest')
    .where('id', '=', id)
    .set({ state: 'cancelled', percent: 0, ...nobody, endedAt })
    .execute()

/** Requests that wait, or whose worker fell silent. */
export const listOpenRequests = (db: Db): Promise<{ id: string }[]> =>
  select(db, 'bagRequest')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('state', '=', 'waiting'),
        eb.and([eb('state', '=', 'running'), sql<boolean>`heard_at < now() - ${silence}`]),
      ]),
    )
    .execute()

/** Of these requests, those that are still being made. */
export async function listRunning(db: Db): Promise<string[]> {
  const rows = await select(db, 'bagRequest').select('id').where('state', '=', 'running').execute()
  return rows.map(({ id }) => id)
}

/** Bags whose time is over are named no more: the bytes go with the next sweep. */
export const removeOld = (db: Db, now: Date) =>
  update(db, 'bagRequest').where('state', '=', 'done').where('keptUntil', '<=', now).set({ state: 'removed' }).execute()

/**
 * Bags that were asked for by then and may hold something of the project: those that are there are named no more, and
 * one that is being made is given back, to be begun anew without what has gone.
 */
export async function removeWith(db: Db, projectId: string, by: Date): Promise<void> {
  const holding = sql<boolean>`asked_at <= ${by} and case scope
    when 'project' then project_id = ${projectId}
    when 'programme' then programme_id = (
      select project.programme_id from project where project.agency_id = ${db.agencyId} and project.id = ${projectId})
    else true end`
  // In this order: one that is ready meanwhile is found by the second.
  await update(db, 'bagRequest')
    .where('state', '=', 'running')
    .where(holding)
    .set({ state: 'waiting', ...nobody, attempts: sql`attempts - 1` })
    .execute()
  await update(db, 'bagRequest').where('state', '=', 'done').where(holding).set({ state: 'removed' }).execute()
}
