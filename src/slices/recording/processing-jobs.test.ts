import { randomUUIDv7 } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { insert, remove, select, transact } from '#db'
import { type Blobs, bytesOf, openS3Bucket } from '#files'
import { Stopped } from '#jobs'
import { listEntriesOf } from '#journal'
import { findMedia, type Media } from '#media'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { startS3 } from '#test/s3.ts'
import { makeScene } from '#test/scene.ts'
import { watchWaiting } from '#test/waiting.ts'
import { addRecording } from './commands.ts'
import { addPictures, takeOutPicture } from './picture-commands.ts'
import { madeNames } from './picture-set.ts'
import { listPictures } from './picture-store.ts'
import { beginProcessing } from './processing-commands.ts'
import { beginUnbegun, type MediaTools, recordingJobs } from './processing-jobs.ts'
import { findFacts, listProcessing, renewFailed } from './processing-store.ts'
import { findRecording, holdRecording } from './store.ts'

const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
const sent: { queue: string; data: object }[] = []
const database = await freshDatabase({ send: async (_, queue, data) => void sent.push({ queue, data }) })
const folder = freshFolder()
const files = makeFiles(folder)
const app = makeApp(database, undefined, { files })
const { FFMPEG_PATH: ffmpegPath, FFPROBE_PATH: ffprobePath } = process.env
const media = await findMedia({ ffmpegPath, ffprobePath })
const none = new AbortController().signal
const countWaiting = watchWaiting(database)

