import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { transact, update } from '#db'
import { readWorkbook } from '#documents/sheet.ts'
import { listFilesOf } from '#files'
import { agreeFollowUp } from '#follow-up'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { openSession } from '#test/sign-in.ts'
import { finishProject, sendProjectBack } from './finish-commands.ts'
import { revisePlan } from './gate-commands.ts'
import { makeFinishSaid, makeRunning, makeSubmitted, tinyPicture } from './make-running.ts'
import { activitiesOf } from './matrix.ts'
import { editActivity, writeActivity } from './matrix-commands.ts'
import { findMatrix, listPlans } from './plan-store.ts'
import { findProject } from './store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, () => testNow, { files })
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene

beforeEach(async () => {
  scene = await makeScene(database)
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const read = async (actor: Actor, path: string) => (await open(actor, path)).text()
const post = async (actor: Actor, path: string, body: FormData | URLSearchParams) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body })
const project = async (code: string) => {
  const found = await findProject(scene.db, code)
  if (!found) throw new Error('no project')
  return found
}
const newestMatrix = async (code: string) => {
  const plan = (await listPlans(scene.db, (await project(code)).id)).at(-1)
  return findMatrix(scene.db, plan?.id ?? '')
}

async function finishFields(code: string, but: Record<string, string> = {}): Promise<FormData> {
  const form = new FormData()
  const values = activitiesOf(await newestMatrix(code)).map(({ lineId }): [string, string] => [
    `value-${lineId}`,
    '1.250,5',
  ])
  const words: Record<string, string> = {
    id: randomUUIDv7(),
    before_words: 'Antrean terpisah.',
    after_words: 'Satu antrean.',
  }
  for (const [name, value] of Object.entries({ ...words, ...Object.fromEntries(values), ...but })) form.set(name, value)
  return form
}

const withPictures = (form: FormData) => {
  for (const part of ['before', 'after']) form.set(part, new File([tinyPicture], `${part}.png`, { type: 'image/png' }))
  return form
}

