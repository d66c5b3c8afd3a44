import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, insert, on, select, type Tables, type Tx, update } from '#db'
import { type Actor, looksOn, seatsOf, thingsOf } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import type { Edition, Source } from './edition.ts'
import { shelfOf } from './edition-store.ts'
import type { Entry, EntryAnswer } from './entry.ts'
import type { InnovationNews } from './news.ts'
import { closingOf } from './readiness.ts'

const columns = [
  'entry.agencyId',
  'entry.id',
  'entry.code',
  'entry.projectId',
  'entry.edition',
  'entry.editionVersion',
  'entry.state',
  'entry.title',
  'entry.startedOn',
  'entry.startProof',
  'entry.closingOn',
  'entry.category',
  'entry.videoUrl',
  'entry.recordingId',
  'entry.goals',
  'entry.checked',
  'entry.draftSince',
  'entry.readyAt',
  'entry.sentOn',
  'entry.sentNumber',
  'entry.withdrawnAt',
  'entry.withdrawnReason',
  'entry.revision',
  'entry.changedAt',
] as const

/** An entry with what is looked up of its project. */
export type EntryRow = Entry & {
  seatId: string
  /** The last day of its programme, and who holds the seat on it; null where nobody does. */
  programmeUntilOn: Day
  lastAgentId: string | null
  unitId: string
  unitName: string
  projectCode: string
  projectTitle: string
  isPublicService: boolean
  /** How many remarks on it wait for an answer. */
  openRemarks: number
}

const rows = (db: Db) =>
  select(db, 'entry')
    .innerJoin('project', on('project.id', 'entry.projectId'))
    .innerJoin('unit', on('unit.id', 'project.unitId'))
    .innerJoin('programme', on('programme.id', 'project.programmeId'))
    .select(columns)
    .select((eb) => eb.ref('entry.extra').$castTo<Entry['extra']>().as('extra'))
    .select(['project.seatId', 'project.unitId', 'project.code as projectCode', 'project.title as projectTitle'])
    .select(['project.isPublicService', 'unit.name as unitName', 'programme.untilOn as programmeUntilOn'])
    .select((eb) => lastAgent(eb).select('appointment.personId').as('lastAgentId'))
    .select(({ selectFrom }) =>
      selectFrom('entryRemark')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('entryRemark.agencyId', '=', 'entry.agencyId')
        .whereRef('entryRemark.entryId', '=', 'entry.id')
        .where('entryRemark.settledAt', 'is', null)
        .$asScalar()
        .$notNull()
        .as('openRemarks'),
    )

/** The appointment to the project's seat that is in force on the last day of its programme. */
const lastAgent = ({ selectFrom }: ExpressionBuilder<Tables, 'project' | 'programme'>) =>
  selectFrom('appointment')
    .whereRef('appointment.agencyId', '=', 'project.agencyId')
    .whereRef('appointment.seatId', '=', 'project.seatId')
    .whereRef('appointment.fromOn', '<=', 'programme.untilOn')
    .whereRef('appointment.untilOn', '>=', 'programme.untilOn')
    .limit(1)

/** The entry of this code (its public address). */
export const findEntry = (db: Db, code: string): Promise<EntryRow | undefined> =>
  rows(db).where('entry.code', '=', code).executeTakeFirst()

/** The entry of this id. */
export const findEntryById = (db: Db, id: string): Promise<EntryRow | undefined> =>
  rows(db).where('entry.id', '=', id).executeTakeFirst()

/** The entry, held until the transaction ends; its answers are changed only while it is held. */
export const holdEntry = (tx: Tx, code: string): Promise<EntryRow | undefined> =>
  rows(tx).where('entry.code', '=', code).forUpdate('entry').executeTakeFirst()

/** The code of the entry that a project has in an edition. */
export const findCodeOf = (db: Db, projectId: string, edition: string) =>
  select(db, 'entry')
    .select('code')
    .where('projectId', '=', projectId)
    .where('edition', '=', edition)
    .executeTakeFirst()

