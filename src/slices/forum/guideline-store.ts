import { sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tx, update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { forumReadableBy } from './forum-store.ts'
import type { Guideline, GuidelineSection, GuidelineVersion, Part } from './guideline.ts'

const versionColumns = [
  'guidelineVersion.agencyId',
  'guidelineVersion.id',
  'guidelineVersion.guidelineId',
  'guidelineVersion.version',
  'guidelineVersion.title',
  'guidelineVersion.state',
  'guidelineVersion.remark',
  'guidelineVersion.since',
  'guidelineVersion.number',
  'guidelineVersion.publishedOn',
  'guidelineVersion.revision',
] as const

/** The guideline of this id. */
export const findGuideline = (db: Db, id: string): Promise<Guideline | undefined> =>
  select(db, 'guideline').select(['agencyId', 'id', 'forumId']).where('id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends: every act upon a guideline waits for the one before it. */
export const holdGuideline = (tx: Tx, id: string): Promise<Guideline | undefined> =>
  select(tx, 'guideline').select(['agencyId', 'id', 'forumId']).where('id', '=', id).forUpdate().executeTakeFirst()

/** Adds a guideline; false when one of this id is there already. */
export async function saveNewGuideline(tx: Tx, guideline: Omit<Guideline, 'agencyId'>): Promise<boolean> {
  const row = await insert(tx, 'guideline', guideline)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The versions of a guideline, the latest first. */
export const listVersions = (db: Db, guidelineId: string): Promise<GuidelineVersion[]> =>
  select(db, 'guidelineVersion')
    .select(versionColumns)
    .where('guidelineId', '=', guidelineId)
    .orderBy('version', 'desc')
    .execute()

export const saveNewVersion = (
  tx: Tx,
  version: Pick<GuidelineVersion, 'id' | 'guidelineId' | 'version' | 'title' | 'since'>,
) => insert(tx, 'guidelineVersion', version).execute()

/** Saves how a version stands, under the next revision. */
export const saveVersion = (
  tx: Tx,
  { id, title, state, remark, since, number, publishedOn, revision }: GuidelineVersion,
) =>
  update(tx, 'guidelineVersion')
    .set({ title, state, remark, since, number, publishedOn, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** A version in the list of guidelines. */
export type GuidelineRow = GuidelineVersion & { programmeName: string; forumId: string }

/** Every version that the actor may read, the newest programme first, the latest version of each first. One query. */
export const listGuidelineVersions = (db: Db, actor: Actor): Promise<GuidelineRow[]> =>
  select(db, 'guidelineVersion')
    .innerJoin('guideline', on('guideline.id', 'guidelineVersion.guidelineId'))
    .innerJoin('forum', on('forum.id', 'guideline.forumId'))
    .innerJoin('programme', on('programme.id', 'forum.programmeId'))
    .select(versionColumns)
    .select(['programme.name as programmeName', 'forum.id as forumId'])
    .where((eb) => eb.or([eb('guidelineVersion.state', '=', 'published'), forumReadableBy(actor)(eb)]))
    .orderBy('programme.fromOn', 'desc')
    .orderBy('guideline.id', 'desc')
    .orderBy('guidelineVersion.version', 'desc')
    .execute()

/** The sections of these versions in their order. One query. */
export const listSections = (db: Db, versionIds: string[]): Promise<GuidelineSection[]> =>
  select(db, 'guidelineSection')
    .select(['id', 'versionId', 'lineId', 'position', 'heading', 'text', 'revision'])
    .where('versionId', 'in', versionIds)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Adds a section behind the others; false when one of this id is there already. */
export async function addSection(tx: Tx, section: Omit<GuidelineSection, 'position' | 'revision'>): Promise<boolean> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from guideline_section
    where agency_id = ${tx.agencyId} and version_id = ${section.versionId})`
  const row = await insert(tx, 'guidelineSection', { ...section, position })
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Copies the sections of a version into a new one, each with a new id and its own line. */
export async function copySections(tx: Tx, sections: GuidelineSection[], ids: string[], versionId: string) {
  if (sections.length === 0) return
  const rows = sections.map(({ lineId, position, heading, text }, at) => {
    return { id: ids[at] ?? '', versionId, lineId, position, heading, text }
  })
  await insert(tx, 'guidelineSection', rows).execute()
}

/** Saves a section under the next revision. */
export const saveSection = (tx: Tx, { id, heading, text, revision }: GuidelineSection) =>
  update(tx, 'guidelineSection')
    .set({ heading, text, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** Saves the order of sections. */
export async function savePositions(tx: Tx, sections: { id: string }[]): Promise<void> {
  for (const [at, { id }] of sections.entries())
    await update(tx, 'guidelineSection')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .execute()
}

export const removeSection = (tx: Tx, id: string) => remove(tx, 'guidelineSection').where('id', '=', id).execute()

type PartName = 'writer' | 'approver'

/** Adds who wrote in or approved a version; who did so before stays. */
export const addPart = (tx: Tx, versionId: string, part: PartName, { accountId, personId }: Part, at: Date) =>
  insert(tx, 'guidelinePart', { versionId, part, accountId, personId, at })
    .onConflict((conflict) => conflict.columns(['agencyId', 'versionId', 'part', 'accountId']).doNothing())
    .execute()

/** Approvals of what is changed again count no more. */
export const removeApprovals = (tx: Tx, versionId: string) =>
  remove(tx, 'guidelinePart').where('versionId', '=', versionId).where('part', '=', 'approver').execute()

export type PartRow = Part & { name: string; at: Date }

/** Who wrote in a version or approved it, in the order in which they did. One query. */
export async function listParts(db: Db, versionId: string): Promise<{ writers: PartRow[]; approvers: PartRow[] }> {
  const rows = await select(db, 'guidelinePart')
    .innerJoin('account', 'account.id', 'guidelinePart.accountId')
    .leftJoin('person', on('person.id', 'guidelinePart.personId'))
    .select(['guidelinePart.accountId', 'guidelinePart.personId', 'guidelinePart.part', 'guidelinePart.at'])
    .select((eb) => eb.fn.coalesce('person.name', 'account.name').as('name'))
    .where('guidelinePart.versionId', '=', versionId)
    .orderBy('guidelinePart.at')
    .orderBy('guidelinePart.accountId')
    .execute()
  const of = (part: PartName): PartRow[] => rows.filter((row) => row.part === part)
  return { writers: of('writer'), approvers: of('approver') }
}
