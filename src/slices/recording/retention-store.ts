import { sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tables, type Tx, update } from '#db'
import type { Day } from '#kit/date.ts'
import { pageSize } from '#kit/list.ts'
import { nameInFull } from '#people'
import type { RecordingKind } from './recording.ts'
import type { RetentionRule } from './retention.ts'

const ruleColumns = [
  'agencyId',
  'id',
  'code',
  'name',
  'activeYears',
  'inactiveYears',
  'fate',
  'basis',
  'retiredAt',
  'revision',
] as const

const rules = (db: Db) =>
  select(db, 'retentionRule')
    .select(ruleColumns)
    .select((eb) => eb.ref('kinds').$castTo<RecordingKind[]>().as('kinds'))

/** The agency's schedule, by code; those that were retired stay readable. */
export const listRules = (db: Db): Promise<RetentionRule[]> => rules(db).orderBy('code').execute()

export const findRule = (db: Db, id: string): Promise<RetentionRule | undefined> =>
  rules(db).where('id', '=', id).executeTakeFirst()

export const holdRule = (tx: Tx, id: string): Promise<RetentionRule | undefined> =>
  rules(tx).where('id', '=', id).forUpdate().executeTakeFirst()

/** Whether another rule has this code. */
export const isCodeTaken = async (db: Db, code: string, id: string): Promise<boolean> =>
  (await select(db, 'retentionRule').select('id').where('code', '=', code).where('id', '<>', id).executeTakeFirst()) !==
  undefined

export type SaidRule = Omit<RetentionRule, 'agencyId' | 'id' | 'retiredAt' | 'revision'>

/** A new rule; nothing happens when its id is there already. */
export const addRule = (tx: Tx, rule: SaidRule & { id: string; createdAt: Date }) =>
  insert(tx, 'retentionRule', rule)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .execute()

