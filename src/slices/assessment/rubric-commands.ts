import { randomUUIDv7 } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { compareRevision, notFound } from '#kit/refusal.ts'
import { mustBe } from './assessment.ts'
import { hold, note } from './held.ts'
import { findReady } from './ready-rubrics.ts'
import { isSameRubric, type NewCriterion } from './rubric.ts'
import { addRubric, listCriteria, listRubrics, saveCriteria } from './rubric-store.ts'
import { saveAssessment } from './store.ts'

type Offered = { name: string; criteria: NewCriterion[] }

/** A rubric by the key of a ready one, or by the id of one that was used. */
export async function offeredRubric(db: Db, key: string): Promise<Offered> {
  const offered = findReady(key) ?? (await listRubrics(db)).find(({ id }) => id === key)
  if (!offered) throw notFound()
  return offered
}

/** Name and criteria, until it is opened. */
export const reviseRubric = (
  db: Db,
  actor: Actor,
  id: string,
  revised: { title: string; rubricName?: string; criteria: NewCriterion[]; revision: number },
  { now }: Moment,
) =>
  transact(db, async (tx) => {
    const { assessment } = await hold(tx, actor, id, 'prepare')
    const { title, rubricName = assessment.rubricName, criteria, revision } = revised
    mustBe(assessment, 'preparing')
    compareRevision(assessment.revision, revision)
    await saveCriteria(tx, id, numbered(criteria))
    await saveAssessment(tx, { ...assessment, title, rubricName })
    await note(tx, actor, id, { event: 'assessment.rubric-revised', details: { criteria: criteria.length } }, now)
  })

/** Another rubric in the place of the one that is there, until it is opened. */
export const takeRubric = (
  db: Db,
  actor: Actor,
  id: string,
  { key, revision }: { key: string; revision: number },
  { now }: Moment,
) =>
  transact(db, async (tx) => {
    const { assessment } = await hold(tx, actor, id, 'prepare')
    mustBe(assessment, 'preparing')
    compareRevision(assessment.revision, revision)
    const { name, criteria } = await offeredRubric(tx, key)
    await saveCriteria(tx, id, numbered(criteria))
    await saveAssessment(tx, { ...assessment, rubricName: name })
    await note(tx, actor, id, { event: 'assessment.rubric-revised', details: { criteria: criteria.length } }, now)
  })

/** A step of opening: the rubric as it is used from now on. The same criteria keep their version, others are the next. */
export async function keepRubric(tx: Tx, { id, rubricName }: { id: string; rubricName: string }, now: Date) {
  const criteria = (await listCriteria(tx, id)).map(({ id: _, position: __, ...criterion }) => criterion)
  const last = (await listRubrics(tx)).find(({ name }) => name === rubricName)
  if (last && isSameRubric(last.criteria, criteria)) return last.id
  const kept = { id: randomUUIDv7(), name: rubricName, number: (last?.number ?? 0) + 1, criteria }
  await addRubric(tx, kept, now)
  return kept.id
}

export const numbered = (criteria: readonly NewCriterion[]) =>
  criteria.map((criterion, at) => ({ id: randomUUIDv7(), position: at + 1, ...criterion }))
