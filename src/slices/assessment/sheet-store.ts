import { sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tx, update } from '#db'
import { type Actor, thingsOf } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { asTyped } from '#kit/decimal.ts'
import type { MarkedSheet } from './ranking.ts'
import type { Recusal } from './recusal.ts'
import type { Criterion, Level } from './rubric.ts'
import { criteriaOf } from './rubric-store.ts'
import type { Comments, Marks, Scoresheet, SheetVersion } from './scoresheet.ts'

const columns = [
  'agencyId',
  'id',
  'assessmentId',
  'projectId',
  'judgeId',
  'declaredAt',
  'note',
  'submittedAt',
  'revision',
] as const

type Whose = { assessmentId: string; projectId: string; judgeId: string }

const ownSheet = (db: Db, { assessmentId, projectId, judgeId }: Whose) =>
  select(db, 'scoresheet')
    .select(columns)
    .where('assessmentId', '=', assessmentId)
    .where('projectId', '=', projectId)
    .where('judgeId', '=', judgeId)

/** The sheet of one judge about one project. */
export const findSheet = (db: Db, whose: Whose): Promise<Scoresheet | undefined> =>
  ownSheet(db, whose).executeTakeFirst()

/** The same, held until the transaction ends. */
export const holdSheet = (tx: Tx, whose: Whose): Promise<Scoresheet | undefined> =>
  ownSheet(tx, whose).forUpdate().executeTakeFirst()

/** Whose sheets are begun and which of them are in; no mark among it. */
export const listSheetStates = (db: Db, assessmentId: string) =>
  select(db, 'scoresheet')
    .select(['projectId', 'judgeId', 'submittedAt'])
    .where('assessmentId', '=', assessmentId)
    .execute()

type MarkRow = { criterionId: string; mark: string; comment: string }
const marksIn = (rows: readonly MarkRow[]) => new Map(rows.map(({ criterionId, mark }) => [criterionId, mark]))
const commentsIn = (rows: readonly MarkRow[]) =>
  new Map(rows.filter(({ comment }) => comment !== '').map(({ criterionId, comment }) => [criterionId, comment]))

/** A sheet of a judge who was kept from the project after it was handed in counts no more. */
const countsOnlyUnrecused = sql<boolean>`not exists (select from recusal where recusal.agency_id = scoresheet.agency_id
  and recusal.assessment_id = scoresheet.assessment_id and recusal.project_id = scoresheet.project_id
  and recusal.judge_id = scoresheet.judge_id)`

/** A submitted sheet with everything that stands on it. */
export type SubmittedSheet = MarkedSheet & { comments: Comments; note: string; submittedAt: Date | null }

/**
 * The submitted sheets of these projects, with their marks. Whoever asks names the projects of which the reader may
 * see them (`visibleTo`): of others nothing leaves the database. Two queries.
 */
export async function listSubmitted(
  db: Db,
  assessmentId: string,
  projectIds: readonly string[],
): Promise<SubmittedSheet[]> {
  if (projectIds.length === 0) return []
  const sheets = await select(db, 'scoresheet')
    .select(['id', 'projectId', 'judgeId', 'note', 'submittedAt'])
    .where('assessmentId', '=', assessmentId)
    .where((eb) => eb('projectId', '=', eb.fn.any(eb.val([...projectIds]))))
    .where('submittedAt', 'is not', null)
    .where(countsOnlyUnrecused)
    .orderBy('submittedAt')
    .execute()
  const marks = await select(db, 'mark')
    .select(['scoresheetId', 'criterionId', 'mark', 'comment'])
    .where((eb) => eb('scoresheetId', '=', eb.fn.any(eb.val(sheets.map(({ id }) => id)))))
    .execute()
  const rowsOf = Map.groupBy(marks, ({ scoresheetId }) => scoresheetId)
  return sheets.map(({ id, ...sheet }) => {
    const rows = rowsOf.get(id) ?? []
    return { ...sheet, marks: marksIn(rows), comments: commentsIn(rows) }
  })
}

/** Begins a sheet; the judge's seat is held, and there is none. */
export const addSheet = (tx: Tx, sheet: Pick<Scoresheet, 'id' | 'declaredAt'> & Whose) =>
  insert(tx, 'scoresheet', sheet).execute()

