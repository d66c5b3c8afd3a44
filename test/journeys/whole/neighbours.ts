import { randomUUIDv7 } from 'node:crypto'
import { listSeats } from '#appointment'
import { type Db, insert } from '#db'
import { findProgramme } from '#programme'
import { testNow } from '#test/app.ts'
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
    const project = { id: randomUUIDv7(), code: `b7k3m9${number}`.padEnd(8, 'q'), programmeId: programme.id }
    await insert(db, 'project', { ...project, seatId, unitId, state: 'running', ...words }).execute()
    const state = { state: 'running', stage: 'running', turn: 'agent', planVersion: 1, planState: 'agreed' } as const
    const summary = { projectId: project.id, programmeId: programme.id, ...state, activities: 0, since: testNow }
    await insert(db, 'projectSummary', summary).execute()
  }
}
