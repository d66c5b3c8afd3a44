import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Db, insert, select } from '#db'
import { listEntries } from '#journal'
import { makeApp } from '#test/app.ts'
import { asks } from '#test/ask.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAccess, makeAccount, makeAgency, makePerson, makeStanding, makeUnit } from '#test/people.ts'
import { signInAs } from '#test/sign-in.ts'
import { listCorrections } from './correction-store.ts'
import { findPerson } from './person-store.ts'
import { listStandingsOf } from './standing-store.ts'

const database = await freshDatabase()
const app = makeApp(database)
let db: Db
let secretary: ReturnType<typeof asks>
let staying: string
let givenUp: string

beforeEach(async () => {
  ;({ db } = await makeAgency(database))
  secretary = asks(app, await signInAs(db, { roles: ['secretariat'] }))
  staying = await makePerson(db, { name: 'Nadia Kusumastuti' })
  givenUp = await makePerson(db, { name: 'Nadia K.', email: 'nadia@uji.example' })
})

const merge = (but: Record<string, string> = {}) =>
  secretary.post(`/orang/${staying}/gabung`, {
    given_up_id: givenUp,
    given_up_revision: '1',
    staying_revision: '1',
    reason: 'Nama dan surelnya sama.',
    ...but,
  })

/** An appointment of the person to a seat, with all that it stands on. */
async function appoint(personId: string): Promise<void> {
  const [programmeId, decreeId, seatId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()]
  const term = { fromOn: '2026-01-01', untilOn: '2026-12-31' }
  const set = { setCode: 'peta-jalan-2020-2024' }
  await insert(db, 'programme', {
    id: programmeId,
    slug: '2026',
    name: 'Agen Perubahan 2026',
    ...set,
    ...term,
  }).execute()
  const decree = { id: decreeId, code: 'b3c4d5f6', number: '12/2026', about: 'Penetapan', decidedOn: '2026-01-01' }
  await insert(db, 'decree', { ...decree, programmeId, ...term }).execute()
  const unitId = await makeUnit(db)
  await insert(db, 'seat', { id: seatId, programmeId, number: 1, level: 'central', unitId }).execute()
  await insert(db, 'appointment', { id: randomUUIDv7(), seatId, personId, decreeId, ...term }).execute()
}

describe('two records of one person', () => {
  test('become one: whatever names the one that is given up names the other, also in rooms above', async () => {
    await appoint(givenUp)
    await makeStanding(db, givenUp, 'agent', randomUUIDv7())
    const account = await makeAccount(db)
    await makeAccess(db, account.id, { personId: givenUp })
    expect((await merge()).headers.get('location')).toBe(`/orang/${staying}`)
    const appointments = await select(db, 'appointment').select('personId').execute()
    expect(appointments).toEqual([{ personId: staying }])
    expect(await listStandingsOf(db, staying)).toHaveLength(1)
    const access = await select(db, 'access').select('personId').where('accountId', '=', account.id).executeTakeFirst()
    expect(access).toEqual({ personId: staying })
    expect(await findPerson(db, givenUp)).toMatchObject({ mergedIntoId: staying })
    expect((await listEntries(db, 1)).rows[0]).toMatchObject({
      event: 'person.merged',
      thingId: staying,
      details: { givenUpId: givenUp, moved: 3, correctionId: expect.any(String) },
    })
    expect(await listCorrections(db, staying)).toMatchObject([
      { fields: ['mergedIntoId'], reason: 'Nama dan surelnya sama.' },
    ])
    expect(await secretary.read(`/orang/${staying}`)).toContain('Nama dan surelnya sama.')
  })

  test('keep what both know: what the record that stays lacks is taken over', async () => {
    await merge()
    expect(await findPerson(db, staying)).toMatchObject({ name: 'Nadia Kusumastuti', email: 'nadia@uji.example' })
  })

  test('leave one row in the register, and the other leads to it', async () => {
    await merge()
    expect(await secretary.read('/orang')).not.toContain('Nadia K.')
    expect(await secretary.read(`/orang/${givenUp}`)).toContain(`href="/orang/${staying}"`)
  })

  test('are not merged while both hold the same at the same time', async () => {
    const thingId = randomUUIDv7()
    await makeStanding(db, staying, 'judge', thingId)
    await makeStanding(db, givenUp, 'judge', thingId)
    const answer = await merge()
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('Kedua catatan memegang hal yang sama pada waktu yang sama')
    expect(page).toContain('Nama dan surelnya sama.')
    expect(await findPerson(db, givenUp)).toMatchObject({ mergedIntoId: null })
    expect(await listStandingsOf(db, givenUp)).toHaveLength(1)
  })

  test('are not merged twice, nor a record with itself, nor when one changed since it was looked at', async () => {
    expect((await merge({ given_up_id: staying })).status).toBe(409)
    expect((await merge({ given_up_revision: '2' })).status).toBe(409)
    expect((await merge()).status).toBe(303)
    expect((await merge({ staying_revision: '2' })).status).toBe(409)
  })

  test('are merged with a reason: without one the preview comes back, and a stale one with what was typed', async () => {
    const answer = await merge({ reason: ' ' })
    expect([answer.status, (await answer.text()).includes('Isi alasan penggabungan ini.')]).toEqual([422, true])
    expect(await findPerson(db, givenUp)).toMatchObject({ mergedIntoId: null })
    const old = await (await merge({ given_up_revision: '2' })).text()
    expect([old.includes('Nama dan surelnya sama.'), old.includes('diubah orang lain')]).toEqual([true, true])
    expect((await merge({ given_up_revision: 'x' })).status).toBe(409)
  })

  test('an earlier merge follows: its record points to the one that stays now', async () => {
    const earliest = await makePerson(db, { name: 'N. Kusumastuti' })
    await secretary.post(`/orang/${givenUp}/gabung`, {
      given_up_id: earliest,
      given_up_revision: '1',
      staying_revision: '1',
      reason: 'Ejaan lama.',
    })
    await merge({ given_up_revision: '2' })
    expect(await findPerson(db, earliest)).toMatchObject({ mergedIntoId: staying })
  })
})

describe('before it is done', () => {
  test('records of the same name are offered, and the preview says what becomes of both', async () => {
    await appoint(givenUp)
    await makeStanding(db, givenUp, 'agent', randomUUIDv7())
    expect(await secretary.read(`/orang/${staying}/gabung?cari=Nadia`)).toContain(`gabung?dengan=${givenUp}`)
    const html = await secretary.read(`/orang/${staying}/gabung?dengan=${givenUp}`)
    expect(html).toContain('1 penetapan')
    expect(html).toContain('1 hubungan tugas')
    expect(html).toContain('nadia@uji.example')
    expect(html).not.toContain('dua orang yang berbeda')
    const stranger = await makePerson(db, { name: 'Bonar Hutapea' })
    const warned = await secretary.read(`/orang/${staying}/gabung?dengan=${stranger}`)
    expect(warned).toContain('Mungkin ini dua orang yang berbeda')
  })

  test('only who runs the programme sees it', async () => {
    const leader = asks(app, await signInAs(db, { roles: ['leadership'] }))
    expect((await leader.open(`/orang/${staying}/gabung`)).status).toBe(403)
    expect((await leader.post(`/orang/${staying}/gabung`, {})).status).toBe(403)
  })
})
