import { sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tables, type Tx, update } from '#db'
import { nameInFull } from '#people'
import type { Feedback, Presentation } from './presentation.ts'

const columns = [
  'presentation.agencyId',
  'presentation.id',
  'presentation.projectId',
  'presentation.planId',
  'presentation.sittingId',
  'presentation.beginsAt',
  'presentation.minutes',
  'presentation.isFixed',
  'presentation.sequence',
  'presentation.startedAt',
  'presentation.endedAt',
  'presentation.reason',
  'presentation.decision',
  'presentation.note',
  'presentation.decidedAt',
  'presentation.revision',
] as const

/** A presentation with what pages say of its project, and who was its agent on that day. */
export type PresentationRow = Presentation & {
  code: string
  title: string
  projectState: Tables['projectSummary']['state']
  seatId: string
  unitId: string
  unitName: string
  programmeId: string
  planVersion: number
  planState: Tables['projectSummary']['planState']
  agentId: string | null
  agentName: string | null
}

const rows = (db: Db) =>
  select(db, 'presentation')
    .innerJoin('project', on('project.id', 'presentation.projectId'))
    .innerJoin('unit', on('unit.id', 'project.unitId'))
    .innerJoin('actionPlan', on('actionPlan.id', 'presentation.planId'))
    .leftJoin('sitting', on('sitting.id', 'presentation.sittingId'))
    .leftJoin('appointment', (join) =>
      on(
        'appointment.seatId',
        'project.seatId',
      )(join)
        .on('appointment.fromOn', '<=', dayOf)
        .on('appointment.untilOn', '>=', dayOf),
    )
    .leftJoin('person', on('person.id', 'appointment.personId'))
    .select(columns)
    .select(['project.code', 'project.title', 'project.state as projectState', 'project.seatId', 'project.unitId'])
    .select(['project.programmeId', 'unit.name as unitName', 'person.id as agentId', 'person.name as agentName'])
    .select(['actionPlan.version as planVersion', 'actionPlan.state as planState'])

const dayOf = sql<string>`coalesce(sitting.held_on, presentation.decided_at::date)`

/** The presentation of this id as pages show it. */
export const findPresentation = (db: Db, id: string): Promise<PresentationRow | undefined> =>
  rows(db).where('presentation.id', '=', id).executeTakeFirst()

/** The slots of a sitting in their order. One query. */
export const listSlots = (db: Db, sittingId: string): Promise<PresentationRow[]> =>
  rows(db)
    .where('presentation.sittingId', '=', sittingId)
    .orderBy('presentation.beginsAt')
    .orderBy('presentation.id')
    .execute()

/** All presentations of a project, the latest first. */
export const listPresentations = (db: Db, projectId: string): Promise<PresentationRow[]> =>
  rows(db)
    .where('presentation.projectId', '=', projectId)
    .orderBy(sql`presentation.decided_at desc nulls first`)
    .orderBy('presentation.id', 'desc')
    .execute()

/** The ids of projects that already have their slot, or whose verified plan was already decided on. */
export async function listTaken(db: Db): Promise<Set<string>> {
  const taken = await select(db, 'presentation')
    .innerJoin('actionPlan', on('actionPlan.id', 'presentation.planId'))
    .select('presentation.projectId')
    .where((eb) =>
      eb.or([eb('decision', 'is', null), eb('presentation.decidedAt', '>=', eb.ref('actionPlan.verifiedAt'))]),
    )
    .execute()
  return new Set(taken.map(({ projectId }) => projectId))
}

/** Those of these slots that were begun or decided: nothing of their hour is news any more. */
export async function listBegun(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const begun = await select(db, 'presentation')
    .select('id')
    .where('id', 'in', [...ids])
    .where((eb) => eb.or([eb('decision', 'is not', null), eb('startedAt', 'is not', null)]))
    .execute()
  return new Set(begun.map(({ id }) => id))
}

/** The presentation, held until the transaction ends. */
export const holdPresentation = (tx: Tx, id: string): Promise<Presentation | undefined> =>
  select(tx, 'presentation').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

/** Adds a presentation; false when one of this id is there already. */
export async function saveNewPresentation(
  tx: Tx,
  presentation: Omit<Presentation, 'agencyId' | 'revision' | 'sequence' | 'startedAt' | 'endedAt'>,
): Promise<boolean> {
  const row = await insert(tx, 'presentation', presentation)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves where and when a slot is, and how often its invitation changed. */
export const saveSlot = (
  tx: Tx,
  { id, sittingId, beginsAt, minutes, isFixed, sequence }: Pick<Presentation, 'id' | 'sequence' | PlaceFields>,
) =>
  update(tx, 'presentation')
    .set({ sittingId, beginsAt, minutes, isFixed, sequence })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

type PlaceFields = 'sittingId' | 'beginsAt' | 'minutes' | 'isFixed'

/** Saves when a slot was begun and ended. */
export const saveStage = (tx: Tx, { id, startedAt, endedAt }: Pick<Presentation, 'id' | 'startedAt' | 'endedAt'>) =>
  update(tx, 'presentation').set({ startedAt, endedAt }).where('id', '=', id).executeTakeFirstOrThrow()

/** Takes a slot out of its sitting, with what was said there. */
export async function removeSlot(tx: Tx, id: string): Promise<void> {
  await remove(tx, 'feedback').where('presentationId', '=', id).execute()
  await remove(tx, 'presentation').where('id', '=', id).execute()
}

/** Saves what was decided, under the next revision. */
export const saveDecision = (tx: Tx, { id, decision, note, decidedAt, revision }: Presentation) =>
  update(tx, 'presentation')
    .set({ decision, note, decidedAt, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** What somebody said, with the name that minutes give. */
export type FeedbackRow = Feedback & { by: string }

/** What was said at these presentations, as it was said. One query. */
export async function listFeedback(db: Db, presentationIds: string[]): Promise<FeedbackRow[]> {
  if (presentationIds.length === 0) return []
  const said = await select(db, 'feedback')
    .leftJoin('person', on('person.id', 'feedback.personId'))
    .select(['feedback.id', 'presentationId', 'personId', 'guest', 'words', 'followUpId', 'feedback.createdAt'])
    .select(['person.titlesBefore', 'person.name', 'person.titlesAfter'])
    .where('presentationId', 'in', presentationIds)
    .orderBy('feedback.createdAt')
    .orderBy('feedback.id')
    .execute()
  return said.map(({ titlesBefore, name, titlesAfter, ...row }) => ({
    ...row,
    by:
      name === null
        ? row.guest
        : nameInFull({ titlesBefore: titlesBefore ?? '', name, titlesAfter: titlesAfter ?? '' }),
  }))
}

/** Adds what was said; false when one of this id is there already. */
export async function saveNewFeedback(tx: Tx, feedback: Omit<Feedback, 'followUpId'>): Promise<boolean> {
  const row = await insert(tx, 'feedback', feedback)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps what something that was said became. */
export const saveFollowUpOf = (tx: Tx, id: string, followUpId: string) =>
  update(tx, 'feedback').set({ followUpId }).where('id', '=', id).executeTakeFirstOrThrow()

/** Takes out what was noted by mistake; false when it is not of this presentation. */
export async function removeFeedback(tx: Tx, presentationId: string, id: string): Promise<boolean> {
  const gone = remove(tx, 'feedback').where('presentationId', '=', presentationId).where('id', '=', id)
  return (await gone.executeTakeFirst()).numDeletedRows === 1n
}
