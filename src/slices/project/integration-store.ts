import { type Db, insert, on, select, type Tx, update } from '#db'
import type { Integration } from './integration.ts'

export type IntegrationRow = Integration & { decidedByName: string | null }

/** The last statement that a project's change was integrated. One query. */
export const findIntegration = async (db: Db, projectId: string): Promise<IntegrationRow | undefined> =>
  (await select(db, 'integration')
    .leftJoin('person', on('person.id', 'integration.decidedById'))
    .select([
      'integration.id',
      'projectId',
      'kind',
      'number',
      'datedOn',
      'statedAt',
      'sentBackAt',
      'note',
      'verifiedAt',
    ])
    .select('person.name as decidedByName')
    .where('projectId', '=', projectId)
    .orderBy('statedAt', 'desc')
    .orderBy('integration.id', 'desc')
    .limit(1)
    .executeTakeFirst()) as IntegrationRow | undefined

/** The projects whose statement waits to be verified. One query; whose it is to act on is the policy's. */
export const listWaitingIntegrations = (db: Db) =>
  select(db, 'integration')
    .innerJoin('project', on('project.id', 'integration.projectId'))
    .innerJoin('unit', on('unit.id', 'project.unitId'))
    .select(['project.agencyId', 'project.id', 'project.code', 'project.title', 'project.seatId', 'project.unitId'])
    .select(['project.programmeId', 'project.state', 'unit.name as unitName'])
    .where('integration.sentBackAt', 'is', null)
    .where('integration.verifiedAt', 'is', null)
    .orderBy('integration.statedAt')
    .execute()

export type WaitingIntegration = Awaited<ReturnType<typeof listWaitingIntegrations>>[number]

export const addIntegration = (
  tx: Tx,
  stated: Pick<Integration, 'id' | 'projectId' | 'kind' | 'number' | 'datedOn' | 'statedAt'>,
) => insert(tx, 'integration', stated).execute()

/** Saves how a statement was answered, and by whom; the project's summary then says whether it is integrated. */
export async function saveIntegration(
  tx: Tx,
  { id, projectId }: { id: string; projectId: string },
  answer: { decidedById: string | null } & ({ verifiedAt: Date } | { sentBackAt: Date; note: string }),
): Promise<void> {
  await update(tx, 'integration').set(answer).where('id', '=', id).executeTakeFirstOrThrow()
  await update(tx, 'projectSummary')
    .set({ integrated: 'verifiedAt' in answer })
    .where('projectId', '=', projectId)
    .executeTakeFirstOrThrow()
}
