import { randomUUIDv7 } from 'node:crypto'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { lettersOf } from './letter.ts'
import { anEdition } from './make-entry.ts'
import { attachLetters, enterProject } from './make-signed.ts'

const database = await freshDatabase()
const app = makeApp(database, undefined, { files: makeFiles(freshFolder()) })
let scene: Scene
let code: string
let projectId: string

beforeEach(async () => {
  scene = await makeScene(database)
  const entered = await enterProject(scene, { now: testNow, today: '2026-11-24' })
  code = entered.code
  projectId = entered.projectId
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const read = async (actor: Actor, path: string) => (await open(actor, path)).text()
const post = async (actor: Actor, path: string, body: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(body) })

describe('a letter', () => {
  const path = () => `/usulan/${code}/surat`

  test('is drafted for whoever reads the entry, with a NIP only for whoever may open it', async () => {
    expect(await read(scene.head, path())).toContain('Belum ada: Surat Pernyataan Implementasi Inovasi.')
    for (const { key } of lettersOf(anEdition())) {
      const answer = await open(scene.head, `${path()}/${key}.docx`)
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${key}-${code}.docx"`)
      const file = unzipSync(new Uint8Array(await answer.arrayBuffer()))
      expect(new TextDecoder().decode(file['word/document.xml'])).toContain('Jawab satu jam')
    }
    expect((await open(scene.stranger, `${path()}/surat-inovator.pdf`)).status).toBe(404)
    expect((await open(scene.head, `${path()}/lain.pdf`)).status).toBe(404)
  })

  test('names its innovators in as many queries for one as for three', async () => {
    const count = async () => {
      const before = database.statements.length
      const answer = await open(scene.secretariat, `${path()}/surat-inovator.docx`)
      const file = unzipSync(new Uint8Array(await answer.arrayBuffer()))
      const names = new TextDecoder().decode(file['word/document.xml']).match(/Anggota \d/g)
      return { queries: database.statements.length - before, names }
    }
    const one = await count()
    for (const number of [1, 2]) {
      const { personId } = await scene.addActor(`Anggota ${number}`)
      const member = { id: randomUUIDv7(), projectId, personId: personId ?? '', createdAt: testNow }
      await insert(scene.db, 'projectMember', member).execute()
    }
    expect(await count()).toEqual({ queries: one.queries, names: ['Anggota 1', 'Anggota 2'] })
  })

  test('is attached and confirmed once signed; the day of implementation that it names must be the entry’s', async () => {
    await update(scene.db, 'entry').set({ startedOn: '2021-03-01' }).where('code', '=', code).execute()
    await attachLetters(app, scene, code)
    const page = await read(scene.agent, path())
    expect(page).toContain('Tanggal mulai pada Surat Pernyataan Implementasi Inovasi tidak sama')
    expect(page).toContain('Sudah diperiksa, tertanggal 20 April 2023')
    const stale = await post(scene.secretariat, `${path()}/surat-replikasi`, { revision: '0', number: 'B/99' })
    expect(stale.status).toBe(409)
    expect(await stale.text()).toContain('B/12')
    expect((await post(scene.head, `${path()}/surat-replikasi`, { revision: '1' })).status).toBe(403)
    const early = await post(scene.agent, `${path()}/surat-replikasi`, { revision: '1', dated_on: '2026-11-25' })
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('Tanggal surat tidak boleh sesudah hari ini.')
  })
})

describe('a remark', () => {
  const path = () => `/usulan/${code}/catatan`
  const said = (but: Record<string, string> = {}) => ({
    id: randomUUIDv7(),
    field: 'signifikansi',
    text: 'Beri angka.',
    ...but,
  })

  test('is made by whoever writes or heads the entry, of a field or of the whole, until it is answered', async () => {
    const one = said()
    expect((await post(scene.head, path(), one)).status).toBe(303)
    expect((await post(scene.head, path(), one)).status).toBe(303)
    expect((await post(scene.agent, path(), said({ field: 'lain', text: 'Baik.' }))).status).toBe(303)
    expect((await post(scene.agent, path(), said({ text: ' ' }))).status).toBe(422)
    expect((await post(scene.leadership, path(), said())).status).toBe(403)
    const page = await read(scene.leadership, path())
    expect(page.split('Beri angka.')).toHaveLength(2)
    expect(page).toContain('Seluruh usulan')
    expect(page).not.toContain('Simpan catatan')
    const waiting = async () => / class="count">(\d)</.exec(await read(scene.agent, `/usulan/${code}`))?.[1]
    expect(await waiting()).toBe('2')
    expect((await post(scene.agent, `${path()}/${one.id}`, { settled: 'yes' })).status).toBe(303)
    expect(await waiting()).toBe('1')
    expect(await read(scene.agent, path())).toContain('Sudah dijawab</span>')
    expect((await post(scene.agent, `${path()}/${randomUUIDv7()}`, { settled: 'yes' })).status).toBe(404)
  })
})
