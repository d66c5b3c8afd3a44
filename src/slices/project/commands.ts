import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { agentInSeat, findSeat } from '#appointment'
import { type Db, transact } from '#db'
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

/**
 * Begins the project of a seat, with the first draft of its plan. `id` was minted by the page that offered it: a
 * second post begins nothing. Returns the project's code.
 */
export const beginProject = (
  db: Db,
  actor: Actor,
  { id, seatId }: { id: string; seatId: string },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const seat = await findSeat(tx, seatId)
    if (!seat) throw notFound()
    if (!mayBegin(actor, seat)) throw forbidden()
    const there = await findProjectOfSeat(tx, seatId)
    if (there) return there.code
    const agent = await agentInSeat(tx, seatId, today)
    if (!agent) throw conflict('Kedudukan ini belum diisi, jadi proyeknya belum dapat dimulai.')
    const code = codeOf(randomBytes(8))
    const { programmeId, unitId } = seat
    await addProject(tx, { id, code, programmeId, seatId, unitId })
    await addPlan(tx, { id: randomUUIDv7(), projectId: id, version: 1, reason: null, createdAt: now })
    const project = await findProjectOfSeat(tx, seatId)
    const [plan] = await listPlans(tx, id)
    if (!project || !plan) throw new Error(`Project ${id} was added and is not there.`)
    const onBehalfOf = agent.personId === actor.personId ? null : agent.personId
    await settle(tx, actor, { project, plan }, { event: 'project.begun', onBehalfOf }, now)
    return code
  })

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
