import { dateIn } from '../../../src/demo/calendar.ts'
import type { DemoProject } from '../../../src/demo/shape.ts'
import * as agent from './agent.ts'
import * as head from './head.ts'
import type { Page } from './office.ts'
import * as secretary from './secretary.ts'

/** Who walks beside the one project: its agent (by key) and browser, and the secretariat's. */
type Walk = { project: DemoProject; key: string; author: Page; desk: Page }

/** A project whose head sends it back once: it is mended, submitted again, approved, verified and accepted. */
export async function runReturnedProject(walk: Walk & { chief: Page }): Promise<void> {
  const { project, key, author, desk, chief } = walk
  const code = await draft(walk)
  await agent.submitPlan(author, code)
  const notes = 'Lengkapi dengan cara membagi penerbit yang baru terdaftar.'
  await head.returnPlan(chief, project, notes)
  await agent.submitReturned(author, key, notes)
  await head.approvePlan(chief, project)
  await secretary.verifyPlan(desk, project)
  await secretary.acceptWithoutSitting(desk, code)
}

/** A project of a unit without a head: the secretariat submits and approves in their places, and its agent is told. */
export async function runProjectInPlace(walk: Walk): Promise<void> {
  const { project, key, author, desk } = walk
  const code = await draft(walk)
  await agent.submitPlan(desk, code)
  await secretary.approveInPlace(desk, code)
  await agent.readOfActInPlace(author, key, project)
  await secretary.verifyPlan(desk, project)
  await secretary.acceptWithoutSitting(desk, code)
}

async function draft({ project, author }: Walk): Promise<string> {
  const code = await agent.beginProject(author, project, dateIn(secretary.programme, project.startedOn ?? 0))
  const [initiative] = project.matrix
  await agent.writeMatrix(author, code, initiative?.title ?? '', initiative?.activities ?? [])
  return code
}
