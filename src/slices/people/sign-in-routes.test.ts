import { createHook } from 'node:async_hooks'
import { describe, expect, test } from 'vitest'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAccess, makeAgency } from '#test/people.ts'
import { visit } from '#test/visitor.ts'
import { savePasswordHash } from './account-store.ts'
import { makeAccountWithPassword, testPassword } from './make-account.ts'

const database = await freshDatabase()
let now = testNow
const app = makeApp(database, () => now)
const agency = await makeAgency(database)
const wait = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

async function somebody() {
  const account = await makeAccountWithPassword(database)
  await makeAccess(agency.db, account.id)
  return account
}

let places = 0
/** A browser at an address of its own, so that the tests do not use up each other's tries. */
function newVisitor() {
  places += 1
  return visit(app, `192.0.2.${places}`)
}

const words = async (answer: Response) =>
  (await answer.text()).replaceAll(/nonce="[^"]*"|value="[^"]*"/g, '').replace(/sari\d+|siapa/g, '')

describe('signing in', () => {
  test('leads to the first page, with a cookie that scripts and other sites cannot use', async () => {
    const { email } = await somebody()
    const answer = await newVisitor().post('/masuk', { email: email.toUpperCase(), password: testPassword })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/beranda')
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('rintis-dev='))
    expect(cookie).toMatch(/^rintis-dev=[^;]{60,}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('is remembered for seven days when asked to', async () => {
    const { email } = await somebody()
    const answer = await newVisitor().post('/masuk', { email, password: testPassword, remember: 'yes' })
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('rintis-dev='))
    expect(cookie).toContain('Max-Age=604800')
  })

  test('over https has a cookie that is bound to this host', async () => {
    const url = 'https://rintis.example'
    const secure = makeApp(database, () => now, { url })
    const { email } = await somebody()
    const answer = await secure.request(`${url}/masuk`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email, password: testPassword }).toString(),
    })
    const cookies = answer.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThanOrEqual(2)
    for (const cookie of cookies)
      expect(cookie).toMatch(/^__Host-rintis(-\w+)?=[^;]+;.*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test.each([
    ['/proyek?halaman=2', '/proyek?halaman=2'],
    ['//lain.example/', '/beranda'],
    ['/\\lain.example', '/beranda'],
    ['https://lain.example', '/beranda'],
    ['/masuk?ke=/masuk', '/beranda'],
    ['javascript:alert(1)', '/beranda'],
  ])('goes on to %s only if that is ours', async (next, to) => {
    const { email } = await somebody()
    const visitor = newVisitor()
    const page = await (await visitor.get(`/masuk?ke=${encodeURIComponent(next)}`)).text()
    expect(page.includes('name="next"')).toBe(to !== '/beranda')
    const answer = await visitor.post('/masuk', { email, password: testPassword, next })
    expect(answer.headers.get('location')).toBe(to)
  })

  test('says the same whether the e-mail has an account or not', async () => {
    const { email } = await somebody()
    const [one, other] = [newVisitor(), newVisitor()]
    for (let tries = 1; tries <= 7; tries += 1) {
      const wrong = await one.post('/masuk', { email, password: 'bukan kata sandinya' })
      const unknown = await other.post('/masuk', { email: 'siapa@uji.example', password: 'bukan kata sandinya' })
      expect(wrong.status).toBe(unknown.status)
      expect(await words(wrong)).toBe(await words(unknown))
      expect([...wrong.headers.keys()]).toEqual([...unknown.headers.keys()])
    }
  })

  test('does the same work for an e-mail without an account, so that it takes as long', async () => {
    let hashes = 0
    const hook = createHook({
      init: (_, type) => {
        if (type === 'ARGON2REQUEST') hashes += 1
      },
    }).enable()
    const hashesFor = async (email: string) => {
      const before = hashes
      await newVisitor().post('/masuk', { email, password: 'bukan kata sandinya' })
      return hashes - before
    }
    const { email } = await somebody()
    const [known, unknown] = [await hashesFor(email), await hashesFor('tak-dikenal@uji.example')]
    hook.disable()
    expect([known, unknown]).toEqual([1, 1])
  })

  test('never sends the password back', async () => {
    const answer = await newVisitor().post('/masuk', { email: 'siapa2@uji.example', password: 'bukan kata sandinya' })
    expect(await answer.text()).not.toContain('bukan kata sandinya')
  })

  test('makes a hash anew that was made at a lower cost', async () => {
    const { id, email } = await somebody()
    const cheap = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
    await savePasswordHash(database, id, cheap, now)
    expect((await newVisitor().post('/masuk', { email, password: 'password' })).status).toBe(303)
    const { password } = await database.query
      .selectFrom('credential')
      .select('password')
      .where('accountId', '=', id)
      .executeTakeFirstOrThrow()
    expect(password).toContain('m=19456')
    expect((await newVisitor().post('/masuk', { email, password: 'password' })).status).toBe(303)
  })

  test('gives a new token each time and ends the session before', async () => {
    const { id, email } = await somebody()
    const visitor = newVisitor()
    await visitor.post('/masuk', { email, password: testPassword })
    const first = visitor.cookies.get('rintis-dev')
    await visitor.post('/masuk', { email, password: testPassword })
    expect(visitor.cookies.get('rintis-dev')).not.toBe(first)
    const sessions = await database.query.selectFrom('session').select('id').where('accountId', '=', id).execute()
    expect(sessions).toHaveLength(1)
  })
})

describe('signing out', () => {
  test('ends the session on the server and takes the cookie and drafts away', async () => {
    const { id, email } = await somebody()
    const visitor = newVisitor()
    await visitor.post('/masuk', { email, password: testPassword })
    const cookie = visitor.cookies.get('rintis-dev') ?? ''
    const answer = await visitor.post('/keluar')
    expect(answer.headers.get('location')).toBe('/masuk')
    expect(answer.headers.get('clear-site-data')).toBe('"storage"')
    expect(visitor.cookies.has('rintis-dev')).toBe(false)
    const sessions = await database.query.selectFrom('session').select('id').where('accountId', '=', id).execute()
    expect(sessions).toEqual([])
    visitor.cookies.set('rintis-dev', cookie)
    expect((await visitor.get('/proyek')).headers.get('location')).toBe('/masuk?ke=%2Fproyek')
  })
})

describe('guessing', () => {
  const guess = (visitor: ReturnType<typeof newVisitor>, email: string, password = 'bukan kata sandinya') =>
    visitor.post('/masuk', { email, password })

  test('makes an e-mail wait from the fifth failure on, longer each time', async () => {
    const { email } = await somebody()
    const visitor = newVisitor()
    for (let tries = 1; tries <= 5; tries += 1) expect((await guess(visitor, email)).status).toBe(422)
    for (const seconds of [1, 2, 4, 8]) {
      const answer = await guess(visitor, email, testPassword)
      expect(answer.status).toBe(429)
      expect(answer.headers.get('retry-after')).toBe(String(seconds))
      expect(await answer.text()).toContain(`Coba lagi dalam ${seconds} detik.`)
      wait(seconds)
      expect((await guess(visitor, email)).status).toBe(422)
    }
    wait(16)
    expect((await guess(visitor, email, testPassword)).status).toBe(303)
    expect((await guess(newVisitor(), email)).status).toBe(422)
  })

  test('by many at once gains nothing', async () => {
    const { email } = await somebody()
    const visitors = Array.from({ length: 20 }, newVisitor)
    const answers = await Promise.all(visitors.map((visitor) => guess(visitor, email)))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
  })

  test('by strangers does not keep out whoever signs in where they did before', async () => {
    const { email } = await somebody()
    const own = newVisitor()
    expect((await guess(own, email, testPassword)).status).toBe(303)
    await own.post('/keluar')
    const stranger = newVisitor()
    for (let tries = 1; tries <= 6; tries += 1) await guess(stranger, email)
    expect((await guess(stranger, email, testPassword)).status).toBe(429)
    expect((await guess(own, email)).status).toBe(429)
    expect((await guess(own, email, testPassword)).status).toBe(303)
  })

  test('in a browser known to one account helps with no other', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const visitor = newVisitor()
    await guess(visitor, one.email, testPassword)
    for (let tries = 1; tries <= 5; tries += 1) await guess(visitor, other.email)
    expect((await guess(visitor, other.email, testPassword)).status).toBe(429)
  })

  test('from one address is stopped at the thirtieth failure of a minute, for that minute', async () => {
    const { email } = await somebody()
    const visitor = newVisitor()
    for (let tries = 1; tries <= 30; tries += 1)
      expect((await guess(visitor, `orang${tries}@uji.example`)).status).toBe(422)
    const answer = await guess(visitor, email, testPassword)
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('60')
    wait(60)
    expect((await guess(visitor, email, testPassword)).status).toBe(303)
  })

  test('is forgotten after a day', async () => {
    const { email } = await somebody()
    const visitor = newVisitor()
    for (let tries = 1; tries <= 5; tries += 1) await guess(visitor, email)
    wait(24 * 3600 + 1)
    await guess(visitor, 'orang lain@uji.example')
    for (let tries = 1; tries <= 5; tries += 1) expect((await guess(visitor, email)).status).toBe(422)
    expect((await guess(visitor, email)).status).toBe(429)
  })
})