describe('the form of finishing', () => {
  test('takes values as they are written here with a picture of each, and shows both afterwards', async () => {
    const code = await makeRunning(scene, moment)
    const answer = await post(scene.agent, `/proyek/${code}/selesai`, withPictures(await finishFields(code)))
    expect(answer.status).toBe(303)
    const html = await read(scene.head, `/proyek/${code}`)
    expect(html).toContain('1.250,5%')
    expect(html).toContain('alt="Sesudah, gambar 1"')
    expect(html).toContain(`action="/proyek/${code}/pastikan"`)
    const [picture] = await listFilesOf(scene.db, 'project', [(await project(code)).id])
    expect((await open(scene.head, `/berkas/${picture?.id}`)).status).toBe(200)
    expect((await open(scene.stranger, `/berkas/${picture?.id}`)).status).toBe(404)
  })

  test('comes back with everything that is missing beside its field, and keeps what was sent', async () => {
    const code = await makeRunning(scene, moment)
    const [first] = activitiesOf(await newestMatrix(code))
    const form = withPictures(await finishFields(code, { [`value-${first?.lineId}`]: '', after_words: '' }))
    const answer = await post(scene.agent, `/proyek/${code}/selesai`, form)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    const named = [...html.matchAll(/<li><a href="#[^"]+">([^<]+)/g)].map(([, sentence]) => sentence)
    expect(named).toEqual([
      'Isi nilai akhir kegiatan 1.1, nol bila tidak ada hasil.',
      'Tulis keadaan sesudah perubahan.',
    ])
    expect(html).toContain('before.png (sudah diunggah)')
    const bare = await post(scene.agent, `/proyek/${code}/selesai`, await finishFields(code, { before_words: '' }))
    const fields = [...(await bare.text()).matchAll(/<li><a href="#([^"]+)"/g)].map(([, name]) => name)
    expect([bare.status, ...fields]).toEqual([422, 'before_words', 'before', 'after'])
    expect(await project(code)).toMatchObject({ state: 'running' })
  })

  test('refused because a version of the plan is open meanwhile, keeps everything that was typed', async () => {
    const code = await makeRunning(scene, moment)
    const form = withPictures(await finishFields(code, { after_words: 'Satu antrean bagi semua.' }))
    await revisePlan(scene.db, scene.agent, code, 'Unit dipindahkan.', moment)
    const answer = await post(scene.agent, `/proyek/${code}/selesai`, form)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Versi baru rencana masih terbuka.')
    for (const typed of ['Antrean terpisah.', 'Satu antrean bagi semua.', 'value="1.250,5"'])
      expect(html).toContain(typed)
    for (const part of ['before', 'after']) expect(html).toContain(`${part}.png (sudah diunggah)`)
  })

  test('refused because somebody else declared it meanwhile, keeps everything that was typed', async () => {
    const code = await makeRunning(scene, moment)
    const form = withPictures(await finishFields(code))
    await finishProject(scene.db, scene.agent, code, await makeFinishSaid(scene, files, code, testNow), moment)
    const answer = await post(scene.agent, `/proyek/${code}/selesai`, form)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Antrean terpisah.')
  })

  test('waits for open follow-ups where the programme asks for it, and leads to them', async () => {
    const code = await makeRunning(scene, moment)
    const { id: projectId } = await project(code)
    const { programmeId, seatId, unitId, agent } = scene
    const about = { programmeId, projectId, seatId, unitId, source: 'report' as const, sourceId: null }
    const asked = { id: randomUUIDv7(), what: 'Lampirkan data', ownerId: agent.personId ?? '', dueOn: '2026-12-01' }
    await transact(scene.db, (tx) => agreeFollowUp(tx, scene.secretariat, { ...asked, ...about }, testNow))
    await update(scene.db, 'programme').set({ finishNeedsClosed: true }).where('id', '=', programmeId).execute()
    const path = `/proyek/${code}/selesai`
    const declare = async () => post(agent, path, withPictures(await finishFields(code)))
    for (const state of ['open', 'done'] as const) {
      const doneAt = state === 'done' ? testNow : null
      await update(scene.db, 'followUp').set({ state, doneAt }).where('id', '=', asked.id).execute()
      const answer = await declare()
      expect(answer.status).toBe(409)
      const html = await answer.text()
      expect(html).toContain('Masih ada 1 tindak lanjut proyek ini yang belum ditutup.')
      expect(html).toContain(`href="/proyek/${code}/tindak-lanjut"`)
      expect(html).toContain('Antrean terpisah.')
    }
    await update(scene.db, 'programme').set({ finishNeedsClosed: false }).where('id', '=', programmeId).execute()
    expect((await declare()).status).toBe(303)
  })

  test('is open to the agent of a running project alone', async () => {
    const code = await makeRunning(scene, moment)
    expect((await open(scene.agent, `/proyek/${code}/selesai`)).status).toBe(200)
    expect((await open(scene.head, `/proyek/${code}/selesai`)).status).toBe(403)
    expect((await open(scene.stranger, `/proyek/${code}/selesai`)).status).toBe(404)
  })

  test('sent back, the project says why and the form holds what was said', async () => {
    const code = await makeRunning(scene, moment)
    await finishProject(scene.db, scene.agent, code, await makeFinishSaid(scene, files, code, testNow), moment)
    const path = `/proyek/${code}/kembalikan-selesai`
    expect((await post(scene.head, path, new URLSearchParams({ note: 'x' }))).status).toBe(422)
    const note = 'Gambar sesudah belum dari ruang yang sama.'
    expect((await post(scene.head, path, new URLSearchParams({ note }))).status).toBe(303)
    expect(await read(scene.agent, `/proyek/${code}`)).toContain(note)
    const html = await read(scene.agent, `/proyek/${code}/selesai`)
    expect(html).toContain('value="90,25"')
    expect(html).toContain('Gambar sebelum: yang dihapus')
    expect((await post(scene.head, `/proyek/${code}/pastikan`, new URLSearchParams())).status).toBe(409)
  })
})

test('a project is not confirmed from a page that shows other final values', async () => {
  const code = await makeRunning(scene, moment)
  const declare = async () =>
    finishProject(scene.db, scene.agent, code, await makeFinishSaid(scene, files, code, testNow), moment)
  const confirm = async (drawn: string) =>
    post(scene.head, `/proyek/${code}/pastikan`, new URLSearchParams({ revision: drawn }))
  await declare()
  const drawn = String((await project(code)).revision)
  expect(await read(scene.head, `/proyek/${code}`)).toContain(`name="revision" value="${drawn}"`)
  await sendProjectBack(scene.db, scene.secretariat, code, 'Nilai akhirnya belum diperiksa.', moment)
  await declare()
  expect((await confirm(drawn)).status).toBe(409)
  expect(await project(code)).toMatchObject({ state: 'finished' })
  expect((await confirm(String((await project(code)).revision))).status).toBe(303)
})

test('a project’s proof of the start comes with its description, and goes again', async () => {
  const code = await makeSubmitted(scene, moment)
  await post(scene.agent, `/proyek/${code}/tarik`, new URLSearchParams())
  const send = async (more: [string, string | File][]) => {
    const form = new FormData()
    form.set('revision', String((await project(code)).revision))
    form.set('title', 'Layanan rujukan')
    for (const [name, value] of more) form.append(name, value)
    return (await post(scene.agent, `/proyek/${code}/ubah`, form)).status
  }
  expect(await send([['proof', new File([tinyPicture], 'surat.png')]])).toBe(303)
  const [proof] = await listFilesOf(scene.db, 'project', [(await project(code)).id])
  expect(proof).toMatchObject({ part: 'start', name: 'surat.png' })
  expect(await read(scene.agent, `/proyek/${code}`)).toContain('surat.png')
  expect(await send([['proof_dropped', proof?.id ?? '']])).toBe(303)
  expect(await listFilesOf(scene.db, 'project', [(await project(code)).id])).toEqual([])
})

describe('the team’s page', () => {
  test('adds whom it found, and asks before somebody leaves', async () => {
    const code = await makeSubmitted(scene, moment)
    const path = `/proyek/${code}/tim`
    expect(await read(scene.agent, `${path}?cari=Yohanes`)).toContain('Yohanes Lewa')
    const fields = { id: randomUUIDv7(), person_id: scene.stranger.personId ?? '', part: 'Menyusun modul' }
    expect((await post(scene.agent, path, new URLSearchParams({ ...fields, part: '' }))).status).toBe(422)
    expect((await post(scene.agent, path, new URLSearchParams(fields))).status).toBe(303)
    expect(await read(scene.stranger, `/proyek/${code}`)).toContain('Yohanes Lewa: Menyusun modul')
    expect(await read(scene.agent, `${path}/${fields.id}/hapus`)).toContain('Keluarkan Yohanes Lewa dari tim?')
    expect((await post(scene.agent, `${path}/${fields.id}/hapus`, new URLSearchParams())).status).toBe(303)
    expect((await open(scene.stranger, `/proyek/${code}`)).status).toBe(404)
    expect((await open(scene.head, path)).status).toBe(403)
  })
})

describe('a return with a follow-up', () => {
  test('asks for a day that is still to come', async () => {
    const code = await makeSubmitted(scene, moment)
    const path = `/proyek/${code}/kembalikan`
    const fields = { note: 'Sebut cara mengukurnya.', follow_up_id: randomUUIDv7(), as_follow_up: 'yes' }
    const send = (due_on: string) => post(scene.head, path, new URLSearchParams({ ...fields, due_on }))
    expect(await (await send('')).text()).toContain('Isi batas waktu tindak lanjutnya.')
    expect(await (await send('2026-11-23')).text()).toContain('tidak boleh sebelum hari ini')
    expect((await send('2026-11-24')).status).toBe(303)
    expect(await read(scene.agent, `/proyek/${code}/tindak-lanjut`)).toContain('Sebut cara mengukurnya.')
  })
})

describe('versions of a plan', () => {
  test('stand beside each other, what went struck out and what came underlined', async () => {
    const code = await makeRunning(scene, moment)
    await revisePlan(scene.db, scene.agent, code, 'Sasarannya bertambah.', moment)
    const [initiative] = await newestMatrix(code)
    const [first] = initiative?.activities ?? []
    if (!initiative || !first) throw new Error('no activity')
    const { id, initiativeId: _, lineId: _l, position: _p, revision, ...fields } = first
    await editActivity(scene.db, scene.agent, code, { id, fields: { ...fields, target: '95' }, revision }, moment)
    const added = { id: randomUUIDv7(), initiativeId: initiative.id, fields: { ...fields, title: 'Menguji antrean' } }
    await writeActivity(scene.db, scene.agent, code, added, moment)
    const html = await read(scene.head, `/proyek/${code}/rencana/banding?dari=1&ke=2`)
    expect(html).toContain('Kegiatan: 1 ditambahkan, 0 dihapus, 1 diubah, 1 tidak berubah')
    expect(html).toContain('<del>90%</del>')
    expect(html).toContain('<ins>95%</ins>')
    expect(html).toContain('<ins>Menguji antrean</ins>')
    expect((await open(scene.head, `/proyek/${code}/rencana/banding?dari=1&ke=7`)).status).toBe(404)
  })

  test('are taken away as a sheet with numbers and days of their own kind', async () => {
    const code = await makeSubmitted(scene, moment)
    const answer = await open(scene.head, `/proyek/${code}/rencana.xlsx`)
    expect(answer.headers.get('content-disposition')).toContain(`rencana-aksi-${code}-versi-1.xlsx`)
    const sheet = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), 'rencana.xlsx')
    const [, row] = sheet.ok ? (sheet.workbook.sheets[0]?.cells ?? []) : []
    expect(row?.slice(0, 3)).toEqual(['1.1', 'Satu antrean', 'Menyatukan antrean'])
    expect(row?.slice(6, 9)).toEqual([28, 90, new Date('2026-03-01T00:00:00Z')])
    expect((await open(scene.stranger, `/proyek/${code}/rencana.xlsx`)).status).toBe(404)
  })
})

