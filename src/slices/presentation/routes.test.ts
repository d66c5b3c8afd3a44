import { randomUUIDv7 } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { listFollowUps } from '#follow-up'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { findProject } from '#project'
import { makeApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { makeSitting, makeVerified, openPresentation } from './make-presentation.ts'
import { sittingPolicy } from './policy.ts'
import { listSlots } from './presentation-store.ts'
import { findSitting, listAttendees, listSittings } from './sitting-store.ts'
import { mayReadSlides } from './view.ts'

const database = await freshDatabase()
const app = makeApp(database)
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = await makeVerified(scene)
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const post = async (actor: Actor, path: string, body: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(body) })

const typed = {
  ...{ title: 'Sidang Paparan I', held_on: '2026-11-24', begins_at: '09:00', ends_at: '11:00' },
  ...{ place: 'Ruang Sidang', link: '', minutes: '20' },
}

describe('the form of a sitting', () => {
  test('calls it with the projects that were chosen, once however often it is posted', async () => {
    const id = randomUUIDv7()
    for (const _ of [1, 2])
      expect((await post(scene.secretariat, '/paparan', { ...typed, id, codes: code })).status).toBe(303)
    expect((await listSlots(scene.db, id)).map((slot) => slot.code)).toEqual([code])
    const page = await (await open(scene.agent, `/paparan/${id}`)).text()
    expect(page).toContain('Selasa, 24 November 2026, pukul 09.00–11.00 WIB')
  })

  test.each([
    [{ ends_at: '08:00' }, 'Jam selesai harus sesudah jam mulai.'],
    [{ place: '' }, 'Isi tempat, atau tautan rapat daring.'],
    [{ link: 'javascript:alert(1)' }, 'Isi alamat lengkap yang diawali https://.'],
    [{ minutes: 'dua' }, 'Isi angka bulat, misalnya 20.'],
  ])('comes back with %o, and keeps what was typed', async (but, sentence) => {
    const answer = await post(scene.secretariat, '/paparan', { ...typed, id: randomUUIDv7(), ...but })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(html).toContain('value="Sidang Paparan I"')
  })

  test('from an old page shows what is stored beside what was typed', async () => {
    const id = await makeSitting(scene, [code])
    await post(scene.secretariat, `/paparan/${id}/ubah`, { ...typed, place: 'Aula', revision: '1' })
    const answer = await post(scene.secretariat, `/paparan/${id}/ubah`, { ...typed, place: 'Lobi', revision: '1' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('value="Lobi"')
    expect(html).toContain('Aula')
  })

  test('is called off only after asking, and not once something was decided', async () => {
    const id = await makeSitting(scene, [code])
    expect(await (await open(scene.secretariat, `/paparan/${id}/batalkan`)).text()).toContain('Batalkan sidang ini?')
    expect((await post(scene.head, `/paparan/${id}/batalkan`)).status).toBe(403)
    expect((await post(scene.secretariat, `/paparan/${id}/batalkan`)).status).toBe(303)
    expect(await findSitting(scene.db, id)).toBeUndefined()
    const other = await makeSitting(scene, [code])
    const slot = await openPresentation(scene, code)
    const decision = { id: slot.id, revision: '1', decision: 'accepted' }
    await post(scene.secretariat, `/proyek/${code}/paparan/keputusan`, decision)
    expect((await post(scene.secretariat, `/paparan/${other}/batalkan`)).status).toBe(409)
  })

  test('goes into the calendar whole for those who hear all of it, by their slots for those who present', async () => {
    const judge = await scene.addActor('Tuti Herawati')
    const id = await makeSitting(scene, [await makeVerified(scene, await scene.addSeat(2)), code])
    await post(scene.secretariat, `/paparan/${id}/penilai`, { person_ids: judge.personId ?? '', revision: '1' })
    const slot = await openPresentation(scene, code)
    const path = `/paparan/${id}/kalender.ics`
    for (const page of [`/paparan/${id}`, `/proyek/${code}/paparan`])
      expect(await (await open(scene.agent, page)).text()).toContain(`href="${path}"`)
    const answer = await open(scene.agent, path)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const lines = async (actor: Actor) =>
      (await (await open(actor, path)).text()).match(/^(UID|DTSTART|SEQUENCE):.*$/gm)
    expect(await lines(scene.agent)).toEqual([`UID:${slot.id}@rintis`, 'DTSTART:20261124T022000Z', 'SEQUENCE:0'])
    expect(await lines(scene.head)).toEqual(await lines(scene.agent))
    await post(scene.secretariat, `/paparan/${id}/pindah/${slot.id}`, { sitting_id: id, begins_at: '10:00' })
    expect(await lines(scene.agent)).toEqual([`UID:${slot.id}@rintis`, 'DTSTART:20261124T030000Z', 'SEQUENCE:1'])
    for (const actor of [judge, scene.secretariat, scene.leadership])
      expect((await lines(actor))?.slice(0, 2)).toEqual([`UID:${id}@rintis`, 'DTSTART:20261124T020000Z'])
    expect((await open(scene.stranger, path)).status).toBe(404)
  })

  test('is the secretariat’s alone', async () => {
    const id = await makeSitting(scene, [code])
    expect((await open(scene.agent, '/paparan/baru')).status).toBe(403)
    expect((await open(scene.head, `/paparan/${id}/susunan`)).status).toBe(403)
    expect((await open(scene.stranger, `/paparan/${id}`)).status).toBe(404)
    expect((await open(scene.secretariat, '/paparan/bukan-id')).status).toBe(404)
  })
})

describe('minutes', () => {
  test('hold who was present, and who said what', async () => {
    const id = await makeSitting(scene, [code])
    const slot = await openPresentation(scene, code)
    const there = { person_ids: scene.head.personId ?? '', guests: 'Ibu Ratna, komunitas baca', revision: '1' }
    expect((await post(scene.secretariat, `/paparan/${id}/hadir`, there)).status).toBe(303)
    const again = await (await open(scene.secretariat, `/paparan/${id}`)).text()
    expect([again.includes('Ubah kehadiran'), again.includes('Catat kehadiran')]).toEqual([true, false])
    const path = `/paparan/${id}/masukan/${slot.id}`
    const both = { id: randomUUIDv7(), person_id: scene.head.personId ?? '', guest: 'Tamu', words: 'Baik.' }
    expect((await post(scene.secretariat, path, both)).status).toBe(422)
    expect((await post(scene.secretariat, path, { ...both, guest: '' })).status).toBe(303)
    const page = await (await open(scene.agent, `/paparan/${id}`)).text()
    expect(page).toContain('Bonar Hutapea; Ibu Ratna, komunitas baca')
    expect(page).toContain('Baik.')
    expect(page).not.toContain('Catat masukan')
    const toDo = `${path}/${both.id}/tindak-lanjut`
    expect(await (await open(scene.secretariat, toDo)).text()).toContain('Baik.</textarea>')
    const agreed = {
      id: randomUUIDv7(),
      what: 'Ukur waktunya',
      owner_id: scene.agent.personId ?? '',
      due_on: '2026-12-01',
    }
    expect((await post(scene.secretariat, toDo, { ...agreed, due_on: '' })).status).toBe(422)
    for (const _ of [1, 2])
      expect((await post(scene.secretariat, toDo, { ...agreed, id: randomUUIDv7() })).status).toBe(303)
    expect(await listFollowUps(scene.db, scene.secretariat, { sourceIds: [slot.id] })).toMatchObject([
      { what: 'Ukur waktunya', source: 'sitting' },
    ])
    expect((await post(scene.head, toDo, agreed)).status).toBe(403)
    const word = await open(scene.agent, `/paparan/${id}/notula/docx`)
    expect(word.headers.get('content-disposition')).toContain('notula-sidang-paparan-i-2026-11-24.docx')
    const parts = unzipSync(new Uint8Array(await word.arrayBuffer()))
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    for (const part of ['Bonar Hutapea: Baik.', 'Ukur waktunya', 'Ibu Ratna']) expect(text).toContain(part)
    expect((await open(scene.agent, `/paparan/${id}/notula/pdf`)).headers.get('content-type')).toBe('application/pdf')
    expect((await open(scene.agent, `/paparan/${id}/notula/txt`)).status).toBe(404)
    const drop = `${path}/${both.id}/hapus`
    expect((await open(scene.secretariat, drop)).status).toBe(200)
    expect((await post(scene.secretariat, drop)).status).toBe(303)
    expect((await post(scene.secretariat, `${path}/x/hapus`)).status).toBe(404)
  })
})

test('the attendance list shows whom the sitting is about and whoever is ticked; the others are folded away', async () => {
  const id = await makeSitting(scene, [code])
  const page = async () =>
    (await (await open(scene.secretariat, `/paparan/${id}/hadir`)).text()).split('<details class="more')
  const [seen = '', folded = ''] = await page()
  expect([seen.includes('Nadia Kusumastuti'), seen.includes('Bonar Hutapea')]).toEqual([true, true])
  expect([seen.includes('Yohanes Lewa'), folded.includes('Yohanes Lewa')]).toEqual([false, true])
  const there = { person_ids: scene.stranger.personId ?? '', guests: '', revision: '1' }
  expect((await post(scene.secretariat, `/paparan/${id}/hadir`, there)).status).toBe(303)
  expect((await page())[0]).toMatch(/Lainnya yang hadir[\s\S]*Yohanes Lewa/)
  const stale = await post(scene.secretariat, `/paparan/${id}/hadir`, there)
  expect([stale.status, (await stale.text()).includes('Yohanes Lewa')]).toEqual([409, true])
})

test('a person of another agency is refused with a sentence wherever one is named', async () => {
  const id = await makeSitting(scene, [code])
  const slot = await openPresentation(scene, code)
  const elsewhere = (await makeScene(database)).agent.personId ?? ''
  const said = { id: randomUUIDv7(), person_id: elsewhere, guest: '', words: 'Baik.' }
  const change = { what_1: 'Lengkapi data', owner_id_1: elsewhere, due_on_1: '2026-12-01' }
  const decided = { id: slot.id, revision: '1', decision: 'accepted_with_changes', ...change }
  for (const [path, body] of [
    [`/paparan/${id}/hadir`, { person_ids: elsewhere, guests: '', revision: '1' }],
    [`/paparan/${id}/masukan/${slot.id}`, said],
    [`/proyek/${code}/paparan/keputusan`, decided],
    [
      '/tindak-lanjut',
      { id: randomUUIDv7(), what: 'Lengkapi data', owner_id: elsewhere, due_on: '2026-12-01', origin: 'Rapat' },
    ],
  ] as const) {
    const answer = await post(scene.secretariat, path, body)
    // The forms of a decision and of a follow-up come back with what was typed.
    expect([path, answer.status]).toEqual([path, path.startsWith('/paparan') ? 409 : 422])
    const page = await answer.text()
    expect(page).toContain('Pilih pegawai yang ada')
    if (answer.status === 422) expect(page).toContain('Lengkapi data')
  }
  expect((await openPresentation(scene, code)).decision).toBeNull()
})

describe('the project’s page of presentations', () => {
  test('offers each person the act that is theirs now', async () => {
    const page = async (actor: Actor) => (await open(actor, `/proyek/${code}/paparan`)).text()
    expect(await page(scene.secretariat)).toContain(`/paparan/baru?proyek=${code}`)
    expect(await page(scene.agent)).not.toContain('Jadwalkan paparan')
    await makeSitting(scene, [code])
    expect(await page(scene.agent)).toContain('Salindia paparan')
    expect(await page(scene.head)).not.toContain('Salindia paparan')
    expect(await page(scene.secretariat)).toContain('Catat keputusan')
  })

  test('slides are read by whom the presentation concerns', async () => {
    await makeSitting(scene, [code])
    const { id } = await openPresentation(scene, code)
    const judge = await scene.addActor('Tuti Herawati', { relation: 'judge', thingId: randomUUIDv7() })
    for (const actor of [scene.agent, scene.head, scene.leadership, judge])
      expect(await mayReadSlides(scene.db, actor, id, '')).toBe(true)
    expect(await mayReadSlides(scene.db, scene.stranger, id, '')).toBe(false)
  })

  test('asks for a file where none was chosen', async () => {
    await makeSitting(scene, [code])
    const { id } = await openPresentation(scene, code)
    const answer = await post(scene.agent, `/proyek/${code}/paparan/salindia`, { presentation_id: id })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Pilih berkas salindianya.')
  })
})

describe('the list of sittings', () => {
  test('shows each person exactly what the policy lets them read', async () => {
    const other = await scene.addSeat(2)
    const sittings = [await makeSitting(scene, [code])]
    sittings.push(await makeSitting(scene, [await makeVerified(scene, other)]))
    const attendee = await scene.addActor('Rangga Aditya')
    await post(scene.secretariat, `/paparan/${sittings[0]}/hadir`, {
      ...{ person_ids: attendee.personId ?? '', guests: '', revision: '1' },
    })
    const project = await findProject(scene.db, code)
    const member = await scene.addActor('Galih Pratama', { relation: 'member', thingId: project?.id ?? '' })
    const steward = await scene.addActor('Dewi Anggraeni', { relation: 'steward', thingId: scene.programmeId })
    const judge = await scene.addActor('Tuti Herawati', { relation: 'judge', thingId: randomUUIDv7() })
    const everything = await listSittings(scene.db, scene.secretariat, {})
    expect(everything).toHaveLength(2)
    const { agent, head, leadership, stranger } = scene
    const former = { ...stranger, standings: [{ relation: 'former-agent' as const, thingId: scene.seatId }] }
    for (const actor of [agent, former, other.agent, head, leadership, stranger, attendee, member, steward, judge]) {
      const readable = []
      for (const row of everything) {
        const attendeeIds = (await listAttendees(scene.db, row.id)).map(({ personId }) => personId)
        const seen = { agencyId: scene.agencyId, slots: await listSlots(scene.db, row.id), attendeeIds }
        if (can(sittingPolicy, actor, 'read', seen)) readable.push(row)
      }
      expect(await listSittings(scene.db, actor, {})).toEqual(readable)
    }
  })

  test('takes as many queries for three as for one, and so does a sitting for its slots', async () => {
    const count = async (path: string) => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      expect((await app.request(path, { headers })).status).toBe(200)
      return database.statements.length - before
    }
    const id = await makeSitting(scene, [code])
    const [one, slots] = [await count('/paparan'), await count(`/paparan/${id}`)]
    const more = [await makeVerified(scene, await scene.addSeat(2)), await makeVerified(scene, await scene.addSeat(3))]
    const full = await makeSitting(scene, more)
    await makeSitting(scene, [])
    expect(await count('/paparan')).toBe(one)
    expect(await count(`/paparan/${full}`)).toBe(slots)
  })
})
