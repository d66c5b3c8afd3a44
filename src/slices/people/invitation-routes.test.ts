import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '#db'
import { makeApp, testNow } from '#test/app.ts'
import { asks } from '#test/ask.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAgency } from '#test/people.ts'
import { signInAs } from '#test/sign-in.ts'

const database = await freshDatabase()
let now = testNow
const app = makeApp(database, () => now)
let db: Db
let admin: ReturnType<typeof asks>

beforeEach(async () => {
  now = testNow
  ;({ db } = await makeAgency(database))
  admin = asks(app, await signInAs(db, { roles: ['admin'] }))
})

/** Invites somebody; returns the page of the invitation. */
async function invite(): Promise<string> {
  const asked = { id: randomUUIDv7(), name: 'Dewi Anggraini', email: 'dewi@pustaka.example', person_id: '' }
  const { headers } = await admin.post('/orang/undangan', asked)
  return headers.get('location') ?? ''
}
const linkOn = async (page: string) => (await admin.read(page)).match(/\/undangan\/[\w-]{20,}/)?.[0] ?? ''

test('a link that was copied still opens after the same invitation is sent by e-mail, until its day', async () => {
  const page = await invite()
  const copied = await linkOn(page)
  expect((await admin.post(`${page}/kirim`)).status).toBe(303)
  expect(await linkOn(page)).toBe(copied)
  expect((await app.request(copied)).status).toBe(200)
  now = new Date(testNow.getTime() + 15 * 86_400_000)
  expect(await (await app.request(copied)).text()).toContain('sudah lewat masa berlakunya')
  await admin.post(`${page}/kirim`)
  expect(await linkOn(page)).not.toBe(copied)
  expect((await app.request(await linkOn(page))).status).toBe(200)
})

test('without a mail server nobody is told that a letter has gone', async () => {
  const page = await invite()
  const quiet = makeApp(database, () => now, { sendsMail: false })
  const there = asks(quiet, await signInAs(db, { roles: ['admin'] }))
  const { headers } = await there.post(`${page}/kirim`)
  const told = decodeURIComponent(headers.getSetCookie().join())
  expect(told).toContain('belum terhubung dengan server surel')
  expect(told).not.toContain('dikirim lewat surel')
})

test('a link that opens nothing says so in its heading, not that a page is missing', async () => {
  const html = await (await app.request('/undangan/bukan-tautan')).text()
  expect(html).toContain('<h1>Tautan tidak berlaku</h1>')
})

test('invitations and accounts are found from the register by whoever looks after them, and by nobody else', async () => {
  const register = await admin.read('/orang')
  expect(register).toContain('href="/orang/undangan"')
  expect(register).toContain('href="/orang/peran"')
  const evaluator = asks(app, await signInAs(db, { roles: ['evaluator'] }))
  expect(await evaluator.read('/orang')).not.toContain('/orang/undangan')
})
