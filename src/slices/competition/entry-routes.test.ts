import { randomUUIDv7 } from 'node:crypto'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert } from '#db'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { createEntry, declareReady, describeEntry, writeAnswer } from './commands.ts'
import { fieldsOf } from './edition.ts'
import { anEdition, makeAnswers, makeEntry } from './make-entry.ts'
import { attachLetters } from './make-signed.ts'
import { entryPolicy } from './policy.ts'
import { findEntry, listAnswers, listEntries } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database, undefined, { files: makeFiles(freshFolder()) })
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let [projectId, code] = ['', '']

const addProject = async (place: { seatId: string; unitId: string }, state: 'running' | 'preparing' = 'running') => {
  const id = randomUUIDv7()
  const { programmeId } = scene
  const said = { title: 'Jawab satu jam', problem: 'Tidak ada satu antrean.', isPublicService: true }
  const { seatId, unitId } = place
  await insert(scene.db, 'project', { id, code: id.slice(-8), programmeId, seatId, unitId, state, ...said }).execute()
  return id
}
const enter = (project: string, id = randomUUIDv7()) =>
  createEntry(
    scene.db,
    scene.secretariat,
    { id, projectId: project, editionCode: anEdition().key, isArchive: true },
    moment,
  )

beforeEach(async () => {
  scene = await makeScene(database)
  projectId = await addProject(scene)
  code = await enter(projectId)
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const read = async (actor: Actor, path: string) => (await open(actor, path)).text()
const post = async (actor: Actor, path: string, body: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(body) })
const bytesOf = async (path: string) => new Uint8Array(await (await open(scene.secretariat, path)).arrayBuffer())
const textIn = (word: Uint8Array) => new TextDecoder().decode(unzipSync(word)['word/document.xml'])
const entry = async () => {
  const found = await findEntry(scene.db, code)
  if (!found) throw new Error('no entry')
  return found
}
const events = async () => (await listEntriesOf(scene.db, [(await entry()).id])).map(({ event }) => event)

async function makeWhole(): Promise<void> {
  const { revision } = await entry()
  await describeEntry(scene.db, scene.agent, code, { ...makeEntry(), revision, files: [] }, moment)
  for (const { field, text, evidence } of makeAnswers())
    await writeAnswer(scene.db, scene.agent, code, field, { text, evidence, revision: 0, files: [] }, moment)
  await attachLetters(app, scene, code)
}

describe('entering a project', () => {
  test('is the secretariat’s, for a project that runs, once in each edition', async () => {
    expect(await enter(projectId)).toBe(code)
    const other = await scene.addSeat(2)
    const preparing = await addProject(other, 'preparing')
    await expect(enter(preparing)).rejects.toThrow('conflict')
    const asAgent = createEntry(
      scene.db,
      scene.agent,
      { id: randomUUIDv7(), projectId, editionCode: anEdition().key, isArchive: true },
      moment,
    )
    await expect(asAgent).rejects.toThrow('forbidden')
    expect(await events()).toEqual(['entry.created'])
  })

  test('takes along what proves the start of the project, and nothing else that is attached to it', async () => {
    const id = await addProject(await scene.addSeat(2))
    const { accountId } = scene.agent
    const kept = { sha256: 'ab'.repeat(32), size: 12, mediaType: 'application/pdf', accountId, personId: null }
    for (const part of ['start', 'before'] as const) {
      const file = { id: randomUUIDv7(), name: `${part}.pdf`, thingKind: 'project' as const, thingId: id, part }
      await insert(scene.db, 'file', { ...kept, ...file, createdAt: testNow }).execute()
    }
    const path = `/usulan/${await enter(id)}`
    const page = await read(scene.secretariat, path)
    expect(page).toContain('start.pdf')
    expect(page).not.toContain('before.pdf')
    expect(page).not.toContain('Sebut atau lampirkan bukti tanggal mulai')
    expect(textIn(await bytesOf(`${path}.docx`))).toContain('start.pdf')
  })

  test('is offered for projects that have no entry yet; a second post of the form adds nothing', async () => {
    expect(await read(scene.secretariat, '/usulan/baru')).toContain('Tidak ada proyek yang dapat diusulkan')
    const id = await addProject(await scene.addSeat(3))
    expect(await read(scene.secretariat, '/usulan/baru')).toContain(id)
    const begun = { id: randomUUIDv7(), project_id: id, edition: anEdition().key }
    const refused = await post(scene.secretariat, '/usulan', begun)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Pendaftaran edisi ini sudah ditutup. Centang')
    const form = { ...begun, archive: 'yes' }
    const [one, two] = [await post(scene.secretariat, '/usulan', form), await post(scene.secretariat, '/usulan', form)]
    expect([one.status, two.status]).toEqual([303, 303])
    expect(two.headers.get('location')).toBe(one.headers.get('location'))
    expect((await open(scene.agent, '/usulan/baru')).status).toBe(403)
    expect((await post(scene.secretariat, '/usulan', { ...form, project_id: '' })).status).toBe(422)
  })
})

describe('a field', () => {
  const path = (field = 'ringkasan') => `/usulan/${code}/${field}`

  test('is proposed from its named sources, and says afterwards what it was filled from', async () => {
    expect(await read(scene.agent, path('latar-belakang'))).toContain('Diisi dari: uraian proyek, masalah')
    expect(await read(scene.agent, path())).not.toContain('Diisi dari')
    const said = { revision: '0', text: 'Tidak ada satu antrean.', evidence: '' }
    expect((await post(scene.agent, path('latar-belakang'), said)).status).toBe(303)
    expect(await listAnswers(scene.db, (await entry()).id)).toMatchObject([{ filledFrom: ['problem'], revision: 1 }])
    const { projectCode } = await entry()
    expect(await read(scene.agent, `/usulan/${code}`)).toContain(
      `Tidak ada satu antrean. <a href="/proyek/${projectCode}">uraian proyek, masalah</a>`,
    )
  })

  test('over its limit is saved, and keeps the entry from being ready', async () => {
    await makeWhole()
    const text = 'kata '.repeat(205)
    expect((await post(scene.agent, path(), { revision: '1', text, evidence: '' })).status).toBe(303)
    const refused = await post(scene.secretariat, `/usulan/${code}/siap`)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Ringkasan lewat 5 kata dari batas 200 kata.')
    await post(scene.agent, path(), { revision: '2', text: 'Ringkas.', evidence: '' })
    expect((await post(scene.secretariat, `/usulan/${code}/siap`)).status).toBe(303)
    expect((await entry()).state).toBe('ready')
  })

  test('that the edition does not have is not found', async () => {
    expect((await open(scene.agent, `/usulan/${code}/lain`)).status).toBe(404)
  })
})

describe('a file that proves something', () => {
  const send = async (actor: Actor, name: string, content: string) => {
    const body = new FormData()
    for (const [key, value] of Object.entries({ revision: '0', text: 'Dijalankan.', evidence: '' }))
      body.set(key, value)
    body.set('proof', new File([content], name))
    const headers = await scene.headersOf(actor)
    return app.request(`/usulan/${code}/implementasi`, { method: 'POST', headers, body })
  }

  test('is kept with its field, read by whoever reads the entry, and taken off again after a question', async () => {
    expect((await send(scene.agent, 'sop.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj')).status).toBe(303)
    const page = await read(scene.agent, `/usulan/${code}`)
    const id = /\/berkas\/([0-9a-f-]{36})\/sop\.pdf/.exec(page)?.[1] ?? ''
    expect(page).not.toContain('Sebut atau lampirkan bukti bidang Implementasi Inovasi')
    expect((await open(scene.head, `/berkas/${id}`)).status).toBe(200)
    expect((await open(scene.stranger, `/berkas/${id}`)).status).toBe(404)
    expect(await read(scene.agent, `/usulan/${code}/berkas/${id}/hapus`)).toContain('sop.pdf hilang dari usulan ini')
    expect((await post(scene.agent, `/usulan/${code}/berkas/${id}/hapus`)).status).toBe(303)
    expect((await open(scene.head, `/berkas/${id}`)).status).toBe(404)
  })

  test('of another kind comes back with what was typed', async () => {
    const answer = await send(scene.agent, 'catatan.csv', 'a;b')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Dijalankan.')
  })
})

describe('the identity', () => {
  test('takes only what the edition knows, and says the age as soon as it can be known', async () => {
    expect(await read(scene.agent, `/usulan/${code}`)).toContain('Umur inovasi belum diketahui: tanggal mulai')
    const form = {
      revision: '1',
      title: 'Jawab',
      started_on: '2021-02-22',
      category: 'lain',
      goals: '4',
      video_url: '',
    }
    const path = `/usulan/${code}/identitas`
    const more = { extra_pernah_finalis: 'tidak', extra_lain: 'ya', recording_id: randomUUIDv7() }
    expect((await post(scene.agent, path, { ...form, ...more, closing_on: '2023-05-12' })).status).toBe(303)
    const stored = {
      category: null,
      goals: ['4'],
      closingOn: null,
      recordingId: null,
      extra: { 'pernah-finalis': 'tidak' },
    }
    expect(await entry()).toMatchObject(stored)
    expect(await read(scene.agent, `/usulan/${code}`)).toContain('Cukup umur mulai 22 Februari 2023.')
    expect((await post(scene.agent, path, form)).status).toBe(409)
    expect((await post(scene.agent, path, { ...form, revision: '2', video_url: 'javascript:x' })).status).toBe(422)
  })
})

describe('an entry that was declared ready', () => {
  beforeEach(async () => {
    await makeWhole()
    await declareReady(scene.db, scene.secretariat, code, moment)
  })

  test('is not changed until it is opened again', async () => {
    expect((await open(scene.agent, `/usulan/${code}/ringkasan`)).status).toBe(409)
    expect((await post(scene.agent, `/usulan/${code}/buka-lagi`)).status).toBe(403)
    expect(await read(scene.secretariat, `/usulan/${code}/buka-lagi`)).toContain('Buka lagi usulan ini?')
    expect((await post(scene.secretariat, `/usulan/${code}/buka-lagi`)).status).toBe(303)
    expect((await open(scene.agent, `/usulan/${code}/ringkasan`)).status).toBe(200)
  })

  test('is sent once, not on a day to come, and the journal tells its way', async () => {
    const path = `/usulan/${code}/kirim`
    expect((await post(scene.secretariat, path, { sent_on: '2026-11-25', sent_number: '17' })).status).toBe(422)
    expect((await post(scene.secretariat, path, { sent_on: '2026-11-24', sent_number: '' })).status).toBe(422)
    expect((await post(scene.secretariat, path, { sent_on: '2026-11-24', sent_number: '17' })).status).toBe(303)
    expect(await entry()).toMatchObject({ state: 'sent', sentOn: '2026-11-24', sentNumber: '17' })
    expect((await events()).toReversed()).toEqual(['entry.created', 'entry.declared-ready', 'entry.sent'])
  })
})

describe('the export', () => {
  test('holds each field with its words and weight, what is empty, under a clean name', async () => {
    await post(scene.agent, `/usulan/${code}/ringkasan`, { revision: '0', text: 'Satu <b> dua.', evidence: 'Laporan' })
    const answer = await open(scene.agent, `/usulan/${code}.docx`)
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="usulan-kipp-2023-umum-jawab-satu-jam.docx"',
    )
    const bytes = new Uint8Array(await answer.arrayBuffer())
    for (const words of ['Satu &lt;b&gt; dua.', '3 dari 200 kata. Bobot 0%.', 'Belum diisi', 'Bobot 20%, bersama'])
      expect(textIn(bytes)).toContain(words)
    expect(Buffer.compare(bytes, await bytesOf(`/usulan/${code}.docx`))).toBe(0)
    expect(Buffer.from(await bytesOf(`/usulan/${code}.pdf`)).toString('latin1', 0, 5)).toBe('%PDF-')
    expect((await open(scene.stranger, `/usulan/${code}.pdf`)).status).toBe(404)
  })
})

