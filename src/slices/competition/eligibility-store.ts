import { type Db, on, select } from '#db'
import type { Innovation } from './eligibility.ts'

/** What the rules of editions look at, by project. Two queries, however many projects. */
export async function listInnovations(db: Db, projectIds: readonly string[]): Promise<Map<string, Innovation>> {
  const projects = await select(db, 'project')
    .select(['id', 'startedOn', 'isPublicService'])
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...projectIds]))))
    .execute()
  const passed = await select(db, 'entryResult')
    .innerJoin('entry', on('entry.id', 'entryResult.entryId'))
    .select(['entry.projectId', 'entryResult.stage'])
    .where((eb) => eb('entry.projectId', '=', eb.fn.any(eb.val([...projectIds]))))
    .where('entryResult.outcome', '=', 'passed')
    .execute()
  const awardsOf = Map.groupBy(passed, ({ projectId }) => projectId)
  return new Map(
    projects.map(({ id, ...project }) => [
      id,
      { ...project, awards: (awardsOf.get(id) ?? []).map(({ stage }) => stage) },
    ]),
  )
}
