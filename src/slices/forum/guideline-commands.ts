import { randomUUIDv7 } from 'node:crypto'
import { type Db, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { findForum } from './forum-store.ts'
import { isApprovedBy, stateAfter } from './guideline.ts'
import { actOn } from './guideline-held.ts'
import {
  addPart,
  copySections,
  listParts,
  listSections,
  removeApprovals,
  saveNewGuideline,
  saveNewVersion,
  saveVersion,
} from './guideline-store.ts'
import { guidelinePolicy } from './policy.ts'

/** Begins a guideline with an empty first version. Posted twice it is begun once. */
export const beginGuideline = (
  db: Db,
  actor: Actor,
  { id, forumId, title }: { id: string; forumId: string; title: string },
  { now }: Moment,
) =>
  transact(db, async (tx) => {
    const forum = await findForum(tx, forumId)
    authorize(guidelinePolicy, actor, 'write', forum && { ...forum, isPublished: false })
    if (!(await saveNewGuideline(tx, { id, forumId }))) return
    const versionId = randomUUIDv7()
    await saveNewVersion(tx, { id: versionId, guidelineId: id, version: 1, title, since: now })
    await addPart(tx, versionId, 'writer', actor, now)
    const details = { forumId, versionId }
    await record(tx, actor, { event: 'guideline.begun', thing: { kind: 'guideline', id }, details }, now)
  })

type Drawn = { revision: number }

/** The draft is laid before the forum. */
export const discussGuideline = (db: Db, actor: Actor, id: string, { revision }: Drawn, { now }: Moment) =>
  actOn(db, actor, id, 'write', async (tx, { latest }) => {
    compareRevision(latest.revision, revision)
    const state = stateAfter(latest.state, 'discuss')
    if ((await listSections(tx, [latest.id])).length === 0)
      throw conflict('Pedoman belum mempunyai bagian. Tulis dahulu isinya.')
    await saveVersion(tx, { ...latest, state, remark: '', since: now })
    const thing = { kind: 'guideline' as const, id }
    await record(tx, actor, { event: 'guideline.discussed', thing, details: { versionId: latest.id } }, now)
  })

/**
 * The chair or the secretariat approves. Returns whether that is enough: whoever wrote the version can't be the only
 * one who approves it.
 */
export const approveGuideline = (db: Db, actor: Actor, id: string, { revision }: Drawn, { now }: Moment) =>
  actOn(db, actor, id, 'approve', async (tx, { latest }): Promise<boolean> => {
    compareRevision(latest.revision, revision)
    const state = stateAfter(latest.state, 'approve')
    await addPart(tx, latest.id, 'approver', actor, now)
    const { writers, approvers } = await listParts(tx, latest.id)
    const isEnough = isApprovedBy(writers, approvers)
    if (isEnough) await saveVersion(tx, { ...latest, state, since: now })
    const details = { versionId: latest.id, isEnough }
    await record(tx, actor, { event: 'guideline.approved', thing: { kind: 'guideline', id }, details }, now)
    return isEnough
  })

/** Sent back to draft with what has to be changed; former approvals count no more. */
export const sendBackGuideline = (db: Db, actor: Actor, id: string, remark: string, { now }: Moment) =>
  actOn(db, actor, id, 'approve', async (tx, { latest }) => {
    await saveVersion(tx, { ...latest, state: stateAfter(latest.state, 'sendBack'), remark, since: now })
    await removeApprovals(tx, latest.id)
    const thing = { kind: 'guideline' as const, id }
    await record(tx, actor, { event: 'guideline.sent-back', thing, details: { versionId: latest.id } }, now)
  })

type Published = Drawn & { number: string; publishedOn: Day }

/** Published under its number and date; from now on it is frozen and everybody in the agency reads it. */
export const publishGuideline = (
  db: Db,
  actor: Actor,
  id: string,
  { number, publishedOn, revision }: Published,
  { now, today }: Moment,
) =>
  actOn(db, actor, id, 'publish', async (tx, { guideline, latest }) => {
    compareRevision(latest.revision, revision)
    const state = stateAfter(latest.state, 'publish')
    if (publishedOn > today) throw conflict('Tanggal terbit tidak boleh sesudah hari ini.')
    await saveVersion(tx, { ...latest, state, since: now, number, publishedOn })
    const details = { forumId: guideline.forumId, versionId: latest.id, publishedOn }
    await record(tx, actor, { event: 'guideline.published', thing: { kind: 'guideline', id }, details }, now)
  })

/** A later version begins as a copy of the published one. */
export const reviseGuideline = (db: Db, actor: Actor, id: string, { now }: Moment) =>
  actOn(db, actor, id, 'write', async (tx, { latest }) => {
    if (latest.state !== 'published') throw conflict('Masih ada versi yang belum terbit.')
    const versionId = randomUUIDv7()
    const { version, title } = latest
    await saveNewVersion(tx, { id: versionId, guidelineId: id, version: version + 1, title, since: now })
    const sections = await listSections(tx, [latest.id])
    const ids = sections.map(() => randomUUIDv7())
    await copySections(tx, sections, ids, versionId)
    await addPart(tx, versionId, 'writer', actor, now)
    const thing = { kind: 'guideline' as const, id }
    await record(tx, actor, { event: 'guideline.revised', thing, details: { versionId } }, now)
  })
