import { type Db, insert, select, type Tx } from '#db'
import type { AimedEdition, CheckedRule, WithdrawnChoice } from './choice.ts'
import type { LateChange, Stood } from './late.ts'
import { inJson } from './store.ts'

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
export async function listWithdrawn(db: Db, assessmentId: string): Promise<WithdrawnChoice[]> {
  const rows = await select(db, 'withdrawnChoice')
    .select(['id', 'projectId', 'reason', 'departure', 'eligibility', 'despite', 'decidedAt'])
    .select(['because', 'withdrawnAt', 'accountId', 'personId', 'rules', 'aims'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('withdrawnAt')
    .execute()
  return rows.map((row) => ({ ...row, rules: row.rules as CheckedRule[], aims: row.aims as AimedEdition[] }))
}

export const addWithdrawn = (tx: Tx, assessmentId: string, { rules, aims, ...choice }: WithdrawnChoice) =>
  insert(tx, 'withdrawnChoice', { assessmentId, ...choice, ...inJson({ rules, aims }) }).execute()