export const saveRule = (tx: Tx, { id, revision }: RetentionRule, set: Partial<SaidRule> & { retiredAt?: Date }) =>
  update(tx, 'retentionRule')
    .set({ ...set, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** A recording with the rule that it falls under: its own, or the first of its kind that is in use. */
const retained = (db: Db) =>
  select(db, 'recording')
    .innerJoin('project', on('project.id', 'recording.projectId'))
    .innerJoin('programme', on('programme.id', 'project.programmeId'))
    .leftJoin('retentionRule', (join) =>
      join.onRef('retentionRule.agencyId', '=', 'recording.agencyId').on(
        'retentionRule.id',
        '=',
        sql<string>`coalesce(recording.retention_rule_id, (
          select fallback.id from retention_rule as fallback
          where fallback.agency_id = recording.agency_id and fallback.retired_at is null
            and fallback.kinds @> array[recording.kind::text]
          order by fallback.code limit 1))`,
      ),
    )

/** `retentionDue`, said in SQL; retention-routes.test.ts holds the two to one answer. */
const dueOn = sql<Day | null>`coalesce(recording.kept_until, (
  case when retention_rule.basis = 'programme-end' then programme.until_on
    else coalesce(recording.recorded_on,
      (recording.created_at at time zone (select zone from agency where id = recording.agency_id))::date)
  end + make_interval(years => retention_rule.active_years + retention_rule.inactive_years))::date)`

const retainedColumns = [
  'recording.agencyId',
  'recording.id',
  'recording.code',
  'recording.title',
  'recording.kind',
  'recording.projectId',
  'recording.revision',
  'recording.settledAt',
  'recording.destroyedAt',
  'recording.retentionRuleId',
  'retentionRule.code as ruleCode',
  'retentionRule.name as ruleName',
  'retentionRule.fate',
  'project.title as projectTitle',
] as const

/** A recording's retention; undefined where there is no such recording. */
export const findRetained = (db: Db, code: string) =>
  retained(db).select(retainedColumns).select(dueOn.as('dueOn')).where('recording.code', '=', code).executeTakeFirst()

export type RetainedRow = NonNullable<Awaited<ReturnType<typeof findRetained>>>

/** Whether it was proposed to destroy it, and nobody has answered yet. */
const isProposed = sql<boolean>`exists (
  select from retention_decision as open where open.agency_id = recording.agency_id
    and open.recording_id = recording.id and open.verdict = 'destroy'
    and open.confirmed_at is null and open.refused_at is null)`

/**
 * A page of the recordings whose years are over by that day, or of which it was proposed to destroy them; the longest
 * due first.
 */
export async function listDue(db: Db, until: Day, number = 1) {
  const rows = await retained(db)
    .select(retainedColumns)
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .select(dueOn.as('dueOn'))
    .select(isProposed.as('isProposed'))
    .where('recording.settledAt', 'is', null)
    .where('recording.destroyedAt', 'is', null)
    .where(sql<boolean>`(${dueOn} <= ${until} or ${isProposed})`)
    .orderBy(dueOn)
    .orderBy('recording.id')
    .limit(pageSize)
    .offset((number - 1) * pageSize)
    .execute()
  return { rows, total: rows[0]?.total ?? 0, number, size: pageSize }
}

/** What was decided on a recording's retention, the newest first, each with who proposed and who confirmed it. */
export async function listDecisions(db: Db, recordingId: string) {
  const rows = await select(db, 'retentionDecision')
    .leftJoin('person', on('person.id', 'retentionDecision.personId'))
    .leftJoin('person as second', on('second.id', 'retentionDecision.confirmedPersonId'))
    .selectAll('retentionDecision')
    .select(['person.titlesBefore', 'person.name as personName', 'person.titlesAfter'])
    .select(['second.titlesBefore as secondBefore', 'second.name as secondName', 'second.titlesAfter as secondAfter'])
    .where('retentionDecision.recordingId', '=', recordingId)
    .orderBy('retentionDecision.decidedAt', 'desc')
    .execute()
  return rows.map(({ titlesBefore, personName, titlesAfter, secondBefore, secondName, secondAfter, ...row }) => ({
    ...row,
    by: inFull(titlesBefore, personName, titlesAfter),
    confirmedBy: inFull(secondBefore, secondName, secondAfter),
  }))
}

const inFull = (titlesBefore: string | null, name: string | null, titlesAfter: string | null) =>
  name === null ? null : nameInFull({ titlesBefore: titlesBefore ?? '', name, titlesAfter: titlesAfter ?? '' })

export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>[number]

export const isOpenProposal = ({ verdict, confirmedAt, refusedAt }: DecisionRow): boolean =>
  verdict === 'destroy' && confirmedAt === null && refusedAt === null

/** What was proposed to be destroyed and nobody has answered yet, the longest waiting first, each with who proposed it. */
export const listOpenProposals = (db: Db) =>
  select(db, 'retentionDecision')
    .innerJoin('recording', on('recording.id', 'retentionDecision.recordingId'))
    .select(['recording.agencyId', 'recording.code', 'recording.title'])
    .select(['retentionDecision.accountId', 'retentionDecision.personId'])
    .where('retentionDecision.verdict', '=', 'destroy')
    .where('retentionDecision.confirmedAt', 'is', null)
    .where('retentionDecision.refusedAt', 'is', null)
    .orderBy('retentionDecision.decidedAt')
    .execute()

type NewDecision = Pick<Tables['retentionDecision'], 'id' | 'recordingId' | 'verdict' | 'reason' | 'accountId'> & {
  untilOn: Day | null
  fileId: string | null
  decidedAt: Date
  personId: string | null
}

export const addDecision = (tx: Tx, decision: NewDecision) => insert(tx, 'retentionDecision', decision).execute()

export const saveAnswer = (
  tx: Tx,
  id: string,
  answer: { confirmedAt: Date; confirmedAccountId: string; confirmedPersonId: string | null } | { refusedAt: Date },
) => update(tx, 'retentionDecision').set(answer).where('id', '=', id).executeTakeFirstOrThrow()

/** Earlier originals are forgotten with the recording that they were of. */
export const removeEarlier = (tx: Tx, recordingId: string) =>
  remove(tx, 'recordingVersion').where('recordingId', '=', recordingId).execute()
