import { type Db, type Tx, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { addDays, type Day } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict } from '#kit/refusal.ts'
import { endStandingsOn, findPerson, listStandingsOn, startStanding } from '#people'
import { holdProgramme } from '#programme'
import { holdProject } from '#project'
import { saveDue } from './due-store.ts'
import { documentationPolicy, type Place, placeOfProgramme } from './policy.ts'

/** The project of a code, or a programme as a whole. */
export type Stewarded = { projectCode: string } | { programmeId: string }

/** Who documents and keeps, or stands in for whoever does; from a day on. */
type Named = { personId: string; fromOn: Day; relation?: 'steward' | 'deputy' }

/**
 * Names who documents and keeps, or a deputy, from a day on; whoever did so before ends on the day before. Only one
 * person is responsible at a time, and nobody stands in for themselves.
 */
export const nameSteward = (
  db: Db,
  actor: Actor,
  of: Stewarded,
  { personId, fromOn, relation = 'steward' }: Named,
  now: Date,
) =>
  transact(db, async (tx) => {
    const place = 'projectCode' in of ? await holdProject(tx, of.projectCode) : await programmeAs(tx, of.programmeId)
    authorize(documentationPolicy, actor, 'nameSteward', place)
    if (!(await findPerson(tx, personId))) throw conflict('Pilih pegawai yang ada.')
    const other = relation === 'steward' ? 'deputy' : 'steward'
    const others = await listStandingsOn(tx, other, place.id)
    if (others.some((one) => one.personId === personId && (one.untilOn === null || one.untilOn >= fromOn)))
      throw conflict('Penanggung jawab dan wakilnya harus dua orang.')
    const [current] = await listStandingsOn(tx, relation, place.id)
    // Ending a standing before it began takes it out of the record: who documented stays in it.
    if (current && fromOn < current.fromOn)
      throw conflict(`${titles[relation]} baru tidak dapat mulai sebelum yang sekarang mulai.`)
    const thing =
      'projectCode' in of
        ? ({ kind: 'project', id: place.id } as const)
        : ({ kind: 'programme', id: place.id } as const)
    await endStandingsOn(tx, relation, place.id, addDays(fromOn, -1))
    await startStanding(tx, { personId, relation, thing, fromOn })
    const details = { personId, fromOn, ...('projectCode' in of && { projectId: place.id }) }
    await record(tx, actor, { event: events[relation], thing, details }, now)
  })

const titles = { steward: 'Penanggung jawab', deputy: 'Wakil penanggung jawab' } as const
const events = { steward: 'recording.steward-named', deputy: 'recording.deputy-named' } as const

async function programmeAs(tx: Tx, id: string): Promise<Place | undefined> {
  const programme = await holdProgramme(tx, id)
  return programme && placeOfProgramme(programme)
}

/** By when the projects of a programme have a film and somebody who keeps it; null: when its own stage says. */
export const setDocumentationDue = (db: Db, actor: Actor, programmeId: string, dueOn: Day | null, now: Date) =>
  transact(db, async (tx) => {
    authorize(documentationPolicy, actor, 'nameSteward', await programmeAs(tx, programmeId))
    await saveDue(tx, programmeId, dueOn)
    const thing = { kind: 'programme' as const, id: programmeId }
    await record(tx, actor, { event: 'recording.due-set', thing, details: { dueOn } }, now)
  })
