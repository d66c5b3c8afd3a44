import { expect, test } from 'vitest'
import { makeApp, testSecrets } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { visit } from '#test/visitor.ts'

const app = makeApp(await freshDatabase())
const path = `/pasang?kunci=${testSecrets.setUpKey}`

test('the set-up names what is wrong with the e-mail and with the password at once', async () => {
  const said = { agency_name: 'Pustaka', zone: 'Asia/Jakarta', name: 'Ani', email: 'ani', password: 'pendek' }
  const answer = await visit(app, '192.0.2.1').post(path, said)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('Isi alamat surel yang lengkap')
  expect(html).toContain('Kata sandi paling sedikit 12 karakter.')
})

test('a set-up link that was copied in part says that the link does not hold', async () => {
  const answer = await app.request('/pasang?kunci=separuh')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('<h1>Tautan tidak berlaku</h1>')
})
