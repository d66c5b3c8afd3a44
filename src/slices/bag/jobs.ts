import { randomUUIDv7 } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { inZip } from '#bagit'
import { type Database, type Db, forAgency, transact } from '#db'
import { type Blob, type Files, hasRoom, putAndName } from '#files'
import { type Answer, type Round, Stopped, type Task } from '#jobs'
import { record } from '#journal'
import { absent, isCode } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { inEachAgency } from '#people'
import { keptUntil, mostAttempts, percentOf } from './bag-request.ts'
import { exportBag } from './export-commands.ts'
import { SpoiltFile } from './object-commands.ts'
import { type AskedBag, aboutOf, bagQueue, detailsOf, noRoom, sendRequest } from './request-commands.ts'
import {
  countIn,
  endRequest,
  findRequest,
  hearRequest,
  listOpenRequests,
  listRunning,
  type RequestRow,
  releaseRequest,
  removeOld,
  removeWith,
  takeRequest,
} from './request-store.ts'

/** What bags are made with. */
export type BagTools = {
  files: Files
  /** The public origin. */
  url: string
  /** Says that this worker ends. */
  stopping: AbortSignal
}

/** A request that this worker has. */
type Work = { db: Db; request: RequestRow; run: string; tools: BagTools; now: Date }

const folderOf = ({ workFolder }: Files, id: string) => path.join(workFolder, `bag-${id}`)

const make: Task<BagTools> = {
  queue: bagQueue,
  onceByKey: true,
  // A bag of a terabyte at the pace of a slow disk; one that stands still is known by its silence.
  within: 86_000,
  take: async (database, data, now, tools) => {
    const { agencyId, requestId } = data as AskedBag
    const db = forAgency(database, agencyId)
    const run = randomUUIDv7()
    const taken = await takeRequest(db, requestId, run)
    const request = taken && (await findRequest(db, requestId))
    if (!taken || !request) return
    const work: Work = { db, request, run, tools, now }
    const { bytes } = await countIn(db, request)
    if (taken.attempts > mostAttempts) return giveUp(work, exhausted)
    if (!hasRoom(await tools.files.space(), bytes)) return giveUp(work, noRoom)
    await carryOut(database, work, bytes)
  },
}

/** Takes away old bags and what dead workers left, and looks for what waits and nobody was told of. */
const sweep: Round<BagTools> = {
  queue: 'bag.sweep',
  cron: '*/5 * * * *',
  zone: 'Asia/Jakarta',
  atStart: true,
  run: async (database, now, { files }) => {
    // Before what runs is asked for: a bag that is begun meanwhile keeps its folder.
    const folders = (await readdir(files.workFolder).catch(absent)) ?? []
    const running = new Set<string>()
    await inEachAgency(database, async (db) => {
      await removeOld(db, now)
      for (const { id } of await listOpenRequests(db)) await sendRequest(db, id)
      for (const id of await listRunning(db)) running.add(id)
    })
    for (const name of folders)
      if (name.startsWith('bag-') && !running.has(name.slice('bag-'.length)))
        await rm(path.join(files.workFolder, name), { recursive: true, force: true })
  },
}

/** Bytes that were destroyed by decision must not live on for a week in a bag. */
const forget: Answer<BagTools> = {
  queue: 'bag.forget',
  events: ['retention.destroyed'],
  answer: (db, { details, at }) => removeWith(db, String(details.projectId), at),
}

export const bagJobs = [make, sweep, forget]

const exhausted =
  'Membuat kantong ini berkali-kali terhenti di tengah jalan. Hubungi pengelola server, lalu minta lagi.'

const giveUp = ({ db, request, run, now }: Work, reason: string): Promise<void> =>
  transact(db, async (tx) => {
    if (!(await endRequest(tx, request.id, run, { state: 'failed', reason }, now))) return
    await record(tx, 'system', { event: 'bag.failed', thing: aboutOf(request), details: detailsOf(request) }, now)
  })

/** Writes the bag, telling how far it is; what was made is kept if the request is still its own. */
async function carryOut(database: Database, work: Work, bytes: number): Promise<void> {
  const { db, request, run, tools } = work
  const folder = folderOf(tools.files, request.id)
  // What a worker that was killed left there.
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lost = new AbortController()
  const telling = keepTelling(work, lost)
  const signal = AbortSignal.any([tools.stopping, lost.signal])
  let written = 0
  try {
    const zip = path.join(folder, 'kantong.zip')
    const { objects } = await exportBag(database, tools.files.blobs, {
      scope: scopeOf(request),
      agencyId: db.agencyId,
      to: await inZip(zip, 'kantong-arsip'),
      url: tools.url,
      now: work.now,
      wrote: (part) => {
        signal.throwIfAborted()
        written += part
        telling.tell(percentOf(written, bytes))
      },
    })
    signal.throwIfAborted()
    await keep(work, objects, zip)
  } catch (error) {
    if (lost.signal.aborted) return
    const reason = reasonOf(error)
    if (reason !== undefined) return await giveUp(work, reason)
    await releaseRequest(db, request.id, run, !tools.stopping.aborted)
    throw tools.stopping.aborted ? new Stopped('The worker ends.', { cause: error }) : error
  } finally {
    telling.end()
    await rm(folder, { recursive: true, force: true })
  }
}

/** In words, what no other attempt would change; undefined for what it may. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof SpoiltFile)
    return `Berkas ${error.path} hilang atau rusak. Lihat Keutuhan berkas; minta lagi setelah dipulihkan.`
  if (error instanceof Halt) return error.sentence
  return isCode(error, 'ENOSPC') || isCode(error, 'EDQUOT') ? noRoom : undefined
}

const scopeOf = ({ scope, projectCode, programmeSlug }: RequestRow) => {
  if (scope === 'project') return { project: projectCode ?? '' }
  return scope === 'programme' ? { programme: programmeSlug ?? '' } : ({ all: true } as const)
}

const keep = ({ db, request, run, now, tools: { files } }: Work, objects: number, zip: string) => {
  const put = async () => [await files.derived.putFile(db.agencyId, zip)] as [Blob]
  return putAndName(db, files.derived, put, async (tx, [{ sha256, size }]) => {
    const made = { state: 'done' as const, objects, sha256, size, keptUntil: keptUntil(now) }
    if (!(await endRequest(tx, request.id, run, made, now))) return
    const details = { ...detailsOf(request), objects, bytes: size }
    await record(tx, 'system', { event: 'bag.made', thing: aboutOf(request), details }, now)
  })
}

/** Once a second writes down how far it is, if that changed; every five seconds that we are still there. */
function keepTelling({ db, request, run }: Work, lost: AbortController) {
  let [percent, told, ticks] = [0, 0, 0]
  const clock = setInterval(async () => {
    ticks++
    if (percent === told && ticks % 5 !== 0) return
    told = percent
    const isOurs = await hearRequest(db, request.id, run, told).catch(() => true)
    if (!isOurs) lost.abort()
  }, 1000)
  const tell = (done: number) => {
    percent = done
  }
  return { tell, end: () => clearInterval(clock) }
}
