import { type Db, insert, select, type Tx, update } from '#db'
import type { FinalValues, Finish } from './finish.ts'

const columns = [
  'id',
  'projectId',
  'planId',
  'beforeWords',
  'afterWords',
  'finishedAt',
  'sentBackAt',
  'note',
  'confirmedAt',
] as const

/** The last time that a project was declared finished, with the final values. Two queries. */
export async function findFinish(db: Db, projectId: string): Promise<(Finish & { values: FinalValues }) | undefined> {
  const finish = await select(db, 'finish')
    .select(columns)
    .where('projectId', '=', projectId)
    .orderBy('finishedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!finish) return undefined
  const rows = await select(db, 'finalValue').select(['lineId', 'value']).where('finishId', '=', finish.id).execute()
  return { ...finish, values: Object.fromEntries(rows.map(({ lineId, value }) => [lineId, value])) }
}

export async function addFinish(
  tx: Tx,
  finish: Pick<Finish, 'id' | 'projectId' | 'planId' | 'beforeWords' | 'afterWords' | 'finishedAt'>,
  values: { lineId: string; value: string }[],
): Promise<void> {
  await insert(tx, 'finish', finish).execute()
  if (values.length === 0) return
  const { id: finishId, planId } = finish
  await insert(
    tx,
    'finalValue',
    values.map((row) => ({ finishId, planId, ...row })),
  ).execute()
}

/** Saves how a declaration was answered. */
export const saveAnswer = (tx: Tx, id: string, answer: { confirmedAt: Date } | { sentBackAt: Date; note: string }) =>
  update(tx, 'finish').set(answer).where('id', '=', id).executeTakeFirstOrThrow()
