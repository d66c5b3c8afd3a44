import { beforeEach, describe, expect, test } from 'vitest'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Typed } from '#kit/form.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { findEditionDraft, stampOf } from './edition-draft-store.ts'
import { partsOf } from './edition-parts.ts'
import { shelfOf } from './edition-store.ts'
import { typedPart } from './edition-typed.ts'
import { anEdition } from './make-entry.ts'
import { shipped } from './shipped.ts'

const database = await freshDatabase()
let now = testNow
const app = makeApp(database, () => now)
const key = anEdition().key
const home = `/usulan/edisi/${key}`
let scene: Scene

beforeEach(async () => {
  scene = await makeScene(database)
  now = testNow
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const read = async (path: string) => (await open(scene.secretariat, path)).text()
const post = async (actor: Actor, path: string, said: Typed) => {
  const body = new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
  return app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body })
}
const load = async (edition: unknown) => {
  const body = new FormData()
  body.set('file', new File([JSON.stringify(edition)], 'edisi.json'))
  const headers = await scene.headersOf(scene.secretariat)
  return app.request('/usulan/edisi/muat', { method: 'POST', headers, body })
}
const draft = async (edition = key) => {
  const found = await findEditionDraft(scene.db, edition)
  if (!found) throw new Error('There is no edition.')
  return found
}
/** The form of a part as its page shows it. */
const formOf = async (part: string, edition = key): Promise<Typed> => {
  const { body, ...stamped } = await draft(edition)
  const found = partsOf(body).find((one) => one.key === part)
  if (!found) throw new Error('There is no part.')
  return { ...typedPart(found, body), revision: stampOf(stamped) }
}
const save = async (part: string, but: Typed, actor: Actor = scene.secretariat) =>
  post(actor, `${home}/ubah/${part}`, { ...(await formOf(part)), ...but })
const publish = async (but: Typed = {}, edition = key) => {
  const found = await draft(edition)
  const said = { revision: stampOf(found), after: String(found.newest.version ?? 0), reason: 'Pengumuman nomor 5' }
  return post(scene.secretariat, `/usulan/edisi/${edition}/ubah`, { ...said, ...but })
}
const versions = async () => (await shelfOf(scene.db)).versions(key)

