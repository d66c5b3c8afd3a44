import type { Tx } from '#db'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { type RecordingAct, recordingPolicy } from './policy.ts'
import { holdRecording, placeOf, type RecordingRow } from './store.ts'

/** The recording of this code, held until the transaction ends, for whoever may do this to it; 404 or 403 otherwise. */
export async function holdFor(tx: Tx, actor: Actor, code: string, act: RecordingAct): Promise<RecordingRow> {
  const row = await holdRecording(tx, code)
  authorize(recordingPolicy, actor, act, row && { ...row, place: placeOf(row) })
  if (!row) throw notFound()
  return row
}

/** A recording as the thing to which files belong and of which entries tell. */
export const itself = ({ id }: { id: string }) => ({ kind: 'recording' as const, id })
