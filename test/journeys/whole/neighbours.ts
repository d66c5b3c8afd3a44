import { listSeats } from '#appointment'
import type { Db } from '#db'
import { findProgramme } from '#programme'
import { makeRunningProject } from '#test/project.ts'
import type { DemoProject } from '../../../src/demo/shape.ts'
import { today } from './office.ts'

/** Projects of other seats that are running already, so that there is something to rank the one beside. */
export async function makeNeighbours(db: Db, slug: string, projects: Record<number, DemoProject>): Promise<void> {
  const programme = await findProgramme(db, slug)
  if (!programme) throw new Error(`There is no programme ${slug}.`)
  const seats = await listSeats(db, programme.id, today)
  for (const { id: seatId, unitId, number } of seats) {
    const said = projects[number]
    if (!said) continue
    const { title, presentCondition, problem, wantedCondition, isPublicService } = said
    const words = { title, presentCondition, problem, wantedCondition, isPublicService }
    const code = `b7k3m9${number}`.padEnd(8, 'q')
    await makeRunningProject(db, { programmeId: programme.id, seatId, unitId }, { code, ...words })
  }
}
