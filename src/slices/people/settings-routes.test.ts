import { beforeEach, expect, test } from 'vitest'
import type { Db } from '#db'
import { listEntries } from '#journal'
import { makeApp } from '#test/app.ts'
import { asks } from '#test/ask.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAgency } from '#test/people.ts'
import { signInAs } from '#test/sign-in.ts'
import { findAgency } from './agency-store.ts'

const database = await freshDatabase()
const app = makeApp(database)
let db: Db
let admin: ReturnType<typeof asks>

beforeEach(async () => {
  ;({ db } = await makeAgency(database))
  admin = asks(app, await signInAs(db, { roles: ['admin'] }))
})

const settings = {
  revision: '1',
  name: 'Pustaka Nusantara Timur',
  zone: 'Asia/Jayapura',
  contact_email: 'kontak@pustaka.example',
  mails_from: '07:30',
  mails_until: '16:00',
}

test('the admin changes the agency’s name, zone and contact, and it is journalled', async () => {
  expect((await admin.post('/pengaturan', settings)).status).toBe(303)
  expect(await findAgency(db)).toMatchObject({
    name: 'Pustaka Nusantara Timur',
    zone: 'Asia/Jayapura',
    contactEmail: 'kontak@pustaka.example',
    mailsFrom: '07:30',
    mailsUntil: '16:00',
    revision: 2,
  })
  expect((await listEntries(db, 1)).rows.map(({ event }) => event)).toEqual(['agency.changed'])
})

test('a zone that is none of the three is refused, and nothing changes', async () => {
  const answer = await admin.post('/pengaturan', { ...settings, zone: 'Europe/Amsterdam' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Pilih zona waktu.')
  expect(await findAgency(db)).toMatchObject({ zone: 'Asia/Jakarta', revision: 1 })
})

test('working hours that end before they begin are refused', async () => {
  const answer = await admin.post('/pengaturan', { ...settings, mails_until: '07:30' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Jam tutup harus setelah jam buka.')
})

test('whoever saves second sees both values, the chosen one by its name', async () => {
  await admin.post('/pengaturan', settings)
  const answer = await admin.post('/pengaturan', { ...settings, zone: 'Asia/Makassar' })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toMatch(/Yang tersimpan sekarang:<\/span> WIT \(Waktu Indonesia Timur\)/)
})

test('the secretariat reads the settings and cannot change them; others do not see them', async () => {
  const secretary = asks(app, await signInAs(db, { roles: ['secretariat'] }))
  expect(await secretary.read('/pengaturan')).not.toContain('<button type="submit" class="button primary"')
  expect((await secretary.post('/pengaturan', settings)).status).toBe(403)
  expect((await asks(app, await signInAs(db, { roles: ['leadership'] })).open('/pengaturan')).status).toBe(404)
})

test('the last daily copy that is whole is shown, and what is wrong with a newer one', async () => {
  expect(await admin.read('/pengaturan')).toContain('Belum ada cadangan harian yang utuh.')
  const run = { folder: '/cadangan', fileCount: 3, size: 1000, beganAt: new Date('2026-11-22T18:00:00Z') }
  const whole = { ...run, id: '0198c0de-0000-7000-8000-000000000001', endedAt: new Date('2026-11-22T18:01:00Z') }
  const broken = { ...run, id: '0198c0de-0000-7000-8000-000000000002', endedAt: new Date('2026-11-23T18:01:00Z') }
  await database.query
    .insertInto('backupRun')
    .values([whole, { ...broken, problem: 'Satu berkas hilang.' }])
    .execute()
  const html = await admin.read('/pengaturan')
  expect(html).toContain('23 November 2026 pukul 01.01 WIB')
  expect(html).toContain('Satu berkas hilang.')
})

test('the number under which lasting addresses are given is warned of while it is for trials', async () => {
  expect(await (await admin.open('/pengaturan')).text()).toContain('Nomor 99999 hanya untuk uji coba.')
  const named = makeApp({ ...database, arkNaan: '12148' })
  const { headers } = await signInAs(db, { roles: ['admin'] })
  const page = await (await named.request('/pengaturan', { headers })).text()
  expect([page.includes('nomor (NAAN) 12148'), page.includes('uji coba')]).toEqual([true, false])
})
