import { randomUUIDv7 } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Database, forAgency, type Tx, transact } from '#db'
import { findDerivative, hasRoom, keepDerived, listFilesOf, putAndName, saveDerivatives } from '#files'
import { type Round, Stopped, type Task } from '#jobs'
import { flawOf, isDiskFull, type Media, type MediaFacts, ToolFailure } from '#media'
import { inEachAgency } from '#people'
import { type Happened, recordPreservation } from '#preservation'
import { makePictures } from './picture-jobs.ts'
import { limitOf, mostAttempts, type ProcessingStep, stepAfter } from './processing.ts'
import { type Asked, askFor, queueOf, sendStep } from './processing-commands.ts'
import {
  endStep,
  hearStep,
  listOpenSteps,
  listUnbegun,
  markToolless,
  releaseStep,
  removeStrayDerivatives,
  saveFacts,
  takeStep,
} from './processing-store.ts'
import { software } from './software.ts'
import { type Bench, lookAt, type MediaTools, makeLadder, makeLight, makePoster, type Work } from './steps-jobs.ts'
import { findRecordingById, holdRecordingById, type RecordingRow, saveDuration } from './store.ts'

export type { MediaTools } from './steps-jobs.ts'

const taskOf = (step: ProcessingStep): Task<MediaTools> => ({
  queue: queueOf(step),
  onceByKey: true,
  // Ours is the shorter limit: by the length of the film.
  within: 86_000,
  take: (database, data, now, tools) => takeUp(database, step, data as Asked, now, tools),
})

/** Looks for what waits and nobody was told of: ffmpeg was installed, a worker died, a database was restored. */
const sweep: Round<MediaTools> = {
  queue: 'recording.sweep',
  cron: '*/5 * * * *',
  zone: 'Asia/Jakarta',
  run: (database, _, tools) => sendOpenSteps(database, tools),
}

export const recordingJobs = [taskOf('look'), taskOf('light'), taskOf('ladder'), sweep]

/** At the start of a worker: also what was kept before there were steps, and what is left of what went. */
export async function beginUnbegun(database: Database, tools: MediaTools): Promise<void> {
  await inEachAgency(database, async (db) => {
    await removeStrayDerivatives(db)
  })
  await sendOpenSteps(database, tools)
}

async function sendOpenSteps(database: Database, tools: MediaTools): Promise<void> {
  // Brought in by a bag or a restore. Begun without ffmpeg as well: its page then says what it waits for.
  await inEachAgency(database, async (db) => {
    for (const { id } of await listUnbegun(db)) {
      await transact(db, async (tx) => {
        await holdRecordingById(tx, id)
        await askFor(tx, id, 'look', 0)
      })
    }
  })
  if (!(await tools.findMedia())) return
  await inEachAgency(database, async (db) => {
    for (const { recordingId, step, duration } of await listOpenSteps(db))
      await sendStep(db, recordingId, step, duration ?? 0)
  })
}

async function takeUp(
  database: Database,
  step: ProcessingStep,
  asked: Asked,
  now: Date,
  tools: MediaTools,
): Promise<void> {
  const db = forAgency(database, asked.agencyId)
  const media = await tools.findMedia()
  if (!media) {
    await markToolless(db, asked.recordingId, step)
    return
  }
  const row = await findRecordingById(db, asked.recordingId)
  const master = (await listFilesOf(db, 'recording', [asked.recordingId])).findLast(({ part }) => part === 'master')
  if (!row || !master) return
  const run = randomUUIDv7()
  const taken = await takeStep(db, row.id, step, run)
  if (!taken) return
  const work: Work = { db, row, master, step, run, tools, now }
  if (taken.attempts > mostAttempts) return giveUp(work, exhausted)
  // What is made of it is no longer than the original; and from a distant storage that is copied here first.
  const copied = await tools.files.blobs.copySizeOf(db.agencyId, master.sha256)
  if (!hasRoom(await tools.files.space(), copied + (step === 'look' ? 0 : master.size))) return waitForRoom(work)
  if (!(await carryOut(work, media))) return
  // Begun anew while it was at it (another file, another picture): who asked was not heard, as the queue takes a second
  // job of one key only after the first.
  await takeUp(database, step, asked, now, tools)
}

const exhausted =
  'Mengolah dokumentasi ini berkali-kali terhenti di tengah jalan. Hubungi pengelola server, lalu coba olah lagi.'
const noRoom =
  'Disk server tidak cukup untuk mengolah dokumentasi ini. Hubungi pengelola server. Berkas aslinya tetap disimpan.'

async function giveUp({ db, row, step, run }: Work, reason: string): Promise<void> {
  await endStep(db, row.id, step, run, { state: 'failed', reason })
}

/** The round takes it up again; whose fault it is not, need not ask for it. */
async function waitForRoom({ db, row, step, run }: Work): Promise<void> {
  await releaseStep(db, row.id, step, run, { counts: false, reason: noRoom })
}

