import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Web } from './request.ts'
import { heard, say } from './toast.ts'

const app = new Hono<Web>()
  .post('/:words', (c) => {
    say(c, c.req.param('words'))
    return c.body(null)
  })
  .get('/', (c) => c.json(heard(c)))

/** What is said to a browser, and what it hears on the next page. */
async function told(words: string) {
  const said = (await app.request(`/${encodeURIComponent(words)}`, { method: 'POST' })).headers.get('set-cookie') ?? ''
  const [cookie = ''] = said.split(';')
  return { size: cookie.length, words: await (await app.request('/', { headers: { cookie } })).json() }
}

test('one sentence is heard on the next page, whatever its letters', async () => {
  expect((await told('Undangan dikirim; “10 %” – selesai.')).words).toBe('Undangan dikirim; “10 %” – selesai.')
})

test('of more than a sentence so much is said as a browser keeps, and no letter is cut in two', async () => {
  const { size, words } = await told('🗓'.repeat(2000))
  expect(size).toBeLessThan(4000)
  expect(words).toMatch(/^🗓+…$/u)
})
