import { sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tx } from '#db'
import type { Day } from '#kit/date.ts'
import { nameInFull } from '#people'
import type { Absence } from './clash.ts'
import { timeOf } from './sitting.ts'

/** Holds the agency's schedule until the transaction ends: who is where is decided by one at a time. */
export const holdSchedule = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`schedule ${tx.agencyId}`}, 0))`.execute(tx.query)

/** Who sits as judge in each of these sittings, by name. One query. */
export async function listJudges(db: Db, sittingIds: readonly string[]) {
  if (sittingIds.length === 0) return []
  const rows = await select(db, 'sittingJudge')
    .innerJoin('person', on('person.id', 'sittingJudge.personId'))
    .select(['sittingId', 'personId', 'titlesBefore', 'name', 'titlesAfter'])
    .where('sittingId', 'in', [...sittingIds])
    .orderBy(sql`person.name collate id_num`)
    .execute()
  return rows.map(({ sittingId, personId, ...person }) => ({ sittingId, personId, name: nameInFull(person) }))
}

/** Replaces who sits as judge in a sitting. */
export async function saveJudges(tx: Tx, sittingId: string, personIds: readonly string[]): Promise<void> {
  await remove(tx, 'sittingJudge').where('sittingId', '=', sittingId).execute()
  const rows = [...new Set(personIds)].map((personId) => ({ sittingId, personId }))
  if (rows.length > 0) await insert(tx, 'sittingJudge', rows).execute()
}

/** The ids of whoever gives marks anywhere on that day. */
export async function listJudgeIds(db: Db, today: Day): Promise<Set<string>> {
  const rows = await select(db, 'standing')
    .select('personId')
    .distinct()
    .where('relation', '=', 'judge')
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .execute()
  return new Set(rows.map(({ personId }) => personId))
}

/** The slots of these days with whoever presents, in every sitting. One query. */
export async function listSlotsOn(db: Db, days: readonly Day[]) {
  if (days.length === 0) return []
  const rows = await select(db, 'presentation')
    .innerJoin('sitting', on('sitting.id', 'presentation.sittingId'))
    .innerJoin('project', on('project.id', 'presentation.projectId'))
    .leftJoin('appointment', (join) =>
      on(
        'appointment.seatId',
        'project.seatId',
      )(join)
        .onRef('appointment.fromOn', '<=', 'sitting.heldOn')
        .onRef('appointment.untilOn', '>=', 'sitting.heldOn'),
    )
    .leftJoin('person', on('person.id', 'appointment.personId'))
    .select(['presentation.id', 'presentation.projectId', 'presentation.decision', 'presentation.isFixed'])
    .select(['presentation.startedAt', 'presentation.endedAt', 'presentation.beginsAt', 'presentation.minutes'])
    .select(['sitting.id as sittingId', 'sitting.title as sittingTitle', 'sitting.heldOn'])
    .select(['project.code', 'project.title', 'project.unitId'])
    .select(['person.id as agentId', 'person.titlesBefore', 'person.name', 'person.titlesAfter'])
    .where('sitting.heldOn', 'in', [...days])
    .orderBy('presentation.beginsAt')
    .orderBy('presentation.id')
    .execute()
  return rows.map(({ agentId, titlesBefore, name, titlesAfter, ...slot }) => ({
    ...slot,
    ...{ from: timeOf(slot).from, until: timeOf(slot).until },
    agent: agentId && name ? { personId: agentId, name: named({ titlesBefore, name, titlesAfter }) } : null,
  }))
}

const named = (person: { titlesBefore: string | null; name: string; titlesAfter: string | null }) =>
  nameInFull({ ...person, titlesBefore: person.titlesBefore ?? '', titlesAfter: person.titlesAfter ?? '' })

/** The members of the teams of these projects. One query. */
export async function listMembers(db: Db, projectIds: readonly string[]) {
  if (projectIds.length === 0) return []
  const rows = await select(db, 'projectMember')
    .innerJoin('person', on('person.id', 'projectMember.personId'))
    .select(['projectId', 'personId', 'titlesBefore', 'name', 'titlesAfter'])
    .where('projectId', 'in', [...projectIds])
    .execute()
  return rows.map(({ projectId, personId, ...person }) => ({ projectId, personId, name: nameInFull(person) }))
}

const absences = (db: Db) =>
  select(db, 'absence')
    .innerJoin('person', on('person.id', 'absence.personId'))
    .select(['absence.id', 'personId', 'onDay', 'beginsAt', 'endsAt'])
    .select(['titlesBefore', 'name', 'titlesAfter'])
    .orderBy('onDay')
    .orderBy('beginsAt')
    .orderBy('absence.id')

type AbsenceRow = Omit<Absence, 'name'> & Parameters<typeof nameInFull>[0]
const asAbsence = ({ titlesBefore, name, titlesAfter, ...row }: AbsenceRow): Absence => ({
  ...row,
  name: nameInFull({ titlesBefore, name, titlesAfter }),
})

/** Who is away on these days. */
export async function listAbsencesOn(db: Db, days: readonly Day[]): Promise<Absence[]> {
  if (days.length === 0) return []
  const rows = await absences(db)
    .where('onDay', 'in', [...days])
    .execute()
  return rows.map(asAbsence)
}

/** The absences from a day on, of one person or of all. */
export async function listAbsences(db: Db, from: Day, personId: string | null): Promise<Absence[]> {
  const rows = await absences(db)
    .where('onDay', '>=', from)
    .$if(personId !== null, (query) => query.where('personId', '=', personId ?? ''))
    .execute()
  return rows.map(asAbsence)
}

/** Adds an absence; false when one of this id is there already. */
export async function saveNewAbsence(tx: Tx, absence: Omit<Absence, 'name'>): Promise<boolean> {
  const row = await insert(tx, 'absence', absence)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The absence of this id, held until the transaction ends. */
export const holdAbsence = (tx: Tx, id: string) =>
  select(tx, 'absence').select(['agencyId', 'id', 'personId']).where('id', '=', id).forUpdate().executeTakeFirst()

export const removeAbsence = (tx: Tx, id: string) => remove(tx, 'absence').where('id', '=', id).execute()
