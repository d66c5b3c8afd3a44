import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { insert, transact } from '#db'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAccess, makeAgency } from '#test/people.ts'
import { hiddenFields, visit } from '#test/visitor.ts'
import { TextField } from '#web/fields.tsx'
import { PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { signedIn } from '#web/request.ts'
import { readPosted } from '#web/typed.ts'
import { makeAccountWithPassword, testPassword } from './make-account.ts'

const database = await freshDatabase()
const app = makeApp(database)
const agency = await makeAgency(database)
const account = await makeAccountWithPassword(database)
await makeAccess(agency.db, account.id)

const done: string[] = []
const form = z.object({ title: z.string().min(3, 'Isi judul.') })
app.post('/uji', signedIn, async (c) => {
  const read = await readPosted(c, form)
  if (read.ok) {
    done.push(read.value.title)
    return c.redirect('/uji', 303)
  }
  return c.render(
    <DeskPage title="Uji">
      <PostForm form={read.form} action="/uji">
        <TextField form={read.form} name="title" label="Judul" />
      </PostForm>
    </DeskPage>,
    read.status,
  )
})
app.post('/uji/tombol', signedIn, async (c) => {
  const { db } = c.var
  const unit = { id: crypto.randomUUID(), name: 'Tidak boleh ada', slug: 'tidak-boleh-ada' }
  await transact(db, async (tx) => insert(tx, 'unit', unit).execute())
  return c.redirect('/uji', 303)
})

const typed = { title: 'Layanan <"cepat"> & ramah', area: ['1', '3'] }
const from = { referer: 'http://localhost:3000/proyek?halaman=2' }
const signIn = { email: account.email, password: testPassword }

describe('a form that meets an ended session', () => {
  test('is answered by the sign-in page, which carries it', async () => {
    const visitor = visit(app)
    const answer = await visitor.post('/uji?tab=2', typed, from)
    expect(answer.status).toBe(403)
    expect(answer.headers.get('location')).toBeNull()
    const html = await answer.text()
    expect(html).toContain('Isian Anda tidak hilang')
    const hidden = hiddenFields(html)
    expect(hidden).toMatchObject({ resume_path: '/uji?tab=2', resume_from: '/proyek?halaman=2' })
    expect(JSON.parse(hidden.resume_typed ?? '')).toEqual(typed)
  })

  test('stays in the sign-in page, with the word that nothing is lost, when the password is wrong', async () => {
    const visitor = visit(app)
    const carried = hiddenFields(await (await visitor.post('/uji?tab=2', typed, from)).text())
    const answer = await visitor.post('/masuk', { ...carried, ...signIn, password: 'bukan kata sandinya' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Isian Anda tidak hilang')
    expect(JSON.parse(hiddenFields(html).resume_typed ?? '')).toEqual(typed)
  })

  test('comes back after the sign-in with everything typed, and is not carried out', async () => {
    const visitor = visit(app)
    const hidden = hiddenFields(await (await visitor.post('/uji', typed, from)).text())
    const wrong = await visitor.post('/masuk', { ...hidden, ...signIn, password: 'bukan kata sandinya' })
    expect(hiddenFields(await wrong.text())).toEqual(hidden)
    const answer = await visitor.post('/masuk', { ...hidden, ...signIn })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('value="Layanan &lt;&quot;cepat&quot;> &amp; ramah"')
    expect(html).toContain('Anda sudah masuk kembali dan isian Anda masih utuh.')
    expect(html).not.toContain('perlu diperbaiki')
    expect(done).toEqual([])
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
    for (const [, used] of html.matchAll(/nonce="([^"]+)"/g)) expect(used).toBe(nonce)
    expect((await visitor.post('/uji', typed)).status).toBe(303)
    expect(done).toEqual([typed.title])
  })

  test('of a mere button leads back to its page, and nothing was done', async () => {
    const visitor = visit(app)
    const hidden = hiddenFields(await (await visitor.post('/uji/tombol', {}, from)).text())
    const answer = await visitor.post('/masuk', { ...hidden, ...signIn })
    expect(answer.headers.get('location')).toBe('/proyek?halaman=2')
    expect(decodeURIComponent(visitor.cookies.get('rintis-say') ?? '')).toContain('belum dilakukan')
    const units = await database.query.selectFrom('unit').select('id').execute()
    expect(units).toEqual([])
    expect((await visitor.post('/uji/tombol')).status).toBe(303)
  })

  test.each([
    { resume_path: 'https://lain.example/', resume_typed: '{}' },
    { resume_path: '//lain.example/', resume_typed: '{}' },
    { resume_path: '/masuk', resume_typed: '{}' },
    { resume_path: '/uji', resume_typed: 'rusak' },
    { resume_path: '/uji' },
  ])('is passed over when it could not have been ours: %o', async (hidden) => {
    const answer = await visit(app).post('/masuk', { ...hidden, ...signIn })
    expect(answer.headers.get('location')).toBe('/beranda')
  })
})

test('a closed page leads to the sign-in and back', async () => {
  const answer = await visit(app).get('/proyek?urut=nama')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/masuk?ke=%2Fproyek%3Furut%3Dnama')
})

test('what is no form reads that it is signed out', async () => {
  const answer = await visit(app).post('/uji', {}, { 'content-type': 'application/json' })
  expect(answer.status).toBe(401)
})

test('a session that ran out in the meantime counts as none', async () => {
  let now = testNow
  const later = makeApp(database, () => now)
  const visitor = visit(later)
  await visitor.post('/masuk', signIn)
  now = new Date(now.getTime() + 12 * 3_600_000)
  expect((await visitor.post('/masuk', {})).status).toBe(422)
  expect((await visitor.get('/proyek')).status).toBe(303)
})
