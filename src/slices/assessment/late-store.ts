import { type Db, insert, select, type Tx } from '#db'
import type { WithdrawnChoice } from './choice.ts'
import type { LateChange, Stood } from './late.ts'

/** What changed on a panel after its marks could be seen, the earliest first. */
export async function listLate(db: Db, assessmentId: string): Promise<LateChange[]> {
  const rows = await select(db, 'lateChange')
    .select(['id', 'kind', 'judgeId', 'successorId', 'projectId', 'reason', 'changedAt'])
    .select(['accountId', 'personId', 'before'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('changedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, before: row.before as Stood[] }))
}

export const addLate = (tx: Tx, assessmentId: string, { before, ...change }: LateChange) =>
  insert(tx, 'lateChange', { assessmentId, ...change, before: JSON.stringify(before) }).execute()

/** Choices that were taken back, the earliest first. */
export const listWithdrawn = (db: Db, assessmentId: string): Promise<WithdrawnChoice[]> =>
  select(db, 'withdrawnChoice')
    .select(['id', 'projectId', 'reason', 'departure', 'eligibility', 'despite', 'decidedAt'])
    .select(['because', 'withdrawnAt', 'accountId', 'personId'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('withdrawnAt')
    .execute()

export const addWithdrawn = (tx: Tx, assessmentId: string, choice: WithdrawnChoice) =>
  insert(tx, 'withdrawnChoice', { assessmentId, ...choice }).execute()
