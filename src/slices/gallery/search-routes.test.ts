import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { beginProject, describeProject } from '#project'
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

test('projects are found by title, code, unit and agent, without regard to capitals, among what one may read', async () => {
  const scene = await makeScene(database)
  const second = await scene.addSeat(2)
  const moment = { now: testNow, today: '2026-11-24' }
  const begin = ({ agent, seatId }: Pick<typeof scene, 'agent' | 'seatId'>) =>
    beginProject(scene.db, agent, { id: randomUUIDv7(), seatId }, moment)
  const [own, other] = [await begin(scene), await begin(second)]
  const said = { presentCondition: 'Lambat.', problem: 'Tercecer.', wantedCondition: 'Cepat.' }
  const kind = { isPublicService: true, innovationKind: 'extended' as const, startedOn: null }
  const described = { ...said, ...kind, areaCodes: [], targetCodes: [], revision: 1 }
  await describeProject(scene.db, scene.agent, own, { title: 'Rujukan 100% daring', ...described }, moment)
  const find = async (actor: Actor, words: string) => {
    const headers = await scene.headersOf(actor)
    const html = await (await app.request(`/cari?q=${encodeURIComponent(words)}`, { headers })).text()
    return [own, other].filter((code) => html.includes(`/proyek/${code}`))
  }
  for (const words of ['RUJUKAN', '100%', own, 'jasa informasi', 'kusumastuti'])
    expect(await find(scene.secretariat, words), words).toEqual([own])
  expect(await find(scene.secretariat, 'unit 2')).toEqual([other])
  expect(await find(scene.secretariat, '%')).toEqual([])
  expect(await find(second.agent, 'rujukan')).toEqual([])
})
