import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { createEntry, writeAnswer } from './commands.ts'
import { publishEdition } from './edition-commands.ts'
import { revisePart } from './edition-draft-commands.ts'
import { findEditionDraft, stampOf } from './edition-draft-store.ts'
import { partsOf } from './edition-parts.ts'
import { shelfOf } from './edition-store.ts'
import { typedPart } from './edition-typed.ts'
import { anEdition } from './make-entry.ts'
import { shipped } from './shipped.ts'
import { findEntry } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let projectId: string

beforeEach(async () => {
  scene = await makeScene(database)
  projectId = randomUUIDv7()
  const { programmeId, seatId, unitId } = scene
  const place = { programmeId, seatId, unitId, state: 'running' as const, title: 'Jawab', isPublicService: true }
  await insert(scene.db, 'project', { id: projectId, code: projectId.slice(-8), ...place }).execute()
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const read = async (actor: Actor, path: string) => (await open(actor, path)).text()
const send = async (actor: Actor, path: string, body: URLSearchParams | FormData) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body })
const load = (actor: Actor, file: unknown) => {
  const body = new FormData()
  body.set('file', new File([typeof file === 'string' ? file : JSON.stringify(file)], 'edisi.json'))
  return send(actor, '/usulan/edisi/muat', body)
}
/** Publishes another day of closing and another limit of the first field. */
async function correct(closingOn: string): Promise<void> {
  const { key } = anEdition()
  const { db, secretariat } = scene
  for (const [part, but] of [
    ['syarat', { closing_on: closingOn }],
    ['bidang-1', { limit_1: '250' }],
  ] as const) {
    const draft = await findEditionDraft(db, key)
    const found = partsOf(draft?.body ?? {}).find((one) => one.key === part)
    if (!draft || !found) throw new Error('There is no such part.')
    const place = { key, part, stamp: stampOf(draft) }
    await revisePart(db, secretariat, place, { ...typedPart(found, draft.body), ...but }, null, moment)
  }
  const draft = await findEditionDraft(db, key)
  if (!draft) throw new Error('There is no edition.')
  const said = { stamp: stampOf(draft), after: draft.newest.version ?? 0, reason: 'Pengumuman nomor 5' }
  expect(await publishEdition(db, secretariat, key, said, moment)).toHaveProperty('version')
}

const enter = (editionCode = anEdition().key): Promise<string> =>
  createEntry(scene.db, scene.secretariat, { id: randomUUIDv7(), projectId, editionCode, isArchive: true }, moment)

describe('the editions', () => {
  test('that the program carries have each a page that says how sure each part is, and a file', async () => {
    for (const { key, label } of shipped) {
      expect(await read(scene.agent, '/usulan/edisi')).toContain(label)
      expect(await read(scene.agent, `/usulan/edisi/${key}`)).toContain('Ingatan, belum dipastikan')
      expect(await (await open(scene.agent, `/usulan/edisi/${key}.json`)).json()).toMatchObject({ key, label })
    }
    expect((await open(scene.agent, '/usulan/edisi/lain')).status).toBe(404)
  })

  test('of other competitions take entries without a line of code of their own', async () => {
    for (const key of ['unpsa', 'opsi', '2022-khusus', 'replikasi']) {
      const code = await enter(key)
      expect(await read(scene.agent, `/usulan/${code}`)).toContain('Belum diisi')
      const paper = await open(scene.agent, `/usulan/${code}.docx`)
      expect(paper.status).toBe(200)
    }
  })
})

describe('a file', () => {
  test('of another year is loaded whole, and entered', async () => {
    const next = { ...anEdition(), key: '2027-umum', label: 'KIPP 2027, kelompok umum', year: 2027, closingOn: null }
    expect((await load(scene.agent, next)).status).toBe(403)
    expect((await load(scene.secretariat, next)).headers.get('location')).toBe('/usulan/edisi/2027-umum')
    expect(await read(scene.secretariat, '/usulan/baru')).toContain('KIPP 2027, kelompok umum, menurut')
    const code = await enter('2027-umum')
    expect(await findEntry(scene.db, code)).toMatchObject({ edition: '2027-umum', editionVersion: 1 })
  })

  test('holds texts of letters only, whatever else a program wrote into it', async () => {
    const odd = JSON.stringify({ ...anEdition(), remark: 'Catatan' }).replace('Catatan', 'Cat\\u0000at\\ud800an')
    expect((await load(scene.secretariat, odd)).status).toBe(303)
    expect((await shelfOf(scene.db)).newest(anEdition().key)?.edition.remark).toBe('Catat\ufffdan')
  })

  test('with faults is not taken, and each of them is told at its place', async () => {
    const answer = await load(scene.secretariat, { ...anEdition(), year: 'dua ribu', quota: undefined })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('<code>year</code>: Harus angka.')
    expect(page).toContain('<code>quota</code>: Belum ada di berkas ini.')
    expect(await (await load(scene.secretariat, '{')).text()).toContain('bukan JSON yang utuh')
    expect((await send(scene.secretariat, '/usulan/edisi/muat', new FormData())).status).toBe(422)
    expect((await shelfOf(scene.db)).versions(anEdition().key)).toEqual([])
  })
})

