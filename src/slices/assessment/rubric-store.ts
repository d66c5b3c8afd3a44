import { type Db, insert, remove, select, type Tx } from '#db'
import type { Criterion, Level, NewCriterion } from './rubric.ts'

/** Rubrik: the criteria that were used under a name; under the same name others are the next number. */
export type Rubric = { id: string; name: string; number: number; criteria: NewCriterion[] }

/** The criteria of an assessment, in their order; asked for by `listCriteria`, and beside the marks of a sheet. */
export const criteriaOf = (db: Db, assessmentId: string) =>
  select(db, 'criterion')
    .select(['criterion.id', 'criterion.position', 'criterion.name', 'criterion.description', 'criterion.weight'])
    .select(['criterion.minMark', 'criterion.maxMark', 'criterion.tieOrder', 'criterion.levels'])
    .select(['criterion.commentBelow', 'criterion.commentAbove'])
    .where('criterion.assessmentId', '=', assessmentId)
    .orderBy('criterion.position')

/** The criteria of an assessment, in their order. */
export const listCriteria = async (db: Db, assessmentId: string): Promise<Criterion[]> =>
  (await criteriaOf(db, assessmentId).execute()).map((row) => ({ ...row, levels: row.levels as Level[] }))

/** The criteria anew; they change only before anything is marked. */
export async function saveCriteria(tx: Tx, assessmentId: string, criteria: Criterion[]): Promise<void> {
  await remove(tx, 'criterion').where('assessmentId', '=', assessmentId).execute()
  if (criteria.length === 0) return
  const rows = criteria.map(({ levels, ...criterion }) => ({
    assessmentId,
    ...criterion,
    levels: JSON.stringify(levels),
  }))
  await insert(tx, 'criterion', rows).execute()
}

/** The last version of each rubric that was used, by name. */
export async function listRubrics(db: Db): Promise<Rubric[]> {
  const rows = await select(db, 'rubric')
    .select(['id', 'name', 'number', 'criteria'])
    .distinctOn('name')
    .orderBy('name')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, criteria: row.criteria as unknown as NewCriterion[] }))
}

/** The rubric with which an assessment was opened; undefined before that. */
export const findUsed = (db: Db, id: string | null) =>
  select(db, 'rubric').select(['name', 'number']).where('id', '=', id).executeTakeFirst()

export const addRubric = (tx: Tx, { criteria, ...rubric }: Rubric, firstUsedAt: Date) =>
  insert(tx, 'rubric', { ...rubric, criteria: JSON.stringify(criteria), firstUsedAt }).execute()
