import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { addFollowUp } from './commands.ts'

const database = await freshDatabase()
const app = makeApp(database, () => testNow, { files: makeFiles(freshFolder()) })
let scene: Scene
let id: string

beforeEach(async () => {
  scene = await makeScene(database)
  id = randomUUIDv7()
  const { db, secretariat, agent, programmeId } = scene
  const about = { programmeId, projectId: null, seatId: null, unitId: null, source: 'meeting' as const, sourceId: null }
  const asked = { id, what: 'Lampirkan data', ownerId: agent.personId ?? '', dueOn: '2026-11-20', origin: 'rapat' }
  await addFollowUp(db, secretariat, { ...about, ...asked }, { now: testNow, today: '2026-11-24' })
})

const post = async (actor: Actor, path: string, body: Record<string, string>) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(body) })

test.each([
  ['selesai', 'outcome', 'closed', 'sudah ditutup'],
  ['kembalikan', 'remark', 'open', 'belum dikerjakan'],
  ['batalkan', 'remark', 'closed', 'sudah ditutup'],
] as const)('a form keeps what was typed when %s comes too late', async (act, field, state, sentence) => {
  const when = state === 'closed' ? testNow : null
  const ended = { state, outcome: 'Terlampir.', doneAt: when, closedAt: when }
  await update(scene.db, 'followUp').set(ended).where('id', '=', id).execute()
  const typed = 'Data waktu jawab ada pada lampiran kedua.'
  const answer = await post(scene.secretariat, `/tindak-lanjut/${id}/${act}`, { id: randomUUIDv7(), [field]: typed })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain(sentence)
  expect(page).toContain(`>${typed}</textarea>`)
  expect(page).toMatch(new RegExp(`action="/tindak-lanjut/${id}/${act}"`, 'i'))
})
