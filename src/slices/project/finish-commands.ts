import { type Db, transact } from '#db'
import { listFilesOf } from '#files'
import { countPending } from '#follow-up'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { changeFiles, type FileChange } from './attach-commands.ts'
import { type FinalValues, finishGaps, finishWaits, valuesFor } from './finish.ts'
import { addFinish, findFinish, saveAnswer } from './finish-store.ts'
import { insteadOfAgent, insteadOfHead } from './gate-commands.ts'
import { type Held, hold, programmeOf, settle } from './held.ts'
import { findMatrix } from './plan-store.ts'
import { confirm, finish, sendBack } from './project.ts'
import { saveState } from './store.ts'

/** What an agent says when declaring a project finished; `id` was minted by the page that drew the form. */
export type FinishSaid = {
  id: string
  beforeWords: string
  afterWords: string
  values: FinalValues
  before: FileChange
  after: FileChange
}

/** The agent declares the project finished. The same form twice declares it once. */
export const finishProject = (db: Db, actor: Actor, code: string, said: FinishSaid, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'finish')
    const { project: running, plan } = held
    if ((await findFinish(tx, running.id))?.id === said.id) return
    const project = finish(running)
    if (plan.state !== 'agreed')
      throw conflict('Versi baru rencana masih terbuka. Selesaikan versi itu sebelum menyatakan proyek selesai.')
    const waiting = finishWaits((await programmeOf(tx, project)).finishNeedsClosed, await countPending(tx, project.id))
    if (waiting) throw conflict(waiting)
    await changeFiles(tx, actor, project.id, 'before', said.before, now)
    await changeFiles(tx, actor, project.id, 'after', said.after, now)
    const matrix = await findMatrix(tx, plan.id)
    const files = await listFilesOf(tx, 'project', [project.id])
    const count = (part: string) => files.filter((file) => file.part === part).length
    const { id, beforeWords, afterWords } = said
    const pictures = { before: count('before'), after: count('after') }
    const [gap] = finishGaps(matrix, { ...said, pictures })
    if (gap) throw conflict(`Proyek belum dapat dinyatakan selesai. ${gap}`)
    const declared = { id, projectId: project.id, planId: plan.id, beforeWords, afterWords, finishedAt: now }
    await addFinish(tx, declared, valuesFor(matrix, said.values))
    await saveState(tx, project)
    const onBehalfOf = await insteadOfAgent(tx, actor, project, today)
    await settle(tx, actor, { ...held, project }, { event: 'project.finished', onBehalfOf }, now)
  })

/** The head does not confirm it: the project goes on, with a note of what is missing. */
export const sendProjectBack = (db: Db, actor: Actor, code: string, note: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'sendBack')
    const project = sendBack(held.project)
    await saveAnswer(tx, await declaredOf(tx, held), { sentBackAt: now, note })
    await saveState(tx, project)
    const onBehalfOf = await insteadOfHead(tx, actor, project, today)
    await settle(tx, actor, { ...held, project }, { event: 'project.sent-back', onBehalfOf }, now)
  })

/**
 * The head confirms that it is finished, and it is closed. `drawnFrom` is the revision of the project that was looked
 * at: it may have been sent back and declared with other values meanwhile. Left out where nothing was shown.
 */
export const confirmProject = (db: Db, actor: Actor, code: string, { now, today }: Moment, drawnFrom?: number) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'confirm')
    const project = confirm(held.project)
    compareRevision(held.project.revision, drawnFrom ?? held.project.revision)
    await saveAnswer(tx, await declaredOf(tx, held), { confirmedAt: now })
    await saveState(tx, project)
    const onBehalfOf = await insteadOfHead(tx, actor, project, today)
    await settle(tx, actor, { ...held, project }, { event: 'project.confirmed', onBehalfOf }, now)
  })

/** The declaration that waits for its answer; a finished project has one. */
async function declaredOf(tx: Db, { project }: Held): Promise<string> {
  const declared = await findFinish(tx, project.id)
  if (!declared) throw new Error(`Project ${project.id} is finished and was never declared so.`)
  return declared.id
}
