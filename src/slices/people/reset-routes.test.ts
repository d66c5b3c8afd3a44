import { beforeEach, describe, expect, test } from 'vitest'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAccess, makeAgency } from '#test/people.ts'
import { visit } from '#test/visitor.ts'
import { resetMinutes } from './account.ts'
import { makeAccountWithPassword, testPassword } from './make-account.ts'

type Letter = { to: string; subject: string; button: { path: string } }
const letters: Letter[] = []
const database = await freshDatabase({
  send: async (_, __, data) => {
    const { sealed } = data as { sealed: string }
    letters.push(JSON.parse(database.vault.open(Buffer.from(sealed, 'base64'))) as Letter)
  },
})
let now = testNow
const app = makeApp(database, () => now)
const agency = await makeAgency(database)
const next = 'pelikan membaca senja'

let places = 0
/** A browser at an address of its own, so that the tests do not use up each other's tries. */
const newVisitor = () => {
  places += 1
  return visit(app, `198.51.100.${places}`)
}
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

async function somebody() {
  const account = await makeAccountWithPassword(database)
  await makeAccess(agency.db, account.id)
  return account
}

/** Asks for a new password; returns the path in the letter that came, or undefined. */
async function ask(email: string): Promise<string | undefined> {
  letters.length = 0
  const answer = await newVisitor().post('/lupa-sandi', { email })
  expect(answer.status).toBe(200)
  return letters[0]?.button.path
}

const signIn = async (email: string, password: string) =>
  (await newVisitor().post('/masuk', { email, password })).status === 303

beforeEach(() => {
  now = testNow
})

describe('a forgotten password', () => {
  test('is made anew by a letter, once, and ends what was signed in', async () => {
    const { email } = await somebody()
    const beside = newVisitor()
    await beside.post('/masuk', { email, password: testPassword })
    expect((await beside.get('/akun')).status).toBe(200)
    const path = await ask(email.toUpperCase())
    expect(letters).toMatchObject([{ to: email }])
    const visitor = newVisitor()
    expect(await (await visitor.get(path ?? '')).text()).toContain(email)
    const answer = await visitor.post(path ?? '', { password: next })
    expect(answer.headers.get('location')).toBe('/masuk')
    expect([await signIn(email, testPassword), await signIn(email, next)]).toEqual([false, true])
    expect((await beside.get('/akun')).status).not.toBe(200)
    expect((await visitor.get(path ?? '')).status).toBe(404)
    expect((await visitor.post(path ?? '', { password: 'burung camar pulang petang' })).status).toBe(404)
    expect(await signIn(email, next)).toBe(true)
  })

  test('cannot be made anew by a link that ran out, nor by one of mere letters', async () => {
    const { email } = await somebody()
    const path = (await ask(email)) ?? ''
    later(resetMinutes)
    expect((await newVisitor().get(path)).status).toBe(404)
    expect((await newVisitor().post(path, { password: next })).status).toBe(404)
    expect((await newVisitor().get('/lupa-sandi/tidak-pernah-ada')).status).toBe(404)
    expect([await signIn(email, testPassword), await signIn(email, next)]).toEqual([true, false])
  })

  test('does not become one that anybody would guess, and the link stays', async () => {
    const { email } = await somebody()
    const path = (await ask(email)) ?? ''
    for (const weak of ['katakata123456', email])
      expect((await newVisitor().post(path, { password: weak })).status).toBe(422)
    expect(await (await newVisitor().post(path, { password: 'pendek' })).text()).not.toContain('pendek"')
    expect((await newVisitor().post(path, { password: next })).status).toBe(303)
    expect(await signIn(email, next)).toBe(true)
  })

  test('is told to its mailbox alone: the page says the same of an e-mail that nobody has', async () => {
    const { email } = await somebody()
    const plain = (html: string) => html.replaceAll(/nonce="[^"]*"/g, '')
    const known = await newVisitor().post('/lupa-sandi', { email })
    letters.length = 0
    const unknown = await newVisitor().post('/lupa-sandi', { email: 'tiada@uji.example' })
    expect(letters).toEqual([])
    expect(plain(await unknown.text())).toBe(plain(await known.text()))
  })

  test('is not written about without end, to one mailbox or from one address', async () => {
    const { email } = await somebody()
    letters.length = 0
    const times = (count: number) => Array.from({ length: count }, (_, time) => time)
    await Promise.all(times(12).map(() => newVisitor().post('/lupa-sandi', { email })))
    expect(letters.length).toBeGreaterThan(0)
    expect(letters.length).toBeLessThan(12)
    const visitor = newVisitor()
    await Promise.all(times(40).map((time) => visitor.post('/lupa-sandi', { email: `siapa${time}@uji.example` })))
    expect((await visitor.post('/lupa-sandi', { email: 'siapa@uji.example' })).status).toBe(429)
    expect((await newVisitor().post('/lupa-sandi', { email: 'siapa@uji.example' })).status).toBe(200)
  })

  test('changed by one link makes the others worthless', async () => {
    const { email } = await somebody()
    const first = (await ask(email)) ?? ''
    const second = (await ask(email)) ?? ''
    expect((await newVisitor().post(second, { password: next })).status).toBe(303)
    expect((await newVisitor().post(first, { password: 'burung camar pulang petang' })).status).toBe(404)
    expect(await signIn(email, next)).toBe(true)
  })
})