const tools = (but: Partial<MediaTools> = {}): MediaTools => ({
  files,
  findMedia: async () => media,
  stopping: none,
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
  const code = await addRecording(scene.db, scene.agent, 'b7k3m9qt', { id: randomUUIDv7(), uploadId, ...said }, testNow)
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

const whole = [
  ...['film.mp4', 'master.m3u8', 'poster.webp', 'storyboard.jpg', 'storyboard.vtt'],
  ...['v360/film.m4s', 'v360/index.m3u8'],
].toSorted()

/** What ffmpeg is, but that it runs behind these words. */
const behind = (before: string[]): Media | undefined => media && { ...media, before }

describe.skipIf(!media)('with ffmpeg', () => {
  test('a film gets its facts, a poster, a light version and a ladder, and is played from them in parts', async () => {
    const { scene, code, id, states, derived, open } = await addFilm()
    expect(sent.map(({ queue }) => queue)).toEqual(['recording.look'])
    expect(await (await open(`/dokumentasi/${code}`)).text()).toContain('Menunggu diolah.')
    await takeNext()
    expect(await (await open(`/dokumentasi/${code}`)).text()).toContain('Diolah 5 %')
    await takeAll()
    expect(await states()).toEqual(['ladder done', 'light done', 'look done'])
    expect(await derived()).toEqual(whole)
    expect(await findFacts(scene.db, id)).toMatchObject({ videoCodec: 'h264', audioCodec: 'aac' })
    expect(await findRecording(scene.db, code)).toMatchObject({ duration: 5 })
    const page = await (await open(`/dokumentasi/${code}`)).text()
    expect(page).not.toContain('Diolah')
    expect(page).toMatch(/640 × 360, 25 gambar per detik, H\.264/)
    const typeOf = async (name: string) => (await open(`/media/${code}/${name}`)).headers.get('content-type')
    expect(await typeOf('master.m3u8')).toBe('application/vnd.apple.mpegurl')
    expect(await typeOf('v360/film.m4s')).toBe('video/mp4')
    expect(await typeOf('storyboard.vtt')).toBe('text/vtt; charset=utf-8')
    const part = await open(`/media/${code}/film.mp4`, { range: 'bytes=0-99' })
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 100])
    const tag = part.headers.get('etag') ?? ''
    expect((await open(`/media/${code}/film.mp4`, { 'if-none-match': tag })).status).toBe(304)
    expect(part.headers.get('cache-control')).toBe('private, no-cache')
    expect((await app.request(`/media/${code}/film.mp4`)).status).toBe(404)
    expect(readdirSync(path.join(folder, 'derived', '.work'))).toEqual([])
  })

  test('done twice it is done once, and two workers at once are one', async () => {
    const { states, derived } = await addFilm()
    const [asked] = sent
    await Promise.all([takeNext(), jobOf('recording.look').take(database, asked?.data, testNow, tools())])
    expect(sent.map(({ queue }) => queue)).toEqual(['recording.light'])
    await jobOf('recording.look').take(database, asked?.data, testNow, tools())
    await takeAll()
    expect(await states()).toEqual(['ladder done', 'light done', 'look done'])
    expect(await derived()).toEqual(whole)
  })

  test('another file in its place is worked on from the beginning', async () => {
    const { scene, id, states, derived } = await addFilm()
    await takeAll()
    await transact(scene.db, (tx) => beginProcessing(tx, { id, kind: 'film' }))
    expect([await states(), await derived()]).toEqual([['look waiting'], []])
    await takeAll()
    expect(await derived()).toEqual(whole)
  })

  test('a worker that ends its step and somebody who puts another file in its place do not wait for each other; that is worked on next', async () => {
    const { scene, code, id, states } = await addFilm()
    let taking: Promise<void> | undefined
    // Somebody has the recording, the worker is done and wants to keep what it made; then its steps are taken away.
    await transact(scene.db, async (tx) => {
      await holdRecording(tx, code)
      taking = takeNext()
      taking.catch(() => undefined)
      await expect.poll(countWaiting, { timeout: 20_000 }).toBeGreaterThan(0)
      await beginProcessing(tx, { id, kind: 'film' })
    })
    await taking
    expect(await states()).toEqual(['light waiting', 'look done'])
  })

  test('what a sweep takes between the making and its row is put again', async () => {
    const { scene, states, derived } = await addFilm()
    let taken = 0
    // The sweep holds the same content for an old one that nothing names.
    const putFile: Blobs['putFile'] = async (...args) => {
      const blob = await files.derived.putFile(...args)
      if (taken++ === 0) await files.derived.remove(scene.agencyId, blob.sha256)
      return blob
    }
    await takeNext(tools({ files: { ...files, derived: { ...files.derived, putFile } } }))
    expect([await states(), await derived()]).toEqual([['light waiting', 'look done'], ['poster.webp']])
    const { sha256 } = await select(scene.db, 'derivative').select('sha256').executeTakeFirstOrThrow()
    expect(await files.derived.sizeOf(scene.agencyId, sha256)).toBeGreaterThan(0)
  })

  test('a film in a bucket is looked into only where its copy has room', async () => {
    const bucket = openS3Bucket(await startS3(), { prefix: 'files', spoolFolder: freshFolder() })
    const free = (bytes: number) => async () => ({ free: 10e9 + bytes, total: 100e9 })
    const { scene, id, states } = await addFilm()
    const [asked] = sent
    await bucket.put(scene.agencyId, bytesOf(film))
    await takeNext(tools({ files: { ...files, blobs: bucket, space: free(film.length - 1) } }))
    expect(await states()).toEqual(['look failed'])
    await transact(scene.db, (tx) => renewFailed(tx, id))
    if (asked) sent.push(asked)
    // Where it lies on this machine nothing is copied.
    await takeNext(tools({ files: { ...files, space: free(0) } }))
    expect(await states()).toEqual(['light waiting', 'look done'])
  })

  test('a step whose program was killed, or whose worker had to end, is begun again', async () => {
    const { states, derived } = await addFilm()
    const [asked] = sent
    const killed = tools({ findMedia: async () => behind(['sh', '-c', 'kill -9 $$', 'sh']) })
    await expect(takeNext(killed)).rejects.toThrow('killed')
    const ending = new AbortController()
    const ended = tools({ stopping: ending.signal, findMedia: async () => behind(['sh', '-c', 'sleep 60', 'sh']) })
    const taking = jobOf('recording.look').take(database, asked?.data, testNow, ended)
    setImmediate(() => ending.abort())
    await expect(taking).rejects.toThrow(Stopped)
    expect(await states()).toEqual(['look waiting'])
    if (asked) sent.push(asked)
    await takeAll()
    expect(await derived()).toEqual(whole)
  })

  test('a film that is cut off says so in words; the original stays, and whoever keeps it may have it tried again', async () => {
    const { scene, code, id, states, open } = await addFilm(film.subarray(0, 20_000))
    await takeAll()
    expect(await states()).toEqual(['light failed', 'look done'])
    expect(await (await open(`/dokumentasi/${code}`)).text()).toContain('rusak atau terpotong')
    expect((await open(`/media/${code}/film.mp4`)).status).toBe(200)
    const retry = async (actor = scene.secretariat) =>
      (await app.request(`/dokumentasi/${code}/olah`, { method: 'POST', headers: await scene.headersOf(actor) })).status
    expect(await retry(scene.agent)).toBe(403)
    expect(await retry()).toBe(303)
    expect(await retry()).toBe(409)
    expect(sent.map(({ queue }) => queue)).toEqual(['recording.light'])
    expect((await listEntriesOf(scene.db, [id])).map(({ event }) => event)).toContain('recording.processing-retried')
  })
})