/** The criteria of an assessment in their order, beside what a sheet of it holds. One query. */
export async function listMarked(
  db: Db,
  { id, assessmentId }: Pick<Scoresheet, 'id' | 'assessmentId'>,
): Promise<{ criteria: Criterion[]; marks: Marks; comments: Comments }> {
  const rows = await criteriaOf(db, assessmentId)
    .leftJoin('mark', (join) => on('mark.criterionId', 'criterion.id')(join).on('mark.scoresheetId', '=', id))
    .select(['mark.mark', 'mark.comment'])
    .execute()
  const lines = rows.flatMap(({ id: criterionId, mark, comment }) =>
    mark === null ? [] : [{ criterionId, mark, comment: comment ?? '' }],
  )
  const criteria = rows.map(({ mark: _, comment: __, levels, ...row }) => ({ ...row, levels: levels as Level[] }))
  return { criteria, marks: marksIn(lines), comments: commentsIn(lines) }
}

type Held = { marks: Marks; comments: Comments }

/** Saves a sheet under the next revision, with those of its marks that are others than it held. */
export async function saveSheet(tx: Tx, sheet: Scoresheet, { marks, comments }: Held, held: Held): Promise<void> {
  const { id, note, submittedAt, revision } = sheet
  await update(tx, 'scoresheet')
    .set({ note, submittedAt, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const gone = [...held.marks.keys()].filter((criterionId) => !marks.has(criterionId))
  if (gone.length > 0)
    await remove(tx, 'mark').where('scoresheetId', '=', id).where('criterionId', 'in', gone).execute()
  const rows = [...marks].flatMap(([criterionId, mark]) => {
    const [comment, before] = [comments.get(criterionId) ?? '', held.comments.get(criterionId) ?? '']
    const was = held.marks.get(criterionId)
    return was !== undefined && asTyped(was) === asTyped(mark) && comment === before
      ? []
      : [{ scoresheetId: id, criterionId, mark, comment }]
  })
  if (rows.length === 0) return
  await insert(tx, 'mark', rows)
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'scoresheetId', 'criterionId'])
        .doUpdateSet((eb) => ({ mark: eb.ref('excluded.mark'), comment: eb.ref('excluded.comment') })),
    )
    .execute()
}

/** Keeps what the sheet holds from now on, under the revision that it got. */
export const addVersion = (
  tx: Tx,
  { id, revision }: Pick<Scoresheet, 'id' | 'revision'>,
  { marks, comments, note, savedAt }: SheetVersion,
) => {
  const kept = [...marks].map(([criterionId, mark]) => [
    criterionId,
    { mark, comment: comments.get(criterionId) ?? '' },
  ])
  const row = { scoresheetId: id, revision: revision + 1, marks: JSON.stringify(Object.fromEntries(kept)) }
  return insert(tx, 'sheetVersion', { ...row, note, savedAt }).execute()
}

/** What a sheet held each time that it was saved, the latest first. Whoever asks has made sure that it is the judge. */
export async function listVersions(db: Db, sheetId: string): Promise<SheetVersion[]> {
  const rows = await select(db, 'sheetVersion')
    .select(['marks', 'note', 'savedAt'])
    .where('scoresheetId', '=', sheetId)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map(({ marks, note, savedAt }) => {
    const kept = Object.entries(marks as Record<string, { mark: string; comment: string }>)
    const lines = kept.map(([criterionId, line]) => ({ criterionId, ...line }))
    return { note, savedAt, marks: marksIn(lines), comments: commentsIn(lines) }
  })
}

/** A draft goes with its marks: whoever stays out leaves no sheet behind. */
export async function removeSheet(tx: Tx, id: string): Promise<void> {
  await remove(tx, 'sheetVersion').where('scoresheetId', '=', id).execute()
  await remove(tx, 'mark').where('scoresheetId', '=', id).execute()
  await remove(tx, 'scoresheet').where('id', '=', id).execute()
}

/** A sheet of somebody who judges there no more. */
export type PastSheet = { assessmentId: string; assessmentTitle: string; code: string; title: string }

