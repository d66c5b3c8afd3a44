import type { Context } from 'hono'
import type { Db } from '#db'
import type { MayReadFile } from '#files'
import { type FollowUpRow, listFollowUps, listOwners } from '#follow-up'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { authorize, can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { headsOfAll, inTreeOrder, listUnits, nameInFull } from '#people'
import { listProjects, type ProjectRow } from '#project'
import type { Web } from '#web/request.ts'
import { idInPath } from '#web/typed.ts'
import { type AttendanceGroups, attendanceGroups } from './attendance.ts'
import { presentationPolicy, sittingPolicy } from './policy.ts'
import {
  type FeedbackRow,
  findPresentation,
  listFeedback,
  listPresentations,
  listSlots,
  listTaken,
  type PresentationRow,
} from './presentation-store.ts'
import { listJudgeIds, listJudges } from './schedule-store.ts'
import type { Sitting } from './sitting.ts'
import { type Attendee, findSitting, listAttendees, listSittingsOf } from './sitting-store.ts'
import { listSlides, type Slides } from './slide-store.ts'

/** A presentation with everything that was written about it. */
export type WholePresentation = {
  presentation: PresentationRow
  sitting: Sitting | null
  slides: Slides[]
  feedback: FeedbackRow[]
  /** Those that the actor may read. */
  followUps: FollowUpRow[]
}

/** A sitting with its slots and who was present. */
export type SittingView = { sitting: Sitting; slots: PresentationRow[]; attendees: Attendee[]; judges: Attendee[] }

/** The sitting of this request's address; 404 where it may not be read. */
export async function sittingOf(c: Context<Web>): Promise<SittingView> {
  const { db, actor } = c.var
  const sitting = await findSitting(db, idInPath(c))
  if (!sitting) throw notFound()
  const [slots, attendees] = [await listSlots(db, sitting.id), await listAttendees(db, sitting.id)]
  const judges = await listJudges(db, [sitting.id])
  const attendeeIds = [...attendees, ...judges].map(({ personId }) => personId)
  authorize(sittingPolicy, actor, 'read', { ...sitting, slots, attendeeIds })
  return { sitting, slots, attendees, judges }
}

/** Who can be ticked as present at a sitting, in groups. Three queries beside those of the heads. */
export async function attendanceOf(
  c: Context<Web>,
  { slots, attendees }: SittingView,
  tickedIds: string[],
): Promise<AttendanceGroups> {
  const { db, today } = c.var
  const heads = await headsOfAll(db, today)
  const persons = await tickable(db)
  const concerned = slots.flatMap(({ agentId, unitId }) => [
    ...(agentId === null ? [] : [agentId]),
    ...(heads.get(unitId) ?? []).map(({ personId }) => personId),
  ])
  const units = inTreeOrder(await listUnits(db))
  return attendanceGroups({ persons, concernedIds: new Set(concerned), recorded: attendees, tickedIds, units })
}

/** Who can be named as judge of a sitting, in groups: whoever gives marks comes first. */
export async function judgesToChoose(
  c: Context<Web>,
  { judges }: SittingView,
  tickedIds: string[],
): Promise<AttendanceGroups> {
  const { db, today } = c.var
  const persons = await tickable(db)
  const units = inTreeOrder(await listUnits(db))
  const concernedIds = await listJudgeIds(db, today)
  return attendanceGroups({ persons, concernedIds, recorded: judges, tickedIds, units })
}

const tickable = async (db: Db) =>
  (await listOwners(db)).map((one) => ({ personId: one.id, name: nameInFull(one), unitId: one.unitId }))

/** Slides, feedback and follow-ups of these presentations, in a constant number of queries. */
export async function wholeOf(
  db: Db,
  actor: Actor,
  presentations: PresentationRow[],
  sittings: ReadonlyMap<string, Sitting>,
): Promise<WholePresentation[]> {
  const ids = presentations.map(({ id }) => id)
  const files = await listSlides(db, ids)
  const said = await listFeedback(db, ids)
  const followUps = ids.length === 0 ? [] : await listFollowUps(db, actor, { sourceIds: ids })
  return presentations.map((presentation) => ({
    presentation,
    sitting: sittings.get(presentation.sittingId ?? '') ?? null,
    slides: files.filter(({ thingId }) => thingId === presentation.id),
    feedback: said.filter(({ presentationId }) => presentationId === presentation.id),
    followUps: followUps.filter(({ sourceId }) => sourceId === presentation.id),
  }))
}

/** All presentations of a project, the latest first, with their sittings. */
export async function presentationsOf(db: Db, actor: Actor, projectId: string): Promise<WholePresentation[]> {
  const presentations = await listPresentations(db, projectId)
  const sittings = new Map<string, Sitting>()
  for (const sitting of await listSittingsOf(db, presentations)) sittings.set(sitting.id, sitting)
  return wholeOf(db, actor, presentations, sittings)
}

/** A project that can be given a slot: its plan is verified, and nothing is scheduled or decided about it. */
export type Candidate = Pick<ProjectRow, 'id' | 'code' | 'title' | 'agentId' | 'agentName' | 'unitId' | 'unitName'>

/** The projects that wait for a slot, by number of their seat. */
export async function candidatesFor(db: Db, actor: Actor, today: Day): Promise<Candidate[]> {
  const taken = await listTaken(db)
  const rows = await listProjects(db, actor, null, today)
  return rows.filter(({ id, state, planState }) => planState === 'verified' && state !== 'stopped' && !taken.has(id))
}

/** Slides are read by whoever may read the presentation, or heard it. */
export const mayReadSlides: MayReadFile = async (db, actor, id) => {
  const presentation = await findPresentation(db, id)
  if (!presentation) return false
  if (can(presentationPolicy, actor, 'read', presentation)) return true
  if (presentation.sittingId === null) return false
  const slots = await listSlots(db, presentation.sittingId)
  const there = [
    ...(await listAttendees(db, presentation.sittingId)),
    ...(await listJudges(db, [presentation.sittingId])),
  ]
  const attendeeIds = there.map(({ personId }) => personId)
  return can(sittingPolicy, actor, 'read', { agencyId: db.agencyId, slots, attendeeIds })
}
