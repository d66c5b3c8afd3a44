import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { remove, select, transact } from '#db'
import { type Blobs, bytesOf, openS3Bucket } from '#files'
import { Stopped } from '#jobs'
import { listEntriesOf } from '#journal'
import { testNow } from '#test/app.ts'
import { film } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { media, noMedia } from '#test/media.ts'
import { startS3 } from '#test/s3.ts'
import { watchWaiting } from '#test/waiting.ts'
import { makeWorkshop } from './make-workshop.ts'
import { beginProcessing } from './processing-commands.ts'
import { beginUnbegun } from './processing-jobs.ts'
import { findFacts } from './processing-store.ts'
import { findRecording, holdRecording } from './store.ts'

const workshop = await makeWorkshop()
const { database, files, folder, app, sent, tools, behind, jobOf, takeNext, takeAll, addFilm } = workshop
const countWaiting = watchWaiting(database)

const whole = [
  ...['film.mp4', 'master.m3u8', 'poster.webp', 'storyboard.jpg', 'storyboard.vtt'],
  ...['v360/film.m4s', 'v360/index.m3u8'],
].toSorted()

describe.skipIf(!media)(`with ffmpeg${noMedia}`, () => {
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
    const { scene, code, states, open } = await addFilm()
    const [asked] = sent
    await bucket.put(scene.agencyId, bytesOf(film))
    await takeNext(tools({ files: { ...files, blobs: bucket, space: free(film.length - 1) } }))
    expect(await states()).toEqual(['look waiting'])
    const page = await (await open(`/dokumentasi/${code}`)).text()
    expect(page).toMatch(/Disk server tidak cukup[\s\S]*dengan sendirinya/)
    // However often the round finds no room, that is no attempt.
    for (let rounds = 0; rounds < 6; rounds++)
      await jobOf('recording.look').take(
        database,
        asked?.data,
        testNow,
        tools({ files: { ...files, space: free(-1) } }),
      )
    if (asked) sent.push(asked)
    // Where it lies on this machine nothing is copied.
    await takeNext(tools({ files: { ...files, space: free(0) } }))
    expect(await states()).toEqual(['light waiting', 'look done'])
    expect(await (await open(`/dokumentasi/${code}`)).text()).not.toContain('Disk server')
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
