import { spawnSync } from 'node:child_process'
import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { insert } from '#db'
import { listFilesOf } from '#files'
import { listEntriesOf } from '#journal'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene } from '#test/scene.ts'
import { addRecording } from './commands.ts'
import { type MediaTools, recordingJobs } from './jobs.ts'
import { findRecording } from './store.ts'

const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
const database = await freshDatabase()
const files = makeFiles(freshFolder())
const { FFMPEG_PATH: ffmpeg = 'ffmpeg', FFPROBE_PATH: ffprobe = 'ffprobe' } = process.env
const media = { ffmpeg, ffprobe }
const isThere = !spawnSync(ffmpeg, ['-version']).error
const now = new Date('2026-11-24T02:00:00Z')

async function addFilm(bytes = film) {
  const scene = await makeScene(database)
  const { programmeId, seatId, unitId } = scene
  const id = randomUUIDv7()
  await insert(scene.db, 'project', { id, code: 'b7k3m9qt', programmeId, seatId, unitId }).execute()
  const uploadId = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes: bytes }, now)
  const said = { title: 'Film', description: '', recordedOn: null }
  const code = await addRecording(scene.db, scene.agent, 'b7k3m9qt', { id: randomUUIDv7(), uploadId, ...said }, now)
  const row = await findRecording(scene.db, code)
  const [entry] = await listEntriesOf(scene.db, [row?.id ?? ''])
  if (!row || !entry) throw new Error('no recording')
  const answer = async (tools: Omit<MediaTools, 'files'> = media) => {
    for (const job of recordingJobs) await job.answer(scene.db, entry, now, { files, ...tools })
  }
  const parts = async () => (await listFilesOf(scene.db, 'recording', [row.id])).map(({ part }) => part).toSorted()
  return { scene, code, answer, parts }
}

test.skipIf(!isThere)('a film that came in is measured and gets a picture, once', async () => {
  const { scene, code, answer, parts } = await addFilm()
  await answer()
  await answer()
  expect(await findRecording(scene.db, code)).toMatchObject({ duration: 5 })
  expect(await parts()).toEqual(['master', 'poster'])
})

test('without ffmpeg the film is kept, and nothing fails', async () => {
  const { scene, code, answer, parts } = await addFilm()
  await answer({ ffmpeg: undefined, ffprobe: undefined })
  expect(await findRecording(scene.db, code)).toMatchObject({ duration: null })
  expect(await parts()).toEqual(['master'])
})
