import { expect, test } from 'vitest'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { freshFolder } from '#test/folder.ts'
import { layOut } from './letter.tsx'
import { openMailer } from './mailer.ts'
import { listOutbox } from './outbox.ts'

const database = await freshDatabase()
const outbox = freshFolder()
const app = makeApp(database, () => testNow, { outbox })
const button = { text: 'Terima undangan', path: '/undangan/abc_-1' }
const letter = {
  to: 'sri@uji.example',
  subject: 'Undangan <Rintis>',
  greeting: 'Yth. Sri',
  paragraphs: ['Halo.'],
  button,
}
await openMailer({ outbox })(layOut(letter, 'http://localhost:3000'), testNow)
const [{ name } = { name: '' }] = await listOutbox(outbox)

test('the outbox lists its letters, and a letter is read with its link to follow', async () => {
  const list = await (await app.request('/kotak-surat')).text()
  expect(list).toContain(`<a href="/kotak-surat/${name}">Undangan &lt;Rintis></a>`)
  const page = await (await app.request(`/kotak-surat/${name}`)).text()
  expect(page).toContain('<a href="http://localhost:3000/undangan/abc_-1">')
})

test.each(['/kotak-surat/none', '/kotak-surat/..%2F..%2Fsecret'])('%s is no letter', async (path) => {
  expect((await app.request(path)).status).toBe(404)
})

test('where somebody else could reach it there is no outbox', async () => {
  const closed = makeApp(database)
  expect((await closed.request('/kotak-surat')).status).toBe(404)
  expect((await closed.request(`/kotak-surat/${name}`)).status).toBe(404)
})