describe('the list', () => {
  test('holds what the policy lets one read', async () => {
    const other = await scene.addSeat(2)
    await enter(await addProject(other))
    const member = await scene.addActor('Rahmat Anggota', { relation: 'member', thingId: projectId })
    const steward = await scene.addActor('Wati Penyimpan', { relation: 'steward', thingId: projectId })
    const former = { ...scene.stranger, standings: [{ relation: 'former-agent' as const, thingId: scene.seatId }] }
    const all = await listEntries(scene.db, scene.leadership)
    expect(all).toHaveLength(2)
    const { agent, head, stranger, secretariat } = scene
    for (const actor of [agent, former, head, stranger, secretariat, other.agent, member, steward]) {
      const readable = all.filter((row) => can(entryPolicy, actor, 'read', row)).map((row) => row.code)
      expect((await listEntries(scene.db, actor)).map((row) => row.code)).toEqual(readable)
    }
    expect(await listEntries(scene.db, scene.leadership, projectId)).toHaveLength(1)
  })

  test('reads a constant number of queries', async () => {
    const count = async () => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      expect((await app.request('/usulan', { headers })).status).toBe(200)
      return database.statements.length - before
    }
    const one = await count()
    for (const number of [2, 3]) await enter(await addProject(await scene.addSeat(number)))
    expect(await count()).toBe(one)
  })

  test('says when there is nothing yet, and of another agency nothing', async () => {
    const elsewhere = await makeScene(database)
    const headers = await elsewhere.headersOf(elsewhere.secretariat)
    expect(await (await app.request('/usulan', { headers })).text()).toContain('Belum ada usulan')
    expect((await app.request(`/usulan/${code}`, { headers })).status).toBe(404)
  })
})

test('an entry’s page offers each person what is theirs', async () => {
  const page = await read(scene.leadership, `/usulan/${code}`)
  expect(page).not.toContain(`/usulan/${code}/ringkasan`)
  expect(page).not.toContain('Nyatakan siap')
  const mine = await read(scene.agent, `/usulan/${code}`)
  for (const { key } of fieldsOf(anEdition())) expect(mine).toContain(`/usulan/${code}/${key}`)
  expect(mine).not.toContain('Nyatakan siap')
  expect(await read(scene.secretariat, `/usulan/${code}`)).toContain('Nyatakan siap')
})

test('a link to a film is a link of the web alone', async () => {
  const { revision = 0 } = (await findEntry(scene.db, code)) ?? {}
  const said = { ...makeEntry(), revision, files: [], videoUrl: 'javascript:alert(1)' }
  await describeEntry(scene.db, scene.agent, code, said, moment)
  expect(await read(scene.secretariat, `/usulan/${code}`)).not.toContain('href="javascript:')
})
