import { sql } from 'kysely'
import { type Db, insert, remove, select, type Tx, update } from '#db'
import type { Day } from '#kit/date.ts'
import { isId } from '#kit/text.ts'
import { type AgentCount, inForceOn, type Programme, type Reporting, type Stage } from './programme.ts'
import type { ReformArea } from './reform.ts'

const columns = [
  'agencyId',
  'id',
  'slug',
  'name',
  'setCode',
  'fromOn',
  'untilOn',
  'agentCount',
  'reporting',
  'reportDays',
  'finishNeedsClosed',
  'revision',
] as const

/** The programme of this id, or at this address. */
export async function findProgramme(db: Db, idOrSlug: string): Promise<Programme | undefined> {
  const row = await select(db, 'programme')
    .select(columns)
    .where(isId(idOrSlug) ? 'id' : 'slug', '=', idOrSlug)
    .executeTakeFirst()
  return row && programmeOf(row)
}

/** The same by its id, held until the transaction ends. */
export async function holdProgramme(tx: Tx, id: string): Promise<Programme | undefined> {
  const row = await select(tx, 'programme').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && programmeOf(row)
}

/** All programmes of the agency, the newest first. */
export async function listProgrammes(db: Db): Promise<Programme[]> {
  const rows = await select(db, 'programme').select(columns).orderBy('fromOn', 'desc').orderBy('id').execute()
  return rows.map(programmeOf)
}

/** The programme that runs today; see `inForceOn`. */
export const programmeInForce = async (db: Db, today: Day): Promise<Programme | undefined> =>
  inForceOn(await listProgrammes(db), today)

/** The stages of a programme that have a due day, in the order of the way. */
export const stagesOf = (db: Db, programmeId: string): Promise<Stage[]> =>
  select(db, 'stage').select(['kind', 'dueOn']).where('programmeId', '=', programmeId).orderBy('kind').execute()

/** What a page shows of a programme beside its projects: its stages, and the areas and targets of its set. One query. */
export const outlineOf = (db: Db, { id, setCode }: Programme): Promise<Outline> =>
  db.query
    .selectNoFrom([
      select(db, 'stage')
        .select(listed<Stage>(sql`json_build_object('kind', kind, 'dueOn', due_on) order by kind`).as('list'))
        .where('programmeId', '=', id)
        .as('stages'),
      db.query.selectFrom('reformArea').select(listed<Aim>(aim).as('list')).where('setCode', '=', setCode).as('areas'),
      db.query
        .selectFrom('reformTarget')
        .select(listed<Aim>(aim).as('list'))
        .where('setCode', '=', setCode)
        .as('targets'),
    ])
    .executeTakeFirstOrThrow() as Promise<Outline>

type Aim = Pick<ReformArea, 'code' | 'name'>
export type Outline = { stages: Stage[]; areas: Aim[]; targets: Aim[] }

const aim = sql`json_build_object('code', code, 'name', name) order by position`
const listed = <Row>(objects: ReturnType<typeof sql>) => sql<Row[]>`coalesce(json_agg(${objects}), '[]')`

/** Adds the programme; false when one of this id is there already. */
export async function saveNewProgramme(tx: Tx, { agencyId: _, ...programme }: Programme): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await insert(tx, 'programme', programme)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves all that may change; the slug never does. The caller raised the revision. */
export async function saveProgramme(tx: Tx, { id, agencyId: _, slug: __, ...programme }: Programme): Promise<void> {
  await update(tx, 'programme').set(programme).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Replaces the due days of a programme's stages. */
export async function saveStages(tx: Tx, programmeId: string, stages: readonly Stage[]): Promise<void> {
  await remove(tx, 'stage').where('programmeId', '=', programmeId).execute()
  if (stages.length === 0) return
  const rows = stages.map((stage) => ({ programmeId, ...stage }))
  await insert(tx, 'stage', rows).execute()
}

// Checks of the table say that nothing else stands there.
const programmeOf = (row: Stored): Programme => ({
  ...row,
  agentCount: row.agentCount as AgentCount,
  reporting: row.reporting as Reporting,
})

type Stored = Omit<Programme, 'agentCount' | 'reporting'> & { agentCount: string; reporting: string }
