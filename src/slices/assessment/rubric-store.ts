import { type Db, insert, remove, select, type Tx } from '#db'
import type { Criterion, Level, NewCriterion } from './rubric.ts'

/** Rubrik: the criteria that were used under a name; under the same name others are the next number. */
export type Rubric = { id: string; name: string; number: number; criteria: NewCriterion[] }

/** The criteria of an assessment, in their order. */
export async function listCriteria(db: Db, assessmentId: string): Promise<Criterion[]> {
  const rows = await select(db, 'criterion')
    .select(['id', 'position', 'name', 'description', 'weight', 'minMark', 'maxMark', 'tieOrder'])
    .select(['levels', 'commentBelow', 'commentAbove'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, levels: row.levels as Level[] }))
}

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
