import { type Db, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict } from '#kit/refusal.ts'
import type { Absence } from './clash.ts'
import { absencePolicy } from './policy.ts'
import { holdAbsence, removeAbsence, saveNewAbsence } from './schedule-store.ts'
import { unknownPerson } from './sitting.ts'
import { arePersons } from './sitting-store.ts'

/** Writes down when somebody can be at no presentation: that person, or the secretariat. Slots stay where they are. */
export const noteAbsence = (db: Db, actor: Actor, absence: Omit<Absence, 'name'>, { now }: Moment) =>
  transact(db, async (tx) => {
    const { personId } = absence
    authorize(absencePolicy, actor, 'note', { agencyId: tx.agencyId, personId })
    if (!(await arePersons(tx, [personId]))) throw conflict(unknownPerson)
    if (!(await saveNewAbsence(tx, absence))) return
    const thing = { kind: 'person' as const, id: personId }
    await record(tx, actor, { event: 'absence.noted', thing, details: { onDay: absence.onDay } }, now)
  })

/** Takes an absence back. */
export const dropAbsence = (db: Db, actor: Actor, id: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const absence = await holdAbsence(tx, id)
    authorize(absencePolicy, actor, 'note', absence)
    await removeAbsence(tx, id)
    await record(tx, actor, { event: 'absence.dropped', thing: { kind: 'person', id: absence.personId } }, now)
  })
