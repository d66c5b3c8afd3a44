import { type Db, insert, on, select, type Tx, update } from '#db'
import type { Evidence } from './evidence.ts'

const columns = [
  'evidence.agencyId',
  'evidence.id',
  'evidence.projectId',
  'evidence.lineId',
  'evidence.reportId',
  'evidence.name',
  'evidence.link',
  'evidence.provesOn',
  'evidence.state',
  'evidence.addedAt',
  'evidence.accountId',
  'evidence.personId',
  'evidence.decidedAt',
  'evidence.decidedBy',
  'evidence.remark',
] as const

/** The evidence of this id about a project. */
export const findEvidence = (db: Db, projectId: string, id: string): Promise<Evidence | undefined> =>
  select(db, 'evidence').select(columns).where('projectId', '=', projectId).where('id', '=', id).executeTakeFirst()

export type NewEvidence = Omit<Evidence, 'agencyId' | 'state' | 'decidedAt' | 'decidedBy' | 'remark'>

/** Adds evidence; false when there is some of this id already. */
export async function addEvidence(tx: Tx, evidence: NewEvidence): Promise<boolean> {
  const row = await insert(tx, 'evidence', evidence)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves what was decided about evidence. */
export const saveEvidence = (tx: Tx, { id, state, decidedAt, decidedBy, remark }: Evidence) =>
  update(tx, 'evidence').set({ state, decidedAt, decidedBy, remark }).where('id', '=', id).executeTakeFirstOrThrow()

/** Evidence with its author's name, and its file where it is none of the web. */
export type EvidenceRow = Evidence & {
  authorName: string
  file: { id: string; name: string; size: number; mediaType: string; sha256: string } | null
}

export type EvidenceSearch = { lineId?: string; verified?: boolean }

/** The evidence of a project, the latest first; what was withdrawn is no evidence any more. One query. */
export async function listEvidence(db: Db, projectId: string, search: EvidenceSearch = {}): Promise<EvidenceRow[]> {
  const rows = await select(db, 'evidence')
    .innerJoin('account', 'account.id', 'evidence.accountId')
    .leftJoin('person', on('person.id', 'evidence.personId'))
    .leftJoin('file', on('file.id', 'evidence.id'))
    .select(columns)
    .select((eb) => eb.fn.coalesce('person.name', 'account.name').as('authorName'))
    .select(['file.id as fileId', 'file.name as fileName', 'file.size', 'file.mediaType', 'file.sha256'])
    .where('evidence.projectId', '=', projectId)
    .where('evidence.state', '!=', 'withdrawn')
    .$if(search.lineId !== undefined, (query) => query.where('evidence.lineId', '=', search.lineId ?? ''))
    .$if(search.verified === true, (query) => query.where('evidence.state', '=', 'verified'))
    .orderBy('evidence.addedAt', 'desc')
    .orderBy('evidence.id', 'desc')
    .execute()
  return rows.map(({ fileId, fileName, size, mediaType, sha256, ...evidence }) => ({
    ...evidence,
    file:
      fileId === null || fileName === null || size === null || mediaType === null || sha256 === null
        ? null
        : { id: fileId, name: fileName, size, mediaType, sha256 },
  }))
}

/** Where the same content was used as evidence before. */
export type Reuse = { evidenceId: string; projectId: string; lineId: string; projectCode: string; projectTitle: string }

/** Which evidence of an activity has a file that was evidence before. One query. */
export const listReuse = (db: Db, projectId: string, lineId: string): Promise<Reuse[]> =>
  select(db, 'evidence')
    .innerJoin('file as own', on('own.id', 'evidence.id'))
    .innerJoin('file as former', (join) =>
      on('former.sha256', 'own.sha256')(join).on('former.thingKind', '=', 'evidence').onRef('former.id', '<', 'own.id'),
    )
    .innerJoin('evidence as before', on('before.id', 'former.id'))
    .innerJoin('project', on('project.id', 'before.projectId'))
    .distinctOn('evidence.id')
    .select(['evidence.id as evidenceId', 'before.projectId', 'before.lineId'])
    .select(['project.code as projectCode', 'project.title as projectTitle'])
    .where('evidence.projectId', '=', projectId)
    .where('evidence.lineId', '=', lineId)
    .orderBy('evidence.id')
    .orderBy('former.id')
    .execute()
