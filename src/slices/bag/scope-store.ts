import { sql } from 'kysely'
import type { Database } from '#db'
import type { Zone } from '#kit/date.ts'

/** What is put into a bag: one recording by code or ARK, those of a project or a programme, or all that there are. */
export type Scope =
  | { recording: string; ark: { arkNaan: string; arkName: string } | undefined }
  | { project: string }
  | { programme: string }
  | { all: true }

/** The recordings of a scope, and what they belong to: codes and slugs are unique in an agency, not among all. */
export async function listInScope({ query }: Pick<Database, 'query'>, scope: Scope, agencyId?: string) {
  let rows = query
    .selectFrom('recording')
    .innerJoin('project', (join) =>
      join.onRef('project.agencyId', '=', 'recording.agencyId').onRef('project.id', '=', 'recording.projectId'),
    )
    .innerJoin('programme', (join) =>
      join.onRef('programme.agencyId', '=', 'project.agencyId').onRef('programme.id', '=', 'project.programmeId'),
    )
    .innerJoin('agency', 'agency.id', 'recording.agencyId')
    .select(['recording.agencyId', 'recording.id', 'agency.name as agencyName', 'agency.contactEmail', 'agency.zone'])
    .select(['project.title as projectTitle', 'programme.name as programmeName', 'recording.title'])
    .orderBy('recording.agencyId')
    .orderBy('recording.id')
  if (agencyId !== undefined) rows = rows.where('recording.agencyId', '=', agencyId)
  if ('recording' in scope) {
    const { ark, recording } = scope
    rows = ark
      ? rows.where('arkNaan', '=', ark.arkNaan).where('arkName', '=', ark.arkName)
      : rows.where('recording.code', '=', recording)
  }
  if ('project' in scope) rows = rows.where('project.code', '=', scope.project)
  if ('programme' in scope)
    rows = rows.where((eb) =>
      eb.or([
        eb('programme.slug', '=', scope.programme),
        sql<boolean>`agency.slug || '-' || programme.slug = ${scope.programme}`,
      ]),
    )
  return rows.$narrowType<{ zone: Zone }>().execute()
}

export type InScope = Awaited<ReturnType<typeof listInScope>>[number]

/** What reform areas and targets are called, by set and code. */
export async function listReformNames({ query }: Pick<Database, 'query'>): Promise<Map<string, string>> {
  const areas = await query.selectFrom('reformArea').select(['setCode', 'code', 'name']).execute()
  const targets = await query.selectFrom('reformTarget').select(['setCode', 'code', 'name']).execute()
  return new Map([
    ...areas.map(({ setCode, code, name }): [string, string] => [`area ${setCode} ${code}`, name]),
    ...targets.map(({ setCode, code, name }): [string, string] => [`target ${setCode} ${code}`, name]),
  ])
}
