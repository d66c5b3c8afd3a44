import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { listPreservation } from '#preservation'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { addRecording, bringBackRecording, takeOutRecording } from './commands.ts'
import { describeRecording } from './description-commands.ts'
import { findRecording } from './store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
const about = { title: 'Satu jam', description: '', recordedOn: null }
const plain = {
  ...{ alternativeTitle: '', place: '', language: 'id' as const, source: '', rightsNote: '' },
  licence: 'agency' as const,
  ...{ keywords: [], areaCodes: [], targetCodes: [], contributors: [] },
}
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  await makeRunningProject(scene.db, scene)
  const uploadId = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes: film }, testNow)
  code = await addRecording(scene.db, scene.agent, 'b7k3m9qt', { id: randomUUIDv7(), uploadId, ...about }, testNow)
})

const events = async () => {
  const row = await findRecording(scene.db, code)
  return (await listPreservation(scene.db, row?.id ?? '', 1)).rows
}

test('everything that happens to a recording is an event of its life, with who or what did it', async () => {
  const arrived = await events()
  expect(arrived.map(({ kind }) => kind).sort()).toEqual([
    'format identification',
    'ingestion',
    'message digest calculation',
    'policy assignment',
  ])
  const digest = arrived.find(({ kind }) => kind === 'message digest calculation')
  expect(digest).toMatchObject({ outcome: 'success', part: 'master', software: expect.stringMatching(/^Rintis \d/) })
  expect(digest?.figures.sha256).toMatch(/^[0-9a-f]{64}$/)

  const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)
  await describeRecording(scene.db, scene.agent, code, { revision: 1, ...plain, ...about, title: 'Sejam' }, later(1))
  await takeOutRecording(scene.db, scene.secretariat, code, { reason: 'Ada data pribadi.', revision: 2 }, later(2))
  await bringBackRecording(scene.db, scene.secretariat, code, { revision: 3 }, later(3))
  const changed = (await events()).slice(0, 3)
  expect(changed.map(({ kind, personId }) => [kind, personId])).toEqual([
    ['accession', scene.secretariat.personId],
    ['deaccession', scene.secretariat.personId],
    ['metadata modification', scene.agent.personId],
  ])
})

test('its history is read by whoever may see it, and holds no typed text', async () => {
  await takeOutRecording(scene.db, scene.secretariat, code, { reason: 'Ada data pribadi.', revision: 1 }, testNow)
  const path = `/dokumentasi/${code}/riwayat`
  const page = await app.request(path, { headers: await scene.headersOf(scene.secretariat) })
  expect(page.status).toBe(200)
  const text = await page.text()
  for (const words of ['Dikeluarkan dari arsip.', 'Sri Wahyuningtyas', 'Sidik SHA-256 dihitung.'])
    expect(text).toContain(words)
  // The vocabulary's own names are for machines.
  expect(text).not.toMatch(/Ada data pribadi\.|deaccession/)
  expect((await app.request(path, { headers: await scene.headersOf(scene.stranger) })).status).toBe(404)
})

test('the application can neither change nor take away what happened', async () => {
  for (const statement of [`update preservation_event set outcome = 'failure'`, 'delete from preservation_event'])
    await expect(database.pool.query(statement)).rejects.toThrow('permission denied')
})
