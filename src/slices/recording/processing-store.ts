import { sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tx, update } from '#db'
import type { MediaFacts } from '#media'
import type { Processing, ProcessingStep } from './processing.ts'
import type { RecordingKind } from './recording.ts'

/** A worker that was not heard of for so long has lost its step. pg-boss gives up a silent worker only later. */
const silence = sql`interval '20 seconds'`

export const listProcessing = (db: Db, recordingId: string): Promise<Processing[]> =>
  select(db, 'processing')
    .select(['step', 'state', 'percent', 'reason'])
    .where('recordingId', '=', recordingId)
    .execute()

/** A step that waits from now on; one that is there already stays as it is. */
export async function addStep(tx: Tx, recordingId: string, step: ProcessingStep): Promise<void> {
  await insert(tx, 'processing', { recordingId, step })
    .onConflict((conflict) => conflict.columns(['agencyId', 'recordingId', 'step']).doNothing())
    .execute()
}

/** Forgets all steps of a recording, to begin anew. */
export async function removeSteps(tx: Tx, recordingId: string): Promise<void> {
  await remove(tx, 'processing').where('recordingId', '=', recordingId).execute()
}

const ofStep = (db: Db, recordingId: string, step: ProcessingStep) =>
  update(db, 'processing').where('recordingId', '=', recordingId).where('step', '=', step)

const nobody = { run: null, heardAt: null } as const

/** Takes the step for the worker's `run`; undefined when it is done, has failed, or somebody else has it. */
export const takeStep = (db: Db, recordingId: string, step: ProcessingStep, run: string) =>
  ofStep(db, recordingId, step)
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['waiting', 'toolless']),
        eb.and([eb('state', '=', 'running'), sql<boolean>`heard_at < now() - ${silence}`]),
      ]),
    )
    .set({ state: 'running', reason: null, run, heardAt: sql`now()`, percent: 0, attempts: sql`attempts + 1` })
    .returning('attempts')
    .executeTakeFirst()

/** Says that the worker is still at it, and how far; false when the step is no longer its own. */
export async function hearStep(
  db: Db,
  recordingId: string,
  step: ProcessingStep,
  run: string,
  percent: number,
): Promise<boolean> {
  const { numUpdatedRows } = await ofStep(db, recordingId, step)
    .where('run', '=', run)
    .set({ percent, heardAt: sql`now()` })
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Ends the worker's step; false when it was no longer its own, and then nothing may be kept of what it made. */
export async function endStep(
  tx: Db,
  recordingId: string,
  step: ProcessingStep,
  run: string,
  end: { state: 'done' } | { state: 'failed'; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await ofStep(tx, recordingId, step)
    .where('run', '=', run)
    .set({ reason: null, percent: end.state === 'done' ? 100 : 0, ...end, ...nobody })
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

type Release = {
  /** Whether it was an attempt: not of a worker that was told to end, or that found no room. */
  counts: boolean
  /** In words, what it waits for. */
  reason?: string
}

/** Gives the worker's step back, to be begun again. */
export const releaseStep = (
  db: Db,
  recordingId: string,
  step: ProcessingStep,
  run: string,
  { counts, reason }: Release,
) =>
  ofStep(db, recordingId, step)
    .where('run', '=', run)
    .set({ state: 'waiting', reason: reason ?? null, ...nobody, ...(!counts && { attempts: sql`attempts - 1` }) })
    .execute()

/** What waits says that there is nothing to do it with. */
export const markToolless = (db: Db, recordingId: string, step: ProcessingStep) =>
  ofStep(db, recordingId, step).where('state', '=', 'waiting').set({ state: 'toolless', reason: null }).execute()

/** Which of these recordings failed to be worked on: one query for a whole list. */
export async function listFailed(db: Db, recordingIds: string[]): Promise<Set<string>> {
  if (recordingIds.length === 0) return new Set()
  const rows = await select(db, 'processing')
    .select('recordingId')
    .where('recordingId', 'in', recordingIds)
    .where('state', '=', 'failed')
    .execute()
  return new Set(rows.map(({ recordingId }) => recordingId))
}

/** What failed waits again; returns which steps. */
export const renewFailed = (tx: Tx, recordingId: string) =>
  update(tx, 'processing')
    .where('recordingId', '=', recordingId)
    .where('state', '=', 'failed')
    .set({ state: 'waiting', reason: null, attempts: 0 })
    .returning('step')
    .execute()

/** Steps that wait, or whose worker fell silent, of recordings that are not destroyed. */
export const listOpenSteps = (
  db: Db,
): Promise<{ recordingId: string; step: ProcessingStep; duration: number | null }[]> =>
  select(db, 'processing')
    .innerJoin('recording', on('recording.id', 'processing.recordingId'))
    .select(['processing.recordingId', 'processing.step', 'recording.duration'])
    .where('recording.destroyedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('processing.state', 'in', ['waiting', 'toolless']),
        eb.and([eb('processing.state', '=', 'running'), sql<boolean>`processing.heard_at < now() - ${silence}`]),
      ]),
    )
    .execute()

/** Films, sound and pictures of which nothing was begun: kept before there were steps, or brought back by a restore. */
export const listUnbegun = (db: Db): Promise<{ id: string }[]> =>
  select(db, 'recording')
    .select('recording.id')
    .where('recording.kind', 'in', ['film', 'sound', 'picture'] satisfies RecordingKind[])
    .where('recording.destroyedAt', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('processing')
            .select('processing.step')
            .whereRef('processing.agencyId', '=', 'recording.agencyId')
            .whereRef('processing.recordingId', '=', 'recording.id'),
        ),
      ),
    )
    .execute()

/** Forgets what was made of recordings whose own file is there no more; returns how many rows. */
export async function removeStrayDerivatives(db: Db): Promise<number> {
  const { numDeletedRows } = await remove(db, 'derivative')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('file')
            .select('file.id')
            .whereRef('file.agencyId', '=', 'derivative.agencyId')
            .where('file.thingKind', '=', 'recording')
            .whereRef('file.thingId', '=', 'derivative.recordingId')
            .where('file.part', '=', 'master'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** What was found of the recording's own file, in place of what was known before. */
export async function saveFacts(tx: Tx, recordingId: string, sha256: string, facts: MediaFacts): Promise<void> {
  const { container, seconds, picture, sound } = facts
  const row = {
    ...{ sha256, container, seconds, width: picture?.width ?? null, height: picture?.height ?? null },
    ...{ frameRate: picture?.frameRate ?? null, videoCodec: picture?.codec ?? null, audioCodec: sound?.codec ?? null },
  }
  await insert(tx, 'mediaFacts', { recordingId, ...row })
    .onConflict((conflict) => conflict.columns(['agencyId', 'recordingId']).doUpdateSet(row))
    .execute()
}

/** Sifat teknis: what is known of a film or recording of sound; undefined until it was looked into. */
export const findFacts = (db: Db, recordingId: string) =>
  select(db, 'mediaFacts')
    .select(['container', 'seconds', 'width', 'height', 'frameRate', 'videoCodec', 'audioCodec'])
    .where('recordingId', '=', recordingId)
    .executeTakeFirst()

export type KeptFacts = NonNullable<Awaited<ReturnType<typeof findFacts>>>
