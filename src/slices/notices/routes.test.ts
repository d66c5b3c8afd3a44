import { randomUUIDv7 } from 'node:crypto'
import { expect, test } from 'vitest'
import { transact } from '#db'
import { findEntry, record } from '#journal'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAgency } from '#test/people.ts'
import { signInAs } from '#test/sign-in.ts'
import { addNotice } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database)
const { db } = await makeAgency(database)
const { headers, personId } = await signInAs(db)
const other = await signInAs(db)

/** Somebody is told something; returns the notice's id. */
async function tell(to: string, sentence: string): Promise<string> {
  const words = { subject: 'Rencana menunggu', sentence, button: 'Periksa', path: '/proyek/b7k3m9qt/rencana' }
  const entryId = await transact(db, async (tx) => {
    const id = await record(tx, 'system', { event: 'project.begun', thing: { kind: 'project', id: to } }, testNow)
    const entry = await findEntry(tx, id)
    if (entry) await addNotice(tx, entry, { personId: to, accountId: null }, words, testNow, 'none')
    return id
  })
  const row = await database.query.selectFrom('notice').select('id').where('entryId', '=', entryId).executeTakeFirst()
  return row?.id ?? ''
}
const read = async (who = headers) => (await app.request('/pemberitahuan', { headers: who })).text()
const post = (path: string, who = headers) => app.request(path, { method: 'POST', headers: who })

test('each reads their own, with a mark of what is unread; the count stands in the head', async () => {
  const id = await tell(personId, 'Rencana <pertama>.')
  await tell(other.personId, 'Bukan untuk Anda.')
  const page = await read()
  expect(page).toContain('Rencana &lt;pertama>.')
  expect(page).toContain('Belum dibaca')
  expect(page).toContain('Pemberitahuan, 1 belum dibaca')
  expect(page).not.toContain('Bukan untuk Anda')
  const opened = await post(`/pemberitahuan/${id}/buka`)
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/proyek/b7k3m9qt/rencana'])
  expect(await read()).toContain('Semua sudah dibaca.')
})

test('all can be marked as read at once', async () => {
  await tell(personId, 'Kedua.')
  await tell(personId, 'Ketiga.')
  expect(await read()).toContain('Tandai semua sudah dibaca')
  expect((await post('/pemberitahuan/baca')).headers.get('location')).toBe('/pemberitahuan')
  expect(await read()).not.toContain('Tandai semua sudah dibaca')
  expect(await read(other.headers)).toContain('1 belum dibaca')
})

test('somebody else’s notice, one that is none, and what is no id are not found', async () => {
  const id = await tell(personId, 'Keempat.')
  for (const wrong of [id, randomUUIDv7(), 'x'])
    expect((await post(`/pemberitahuan/${wrong}/buka`, other.headers)).status).toBe(404)
})
