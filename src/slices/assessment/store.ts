import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tables, type Tx, update } from '#db'
import { type Actor, looksOn, thingsOf } from '#kit/actor.ts'
import type { Assessment } from './assessment.ts'
import type { AimedEdition, CheckedRule, Choice } from './choice.ts'
import type { FinalMark } from './consensus.ts'

const columns = [
  'assessment.agencyId',
  'assessment.id',
  'assessment.programmeId',
  'assessment.title',
  'assessment.rubricName',
  'assessment.rubricId',
  'assessment.perProject',
  'assessment.state',
  'assessment.openedAt',
  'assessment.closedReason',
  'assessment.announcedAt',
  'assessment.revision',
] as const

/** The assessment of this id. */
export const findAssessment = (db: Db, id: string): Promise<Assessment | undefined> =>
  select(db, 'assessment').select(columns).where('assessment.id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends: it is changed and its choice made only while nobody else holds it. */
export const holdAssessment = (tx: Tx, id: string): Promise<Assessment | undefined> =>
  select(tx, 'assessment').select(columns).where('assessment.id', '=', id).forUpdate().executeTakeFirst()

/** The same, held with others who hold it so: each marks an own sheet, and none of them changes it. */
export const holdToMark = (tx: Tx, id: string): Promise<Assessment | undefined> =>
  select(tx, 'assessment').select(columns).where('assessment.id', '=', id).forShare().executeTakeFirst()

/** A new assessment in preparation; false when one of this id is there already. */
export async function addAssessment(
  tx: Tx,
  assessment: Pick<Assessment, 'id' | 'programmeId' | 'title' | 'rubricName'>,
) {
  const row = await insert(tx, 'assessment', assessment)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves how it stands, under the next revision. */
export const saveAssessment = (tx: Tx, { id, agencyId: _, programmeId: __, revision, ...standing }: Assessment) =>
  update(tx, 'assessment')
    .set({ ...standing, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** An assessment in the list of all. */
export type AssessmentRow = Assessment & {
  programmeName: string
  projectCount: number
  /** Sheets that are still to come. */
  missingCount: number
  chosenTitle: string | null
}

/** The assessments that the actor may read, those of the newest programme first. One query. */
export const listAssessments = (db: Db, actor: Actor): Promise<AssessmentRow[]> =>
  select(db, 'assessment')
    .innerJoin('programme', on('programme.id', 'assessment.programmeId'))
    .leftJoin('assessmentChoice', on('assessmentChoice.assessmentId', 'assessment.id'))
    .leftJoin('project', on('project.id', 'assessmentChoice.projectId'))
    .select(columns)
    .select(['programme.name as programmeName', 'project.title as chosenTitle'])
    .select(
      sql<number>`(select count(*)::int from assessed_project
        where assessed_project.agency_id = assessment.agency_id and assessed_project.assessment_id = assessment.id)`.as(
        'projectCount',
      ),
    )
    .select(missing.as('missingCount'))
    .where(readableBy(actor))
    .orderBy('programme.fromOn', 'desc')
    .orderBy('assessment.id', 'desc')
    .execute()

/** `missingOf`, said in SQL; routes.test.ts holds the two to one answer. */
const missing = sql<number>`(select count(*)::int from assessed_project
  join standing on standing.agency_id = assessed_project.agency_id and standing.relation = 'judge'
    and standing.thing_id = assessed_project.assessment_id and standing.until_on is null
  where assessed_project.agency_id = assessment.agency_id and assessed_project.assessment_id = assessment.id
    and not exists (select from recusal where recusal.agency_id = assessment.agency_id
      and recusal.assessment_id = assessment.id and recusal.project_id = assessed_project.project_id
      and recusal.judge_id = standing.person_id)
    and (assessment.per_project is null or exists (select from assigned_sheet
      where assigned_sheet.agency_id = assessment.agency_id and assigned_sheet.assessment_id = assessment.id
      and assigned_sheet.project_id = assessed_project.project_id
      and assigned_sheet.judge_id = standing.person_id))
    and not exists (select from scoresheet where scoresheet.agency_id = assessment.agency_id
      and scoresheet.assessment_id = assessment.id and scoresheet.project_id = assessed_project.project_id
      and scoresheet.judge_id = standing.person_id and scoresheet.submitted_at is not null))`

/** `assessmentPolicy.read`, said in SQL; routes.test.ts holds the two to one answer. */
const readableBy = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'assessment'>) =>
  looksOn(actor) ? eb.lit(true) : eb('assessment.id', '=', eb.fn.any(eb.val(thingsOf(actor, 'judge'))))

/** What was chosen, once it was. */
export async function findChoice(db: Db, assessmentId: string): Promise<Choice | undefined> {
  const row = await select(db, 'assessmentChoice')
    .select(['projectId', 'reason', 'departure', 'eligibility', 'despite', 'decidedAt', 'rules', 'aims'])
    .where('assessmentId', '=', assessmentId)
    .executeTakeFirst()
  return row && { ...row, rules: row.rules as CheckedRule[], aims: row.aims as AimedEdition[] }
}

export const addChoice = (tx: Tx, assessmentId: string, { rules, aims, ...choice }: Choice) =>
  insert(tx, 'assessmentChoice', { assessmentId, ...choice, ...inJson({ rules, aims }) }).execute()

/** What was known of the candidates, as its columns take it. */
export const inJson = ({ rules, aims }: Pick<Choice, 'rules' | 'aims'>) => ({
  rules: JSON.stringify(rules),
  aims: JSON.stringify(aims),
})

/** What was chosen is taken back; what was said of it is kept beside (`addWithdrawn`). */
export const removeChoice = (tx: Tx, assessmentId: string) =>
  remove(tx, 'assessmentChoice').where('assessmentId', '=', assessmentId).execute()

/** A project that was chosen as the best of its programme, and by which assessment. */
export type ChosenProject = {
  assessmentId: string
  programmeId: string
  projectId: string
  code: string
  title: string
  decidedAt: Date
}

/** What was chosen, the latest first; of one programme where it is given. */
export const listChosen = (db: Db, programmeId: string | null): Promise<ChosenProject[]> =>
  select(db, 'assessmentChoice')
    .innerJoin('assessment', on('assessment.id', 'assessmentChoice.assessmentId'))
    .innerJoin('project', on('project.id', 'assessmentChoice.projectId'))
    .select(['assessment.id as assessmentId', 'assessment.programmeId'])
    .select(['project.id as projectId', 'project.code', 'project.title', 'assessmentChoice.decidedAt'])
    .$if(programmeId !== null, (query) => query.where('assessment.programmeId', '=', programmeId ?? ''))
    .orderBy('assessmentChoice.decidedAt', 'desc')
    .execute()

/** Tie rulings: what the panel said of equals, in the order in which it did. */
export const listRulings = (db: Db, assessmentId: string) =>
  select(db, 'tieRuling')
    .select(['projectId', 'reason', 'ruledAt'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('position')
    .execute()

export const addRuling = (
  tx: Tx,
  ruling: { assessmentId: string; projectId: string; position: number; reason: string; ruledAt: Date },
) => insert(tx, 'tieRuling', ruling).execute()

/** Final marks: on what the panel agreed, the latest first. */
export const listFinals = (db: Db, assessmentId: string): Promise<FinalMark[]> =>
  select(db, 'finalMark')
    .select(['projectId', 'value', 'reason', 'agreedAt'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('agreedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const addFinal = (tx: Tx, final: FinalMark & { id: string; assessmentId: string }) =>
  insert(tx, 'finalMark', final).execute()

/** The results that everybody of the agency may read, the latest first. */
export const listAnnounced = (db: Db): Promise<Pick<Assessment, 'id' | 'title'>[]> =>
  select(db, 'assessment')
    .select(['id', 'title'])
    .where('announcedAt', 'is not', null)
    .orderBy('announcedAt', 'desc')
    .execute()

/** A letter that tells somebody how an own project was judged. */
export type LetterRow = { assessmentId: string; code: string; title: string }

/** `readsLetter` of what is one's own, said in SQL: those who look at everything find letters at their assessment. */
export async function listLetters(db: Db, actor: Actor): Promise<LetterRow[]> {
  const own = [...thingsOf(actor, 'agent'), ...thingsOf(actor, 'member'), ...thingsOf(actor, 'head')]
  if (own.length === 0) return []
  return select(db, 'assessedProject')
    .innerJoin('assessment', on('assessment.id', 'assessedProject.assessmentId'))
    .innerJoin('project', on('project.id', 'assessedProject.projectId'))
    .select(['assessment.id as assessmentId', 'project.code', 'project.title'])
    .where('assessment.state', '=', 'decided')
    .where((eb) =>
      eb.or([
        eb('project.seatId', '=', eb.fn.any(eb.val(thingsOf(actor, 'agent')))),
        eb('project.id', '=', eb.fn.any(eb.val(thingsOf(actor, 'member')))),
        eb('project.unitId', '=', eb.fn.any(eb.val(thingsOf(actor, 'head')))),
      ]),
    )
    .orderBy('assessment.id', 'desc')
    .orderBy('project.title')
    .execute()
}

/** The project that was last chosen as the best of a programme; undefined before that. */
export const chosenProject = async (db: Db, programmeId: string): Promise<ChosenProject | undefined> =>
  (await listChosen(db, programmeId))[0]

/** Whether a choice of the project was taken back and none chooses it now. One query. */
export async function isUnchosen(db: Db, projectId: string): Promise<boolean> {
  const row = await select(db, 'withdrawnChoice')
    .select('id')
    .where('projectId', '=', projectId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('assessmentChoice')
            .select('assessmentChoice.projectId')
            .whereRef('assessmentChoice.agencyId', '=', 'withdrawnChoice.agencyId')
            .whereRef('assessmentChoice.projectId', '=', 'withdrawnChoice.projectId'),
        ),
      ),
    )
    .executeTakeFirst()
  return row !== undefined
}
