import type { Db } from '#db'
import type { AreaMapping, ReformArea, ReformSet, ReformTarget } from './reform.ts'

/** All sets of areas and targets, the newest road map first. They are the same for all agencies. */
export const listSets = (db: Db): Promise<ReformSet[]> =>
  db.query
    .selectFrom('reformSet')
    .select(['code', 'name', 'fromOn', 'untilOn'])
    .orderBy('fromOn', (order) => order.desc().nullsLast())
    .execute()

/** The areas of a set, in the order of its road map. */
export const areasOf = (db: Db, setCode: string): Promise<ReformArea[]> =>
  db.query
    .selectFrom('reformArea')
    .select(['setCode', 'code', 'name', 'position'])
    .where('setCode', '=', setCode)
    .orderBy('position')
    .execute()

/** The targets of a set, in the order of its road map. */
export const targetsOf = (db: Db, setCode: string): Promise<ReformTarget[]> =>
  db.query
    .selectFrom('reformTarget')
    .select(['setCode', 'code', 'name', 'position'])
    .where('setCode', '=', setCode)
    .orderBy('position')
    .execute()

/** Which areas of other sets say the same as those of this one, whichever of the two the mapping names first. */
export async function mappingsOf(db: Db, setCode: string): Promise<AreaMapping[]> {
  const told = db.query
    .selectFrom('reformAreaMapping as mapping')
    .innerJoin('reformArea as other', (join) =>
      join.onRef('other.setCode', '=', 'mapping.otherSet').onRef('other.code', '=', 'mapping.otherCode'),
    )
    .innerJoin('reformSet', 'reformSet.code', 'other.setCode')
    .select(['mapping.setCode', 'mapping.code', 'mapping.otherSet', 'reformSet.name as otherSetName'])
    .select(['mapping.otherCode', 'other.name as otherName'])
    .where('mapping.setCode', '=', setCode)
  const toldOfUs = db.query
    .selectFrom('reformAreaMapping as mapping')
    .innerJoin('reformArea as other', (join) =>
      join.onRef('other.setCode', '=', 'mapping.setCode').onRef('other.code', '=', 'mapping.code'),
    )
    .innerJoin('reformSet', 'reformSet.code', 'other.setCode')
    .select(['mapping.otherSet as setCode', 'mapping.otherCode as code', 'mapping.setCode as otherSet'])
    .select(['reformSet.name as otherSetName', 'mapping.code as otherCode', 'other.name as otherName'])
    .where('mapping.otherSet', '=', setCode)
  return told.unionAll(toldOfUs).execute()
}
