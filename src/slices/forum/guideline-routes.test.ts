import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { makeApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { listSections, listVersions } from './guideline-store.ts'
import { makeForum, makePublished } from './make-forum.ts'

const database = await freshDatabase()
const app = makeApp(database)
let scene: Scene
let forumId: string
let chair: Actor
let id: string
let path: string

beforeEach(async () => {
  scene = await makeScene(database)
  ;({ forumId, chair } = await makeForum(scene))
  id = randomUUIDv7()
  path = `/pedoman/${id}`
  await post(scene.agent, '/pedoman', { id, forum_id: forumId, title: 'Pedoman teknis' })
})

const open = async (actor: Actor, at: string) => app.request(at, { headers: await scene.headersOf(actor) })
const words = async (actor: Actor, at: string) => (await open(actor, at)).text()
const post = async (actor: Actor, at: string, body: Record<string, string> = {}) =>
  app.request(at, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(body) })
const latest = async () => {
  const [version] = await listVersions(scene.db, id)
  if (!version) throw new Error('there is no version')
  return version
}
const sections = async () => listSections(scene.db, [(await latest()).id])
const act = async (actor: Actor, name: string, more: Record<string, string> = {}) =>
  (await post(actor, `${path}/${name}`, { revision: String((await latest()).revision), ...more })).status
const write = (heading: string, text: string, actor = scene.agent) =>
  post(actor, `${path}/bagian`, { id: randomUUIDv7(), heading, text })

async function publish() {
  await write('Laporan', 'Setiap triwulan.')
  expect(await act(scene.agent, 'bahas')).toBe(303)
  expect(await act(chair, 'setujui')).toBe(303)
  expect(await act(scene.secretariat, 'terbitkan', { number: '3/2026', published_on: '2026-11-20' })).toBe(303)
}

describe('a draft', () => {
  test('is begun once by a member, and written in by members', async () => {
    const again = await post(scene.agent, '/pedoman', { id, forum_id: forumId, title: 'Lain' })
    expect(again.status).toBe(303)
    expect(await listVersions(scene.db, id)).toMatchObject([{ title: 'Pedoman teknis', version: 1, state: 'draft' }])
    const form = { id: randomUUIDv7(), heading: 'Maksud', text: 'Bagi agen.' }
    for (const _ of [1, 2]) expect((await post(chair, `${path}/bagian`, form)).status).toBe(303)
    expect(await sections()).toHaveLength(1)
    expect((await post(scene.leadership, `${path}/bagian`, { ...form, id: randomUUIDv7() })).status).toBe(403)
    expect((await post(scene.stranger, `${path}/bagian`, form)).status).toBe(404)
    expect((await write('', 'Tanpa judul')).status).toBe(422)
  })

  test('shows both texts of a section that somebody else saved first', async () => {
    await write('Maksud', 'Bagi agen.')
    const [section] = await sections()
    const at = `${path}/bagian/${section?.id}`
    const save = (text: string) => post(scene.agent, at, { heading: 'Maksud', text, revision: '1' })
    expect((await save('Bagi agen pusat.')).status).toBe(303)
    const stale = await save('Bagi agen unit.')
    const both = await stale.text()
    expect([stale.status, both.includes('Bagi agen unit.'), both.includes('Bagi agen pusat.')]).toEqual([
      ...[409, true, true],
    ])
  })

  test('has its sections moved and removed, which asks first', async () => {
    for (const heading of ['Satu', 'Dua', 'Tiga']) await write(heading, 'Isi.')
    const [first, second] = await sections()
    expect((await post(scene.agent, `${path}/bagian/${first?.id}/pindah`, { by: 'down' })).status).toBe(303)
    expect((await sections()).map(({ heading }) => heading)).toEqual(['Dua', 'Satu', 'Tiga'])
    expect(await words(scene.agent, `${path}/bagian/${second?.id}/hapus`)).toContain('Hapus bagian ini?')
    expect((await post(scene.agent, `${path}/bagian/${second?.id}/hapus`)).status).toBe(303)
    expect((await sections()).map(({ heading }) => heading)).toEqual(['Satu', 'Tiga'])
  })

  test('without a section is not laid before the forum', async () => {
    expect(await act(scene.agent, 'bahas')).toBe(409)
  })
})

