import { expect, test } from 'vitest'
import { makeApp, ours } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'

const app = makeApp(await freshDatabase())

test('an unknown address answers in words, with a way back', async () => {
  const answer = await app.request('/tidak-ada')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toMatch(/Halaman tidak ditemukan[\s\S]+href="\/beranda"/)
})

test.each([
  ['from elsewhere', { origin: 'https://lain.example' }, 403],
  ['from nowhere', {}, 403],
  ['from a frame of another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['from a page of ours', ours, 404],
  ['from a page of ours by another name of this machine', { origin: 'http://127.0.0.1:3000' }, 404],
  ['by a browser that says so', { 'sec-fetch-site': 'same-origin' }, 404],
])('a form that comes %s', async (_, headers, status) => {
  expect((await app.request('/tidak-ada', { method: 'POST', headers })).status).toBe(status)
})

test('a form larger than forms are is refused in words', async () => {
  const headers = { ...ours, 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await app.request('/tidak-ada', { method: 'POST', headers, body: `x=${'a'.repeat(1024 * 1024)}` })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('Kecilkan')
})

test('what tells of an upload is no larger than a form; only its parts are', async () => {
  const large = { body: 'x'.repeat(1024 * 1024 + 1) }
  const id = '0198a000-0000-7000-8000-000000000000'
  const told = { method: 'POST', headers: { ...ours, 'content-type': 'application/x-www-form-urlencoded' }, ...large }
  for (const path of [`/unggah/${id}/keadaan`, '/unggah']) expect((await app.request(path, told)).status).toBe(413)
  const part = { method: 'PATCH', headers: { ...ours, 'content-type': 'application/offset+octet-stream' }, ...large }
  expect((await app.request(`/unggah/${id}`, part)).status).toBe(401)
})

test.each(['/galeri/%00', '/media/b7k3m9qt/%00.vtt', '/galeri?q=a%00', '/oai?verb=Identify&x=%00', '/dokumentasi/%00'])(
  'at %s, which has a NUL in it, there is nothing',
  async (path) => expect((await app.request(path)).status).toBe(404),
)

test('every answer carries the headers that keep a browser to our own pages', async () => {
  const { headers } = await app.request('/tidak-ada')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/)
  expect(policy).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('x-powered-by')).toBeNull()
})