describe.skipIf(!media)('pictures', () => {
  const bring = async (bytes: Buffer, name: string, scene: Awaited<ReturnType<typeof addFilm>>['scene']) =>
    upload(files, scene.db, scene.agent, { name, bytes }, testNow)
  const formOf = async (made: Response) => sharp(Buffer.from(await made.arrayBuffer())).metadata()

  test('get a light copy each, turned as they were held, that says nothing of where they were taken', async () => {
    const photograph = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#204060' } })
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'TeleponDinas' }, IFD3: { GPSLatitudeRef: 'S' } })
      .jpeg()
      .toBuffer()
    const { scene, code, id, states, derived, open } = await addFilm(photograph, 'foto.jpg')
    const [cover] = await listPictures(scene.db, id)
    await takeAll()
    expect(await states()).toEqual(['look done'])
    const { small, large } = madeNames(cover?.fileId ?? '')
    expect(await derived()).toEqual([large, small, 'poster.webp'].toSorted())
    const seen = await formOf(await open(`/media/${code}/${large}`))
    expect(seen).toMatchObject({ format: 'webp', width: 800, height: 1600 })
    expect([seen.exif, seen.orientation]).toEqual([undefined, undefined])
    expect(await formOf(await open(`/media/${code}/${small}`))).toMatchObject({ width: 240, height: 480 })
    expect(await (await open(`/dokumentasi/${code}`)).text()).toContain(`src="/media/${code}/${large}"`)
  })

  test('that come later are worked on alone; one that cannot be read is named, and keeps no other waiting', async () => {
    const colour = (background: string) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .jpeg()
        .toBuffer()
    const { scene, code, id, states, derived, open } = await addFilm(await colour('#204060'), 'foto.jpg')
    await takeAll()
    const broken = (await colour('#101010')).subarray(0, 100)
    const uploadIds = [await bring(broken, 'putus.jpg', scene), await bring(await colour('#a0a0a0'), 'baik.jpg', scene)]
    await addPictures(scene.db, scene.agent, code, { revision: 1, uploadIds, isSamePeople: true }, testNow)
    await takeAll()
    expect(await states()).toEqual(['look failed'])
    expect(await (await open(`/dokumentasi/${code}`)).text()).toMatch(/Tidak dapat dibaca di sini: putus\.jpg/)
    const made = await derived()
    expect(made).toHaveLength(5)
    expect(made).toContain(madeNames(uploadIds[1] ?? '').small)
    const [cover] = await listPictures(scene.db, id)
    const out = { revision: 2, fileId: cover?.fileId ?? '', reason: 'Buram.' }
    await takeOutPicture(scene.db, scene.agent, code, out, testNow)
    // The cover was of a picture that is there no more.
    expect(await derived()).toEqual(Object.values(madeNames(uploadIds[1] ?? '')).toSorted())
  })
})

describe('without ffmpeg', () => {
  test('the film is kept and plays, and is worked on when ffmpeg has come', async () => {
    const { scene, code, states, open } = await addFilm()
    const without = tools({ findMedia: async () => undefined })
    await takeAll(without)
    expect(await states()).toEqual(['look toolless'])
    expect(await (await open(`/dokumentasi/${code}`)).text()).toContain('setelah ffmpeg dipasang di server')
    expect((await open(`/media/${code}/film.mp4`)).status).toBe(200)
    await beginUnbegun(database, without)
    expect(sent).toEqual([])
    // Steps are in no backup: after a restore its page must say as before what it waits for.
    await remove(scene.db, 'processing').execute()
    await beginUnbegun(database, without)
    await takeAll(without)
    expect(await states()).toEqual(['look toolless'])
    await beginUnbegun(database, tools({ findMedia: async () => ({ ffmpeg: '', ffprobe: '', before: [] }) }))
    expect(sent.map(({ queue }) => queue)).toContain('recording.look')
  })
})
