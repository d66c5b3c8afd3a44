import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { remove } from '#db'
import type { Actor } from '#kit/actor.ts'
import { beginProject, describeProject, stopProject } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene

async function begin(agent: Actor, seatId: string, title: string, targetCodes: string[]): Promise<void> {
  const code = await beginProject(scene.db, agent, { id: randomUUIDv7(), seatId }, moment)
  const said = { title, presentCondition: 'Lambat.', problem: 'Tercecer.', wantedCondition: 'Cepat.' }
  const kind = { isPublicService: true, innovationKind: 'extended' as const, startedOn: null }
  const aims = { areaCodes: ['pelayanan-publik'], targetCodes }
  await describeProject(scene.db, agent, code, { ...said, ...kind, ...aims, revision: 1 }, moment)
}

beforeEach(async () => {
  scene = await makeScene(database)
  await begin(scene.agent, scene.seatId, 'Layanan rujukan satu hari', ['pelayanan', 'bersih'])
  for (const [number, title] of [
    [2, 'Loket tanpa titipan'],
    [3, 'Antrean daring'],
  ] as const) {
    const { agent, seatId } = await scene.addSeat(number)
    await begin(agent, seatId, title, ['pelayanan'])
  }
})

const read = async (path: string, actor = scene.secretariat) => {
  const headers = await scene.headersOf(actor)
  return (await app.request(path, { headers })).text()
}

test('the overview counts the projects of each target, and each number opens to those that it counts', async () => {
  const html = await read('/beranda')
  const bars = html.match(/<ul class="bars" aria-label="Proyek menurut sasaran">.*?<\/ul>/s)?.[0] ?? ''
  const counted = [...bars.matchAll(/href="([^"]+)".*?class="bar-value[^"]*">(\d+)/gs)]
  expect(counted.map(([, , value]) => value)).toEqual(['1', '3', '0'])
  for (const [, path = '', value] of counted) {
    const list = await read(path.replaceAll('&amp;', '&'))
    expect(list.match(/<a href="\/proyek\/[a-z0-9]{8}"/g) ?? []).toHaveLength(Number(value))
  }
})

test('the list says to which area or target it is narrowed, and an unknown one narrows nothing', async () => {
  const clean = await read('/proyek?sasaran=bersih')
  expect(clean).toContain('Pemerintah yang bersih dan bebas korupsi')
  expect(clean).toContain('Layanan rujukan satu hari')
  expect(clean).not.toContain('Antrean daring')
  expect(await read('/proyek?area=pengawasan')).not.toContain('Antrean daring')
  expect(await read('/proyek?sasaran=entah')).toContain('Antrean daring')
})

test('the stages of the overview add up to all projects, a stopped one too, which is nobody’s turn', async () => {
  const [code] = (await read('/proyek')).match(/(?<=href="\/proyek\/)[a-z0-9]{8}(?=")/) ?? []
  await stopProject(scene.db, scene.secretariat, code ?? '', 'Unit dilebur.', { ...moment, now: testNow })
  const html = await read('/beranda')
  const bars = html.match(/<ul class="bars" aria-label="Proyek menurut tahap">.*?<\/ul>/s)?.[0] ?? ''
  const values = [...bars.matchAll(/class="bar-value[^"]*">(\d+)/g)].map(([, value]) => Number(value))
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(3)
  expect(bars).toContain('Dihentikan')
  expect(await read('/proyek')).toContain('Tidak ada</td>')
})

test('the overview asks for nothing twice, and for nothing more when there is more to count', async () => {
  const asked = async (actor: Actor) => {
    const before = database.statements.length
    await read('/beranda', actor)
    return database.statements.slice(before).filter((statement) => statement.startsWith('select'))
  }
  const rooms = new Map<Actor, number>()
  for (const actor of [scene.secretariat, scene.leadership, scene.head, scene.agent]) {
    const statements = await asked(actor)
    expect(new Set(statements).size).toBe(statements.length)
    expect(statements.filter((statement) => / from "notice"/.test(statement))).toHaveLength(1)
    rooms.set(actor, statements.length)
  }
  const { agent, seatId } = await scene.addSeat(4)
  await begin(agent, seatId, 'Arsip terbuka', ['pelayanan'])
  for (const [actor, count] of rooms) expect(await asked(actor)).toHaveLength(count)
})

test('the first steps wait for whoever runs the programme, and a project that has not begun for its agent', async () => {
  const { agent, unitId } = await scene.addSeat(5)
  await remove(scene.db, 'access').where('personId', '=', agent.personId).execute()
  const another = await scene.addSeat(6)
  const office = await read('/beranda')
  expect(office).toContain('Tunjuk atasan empat unit kerja')
  expect(office).toContain('Undang satu agen')
  expect(unitId).not.toBe(another.unitId)
  const own = await read('/beranda', another.agent)
  expect(own).toContain('Mulai proyek perubahan Anda')
  for (const others of [own, await read('/beranda', scene.leadership)])
    expect(others).not.toMatch(/Tunjuk atasan|Undang/)
  for (const actor of [scene.agent, scene.secretariat])
    expect(await read('/beranda', actor)).not.toContain('Mulai proyek perubahan Anda')
})
