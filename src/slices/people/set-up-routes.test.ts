import { expect, test } from 'vitest'
import { makeApp, testSecrets } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { visit } from '#test/visitor.ts'

const database = await freshDatabase()
const app = makeApp(database)
const path = `/pasang?kunci=${testSecrets.setUpKey}`

test('the set-up names what is wrong with the e-mail and with the password at once', async () => {
  const said = { agency_name: 'Pustaka', zone: 'Asia/Jakarta', name: 'Ani', email: 'ani', password: 'pendek' }
  const answer = await visit(app, '192.0.2.1').post(path, said)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('Isi alamat surel yang lengkap')
  expect(html).toContain('Kata sandi paling sedikit 12 karakter.')
})

test('the sign-in says where to begin while there is no agency', async () => {
  expect(await (await app.request('/masuk')).text()).toContain('Rintis belum dipasang')
})

test('a set-up link that was copied in part says that the link does not hold', async () => {
  const answer = await app.request('/pasang?kunci=separuh')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('<h1>Tautan tidak berlaku</h1>')
})

test('the demonstration is offered to whoever holds the link, where it may be filled in', async () => {
  const accounts = [{ email: 'sekretariat@demo.example', password: 'rahasia-peragaan', word: 'secretariat' }]
  const generous = makeApp(database, undefined, { fillDemo: async () => accounts })
  const fill = path.replace('pasang?', 'pasang/peragaan?')
  expect(await (await generous.request(path)).text()).toContain(`action="${fill}"`)
  expect(await (await app.request(path)).text()).not.toContain('peragaan')
  expect((await visit(app).post(fill)).status).toBe(404)
  expect((await visit(generous).post('/pasang/peragaan?kunci=separuh')).status).toBe(404)
  const html = await (await visit(generous).post(fill)).text()
  expect(html).toContain('rahasia-peragaan')
  expect(html).toContain('sekretariat@demo.example')
})