/**
 * Does the step in a folder of its own, telling how far it is; what it made is kept if the step is still its own. False
 * where it waits for room.
 */
async function carryOut(work: Work, media: Media): Promise<boolean> {
  const { db, row, step, run, tools } = work
  const folder = path.join(tools.files.workFolder, `${row.id}-${step}`)
  // What a worker that was killed left there.
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lost = new AbortController()
  const stopHearing = keepTelling(work, lost)
  const { before } = media
  const signal = AbortSignal.any([tools.stopping, lost.signal])
  const running = { before, folder, within: limitOf(row.duration ?? 0), signal }
  try {
    await make(work, { media, running, tell: stopHearing.tell })
    return true
  } catch (error) {
    if (lost.signal.aborted) return true
    if (isDiskFull(error)) {
      await waitForRoom(work)
      return false
    }
    // Killed by the machine, which was short of memory, say: that is not the film's fault, and is tried again.
    if (error instanceof ToolFailure && (error.failure === 'refused' || error.failure === 'late')) {
      await giveUp(work, flawOf(error.failure, error.said))
      return true
    }
    await releaseStep(db, row.id, step, run, { counts: !tools.stopping.aborted })
    throw tools.stopping.aborted ? new Stopped('The worker ends.', { cause: error }) : error
  } finally {
    stopHearing.end()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Once a second writes down how far it is, if that changed; every five seconds that we are still there. */
function keepTelling({ db, row, step, run }: Work, lost: AbortController) {
  let [percent, told, ticks] = [0, 0, 0]
  const clock = setInterval(async () => {
    ticks++
    if (percent === told && ticks % 5 !== 0) return
    told = percent
    const isOurs = await hearStep(db, row.id, step, run, told).catch(() => true)
    if (!isOurs) lost.abort()
  }, 1000)
  const tell = (done: number) => {
    percent = Math.min(99, Math.floor(done * 100))
  }
  return { tell, end: () => clearInterval(clock) }
}

async function make(work: Work, bench: Omit<Bench, 'film'>): Promise<void> {
  const { db, row, master, tools } = work
  if (row.kind === 'picture') return makePictures(work, bench)
  await tools.files.blobs.withLocalCopy(db.agencyId, master.sha256, (film) => makeOfFilm(work, { ...bench, film }))
}

async function makeOfFilm(work: Work, bench: Bench): Promise<void> {
  const { db, row, step, tools } = work
  const facts = await lookAt(bench)
  if (step === 'look') {
    await makePoster(bench, facts)
    return keep(work, bench, facts, '^poster')
  }
  if (step === 'light') {
    await makeLight(bench, facts)
    return keep(work, bench, facts, '^(film|storyboard)[.]')
  }
  const light = await findDerivative(db, row.id, 'film.mp4')
  if (light) {
    await tools.files.derived.withLocalCopy(db.agencyId, light.sha256, (file) => makeLadder(bench, facts, file))
  }
  return keep(work, bench, facts, '^(master|v[0-9]+/)')
}

/** Keeps what lies in the folder, ends the step and asks for the next: all or nothing, and only while it is ours. */
async function keep(work: Work, { running }: Bench, facts: MediaFacts, replaced: string): Promise<void> {
  const { db, row, master, step, run, tools, now } = work
  const { derived } = tools.files
  const put = () => keepDerived(tools.files, db.agencyId, running.folder)
  await putAndName(db, derived, put, async (tx, made) => {
    // First, as whoever replaces or destroys it does: two that hold the same in different order wait for each other.
    await holdRecordingById(tx, row.id)
    if (!(await endStep(tx, row.id, step, run, { state: 'done' }))) return
    await saveDerivatives(tx, row.id, made, replaced)
    if (step === 'look') await keepFacts(tx, row, master.sha256, facts)
    await recordPreservation(tx, 'system', happenedIn(work, facts, made.length), now)
    const next = stepAfter(row.kind, step)
    if (next) await askFor(tx, row.id, next, facts.seconds)
  })
}

/** What a step did, as an event in the life of the recording: the original is read, what was made lies beside it. */
function happenedIn({ row, master, step }: Work, facts: MediaFacts, count: number): Happened[] {
  const own = { recordingId: row.id, file: master, software }
  const made = { ...own, detail: step, figures: { program: 'ffmpeg', files: count } }
  if (step !== 'look') return [{ ...made, kind: 'transcoding' }]
  const seconds = Math.round(facts.seconds)
  return [
    { ...own, kind: 'metadata extraction', figures: { seconds, program: 'ffprobe' } },
    ...(count > 0 ? [{ ...made, kind: 'creation' as const, detail: 'poster' }] : []),
  ]
}

async function keepFacts(tx: Tx, { id }: RecordingRow, sha256: string, facts: MediaFacts): Promise<void> {
  await saveFacts(tx, id, sha256, facts)
  const duration = Math.round(facts.seconds)
  if (duration > 0) await saveDuration(tx, id, duration)
}
