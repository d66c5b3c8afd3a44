import { sql } from 'kysely'
import { type Database, type Db, insert, select, type Tx, update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { type Copy, type CopyRow, type Lineage, toldOfCopy } from './lineage.ts'

/** What a project replicates; undefined where it was begun from nothing. */
export const findLineage = (db: Db, projectId: string): Promise<Lineage | undefined> =>
  select(db, 'lineage')
    .select(['sourceAgencyId', 'sourceProjectId', 'sourceCode', 'sourceTitle', 'sourceAgencyName'])
    .where('projectId', '=', projectId)
    .executeTakeFirst()

export const addLineage = (tx: Tx, lineage: Lineage & { projectId: string; takenAt: Date }) =>
  insert(tx, 'lineage', lineage).execute()

/** Says since when a copy is before the public, or that it is no longer. Nothing happens where it is no copy. */
export const saveCopyShown = (tx: Tx, projectId: string, publicSince: Date | null) =>
  update(tx, 'lineage').set({ publicSince }).where('projectId', '=', projectId).execute()

/** The project of which copies are asked for. */
type Source = { agencyId: string; id: string }

/** Who replicates a project: the copies of all agencies that are public, and those of one agency. One query. */
const copies = ({ query }: Pick<Database, 'query'>, { agencyId, id }: Source, within: string | null) =>
  query
    .selectFrom('lineage')
    .innerJoin('project', (join) =>
      join.onRef('project.agencyId', '=', 'lineage.agencyId').onRef('project.id', '=', 'lineage.projectId'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.agencyId', '=', 'project.agencyId').onRef('unit.id', '=', 'project.unitId'),
    )
    .innerJoin('agency', 'agency.id', 'project.agencyId')
    .select(['project.agencyId', 'project.id', 'project.seatId', 'project.unitId', 'project.programmeId'])
    .select(['project.code', 'project.title', 'unit.name as unitName', 'agency.name as agencyName'])
    .select(isPublic.as('isPublic'))
    .where('lineage.sourceAgencyId', '=', agencyId)
    .where('lineage.sourceProjectId', '=', id)
    .where((eb) => (within === null ? isPublic : eb.or([isPublic, eb('lineage.agencyId', '=', within)])))
    .orderBy('lineage.takenAt')
    .orderBy('project.code')

/** A project that is stopped after it was published is public no longer (decision 13). */
const isPublic = sql<boolean>`(lineage.public_since is not null and project.state <> 'stopped')`

const toldOf = (actor: Actor | null, rows: CopyRow[]): Copy[] => rows.flatMap((row) => toldOfCopy(actor, row) ?? [])

/** Who replicates a project, as everybody may know it. */
export const listPublicCopies = async (database: Pick<Database, 'query'>, source: Source): Promise<Copy[]> =>
  toldOf(null, await copies(database, source, null).execute())

/** Who replicates a project of the actor's agency, as the actor may know it. */
export const listCopies = async (db: Db, actor: Actor, id: string): Promise<Copy[]> =>
  toldOf(actor, await copies(db, { agencyId: db.agencyId, id }, db.agencyId).execute())