describe('the pages of an edition', () => {
  test('are the secretariat’s: each part of an edition has one, with what it holds', async () => {
    expect((await open(scene.agent, `${home}/ubah`)).status).toBe(403)
    expect((await save('pokok', { label: 'Lain' }, scene.agent)).status).toBe(403)
    expect((await open(scene.secretariat, `${home}/ubah/lain`)).status).toBe(404)
    for (const edition of shipped.filter(({ key: name }) => name === key || name === 'opsi')) {
      const parts = await read(`/usulan/edisi/${edition.key}/ubah`)
      for (const part of partsOf(edition)) {
        const path = `/usulan/edisi/${edition.key}/ubah/${part.key}`
        expect(parts).toContain(`href="${path}"`)
        const page = await open(scene.secretariat, path)
        expect([path, page.status]).toEqual([path, 200])
        expect(await page.text()).not.toContain('perlu diperbaiki')
      }
    }
    expect(await read(`${home}/ubah`)).toContain('Belum ada yang diubah')
    expect(await read(`${home}/ubah`)).toContain('Ingatan, belum dipastikan')
  })

  test('save what is typed though it is wrong, tell it beside its field, and publish nothing until it is mended', async () => {
    expect((await save('aspek', { weight_2: '11' })).headers.get('location')).toBe(`${home}/ubah/aspek`)
    const page = await read(`${home}/ubah/aspek`)
    expect(page).toContain('berjumlah tepat 100')
    expect(page).toContain('value="11"')
    expect(await read(`${home}/ubah`)).toContain('1 isian perlu diperbaiki')
    const refused = await publish()
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Perbaiki dahulu')
    expect(await versions()).toEqual([])
    await save('aspek', { weight_2: '10' })
    expect(await (await publish()).text()).toContain('tidak mengubah apa pun')
  })

  test('publish the next version with its reason, after telling what changes', async () => {
    await save('syarat', { closing_on: '2023-05-09', provenance_dates_certainty: 'read', most_1: '2' })
    await save('tahap', { was_8: '', label_8: 'Uji publik', passed_8: 'Tanpa sanggahan', failed_8: '' })
    await save('surat', { statement_1: 'Inovasi {judul} berjalan.', signatory_1: 'Kepala unit' })
    const page = await read(`${home}/ubah`)
    for (const sentence of [
      'Penutupan pendaftaran: semula 6 Mei 2023, menjadi 9 Mei 2023.',
      'Tahap “Uji publik” ditambahkan.',
      'Kepastian tanggal: semula dari tangan kedua, menjadi dibaca dari sumbernya.',
      'penanda tangan: semula belum diketahui, menjadi Kepala unit.',
    ])
      expect(page).toContain(sentence)
    expect((await publish({ reason: '' })).status).toBe(422)
    expect((await publish()).headers.get('location')).toBe(home)
    const [newest, first] = await versions()
    expect(newest).toMatchObject({ version: 2, origin: 'page', reason: 'Pengumuman nomor 5' })
    expect(newest?.edition.stages.at(-1)).toEqual({ key: 'uji-publik', label: 'Uji publik', passed: 'Tanpa sanggahan' })
    expect(first).toMatchObject({ version: 1, origin: 'program', edition: anEdition() })
    expect(await draft()).toMatchObject({ revision: 0, drawnFrom: 2 })
    expect(await read(`${home}?versi=1`)).toContain('6 Mei 2023')
  })

  test('add, order and take out rows, each with what else was typed; what goes is asked about first', async () => {
    const added = await save('kategori', { label_1: 'Sehat', act: 'add' })
    expect(added.headers.get('location')).toBe(`${home}/ubah/kategori?tambah=1`)
    expect(await read(`${home}/ubah/kategori?tambah=1`)).toContain('name="label_12"')
    await save('kategori', { was_12: '', label_12: 'Digital', act: 'up 12' })
    const labels = async () =>
      Object.entries(await formOf('kategori')).flatMap(([name, value]) => (name.startsWith('label') ? [value] : []))
    expect((await labels()).slice(-2)).toEqual(['Digital', 'Penegakan Hukum'])
    expect((await labels())[0]).toBe('Sehat')
    const asked = await save('kategori', { label_2: 'Ekonomi', act: 'remove 11' })
    expect(asked.headers.get('location')).toBe(`${home}/ubah/kategori/hapus?baris=digital`)
    expect(await read(`${home}/ubah/kategori/hapus?baris=digital`)).toContain('Hapus kategori “Digital”?')
    expect(await labels()).toHaveLength(12)
    const said = { row: 'digital', revision: stampOf(await draft()) }
    expect((await post(scene.agent, `${home}/ubah/kategori/hapus`, said)).status).toBe(403)
    expect((await post(scene.secretariat, `${home}/ubah/kategori/hapus`, said)).status).toBe(303)
    expect(await labels()).toHaveLength(11)
    expect((await labels())[1]).toBe('Ekonomi')
    const none = await save('kategori', { was_12: '', label_12: '', act: 'remove 12' })
    expect(none.headers.get('location')).toBe(`${home}/ubah/kategori`)
  })

  test('that somebody else saved first come back with both values, and the rows that are new', async () => {
    const late = await formOf('tahap')
    await save('tahap', { label_1: 'Administrasi', was_8: '', label_8: 'Uji publik' })
    const answer = await post(scene.secretariat, `${home}/ubah/tahap`, { ...late, label_1: 'Seleksi berkas' })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('value="Seleksi berkas"')
    expect(page).toContain('Administrasi')
    expect(page).toContain('value="Uji publik"')
    const stale = stampOf({ drawnFrom: 0, revision: 0, changedAt: null })
    expect((await publish({ revision: stale })).status).toBe(409)
    expect((await post(scene.secretariat, `${home}/ubah/buang`, { revision: stale })).status).toBe(409)
  })

  test('say so when a file was loaded meanwhile, and publish over it only what was seen beside it', async () => {
    await save('pokok', { label: 'KIPP 2023 umum' })
    await load({ ...anEdition(), quota: 10 })
    expect((await publish({ after: '0' })).status).toBe(409)
    const page = await read(`${home}/ubah`)
    expect(page).toContain('Versi 2 terbit sesudah rancangan ini dimulai')
    expect(page).toContain('Usulan paling banyak per instansi: semula 10, menjadi belum diketahui.')
    expect((await publish()).status).toBe(303)
    expect((await versions())[0]).toMatchObject({ version: 3, edition: { label: 'KIPP 2023 umum', quota: null } })
  })

  test('drop what was not published', async () => {
    await save('pokok', { label: 'Lain' })
    expect(await read(`${home}/ubah/buang`)).toContain('Buang rancangan ini?')
    const revision = stampOf(await draft())
    expect((await post(scene.secretariat, `${home}/ubah/buang`, { revision })).status).toBe(303)
    expect(await draft()).toMatchObject({ revision: 0, body: anEdition() })
    await post(scene.secretariat, `${home}/ubah/buang`, { revision: stampOf(await draft()) })
    const events = (await listEntriesOf(scene.db, [scene.agencyId])).map(({ event }) => event)
    expect(events.filter((event) => event === 'edition.draft-dropped')).toHaveLength(1)
  })

  test('are of the draft that they show: one that was dropped and begun anew is another', async () => {
    await save('pokok', { label: 'Lain' })
    const late = await formOf('pokok')
    const seen = stampOf(await draft())
    now = new Date(testNow.getTime() + 60_000)
    await post(scene.secretariat, `${home}/ubah/buang`, { revision: seen })
    await save('pokok', { group: 'khusus' })
    expect((await post(scene.secretariat, `${home}/ubah/pokok`, late)).status).toBe(409)
    expect((await publish({ revision: seen })).status).toBe(409)
    expect(await draft()).toMatchObject({ body: { ...anEdition(), group: 'khusus' } })
  })
})

test('the file of an edition is what was loaded, and what its pages publish is a file that loads', async () => {
  for (const edition of shipped) {
    await load(edition)
    expect(await read(`/usulan/edisi/${edition.key}.json`)).toBe(`${JSON.stringify(edition, null, 2)}\n`)
  }
  await save('tpb', { was_18: '', key_18: '18', label_18: 'Kebudayaan' })
  await publish()
  const file = await read(`${home}.json`)
  expect((await load(JSON.parse(file))).status).toBe(303)
  expect(await read(`${home}.json`)).toBe(file)
})
