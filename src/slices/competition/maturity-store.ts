import { sql } from 'kysely'
import { type Db, on, select } from '#db'
import { type Page, pageSize } from '#kit/list.ts'

/** A project of the agency, and what its maturity hangs on. */
export type MaturityRow = {
  id: string
  code: string
  title: string
  unitName: string
  programmeName: string
  startedOn: string | null
  isPublicService: boolean
  isProven: boolean
  entries: number
}

/** All projects but those that were stopped, the longest implemented first, those without a start at the end. */
export async function listMaturity(db: Db, number: number): Promise<Page<MaturityRow>> {
  const rows = await select(db, 'project')
    .innerJoin('unit', on('unit.id', 'project.unitId'))
    .innerJoin('programme', on('programme.id', 'project.programmeId'))
    .select(['project.id', 'project.code', 'project.title', 'project.startedOn', 'project.isPublicService'])
    .select(['unit.name as unitName', 'programme.name as programmeName'])
    .select(({ selectFrom, exists, fn }) => [
      exists(
        selectFrom('file')
          .select('file.id')
          .whereRef('file.agencyId', '=', 'project.agencyId')
          .where('file.thingKind', '=', 'project')
          .whereRef('file.thingId', '=', 'project.id')
          .where('file.part', '=', 'start'),
      )
        .$castTo<boolean>()
        .as('isProven'),
      selectFrom('entry')
        .select(fn.countAll<string>().as('count'))
        .whereRef('entry.agencyId', '=', 'project.agencyId')
        .whereRef('entry.projectId', '=', 'project.id')
        .as('entries'),
    ])
    .select(sql<string>`count(*) over ()`.as('total'))
    .where('project.state', '<>', 'stopped')
    .orderBy(sql`project.started_on nulls last`)
    .orderBy('project.id')
    .limit(pageSize)
    .offset((number - 1) * pageSize)
    .execute()
  const total = Number(rows[0]?.total ?? 0)
  return { rows: rows.map((row) => ({ ...row, entries: Number(row.entries) })), total, number, size: pageSize }
}