describe('a correction', () => {
  test('leaves entries with the version they were begun with, until they are moved and told what changes', async () => {
    const code = await enter()
    const said = { text: 'Ringkas.', evidence: '', revision: 0, files: [] }
    await writeAnswer(scene.db, scene.agent, code, 'ringkasan', said, moment)
    expect((await open(scene.agent, `/usulan/${code}/edisi`)).status).toBe(303)
    await correct('2023-05-09')
    expect(await findEntry(scene.db, code)).toMatchObject({ editionVersion: 1 })
    expect(await read(scene.agent, `/usulan/${code}`)).toContain('Edisi ini punya versi 2')
    const page = await read(scene.agent, `/usulan/${code}/edisi`)
    expect(page).toContain('Penutupan pendaftaran: semula 6 Mei 2023, menjadi 9 Mei 2023.')
    expect(page).toContain('Ringkasan, batas kata: semula 200, menjadi 250.')
    const move = (actor: Actor, version: string) =>
      send(actor, `/usulan/${code}/edisi`, new URLSearchParams({ version }))
    expect((await move(scene.agent, '1')).status).toBe(409)
    expect((await move(scene.leadership, '2')).status).toBe(403)
    expect((await move(scene.agent, '2')).status).toBe(303)
    expect(await findEntry(scene.db, code)).toMatchObject({ editionVersion: 2 })
    expect(await read(scene.agent, `/usulan/${code}`)).toContain('1 dari 250 kata')
  })
})

test('the edition of another year is begun from a known one, once, and takes entries before its rules are published', async () => {
  const path = `/usulan/edisi/${anEdition().key}/berikutnya`
  const form = (year: string) => new URLSearchParams({ year })
  expect((await send(scene.agent, path, form('2027'))).status).toBe(403)
  expect((await send(scene.secretariat, path, form(''))).status).toBe(422)
  const made = await send(scene.secretariat, path, form('2027'))
  expect(made.headers.get('location')).toBe('/usulan/edisi/2027-umum')
  const page = await read(scene.secretariat, '/usulan/edisi/2027-umum')
  expect(page).toContain('Disalin dari KIPP 2023, kelompok umum')
  expect(page).toContain('dibuat di halaman')
  expect(await read(scene.secretariat, '/usulan/baru')).toContain('dasar hukumnya belum diketahui')
  expect((await send(scene.secretariat, path, form('2027'))).status).toBe(422)
  expect(await read(scene.secretariat, '/usulan/baru')).toContain('KIPP 2027, kelompok umum')
  const begun = { id: randomUUIDv7(), projectId, editionCode: '2027-umum' }
  expect(await createEntry(scene.db, scene.secretariat, begun, moment)).toMatch(/^[0-9a-z]{8}$/)
})

test('a form of another competition asks and says nothing that is KIPP’s', async () => {
  expect(await read(scene.secretariat, '/usulan/baru?edisi=unpsa')).toContain('menerima inovasi pelayanan publik.')
  expect(await read(scene.secretariat, '/usulan/baru?edisi=opsi')).not.toContain('menerima inovasi pelayanan publik.')
  const begun = { id: randomUUIDv7(), projectId, editionCode: 'opsi' }
  const path = `/usulan/${await createEntry(scene.db, scene.secretariat, begun, moment)}`
  const page = await read(scene.secretariat, path)
  for (const words of ['Kategori', 'Tujuan TPB', 'Pernyataan', 'penutupan pendaftaran belum diketahui'])
    expect(page).not.toContain(words)
  expect(await read(scene.secretariat, `${path}/salin`)).not.toContain('id="bidang-tpb"')
  expect(await read(scene.secretariat, `${path}/periksa`)).toContain('bobot yang masih bergantung belum diketahui.')
  await update(scene.db, 'entry').set({ state: 'ready', readyAt: testNow }).where('id', '=', begun.id).execute()
  const form = await read(scene.secretariat, `${path}/kirim`)
  expect(form).toContain('Tanggal dikirim ke situs OPSI')
  expect(form).not.toContain('Sinovik')
})
