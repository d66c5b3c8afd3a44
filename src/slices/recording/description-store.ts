import { sql } from 'kysely'
import { type Db, insert, remove, select, type Tx } from '#db'
import type { Contribution } from './description.ts'
import type { Recording } from './recording.ts'

type Kind = 'area' | 'target'
type Described = Pick<Recording, 'id' | 'projectId'>

/** The codes that a recording was given, or its project's where it was given none, in the order of the road map. */
async function codesOf(db: Db, kind: Kind, { id, projectId }: Described): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with own as (
      select set_code, ${sql.ref(`${kind}_code`)} as code from ${sql.table(`recording_${kind}`)}
      where agency_id = ${db.agencyId} and recording_id = ${id}
    ), said as (
      select set_code, code from own
      union all
      select set_code, ${sql.ref(`${kind}_code`)} from ${sql.table(`project_${kind}`)}
      where agency_id = ${db.agencyId} and project_id = ${projectId} and not exists (select from own)
    )
    select named.code from said
    join ${sql.table(`reform_${kind}`)} as named on named.set_code = said.set_code and named.code = said.code
    order by named.position`.execute(db.query)
  return rows.map(({ code }) => code)
}

/** What is said of a recording beside its own row. */
export type Around = { areaCodes: string[]; targetCodes: string[]; contributors: Contributor[] }

/** A contribution, with the person of the agency whom it names where one was chosen. */
export type Contributor = Contribution & { personId: string | null }

export async function findAround(db: Db, recording: Described): Promise<Around> {
  return {
    areaCodes: await codesOf(db, 'area', recording),
    targetCodes: await codesOf(db, 'target', recording),
    contributors: await select(db, 'recordingContributor')
      .select(['role', 'name', 'personId'])
      .where('recordingId', '=', recording.id)
      .orderBy('position')
      .execute(),
  }
}

/** Saves what is said of a recording beside its own row, in the place of what was. */
export async function saveAround(tx: Tx, id: string, setCode: string, around: Around): Promise<void> {
  await remove(tx, 'recordingArea').where('recordingId', '=', id).execute()
  await remove(tx, 'recordingTarget').where('recordingId', '=', id).execute()
  await remove(tx, 'recordingContributor').where('recordingId', '=', id).execute()
  const { areaCodes, targetCodes, contributors } = around
  const areas = areaCodes.map((areaCode) => ({ recordingId: id, setCode, areaCode }))
  const targets = targetCodes.map((targetCode) => ({ recordingId: id, setCode, targetCode }))
  const people = contributors.map((one, at) => ({ recordingId: id, position: at + 1, ...one }))
  if (areas.length > 0) await insert(tx, 'recordingArea', areas).execute()
  if (targets.length > 0) await insert(tx, 'recordingTarget', targets).execute()
  if (people.length > 0) await insert(tx, 'recordingContributor', people).execute()
}

const namesOf = (kind: Kind) => sql<string[]>`array(
  select named.name from (
    select set_code, ${sql.ref(`${kind}_code`)} as code from ${sql.table(`recording_${kind}`)}
    where agency_id = recording.agency_id and recording_id = recording.id
    union all
    select set_code, ${sql.ref(`${kind}_code`)} from ${sql.table(`project_${kind}`)}
    where agency_id = recording.agency_id and project_id = recording.project_id and not exists (
      select from ${sql.table(`recording_${kind}`)} where agency_id = recording.agency_id and recording_id = recording.id
    )
  ) as said
  join ${sql.table(`reform_${kind}`)} as named on named.set_code = said.set_code and named.code = said.code
  order by named.position)`

/** What `DescribedRecording` has beside the recording's own columns, for any query over `recording`. */
export const describedColumns = [
  namesOf('area').as('areas'),
  namesOf('target').as('targets'),
  sql<Contribution[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('role', role, 'name', name) order by position), '[]')
    from recording_contributor where agency_id = recording.agency_id and recording_id = recording.id)`.as(
    'contributors',
  ),
  sql<number>`(case when recording.kind <> 'picture' then 0 else (
    select count(*) from file where agency_id = recording.agency_id and thing_kind = 'recording'
      and thing_id = recording.id and part in ('master', 'picture')) end)::int`.as('pictures'),
] as const

/** The same of one recording. */
export const findAroundInWords = (db: Db, id: string) =>
  select(db, 'recording').select(describedColumns).where('recording.id', '=', id).executeTakeFirstOrThrow()
