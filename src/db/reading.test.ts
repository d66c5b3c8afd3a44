import { randomUUIDv7 } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { afterFile } from '#test/after-file.ts'
import { freshDatabase } from '#test/database.ts'
import { openDatabase, openPool } from './connect.ts'
import { type Db, forAgency, readOnly } from './index.ts'

const database = await freshDatabase({}, { connections: 1 })
const db = forAgency(database, randomUUIDv7())

/** Asks PostgreSQL for this number; it refuses what is none. */
async function ask({ query }: Db, text: string): Promise<number | undefined> {
  const { rows } = await sql<{ value: number }>`select ${text}::int as value`.execute(query)
  return rows[0]?.value
}

const addAgency = () => {
  const id = randomUUIDv7()
  return database.query.insertInto('agency').values({ id, slug: id, name: 'Instansi', zone: 'Asia/Jakarta' }).execute()
}

const countAgencies = async ({ query }: Db) => (await query.selectFrom('agency').select('id').execute()).length

/** A way to PostgreSQL on which no answer comes once `first` was asked, until `last` was asked as well. */
async function heldBetween(first: string, last: string): Promise<{ url: string; cut(): void }> {
  const { hostname, port } = new URL(database.url)
  const ways = new Set<Socket>()
  const server = createServer((near) => {
    const far = dial(Number(port), hostname)
    ways.add(near)
    const held: Buffer[] = []
    let asked = ''
    const isHeld = () => asked.includes(first) && !asked.includes(last)
    near.on('data', (bytes) => {
      asked += bytes.toString('latin1')
      far.write(bytes)
      if (!isHeld()) for (const answer of held.splice(0)) near.write(answer)
    })
    far.on('data', (bytes) => (isHeld() ? held.push(bytes) : near.write(bytes)))
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(database.url)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const cut = () => {
    for (const way of ways) way.destroy()
    server.close()
  }
  return { url: url.href, cut }
}

test('reads that are asked together leave together, and with them what begins their transaction', async () => {
  for (const first of ['start transaction', '111']) {
    const { url, cut } = await heldBetween(first, '333')
    const away = openDatabase(
      openPool(url, () => undefined, 1),
      database,
    )
    afterFile(() => away.query.destroy())
    // Before it: what waits for ever would keep its connection from ending.
    afterFile(cut)
    const asked = readOnly(forAgency(away, db.agencyId), (page) =>
      Promise.all(['111', '222', '333'].map((text) => ask(page, text))),
    )
    expect(await asked).toEqual([111, 222, 333])
  }
})

test('a page reads one picture, whatever is written meanwhile', async () => {
  const other = openDatabase(
    openPool(database.url, () => undefined, 1),
    database,
  )
  afterFile(() => other.query.destroy())
  await readOnly(forAgency(other, db.agencyId), async (page) => {
    const before = await countAgencies(page)
    await addAgency()
    expect(await countAgencies(page)).toBe(before)
  })
})

test('a page writes nothing', async () => {
  const agency = { id: randomUUIDv7(), slug: 'tulis', name: 'Instansi', zone: 'Asia/Jakarta' }
  const written = readOnly(db, ({ query }) => query.insertInto('agency').values(agency).execute())
  await expect(written).rejects.toThrow('read-only transaction')
})

test('when one read fails, all after it do, and the connection is given back as it was', async () => {
  const outcomes = await readOnly(db, (page) =>
    Promise.allSettled(['1', 'bukan angka', '3'].map((text) => ask(page, text))),
  )
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  const failing = readOnly(db, (page) => Promise.all(['1', 'bukan angka', '3'].map((text) => ask(page, text))))
  await expect(failing).rejects.toThrow('bukan angka')
  // The only connection writes again, by itself: no transaction was left open or aborted on it.
  await addAgency()
  expect(await readOnly(db, (page) => ask(page, '4'))).toBe(4)
})

test('what is told is why the read failed, not that those behind it were refused, however deep it was asked', async () => {
  const deep = async (page: Db, steps: number): Promise<unknown> =>
    steps === 0 ? ask(page, 'bukan angka') : [await deep(page, steps - 1)]
  const failing = readOnly(db, (page) => Promise.all([deep(page, 9), ask(page, '2'), ask(page, '3')]))
  await expect(failing).rejects.toThrow('bukan angka')
  const later = readOnly(db, async (page) => {
    await ask(page, 'bukan angka').catch(() => undefined)
    return ask(page, '2')
  })
  await expect(later).rejects.toThrow('bukan angka')
})

test('a page that fails by itself leaves nothing behind, and what it still asks afterwards is refused', async () => {
  let late: Promise<unknown> = Promise.resolve()
  const failing = readOnly(db, async (page) => {
    late = ask(page, '1').then(() => ask(page, '2'))
    late.catch(() => undefined)
    throw new Error('salah hitung')
  })
  await expect(failing).rejects.toThrow('salah hitung')
  await expect(late).rejects.toThrow('are over')
  await addAgency()
})

test('a connection that breaks under a page fails that page alone', async () => {
  const broken = readOnly(db, async (page) => {
    await ask(page, '1')
    await Promise.all([
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(page.query),
      ask(page, '2'),
      ask(page, '3'),
    ])
  })
  await expect(broken).rejects.toThrow()
  expect(await readOnly(db, (page) => ask(page, '5'))).toBe(5)
})
