import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Db, select } from '#db'
import { listEntries } from '#journal'
import { makeApp } from '#test/app.ts'
import { asks } from '#test/ask.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAgency, makePerson, makeStanding, makeUnit } from '#test/people.ts'
import { signInAs } from '#test/sign-in.ts'
import { findPerson, findPersonByNip } from './person-store.ts'

const database = await freshDatabase()
const app = makeApp(database)
const nip = '198504122009122903'
const nipShown = '19850412 200912 2 903'
let db: Db
let secretary: ReturnType<typeof asks>
let leader: ReturnType<typeof asks>

beforeEach(async () => {
  ;({ db } = await makeAgency(database))
  secretary = asks(app, await signInAs(db, { name: 'Sri Wahyuni', roles: ['secretariat'] }))
  leader = asks(app, await signInAs(db, { roles: ['leadership'] }))
})

const facts = {
  name: 'Nadia Kusumastuti',
  titles_before: 'Dr.',
  titles_after: 'M.Hum.',
  nip: nipShown,
  no_nip_reason: '',
  position: 'Pustakawan Ahli Muda',
  grade: 'III/d',
  unit_id: '',
  email: 'Nadia@Uji.Example',
}

async function add(but: Record<string, string> = {}): Promise<{ id: string; answer: Response }> {
  const id = randomUUIDv7()
  return { id, answer: await secretary.post('/orang/tambah', { id, ...facts, ...but }) }
}

