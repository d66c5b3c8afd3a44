import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '#db'
import { listEntries } from '#journal'
import { makeApp } from '#test/app.ts'
import { asks } from '#test/ask.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAgency, makePerson, makeStanding, makeUnit } from '#test/people.ts'
import { signInAs } from '#test/sign-in.ts'
import { headsOf } from './head-store.ts'
import { findUnitBySlug, listUnits } from './unit-store.ts'

const database = await freshDatabase()
const app = makeApp(database)
let db: Db
let secretary: ReturnType<typeof asks>
let reader: ReturnType<typeof asks>

beforeEach(async () => {
  ;({ db } = await makeAgency(database))
  secretary = asks(app, await signInAs(db, { roles: ['secretariat'] }))
  reader = asks(app, await signInAs(db))
})

const add = (name: string, parentId = '', id: string = randomUUIDv7()) =>
  secretary.post('/unit/tambah', { id, name, parent_id: parentId, from_on: '' })
const unitNamed = async (name: string) => {
  const unit = (await listUnits(db)).find((each) => each.name === name)
  if (!unit) throw new Error(`There is no unit ${name}.`)
  return unit
}
const events = async () => (await listEntries(db, 1)).rows.map(({ event }) => event)

describe('a unit is added', () => {
  test('below its parent, as the last, at an address of its own, and journalled', async () => {
    await add('Biro Hukum')
    const { id } = await unitNamed('Biro Hukum')
    const answers = [await add('Bagian Umum', id), await add('Bagian Umum', id)]
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(['/unit/bagian-umum', '/unit/bagian-umum-2'])
    const [first, second] = [await findUnitBySlug(db, 'bagian-umum'), await findUnitBySlug(db, 'bagian-umum-2')]
    expect([first?.parentId, first?.position, second?.position]).toEqual([id, 1, 2])
    expect(await events()).toEqual(['unit.added', 'unit.added', 'unit.added'])
  })

  test('once, however often its form is posted', async () => {
    const id = randomUUIDv7()
    await add('Biro Hukum', '', id)
    expect((await add('Biro Hukum', '', id)).headers.get('location')).toBe('/unit/biro-hukum')
    expect(await listUnits(db)).toHaveLength(1)
    expect(await events()).toEqual(['unit.added'])
  })

  test('never at an address that is a word of ours', async () => {
    expect((await add('Tambah')).headers.get('location')).toBe('/unit/tambah-2')
  })

  test('not without a name: the form comes back with what was typed', async () => {
    const parentId = await makeUnit(db, { name: 'Sekretariat' })
    const answer = await add('', parentId)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Isi nama unit kerja.')
    expect(html).toMatch(new RegExp(`<option[^>]* selected[^>]* value="${parentId}"|value="${parentId}"[^>]* selected`))
    expect(await listUnits(db)).toHaveLength(1)
  })

  test('by who runs the programme, nobody else', async () => {
    expect((await reader.open('/unit/tambah')).status).toBe(403)
    expect((await reader.post('/unit/tambah', { id: randomUUIDv7(), name: 'Biro', parent_id: '' })).status).toBe(403)
  })
})

