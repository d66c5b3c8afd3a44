import { randomUUIDv7 } from 'node:crypto'
import { expect, test } from 'vitest'
import { beginProject } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'
import { signInAs } from '#test/sign-in.ts'
import { accessList } from '#web/request.ts'

const database = await freshDatabase({}, { connections: 1 })
const app = makeApp(database)
const scene = await makeScene(database)
const code = await beginProject(
  scene.db,
  scene.agent,
  { id: randomUUIDv7(), seatId: scene.seatId },
  { now: testNow, today: '2026-11-24' },
)
const { headers } = await signInAs(scene.db, { roles: ['admin', 'secretariat'] })

const paths = accessList(app)
  .filter(({ method, path, access }) => method === 'GET' && access !== 'anyone' && !path.includes('*'))
  .map(({ path }) => path.replace(':code', code).replaceAll(/:(\w+)/g, randomUUIDv7()))

test('there are pages to ask for', () => expect(paths.length).toBeGreaterThan(40))

/**
 * Ten requests that each hold one of ten connections and wait for a second one wait for ever: so no page may take two
 * at a time, a page that is not found no more than one that is.
 */
test.each(paths)('%s asks for one connection at a time', { timeout: 10_000 }, async (path) => {
  const answer = await app.request(path, { headers })
  expect([200, 303, 403, 404, 409]).toContain(answer.status)
})