describe('a person is added by hand', () => {
  test('with a NIP that is sealed, found again, and nowhere else', async () => {
    const { id, answer } = await add()
    expect(answer.headers.get('location')).toBe(`/orang/${id}`)
    expect((await findPersonByNip(db, nip))?.id).toBe(id)
    expect(await findPerson(db, id)).toMatchObject({ name: 'Nadia Kusumastuti', email: 'nadia@uji.example' })
    const row = await select(db, 'person').selectAll().where('id', '=', id).executeTakeFirst()
    expect(JSON.stringify(row)).not.toContain(nip)
    expect(JSON.stringify((await listEntries(db, 1)).rows)).not.toContain(nip)
  })

  test('without a NIP, with the reason', async () => {
    const { id, answer } = await add({ nip: '', no_nip_reason: 'Anggota TNI' })
    expect(answer.status).toBe(303)
    expect(await findPerson(db, id)).toMatchObject({ hasNip: false, noNipReason: 'Anggota TNI' })
  })

  test.each([
    ['neither NIP nor reason', { nip: '' }, 'Isi NIP, atau alasan pegawai ini tidak memilikinya.'],
    ['both', { no_nip_reason: 'Non-ASN' }, 'Kosongkan alasan ini, karena NIP sudah diisi.'],
    [
      'a NIP that cannot be',
      { nip: '19851312 200912 2 903' },
      'Delapan digit pertama NIP bukan tanggal lahir yang ada.',
    ],
    ['no name', { name: ' ' }, 'Isi nama tanpa gelar.'],
    ['half an e-mail address', { email: 'nadia@' }, 'Isi alamat surel yang lengkap'],
  ])('not with %s', async (_, but, message) => {
    const { id, answer } = await add(but)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(message)
    expect(await findPerson(db, id)).toBeUndefined()
  })

  test('not with a NIP that somebody else has: the message stands beside it', async () => {
    await add()
    const { answer } = await add({ name: 'Nadia K.' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/id="nip-error"[\s\S]*?NIP ini sudah tercatat pada pegawai lain\./)
  })
})

describe('what is known of a person is corrected', () => {
  const correct = (id: string, but: Record<string, string>) =>
    secretary.post(`/orang/${id}/koreksi`, { revision: '1', reason: 'Salah ketik pada lampiran SK.', ...facts, ...but })

  test('with a reason, which its history shows and the journal does not hold', async () => {
    const { id } = await add()
    expect((await correct(id, { nip: '198504122009122904', name: 'Nadia Kusuma' })).status).toBe(303)
    expect((await findPersonByNip(db, '198504122009122904'))?.id).toBe(id)
    expect(await findPersonByNip(db, nip)).toBeUndefined()
    const html = await leader.read(`/orang/${id}`)
    expect(html).toContain('Sri Wahyuni mengoreksi nama dan NIP.')
    expect(html).toContain('Salah ketik pada lampiran SK.')
    expect(JSON.stringify((await listEntries(db, 1)).rows)).not.toContain('Salah ketik')
  })

  test('not without one', async () => {
    const { id } = await add()
    const answer = await correct(id, { name: 'Nadia Kusuma', reason: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Isi alasan koreksi ini.')
  })

  test('and nothing is written where nothing differs', async () => {
    const { id } = await add()
    await correct(id, {})
    expect((await listEntries(db, 1)).rows.map(({ event }) => event)).toEqual(['person.added'])
    expect(await findPerson(db, id)).toMatchObject({ revision: 1 })
  })

  test('once at a time: whoever comes second sees both values', async () => {
    const { id } = await add()
    await correct(id, { position: 'Pustakawan Ahli Madya' })
    const answer = await correct(id, { position: 'Pustakawan Ahli Utama' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('value="Pustakawan Ahli Utama"')
    expect(html).toContain('Pustakawan Ahli Madya')
  })
})

describe('a person’s page', () => {
  test('shows the NIP in groups to who keeps the records and to the person, not to others who may read it', async () => {
    const unitId = await makeUnit(db)
    const { id } = await add({ unit_id: unitId })
    const person = asks(app, await signInAs(db, { personId: id }))
    const head = await signInAs(db)
    await makeStanding(db, head.personId, 'head', unitId)
    expect(await secretary.read(`/orang/${id}`)).toContain(nipShown)
    expect(await person.read(`/orang/${id}`)).toContain(nipShown)
    for (const reader of [leader, asks(app, head)]) {
      const html = await reader.read(`/orang/${id}`)
      expect(html).toContain('Nadia Kusumastuti')
      expect(html).not.toContain(nipShown)
    }
  })

  test('is not found by who may not read it, nor at an address that is none', async () => {
    const { id } = await add()
    const stranger = asks(app, await signInAs(db))
    expect((await stranger.open(`/orang/${id}`)).status).toBe(404)
    expect((await stranger.post(`/orang/${id}/koreksi`, {})).status).toBe(404)
    expect((await leader.open(`/orang/${id}/koreksi`)).status).toBe(403)
    expect((await secretary.open('/orang/nadia')).status).toBe(404)
  })
})

describe('the register', () => {
  test('is narrowed to a unit and all below it', async () => {
    const biro = await makeUnit(db, { name: 'Biro Hukum' })
    await makePerson(db, { name: 'Bonar', unitId: await makeUnit(db, { parentId: biro }) })
    await makePerson(db, { name: 'Tari' })
    const slug = (await select(db, 'unit').select('slug').where('id', '=', biro).executeTakeFirstOrThrow()).slug
    const html = await secretary.read(`/orang?unit=${slug}`)
    expect(html).toContain('Bonar')
    expect(html).not.toContain('Tari')
  })

  test('is for who oversees the programme and for heads', async () => {
    expect((await asks(app, await signInAs(db)).open('/orang')).status).toBe(404)
    expect((await leader.open('/orang')).status).toBe(200)
  })

  test('takes the same number of queries for one person and for three', async () => {
    const queries = async () => {
      const before = database.statements.length
      await secretary.open('/orang?cari=Pegawai')
      return database.statements.length - before
    }
    await makePerson(db)
    await queries()
    const forOne = await queries()
    await makePerson(db, { unitId: await makeUnit(db) })
    await makePerson(db, { unitId: await makeUnit(db) })
    expect(await queries()).toBe(forOne)
  })
})
