import { type NotNull, sql } from 'kysely'
import type { Database, Tx } from '#db'
import type { Day } from '#kit/date.ts'
import { nameInFull } from '#people'
import { showable } from './publication.ts'

/** What everybody may read of a published project: no NIP, no e-mail, nothing that its agent did not agree to. */
export type ShownProject = {
  agencyId: string
  id: string
  code: string
  title: string
  agencyName: string
  unitName: string
  programmeName: string
  programmeFrom: Day
  programmeUntil: Day
  agentName: string | null
  areas: string[]
  isPublicService: boolean
  presentCondition: string
  problem: string
  wantedCondition: string
  publishedAt: Date
}

/**
 * Published projects of all agencies: the public page of an installation is one. A project that was stopped afterwards
 * has nothing to show any more.
 */
export const shownProjects = ({ query }: Pick<Database, 'query'>) =>
  query
    .selectFrom('publication')
    .innerJoin('project', (join) =>
      join
        .onRef('project.agencyId', '=', 'publication.agencyId')
        .onRef('project.id', '=', 'publication.projectId')
        .on('project.state', 'in', showable)
        .on('publication.publishedAt', 'is not', null),
    )

/** What is shown of them. The agent is whoever agreed to be named, also after another has taken the seat. */
const shown = (database: Database) =>
  shownProjects(database)
    .leftJoin('person', (join) =>
      join.onRef('person.agencyId', '=', 'publication.agencyId').onRef('person.id', '=', 'publication.agreedById'),
    )
    .select(['project.agencyId', 'project.id', 'project.code', 'project.title', 'project.isPublicService'])
    .select(['project.presentCondition', 'project.problem', 'project.wantedCondition'])
    // Names are looked up for the rows that are shown: PostgreSQL takes ten milliseconds to weigh a join of all six.
    .select([
      sql<string>`(select name from agency where id = project.agency_id)`.as('agencyName'),
      sql<string>`(select name from unit where agency_id = project.agency_id and id = project.unit_id)`.as('unitName'),
      sql<string>`(select name from programme where agency_id = project.agency_id and id = project.programme_id)`.as(
        'programmeName',
      ),
      sql<Day>`(select from_on from programme where agency_id = project.agency_id and id = project.programme_id)`.as(
        'programmeFrom',
      ),
      sql<Day>`(select until_on from programme where agency_id = project.agency_id and id = project.programme_id)`.as(
        'programmeUntil',
      ),
    ])
    .select(['person.titlesBefore', 'person.name', 'person.titlesAfter', 'publication.publishedAt'])
    .select(
      sql<string[]>`array(
        select reform_area.name from project_area
        join reform_area on reform_area.set_code = project_area.set_code and reform_area.code = project_area.area_code
        where project_area.agency_id = project.agency_id and project_area.project_id = project.id
        order by reform_area.position)`.as('areas'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number]

const shownOf = ({ titlesBefore, name, titlesAfter, publishedAt, ...rest }: Row): ShownProject => ({
  ...rest,
  publishedAt: publishedAt ?? new Date(0),
  agentName:
    name === null ? null : nameInFull({ name, titlesBefore: titlesBefore ?? '', titlesAfter: titlesAfter ?? '' }),
})

/** The newest published projects, at most so many. */
export const listShown = async (database: Database, limit: number): Promise<ShownProject[]> =>
  (await shown(database).orderBy('publication.publishedAt', 'desc').orderBy('project.code').limit(limit).execute()).map(
    shownOf,
  )

/** The published project of this code; undefined when there is none, or it is not public. */
export async function findShown(database: Database, code: string): Promise<ShownProject | undefined> {
  const row = await shown(database).where('project.code', '=', code).executeTakeFirst()
  return row && shownOf(row)
}

/** The published project of this id; undefined when there is none, or it is not public. */
export async function findShownById(tx: Tx, id: string): Promise<ShownProject | undefined> {
  const row = await shown(tx)
    .where('project.agencyId', '=', tx.agencyId)
    .where('project.id', '=', id)
    .executeTakeFirst()
  return row && shownOf(row)
}

/** Where published projects stand and since when, newest first; at most so many. */
export const listShownCodes = ({ query }: Database, limit: number) =>
  query
    .selectFrom('publication')
    .innerJoin('project', (join) =>
      join
        .onRef('project.agencyId', '=', 'publication.agencyId')
        .onRef('project.id', '=', 'publication.projectId')
        .on('project.state', 'in', showable),
    )
    .select(['project.code', 'publication.publishedAt as changedAt'])
    .where('publication.publishedAt', 'is not', null)
    .$narrowType<{ changedAt: NotNull }>()
    .orderBy('publication.publishedAt', 'desc')
    .limit(limit)
    .execute()
