import type { Db } from '#db'
import { uncapital } from '#kit/text.ts'
import { nameInFull } from '#people'
import {
  activitiesOf,
  findFinish,
  findIntegration,
  findMatrix,
  findProjectById,
  integrationKindWords,
  listPlans,
  listPublicCopies,
  listTeam,
} from '#project'
import { newsOf } from './news-store.ts'
import type { ProjectFacts } from './source-text.ts'

/**
 * What is known of a project, in a constant number of queries; what the plan undertakes is read from the agreed one.
 * Final values are those with which its agent declared it finished.
 */
export async function factsOf(db: Db, projectId: string): Promise<ProjectFacts> {
  const project = await findProjectById(db, projectId)
  if (!project) throw new Error(`Project ${projectId} is not there.`)
  const plans = await listPlans(db, projectId)
  const plan = plans.find(({ state }) => state === 'agreed') ?? plans.at(-1)
  const matrix = plan ? await findMatrix(db, plan.id) : []
  const team = (await listTeam(db, projectId)).map((member) => ({ name: nameInFull(member), part: member.part }))
  const { presentCondition, problem, wantedCondition, innovationKind } = project
  const finish = await findFinish(db, projectId)
  const finalValues = activitiesOf(matrix).flatMap(({ lineId, indicator, indicatorUnit, baseline }) => {
    const to = finish?.values[lineId]
    return to === undefined ? [] : [{ indicator, unit: indicatorUnit, from: baseline, to }]
  })
  return {
    ...{ presentCondition, problem, wantedCondition, innovationKind, matrix, team, finalValues },
    ...{ before: finish?.beforeWords ?? '', after: finish?.afterWords ?? '' },
    integratedBy: await integratorOf(db, projectId),
    replicatedBy: await replicatorsOf(db, projectId),
  }
}

/** What was only stated proves nothing: somebody else has to have verified it. */
async function integratorOf(db: Db, projectId: string): Promise<ProjectFacts['integratedBy']> {
  const stated = await findIntegration(db, projectId)
  if (!stated || stated.verifiedAt === null) return null
  const kind = integrationKindWords[stated.kind]
  return { kind: uncapital(kind), number: stated.number }
}

/**
 * Who copied the innovation: what its authors told, and the projects that were begun from it and are public. A copy that
 * is still a draft proves nothing.
 */
async function replicatorsOf(db: Db, projectId: string): Promise<string[]> {
  const told = (await newsOf(db, [projectId])).get(projectId) ?? []
  const named = told.flatMap(({ replicatedBy }) => replicatedBy.split('\n').map((line) => line.trim()))
  const copies = await listPublicCopies(db, { agencyId: db.agencyId, id: projectId })
  const begun = copies.map(({ unitName, agencyName }) => `${unitName}, ${agencyName}`)
  return [...new Set([...named, ...begun])].filter((one) => one !== '')
}