describe('a version', () => {
  test('is not approved by its author alone, but with somebody else', async () => {
    await write('Maksud', 'Bagi agen.', chair)
    expect(await act(scene.agent, 'setujui')).toBe(403)
    expect(await act(scene.agent, 'bahas')).toBe(303)
    expect(await act(chair, 'setujui')).toBe(303)
    expect(await latest()).toMatchObject({ state: 'discussed' })
    expect(await words(chair, path)).toContain('Satu orang lain harus menyetujuinya juga')
    expect(await act(scene.secretariat, 'setujui')).toBe(303)
    expect(await latest()).toMatchObject({ state: 'approved' })
  })

  test('that is sent back is a draft again, says why, and has lost its approvals', async () => {
    await write('Maksud', 'Bagi agen.', chair)
    await act(scene.agent, 'bahas')
    await act(chair, 'setujui')
    expect((await write('Terlambat', 'Tidak boleh.')).status).toBe(409)
    expect(await act(chair, 'kembalikan', { reason: '' })).toBe(422)
    expect(await act(chair, 'kembalikan', { reason: 'Tambahkan contoh.' })).toBe(303)
    expect(await words(scene.agent, path)).toContain('Tambahkan contoh.')
    await act(scene.agent, 'bahas')
    expect(await words(chair, path)).not.toContain('Anda sudah menyetujui')
  })

  test('is approved as it was looked at: from an old page it is not', async () => {
    await write('Maksud', 'Bagi agen.')
    await act(scene.agent, 'bahas')
    const { revision } = await latest()
    await act(chair, 'kembalikan', { reason: 'Tambahkan contoh.' })
    await act(scene.agent, 'bahas')
    expect(await act(chair, 'setujui', { revision: String(revision) })).toBe(409)
  })

  test('is published by the secretariat with number and day, then frozen and open to the whole agency', async () => {
    await write('Laporan', 'Setiap triwulan.')
    await act(scene.agent, 'bahas')
    await act(chair, 'setujui')
    const published = { number: '3/2026', published_on: '2026-11-20' }
    expect(await act(chair, 'terbitkan', published)).toBe(403)
    expect(await act(scene.secretariat, 'terbitkan', { ...published, number: '' })).toBe(422)
    expect(await act(scene.secretariat, 'terbitkan', { ...published, published_on: '2026-11-25' })).toBe(422)
    expect((await open(scene.stranger, path)).status).toBe(404)
    expect(await act(scene.secretariat, 'terbitkan', published)).toBe(303)
    expect(await words(scene.stranger, path)).toContain('Nomor 3/2026, terbit 20 November 2026')
    expect(await words(scene.stranger, '/pedoman')).toContain('Pedoman teknis, versi 1')
    expect((await write('Terlambat', 'Tidak boleh.')).status).toBe(409)
    const [section] = await sections()
    const change = { heading: 'Laporan', text: 'Diubah', revision: '1' }
    expect((await post(scene.secretariat, `${path}/bagian/${section?.id}`, change)).status).toBe(409)
  })

  test('goes on as a copy of the published one, which others do not see, and is compared with it by word', async () => {
    await publish()
    expect((await post(scene.stranger, `${path}/versi-baru`)).status).toBe(403)
    expect((await post(scene.agent, `${path}/versi-baru`)).status).toBe(303)
    expect((await post(scene.agent, `${path}/versi-baru`)).status).toBe(409)
    const [section] = await sections()
    const change = { heading: 'Laporan', text: 'Setiap bulan.', revision: '1' }
    await post(scene.agent, `${path}/bagian/${section?.id}`, change)
    const compared = await words(scene.agent, `${path}/bandingkan?dari=1&ke=2`)
    expect(compared).toContain('Satu perubahan.')
    expect(compared).toContain('<del><span class="hidden">dihapus: </span>triwulan.</del>')
    expect(compared).toContain('<ins><span class="hidden">ditambahkan: </span>bulan.</ins>')
    expect(await words(scene.stranger, path)).toContain('Setiap triwulan.')
    expect((await open(scene.stranger, `${path}/bandingkan?dari=1&ke=2`)).status).toBe(404)
    expect((await open(scene.stranger, `${path}?versi=2`)).status).toBe(404)
  })

  test('is downloaded as Word and PDF by whoever may read it', async () => {
    await publish()
    const [docx, pdf] = [
      await open(scene.stranger, `${path}/versi/1/docx`),
      await open(scene.agent, `${path}/versi/1/pdf`),
    ]
    expect(docx.headers.get('content-disposition')).toBe('attachment; filename="pedoman-teknis-versi-1.docx"')
    expect(
      Buffer.from(await docx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect((await open(scene.agent, `${path}/versi/1/odt`)).status).toBe(404)
  })
})

test('the page of a guideline asks as much of three sections as of one', async () => {
  const counted = async () => {
    const before = database.statements.length
    await words(scene.agent, path)
    return database.statements.length - before
  }
  await write('Satu', 'Isi.')
  const one = await counted()
  for (const heading of ['Dua', 'Tiga']) await write(heading, 'Isi.')
  expect(await counted()).toBe(one)
})

test('another agency finds nothing of it', async () => {
  const { id: published } = await makePublished(scene, forumId)
  const other = await makeScene(database)
  const headers = await other.headersOf(other.secretariat)
  expect((await app.request(`/pedoman/${published}`, { headers })).status).toBe(404)
  expect(await (await app.request('/pedoman', { headers })).text()).toContain('Belum ada pedoman')
})
