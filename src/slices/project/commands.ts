import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { agentInSeat, findSeat } from '#appointment'
import { type Db, type Tx, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { compareRevision, conflict, forbidden, notFound } from '#kit/refusal.ts'
import { codeOf } from '#kit/text.ts'
import { isOpen } from './action-plan.ts'
import { changeFiles, type FileChange } from './attach-commands.ts'
import { insteadOfAgent } from './gate-commands.ts'
import { hold, programmeOf, settle, settleEdit } from './held.ts'
import { addPlan, listPlans } from './plan-store.ts'
import { mayBegin } from './policy.ts'
import { type Description, describe } from './project.ts'
import { addProject, findProjectOfSeat, saveProject } from './store.ts'

/** What a page offers to begin: the project's id, minted there, and the seat. */
export type Beginning = { id: string; seatId: string }

/** Begins the project of a seat, with the first draft of its plan. A second post begins nothing. Returns its code. */
export const beginProject = (db: Db, actor: Actor, beginning: Beginning, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { project, plan, onBehalfOf, isNew } = await beginStep(tx, actor, beginning, { now, today })
    if (isNew) await settle(tx, actor, { project, plan }, { event: 'project.begun', onBehalfOf }, now)
    return project.code
  })

/** Step: the project of a seat with its plan, begun now where there was none; whoever calls settles a new one. */
export async function beginStep(tx: Tx, actor: Actor, { id, seatId }: Beginning, { now, today }: Moment) {
  const seat = await findSeat(tx, seatId)
  if (!seat) throw notFound()
  if (!mayBegin(actor, seat)) throw forbidden()
  const isNew = (await findProjectOfSeat(tx, seatId)) === undefined
  const agent = await agentInSeat(tx, seatId, today)
  if (isNew) {
    if (!agent) throw conflict('Kedudukan ini belum diisi, jadi proyeknya belum dapat dimulai.')
    const { programmeId, unitId } = seat
    await addProject(tx, { id, code: codeOf(randomBytes(8)), programmeId, seatId, unitId })
    await addPlan(tx, { id: randomUUIDv7(), projectId: id, version: 1, reason: null, createdAt: now })
  }
  const project = await findProjectOfSeat(tx, seatId)
  const [plan] = project ? await listPlans(tx, project.id) : []
  if (!project || !plan) throw new Error(`Project ${id} was added and is not there.`)
  const onBehalfOf = !agent || agent.personId === actor.personId ? null : agent.personId
  return { project, plan, onBehalfOf, isNew }
}

/** Saves what the agent says of the project, and its proof of the start, while its plan is open. */
export const describeProject = (
  db: Db,
  actor: Actor,
  code: string,
  { revision, proof, ...description }: Description & { revision: number; proof?: FileChange },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'edit')
    if (!isOpen(held.plan))
      throw conflict('Rencana sedang diperiksa atau sudah ditetapkan, jadi isinya tidak dapat diubah.')
    compareRevision(held.project.revision, revision)
    const programme = await programmeOf(tx, held.project)
    const project = describe(held.project, description)
    await saveProject(tx, project, programme.setCode)
    if (proof) await changeFiles(tx, actor, project.id, 'start', proof, now)
    const onBehalfOf = await insteadOfAgent(tx, actor, project, today)
    await settleEdit(tx, actor, { ...held, project }, 'project.described', onBehalfOf, now)
  })
