import { type Db, type Tx, transact } from '#db'
import { removeDerivatives } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { conflict } from '#kit/refusal.ts'
import { holdFor, itself } from './held.ts'
import { type ProcessingStep, priorityOf, stepsOf } from './processing.ts'
import { addStep, removeSteps, renewFailed } from './processing-store.ts'
import type { Recording } from './recording.ts'

/** What a worker is told: which recording, and nothing of what it is. */
export type Asked = { agencyId: string; recordingId: string }

export const queueOf = (step: ProcessingStep): string => `recording.${step}`

/** A step of a command: asks for the next step of a recording's processing, in the same transaction. */
export async function askFor(tx: Tx, recordingId: string, step: ProcessingStep, seconds: number): Promise<void> {
  await addStep(tx, recordingId, step)
  await sendStep(tx, recordingId, step, seconds)
}

/** Asks a worker to do a step that waits; asked twice it is done once. */
export function sendStep(db: Db, recordingId: string, step: ProcessingStep, seconds: number): Promise<void> {
  const asked: Asked = { agencyId: db.agencyId, recordingId }
  return db.send(db.query, queueOf(step), asked, { key: recordingId, priority: priorityOf(seconds) })
}

/**
 * A step of the command that keeps a recording, or puts another file in the place of its own: what can be made of it
 * will be. What was made of an earlier file is forgotten, and a worker that is at it keeps nothing of that.
 */
export async function beginProcessing(tx: Tx, { id, kind }: Pick<Recording, 'id' | 'kind'>): Promise<void> {
  await removeDerivatives(tx, id)
  await makeAnew(tx, { id, kind })
}

/** A step: of a recording whose pictures are others or in another order, what is missing is made; the rest stays. */
export async function makeAnew(tx: Tx, { id, kind }: Pick<Recording, 'id' | 'kind'>): Promise<void> {
  await removeSteps(tx, id)
  const [first] = stepsOf(kind)
  if (first) await askFor(tx, id, first, 0)
}

/** Whoever keeps the recording has it worked on again after that failed: the disk has room now, ffmpeg is newer. */
export const retryProcessing = (db: Db, actor: Actor, code: string, now: Date) =>
  transact(db, async (tx) => {
    const row = await holdFor(tx, actor, code, 'process')
    const renewed = await renewFailed(tx, row.id)
    if (renewed.length === 0) throw conflict('Pengolahan dokumentasi ini tidak sedang gagal.')
    for (const { step } of renewed) await sendStep(tx, row.id, step, row.duration ?? 0)
    const thing = itself(row)
    const details = { projectId: row.projectId }
    await record(tx, actor, { event: 'recording.processing-retried', thing, details }, now)
  })
