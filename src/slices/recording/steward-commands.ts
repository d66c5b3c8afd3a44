import { type Db, type Tx, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { addDays, type Day } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict } from '#kit/refusal.ts'
import { endStandingsOn, findPerson, listStandingsOn, startStanding } from '#people'
import { holdProgramme } from '#programme'
import { holdProject } from '#project'
import { documentationPolicy, type Place, placeOfProgramme } from './policy.ts'

/** The project of a code, or a programme as a whole. */
export type Stewarded = { projectCode: string } | { programmeId: string }

/**
 * Names who documents and keeps, from a day on; whoever did so before ends on the day before. Only one person is
 * responsible at a time.
 */
export const nameSteward = (
  db: Db,
  actor: Actor,
  of: Stewarded,
  { personId, fromOn }: { personId: string; fromOn: Day },
  now: Date,
) =>
  transact(db, async (tx) => {
    const place = 'projectCode' in of ? await holdProject(tx, of.projectCode) : await programmeAs(tx, of.programmeId)
    authorize(documentationPolicy, actor, 'nameSteward', place)
    if (!(await findPerson(tx, personId))) throw conflict('Pilih pegawai yang ada.')
    const [current] = await listStandingsOn(tx, 'steward', place.id)
    // Ending a standing before it began takes it out of the record: who documented stays in it.
    if (current && fromOn < current.fromOn)
      throw conflict('Penanggung jawab baru tidak dapat mulai sebelum penanggung jawab yang sekarang mulai.')
    const thing =
      'projectCode' in of
        ? ({ kind: 'project', id: place.id } as const)
        : ({ kind: 'programme', id: place.id } as const)
    await endStandingsOn(tx, 'steward', place.id, addDays(fromOn, -1))
    await startStanding(tx, { personId, relation: 'steward', thing, fromOn })
    const details = { personId, fromOn, ...('projectCode' in of && { projectId: place.id }) }
    await record(tx, actor, { event: 'recording.steward-named', thing, details }, now)
  })

async function programmeAs(tx: Tx, id: string): Promise<Place | undefined> {
  const programme = await holdProgramme(tx, id)
  return programme && placeOfProgramme(programme)
}
