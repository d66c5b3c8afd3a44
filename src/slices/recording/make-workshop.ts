import { randomUUIDv7 } from 'node:crypto'
import { insert, select } from '#db'
import type { Media } from '#media'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { film } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { media } from '#test/media.ts'
import { makeScene } from '#test/scene.ts'
import { addRecording } from './commands.ts'
import { type MediaTools, recordingJobs } from './processing-jobs.ts'
import { listProcessing } from './processing-store.ts'
import { findRecording } from './store.ts'

/** A worker for tests that takes what was asked for when it is told to, and recordings for it. */
export async function makeWorkshop() {
  const sent: { queue: string; data: object }[] = []
  const database = await freshDatabase({ send: async (_, queue, data) => void sent.push({ queue, data }) })
  const folder = freshFolder()
  const files = makeFiles(folder)
  const app = makeApp(database, undefined, { files })

  const tools = (but: Partial<MediaTools> = {}): MediaTools => ({
    files,
    findMedia: async () => media,
    stopping: new AbortController().signal,
    ...but,
  })
  const jobOf = (queue: string) => {
    const job = recordingJobs.find((one) => one.queue === queue)
    if (!job || !('take' in job)) throw new Error(`no task ${queue}`)
    return job
  }
  /** One thing that was asked for, as a worker does it. */
  const takeNext = async (how = tools()) => {
    const next = sent.shift()
    if (!next) throw new Error('nothing was asked for')
    await jobOf(next.queue).take(database, next.data, testNow, how)
  }
  const takeAll = async (how = tools()) => {
    while (sent.length > 0) await takeNext(how)
  }

  async function addFilm(bytes = film, name = 'film.mp4') {
    sent.length = 0
    const scene = await makeScene(database)
    const { programmeId, seatId, unitId } = scene
    await insert(scene.db, 'project', { id: randomUUIDv7(), code: 'b7k3m9qt', programmeId, seatId, unitId }).execute()
    const uploadId = await upload(files, scene.db, scene.agent, { name, bytes }, testNow)
    const said = { title: 'Film', description: '', recordedOn: null }
    const code = await addRecording(
      scene.db,
      scene.agent,
      'b7k3m9qt',
      { id: randomUUIDv7(), uploadId, ...said },
      testNow,
    )
    const row = await findRecording(scene.db, code)
    if (!row) throw new Error('no recording')
    const states = async () =>
      (await listProcessing(scene.db, row.id)).map(({ step, state }) => `${step} ${state}`).toSorted()
    const derived = async () =>
      (
        await select(scene.db, 'derivative').select('name').where('recordingId', '=', row.id).orderBy('name').execute()
      ).map(({ name }) => name)
    const open = async (what: string, headers = {}, actor = scene.agent) =>
      app.request(what, { headers: { ...(await scene.headersOf(actor)), ...headers } })
    return { scene, code, id: row.id, states, derived, open }
  }

  /** What ffmpeg is, but that it runs behind these words. */
  const behind = (before: string[]): Media | undefined => media && { ...media, before }

  return { database, files, folder, app, sent, tools, behind, jobOf, takeNext, takeAll, addFilm }
}
