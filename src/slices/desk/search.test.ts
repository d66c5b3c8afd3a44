import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { beginProject } from '#project'
import { addRecording } from '#recording'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene } from '#test/scene.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
const film = { name: 'film.mp4', bytes: readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url)) }

test('one search finds documentation by its words beside projects and persons', async () => {
  const scene = await makeScene(database)
  const moment = { now: testNow, today: '2026-11-24' }
  const project = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
  const uploadId = await upload(files, scene.db, scene.agent, film, testNow)
  const said = { title: 'Membaca dengan telinga', description: 'Relawan di bilik rekam.', recordedOn: null }
  const code = await addRecording(scene.db, scene.agent, project, { id: randomUUIDv7(), uploadId, ...said }, testNow)
  const find = async (words: string) => {
    const headers = await scene.headersOf(scene.agent)
    return (await app.request(`/cari?q=${encodeURIComponent(words)}`, { headers })).text()
  }
  expect(await find('relawan')).toContain(`/dokumentasi/${code}`)
  expect(await find('gudang')).toContain('Tidak ada yang cocok')
})