/** A new entry; false when there is one already, by its id or of this project in this edition. */
export async function addEntry(
  tx: Tx,
  entry: Pick<
    Entry,
    | 'id'
    | 'code'
    | 'projectId'
    | 'edition'
    | 'editionVersion'
    | 'title'
    | 'startedOn'
    | 'category'
    | 'changedAt'
    | 'draftSince'
  >,
): Promise<boolean> {
  const row = await insert(tx, 'entry', entry)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves everything of an entry but its answers, under the next revision. */
export async function saveEntry(tx: Tx, entry: Entry): Promise<void> {
  const { id, state, title, startedOn, startProof, closingOn, category, videoUrl, recordingId, goals, checked } = entry
  const { editionVersion, draftSince, readyAt, sentOn, sentNumber, revision, changedAt } = entry
  const { withdrawnAt, withdrawnReason } = entry
  await update(tx, 'entry')
    .set({ state, title, startedOn, startProof, closingOn, category, videoUrl, recordingId, goals, checked })
    .set({ extra: sql<string>`${JSON.stringify(entry.extra)}::jsonb`, editionVersion, draftSince })
    .set({ readyAt, sentOn, sentNumber, changedAt, withdrawnAt, withdrawnReason, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Notes that something of the entry changed besides its own row; a form drawn before stays good. */
export const touchEntry = (tx: Tx, id: string, changedAt: Date) =>
  update(tx, 'entry').set({ changedAt }).where('id', '=', id).execute()

/** All answers of an entry. */
export async function listAnswers(db: Db, entryId: string): Promise<EntryAnswer[]> {
  const found = await select(db, 'entryAnswer')
    .select(['field', 'text', 'evidence', 'filledFrom', 'revision'])
    .where('entryId', '=', entryId)
    .orderBy('field')
    .execute()
  return found.map((answer) => ({ ...answer, filledFrom: answer.filledFrom as Source[] }))
}

/** Saves an answer under the next revision: 1 when it is the first of its field. */
export async function saveAnswer(tx: Tx, entryId: string, answer: EntryAnswer): Promise<void> {
  const { field, revision, ...said } = answer
  const saved = { ...said, revision: revision + 1 }
  await insert(tx, 'entryAnswer', { entryId, field, ...saved })
    .onConflict((conflict) => conflict.columns(['agencyId', 'entryId', 'field']).doUpdateSet(saved))
    .execute()
}

type Told = Pick<InnovationNews, 'year' | 'state'>[]

/**
 * A row of the list of entries, with the form that it answers, the day on which that closes, and the years of which it
 * was told what became of the innovation.
 */
export type EntryListRow = EntryRow & { filled: number; told: Told; form: Edition }

/** The entries that the actor may read, of one project or of all, the newest first. Two queries. */
export async function listEntries(db: Db, actor: Actor, projectId: string | null = null): Promise<EntryListRow[]> {
  const found = await rows(db)
    .select((eb) =>
      eb
        .selectFrom('entryAnswer')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .whereRef('entryAnswer.agencyId', '=', 'entry.agencyId')
        .whereRef('entryAnswer.entryId', '=', 'entry.id')
        .where('entryAnswer.text', '<>', '')
        .as('filled'),
    )
    .select((eb) =>
      eb
        .selectFrom('innovationNews')
        .select(sql<Told>`coalesce(jsonb_agg(jsonb_build_object('year', year, 'state', state)), '[]')`.as('told'))
        .whereRef('innovationNews.agencyId', '=', 'entry.agencyId')
        .whereRef('innovationNews.projectId', '=', 'entry.projectId')
        .as('told'),
    )
    .$if(projectId !== null, (query) => query.where('entry.projectId', '=', projectId ?? ''))
    .where(readableBy(actor))
    .orderBy('entry.createdAt', 'desc')
    .orderBy('entry.id')
    .execute()
  // Most days of most agencies: the first page of everybody asks this.
  if (found.length === 0) return []
  const shelf = await shelfOf(db)
  return found.map((row) => {
    const { edition: form } = shelf.of(row)
    return { ...row, filled: Number(row.filled), told: row.told ?? [], form, closingOn: closingOf(row, form) }
  })
}

/** `entryPolicy.read`, said in SQL; a test holds the two to one answer. */
const readableBy = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'project'>) =>
  looksOn(actor)
    ? eb.lit(true)
    : eb.or([
        eb('project.seatId', '=', eb.fn.any(eb.val(seatsOf(actor)))),
        eb('project.id', '=', eb.fn.any(eb.val(thingsOf(actor, 'member')))),
        eb('project.unitId', '=', eb.fn.any(eb.val(thingsOf(actor, 'head')))),
      ])

/** The states in which a project has something to show. */
const enterable = ['running', 'finished', 'closed'] as const

/** Projects that may be entered into an edition and are not yet, those of the newest programme first. */
export const listEnterable = (db: Db, edition: string) =>
  select(db, 'project')
    .innerJoin('programme', on('programme.id', 'project.programmeId'))
    .select(['project.id', 'project.title', 'project.isPublicService', 'programme.name as programmeName'])
    .where('project.state', 'in', enterable)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('entry')
            .select('entry.id')
            .whereRef('entry.agencyId', '=', 'project.agencyId')
            .whereRef('entry.projectId', '=', 'project.id')
            .where('entry.edition', '=', edition),
        ),
      ),
    )
    .orderBy('programme.fromOn', 'desc')
    .orderBy(sql`project.title collate id_num`)
    .execute()