/** The own sheets of the actor in panels on which the actor sits no more. One query, none for who is no person. */
export async function listPastSheets(db: Db, actor: Actor): Promise<PastSheet[]> {
  if (actor.personId === null) return []
  return select(db, 'scoresheet')
    .innerJoin('assessment', on('assessment.id', 'scoresheet.assessmentId'))
    .innerJoin('project', on('project.id', 'scoresheet.projectId'))
    .select(['assessment.id as assessmentId', 'assessment.title as assessmentTitle', 'project.code', 'project.title'])
    .where('scoresheet.judgeId', '=', actor.personId)
    .where((eb) => eb.not(eb('assessment.id', '=', eb.fn.any(eb.val(thingsOf(actor, 'judge'))))))
    .orderBy('assessment.id', 'desc')
    .orderBy('project.title')
    .execute()
}

/** Who stays out of which project, and why. */
export const listRecusals = (db: Db, assessmentId: string): Promise<Recusal[]> =>
  select(db, 'recusal')
    .select(['projectId', 'judgeId', 'cause', 'note'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('recusedAt')
    .execute()

/** Writes down who stays out; of whom it was written down before, what was written stays. */
export async function addRecusals(tx: Tx, assessmentId: string, recusals: Recusal[], recusedAt: Date): Promise<void> {
  if (recusals.length === 0) return
  const rows = recusals.map((recusal) => ({ assessmentId, ...recusal, recusedAt }))
  await insert(tx, 'recusal', rows)
    .onConflict((conflict) => conflict.columns(['agencyId', 'assessmentId', 'projectId', 'judgeId']).doNothing())
    .execute()
}

/** A sheet that waits for its judge, and until when. */
export type WaitingSheet = { assessmentId: string; code: string; title: string; unitName: string; dueOn: Day | null }

/** The sheets that wait for the actor in assessments that are open. One query, none for who judges nothing. */
export async function listWaitingSheets(db: Db, actor: Actor): Promise<WaitingSheet[]> {
  const judged = thingsOf(actor, 'judge')
  if (judged.length === 0 || actor.personId === null) return []
  return select(db, 'assessedProject')
    .innerJoin('assessment', on('assessment.id', 'assessedProject.assessmentId'))
    .innerJoin('project', on('project.id', 'assessedProject.projectId'))
    .innerJoin('seat', on('seat.id', 'project.seatId'))
    .innerJoin('unit', on('unit.id', 'project.unitId'))
    .leftJoin('stage', (join) =>
      on('stage.programmeId', 'assessment.programmeId')(join).on('stage.kind', '=', 'assessment'),
    )
    .select(['assessment.id as assessmentId', 'project.code', 'project.title', 'unit.name as unitName', 'stage.dueOn'])
    .where('assessment.state', '=', 'open')
    .where('assessment.id', 'in', judged)
    .where(hasNone(actor.personId))
    .orderBy('stage.dueOn')
    .orderBy('seat.number')
    .execute()
}

/** Neither a recusal of the person nor a sheet that is in, and shared out to the person where sheets are. */
const hasNone = (personId: string) => sql<boolean>`
  not exists (select from recusal where recusal.agency_id = assessed_project.agency_id
    and recusal.assessment_id = assessed_project.assessment_id and recusal.project_id = assessed_project.project_id
    and recusal.judge_id = ${personId})
  and not exists (select from scoresheet where scoresheet.agency_id = assessed_project.agency_id
    and scoresheet.assessment_id = assessed_project.assessment_id
    and scoresheet.project_id = assessed_project.project_id
    and scoresheet.judge_id = ${personId} and submitted_at is not null)
  and (assessment.per_project is null or exists (select from assigned_sheet
    where assigned_sheet.agency_id = assessed_project.agency_id
    and assigned_sheet.assessment_id = assessed_project.assessment_id
    and assigned_sheet.project_id = assessed_project.project_id and assigned_sheet.judge_id = ${personId}))`

/** Whether the person has begun to judge the project of this evidence in a panel that is open. */
export async function isJudgedBy(
  db: Db,
  { personId, assessmentIds }: { personId: string; assessmentIds: readonly string[] },
  evidenceId: string,
): Promise<boolean> {
  const row = await select(db, 'evidence')
    .innerJoin('scoresheet', on('scoresheet.projectId', 'evidence.projectId'))
    .innerJoin('assessment', on('assessment.id', 'scoresheet.assessmentId'))
    .select('scoresheet.assessmentId')
    .where('evidence.id', '=', evidenceId)
    .where('scoresheet.judgeId', '=', personId)
    .where('scoresheet.assessmentId', 'in', assessmentIds)
    .where('assessment.state', '=', 'open')
    .where(countsOnlyUnrecused)
    .executeTakeFirst()
  return row !== undefined
}