describe('a unit is changed', () => {
  const change = async (slug: string, but: Record<string, string>) => {
    const unit = await findUnitBySlug(db, slug)
    if (!unit) throw new Error('There is no such unit.')
    return secretary.post(`/unit/${slug}/ubah`, {
      revision: `${unit.revision}`,
      name: unit.name,
      parent_id: unit.parentId ?? '',
      position: `${unit.position}`,
      from_on: '',
      ...but,
    })
  }

  test('in its name, and keeps its address', async () => {
    await add('Biro Hukum')
    expect((await change('biro-hukum', { name: 'Biro Hukum dan Organisasi' })).status).toBe(303)
    expect(await findUnitBySlug(db, 'biro-hukum')).toMatchObject({ name: 'Biro Hukum dan Organisasi', revision: 2 })
  })

  test('in its place, but never below itself: no ring can be made', async () => {
    await add('Biro Hukum')
    await add('Bagian Umum', (await unitNamed('Biro Hukum')).id)
    const answer = await change('biro-hukum', { parent_id: (await unitNamed('Bagian Umum')).id })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Unit tidak dapat berada di bawah dirinya sendiri.')
    expect((await unitNamed('Biro Hukum')).parentId).toBeNull()
  })

  test('once at a time: whoever comes second sees both values, and loses nothing typed', async () => {
    await add('Biro Hukum')
    await change('biro-hukum', { name: 'Biro Organisasi' })
    const answer = await change('biro-hukum', { revision: '1', name: 'Biro Kepegawaian' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('value="Biro Kepegawaian"')
    expect(html).toContain('Biro Organisasi')
    expect(await findUnitBySlug(db, 'biro-hukum')).toMatchObject({ name: 'Biro Organisasi', revision: 2 })
  })
})

describe('a unit is closed', () => {
  const close = (slug: string, untilOn = '2026-12-31', revision = '1') =>
    secretary.post(`/unit/${slug}/tutup`, { revision, until_on: untilOn })

  test('not while a unit below it goes on; the message names it', async () => {
    await add('Biro Hukum')
    await add('Bagian Umum', (await unitNamed('Biro Hukum')).id)
    const answer = await close('biro-hukum')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Tutup atau pindahkan dahulu unit di bawahnya: Bagian Umum.')
    await close('bagian-umum')
    expect((await close('biro-hukum')).status).toBe(303)
  })

  test('with its heads: from the next day the unit above heads what it left', async () => {
    await add('Biro Hukum')
    const { id } = await unitNamed('Biro Hukum')
    await add('Bagian Umum', id)
    const bagian = await unitNamed('Bagian Umum')
    const [bonar, tari] = [await makePerson(db, { name: 'Bonar' }), await makePerson(db, { name: 'Tari' })]
    await makeStanding(db, bonar, 'head', id)
    await makeStanding(db, tari, 'head', bagian.id)
    await close('bagian-umum', '2026-12-31')
    expect((await headsOf(db, bagian.id, '2026-12-31')).map(({ name }) => name)).toEqual(['Tari'])
    expect((await headsOf(db, bagian.id, '2027-01-01')).map(({ name }) => name)).toEqual(['Bonar'])
  })

  test('is gone from the tree afterwards, shown when asked for, and can be opened again', async () => {
    await add('Biro Hukum')
    await close('biro-hukum', '2026-01-31')
    expect(await reader.read('/unit')).not.toContain('Biro Hukum')
    expect(await reader.read('/unit?ditutup=ya')).toContain('Biro Hukum')
    expect((await secretary.post('/unit/biro-hukum/buka', { revision: '2' })).status).toBe(303)
    expect(await reader.read('/unit')).toContain('Biro Hukum')
  })
})

describe('the pages of units', () => {
  test('are for everybody of the agency, and offer acts to who may do them', async () => {
    await add('Biro Hukum')
    expect(await reader.read('/unit/biro-hukum')).not.toContain('/unit/biro-hukum/ubah')
    expect(await secretary.read('/unit/biro-hukum')).toContain('/unit/biro-hukum/ubah')
    const other = asks(app, await signInAs((await makeAgency(database)).db, { roles: ['admin'] }))
    expect((await other.open('/unit/biro-hukum')).status).toBe(404)
  })

  test('take the same number of queries for one unit and for three', async () => {
    await add('Biro 1')
    const queries = async () => {
      const before = database.statements.length
      await reader.open('/unit')
      return database.statements.length - before
    }
    await queries()
    const forOne = await queries()
    for (const name of ['Biro 2', 'Biro 3']) await add(name)
    expect(await queries()).toBe(forOne)
  })
})

describe('the head of a unit', () => {
  const name = (personId: string, but: Record<string, string> = {}) =>
    secretary.post('/unit/biro-hukum/atasan', {
      person_id: personId,
      kind: 'definitive',
      from_on: '2026-01-01',
      ...but,
    })

  test('is named from and until, and shown as who leads today', async () => {
    await add('Biro Hukum')
    const [bonar, tari] = [await makePerson(db, { name: 'Bonar' }), await makePerson(db, { name: 'Tari' })]
    expect((await name(bonar)).status).toBe(303)
    await name(tari, { kind: 'plh', from_on: '2026-11-20', until_on: '2026-11-30' })
    const html = (await reader.read('/unit/biro-hukum')).replace(/<[^>]+>/g, '')
    expect(html).toContain('Hari ini dipimpin Tari (Plh.), selama Bonar berhalangan.')
  })

  test('is one of a kind at a time: the message stands beside the date', async () => {
    await add('Biro Hukum')
    await name(await makePerson(db, { name: 'Bonar' }))
    const answer = await name(await makePerson(db, { name: 'Tari' }), { from_on: '2026-06-01' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(
      /id="from_on-error"[\s\S]*?Pada masa itu unit ini sudah mempunyai atasan sejenis/,
    )
  })

  test('ends after a day, so that another can begin', async () => {
    await add('Biro Hukum')
    await name(await makePerson(db, { name: 'Bonar' }))
    const { id } = await unitNamed('Biro Hukum')
    const [head] = await headsOf(db, id, '2026-11-24')
    expect(
      (await secretary.post(`/unit/biro-hukum/atasan/${head?.standingId}`, { until_on: '2026-05-31' })).status,
    ).toBe(303)
    expect((await name(await makePerson(db, { name: 'Tari' }), { from_on: '2026-06-01' })).status).toBe(303)
    expect((await headsOf(db, id, '2026-11-24')).map((each) => each.name)).toEqual(['Tari'])
    expect(await events()).toEqual(['unit.head-named', 'unit.head-ended', 'unit.head-named', 'unit.added'])
  })

  test('is named by who runs the programme, nobody else', async () => {
    await add('Biro Hukum')
    expect((await reader.open('/unit/biro-hukum/atasan')).status).toBe(403)
    expect((await reader.post('/unit/biro-hukum/atasan', {})).status).toBe(403)
  })
})
