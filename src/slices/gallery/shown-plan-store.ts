import { sql } from 'kysely'
import type { Database } from '#db'
import type { PublicPlan } from '#project'
import { shownProjects } from './shown-store.ts'

/**
 * The initiatives and activities of a published project, as everybody may read them, in their order: of the version
 * that was agreed when it was published, without persons, days, values and resources. One query.
 */
export async function findShownPlan(
  database: Pick<Database, 'query'>,
  { agencyId, id }: { agencyId: string; id: string },
): Promise<PublicPlan> {
  const rows = await shownProjects(database)
    .innerJoin('actionPlan', (join) =>
      join
        .onRef('actionPlan.agencyId', '=', 'publication.agencyId')
        .onRef('actionPlan.projectId', '=', 'publication.projectId')
        .onRef('actionPlan.version', '=', 'publication.planVersion'),
    )
    .innerJoin('initiative', (join) =>
      join.onRef('initiative.agencyId', '=', 'actionPlan.agencyId').onRef('initiative.planId', '=', 'actionPlan.id'),
    )
    .select('initiative.title')
    .select(
      sql<PublicPlan[number]['activities']>`coalesce((
        select json_agg(json_build_object(
          'title', title, 'output', output, 'indicator', indicator, 'indicatorUnit', indicator_unit) order by position)
        from activity where activity.agency_id = initiative.agency_id and activity.initiative_id = initiative.id
      ), '[]')`.as('activities'),
    )
    .where('publication.agencyId', '=', agencyId)
    .where('publication.projectId', '=', id)
    .orderBy('initiative.position')
    .execute()
  return rows
}
