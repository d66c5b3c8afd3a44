import { type Db, insert, remove, select, type Tx } from '#db'
import type { Caption, Cue } from './caption.ts'

/** Which captions these recordings have, in one query for all. */
export async function listCaptions(db: Db, recordingIds: string[]): Promise<Caption[]> {
  if (recordingIds.length === 0) return []
  return select(db, 'caption')
    .select(['recordingId', 'track', 'revision'])
    .where('recordingId', 'in', recordingIds)
    .orderBy('track')
    .execute()
}

export const findCaption = (db: Db, recordingId: string, track: string): Promise<Caption | undefined> =>
  select(db, 'caption')
    .select(['recordingId', 'track', 'revision'])
    .where('recordingId', '=', recordingId)
    .where('track', '=', track)
    .executeTakeFirst()

/** All cues of a track, in their order. */
export async function listCues(db: Db, recordingId: string, track: string): Promise<Cue[]> {
  const rows = await select(db, 'recordingCue')
    .select(['startSeconds', 'endSeconds', 'text'])
    .where('recordingId', '=', recordingId)
    .where('track', '=', track)
    .orderBy('number')
    .execute()
  const inMilliseconds = (seconds: string) => Math.round(Number(seconds) * 1000)
  return rows.map(({ startSeconds, endSeconds, text }) => ({
    start: inMilliseconds(startSeconds),
    end: inMilliseconds(endSeconds),
    text,
  }))
}

type Author = { accountId: string; personId: string | null }

/** Rows that one statement writes. */
const atOnce = 500

/** The cues of a track are these from now on, under the next revision. */
export async function saveCaption(
  tx: Tx,
  { recordingId, track, revision }: Caption,
  cues: readonly Cue[],
  { accountId, personId }: Author,
  now: Date,
): Promise<void> {
  const row = { accountId, personId, changedAt: now, revision: revision + 1 }
  await insert(tx, 'caption', { recordingId, track, ...row })
    .onConflict((conflict) => conflict.columns(['agencyId', 'recordingId', 'track']).doUpdateSet(row))
    .execute()
  await remove(tx, 'recordingCue').where('recordingId', '=', recordingId).where('track', '=', track).execute()
  const rows = cues.map(({ start, end, text }, at) => ({
    ...{ recordingId, track, number: at + 1, startSeconds: start / 1000, endSeconds: end / 1000, text },
  }))
  for (let from = 0; from < rows.length; from += atOnce)
    await insert(tx, 'recordingCue', rows.slice(from, from + atOnce)).execute()
}

/** Takes a track away, with its cues. */
export async function removeCaption(tx: Tx, recordingId: string, track: string): Promise<void> {
  await remove(tx, 'caption').where('recordingId', '=', recordingId).where('track', '=', track).execute()
}

/** What is said in it goes with the recording that is destroyed, every track of it. */
export const removeCaptions = (tx: Tx, recordingId: string) =>
  remove(tx, 'caption').where('recordingId', '=', recordingId).execute()