describe('the recap', () => {
  test('tells of each project that one may read, as a page and as a sheet, without a NIP', async () => {
    await makeSubmitted(scene, moment)
    await scene.addSeat(2)
    expect(await read(scene.leadership, '/proyek/rekap')).toContain('Layanan rujukan satu hari jawab')
    expect(await read(scene.stranger, '/proyek/rekap')).toContain('Belum ada proyek')
    const answer = await open(scene.leadership, '/proyek/rekap.xlsx?program=2026')
    const sheet = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), 'rekap.xlsx')
    const [headers, row] = sheet.ok ? (sheet.workbook.sheets[0]?.cells ?? []) : []
    expect(headers?.join()).not.toContain('NIP')
    expect(row?.[1]).toBe('Nadia Kusumastuti')
    expect(row?.slice(5)).toEqual(['Persetujuan atasan', 'Atasan', new Date('2026-11-24T00:00:00Z'), 2])
    expect((await open(scene.leadership, '/proyek/rekap?program=tidak-ada')).status).toBe(404)
  })

  test('of a programme that has ended names the agents whom it had', async () => {
    await makeSubmitted(scene, moment)
    const later = new Date('2027-03-01T02:00:00Z')
    const cookie = await openSession(scene.db, scene.leadership.accountId, later)
    const recap = await makeApp(database, () => later).request('/proyek/rekap?program=2026', { headers: { cookie } })
    expect(await recap.text()).toContain('Nadia Kusumastuti')
  })

  test('takes as many queries for three projects as for one', async () => {
    await makeSubmitted(scene, moment)
    const count = async () => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      expect((await app.request('/proyek/rekap', { headers })).status).toBe(200)
      return database.statements.length - before
    }
    const one = await count()
    for (const number of [2, 3]) {
      const { seatId, unitId, agent } = await scene.addSeat(number)
      await makeSubmitted({ ...scene, seatId, unitId, agent }, moment)
    }
    expect(await count()).toBe(one)
  })
})
