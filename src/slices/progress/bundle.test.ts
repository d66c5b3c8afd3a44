import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import { readWorkbook } from '#documents/sheet.ts'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { pack } from './bundle.ts'
import { listEvidence } from './evidence-store.ts'
import { askingAbout, minutes } from './make-asking.ts'
import { makeEvidence, makeReportable } from './make-progress.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
let scene: Scene
let project: Awaited<ReturnType<typeof makeReportable>>
let all: string
let asking: ReturnType<typeof askingAbout>

beforeEach(async () => {
  scene = await makeScene(database)
  project = await makeReportable(scene.db, scene)
  all = `/proyek/${project.code}/eviden`
  asking = askingAbout(app, scene, project)
})

/** The files of a bundle by name. */
async function taken(actor: Actor, at = `${all}/paket`, form: Record<string, string> = { choice: 'standing' }) {
  const answer = await asking.post(actor, at, form)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  return unzipSync(new Uint8Array(await answer.arrayBuffer()))
}

/** The rows of its sheet, as text. */
async function rowsOf(zip: Record<string, Uint8Array>) {
  const read = await readWorkbook(zip['indeks.xlsx'] ?? new Uint8Array(), 'indeks.xlsx')
  if (!read.ok) throw new Error(read.sentence)
  return (read.workbook.sheets[0]?.cells ?? []).map((cells) => cells.map(String).join(' | '))
}

describe('the bundle of a project', () => {
  test('holds each file as it was brought, in the folder of its activity, and lists it with its hash', async () => {
    const { bring, post } = asking
    const hostile = '..\\..\\<b>"notula"</b>|.txt'
    await bring(scene.agent, { line_ids: [project.second, project.first] }, minutes('Untuk keduanya', hostile))
    await bring(scene.agent, {}, minutes('satu'))
    await bring(scene.agent, {}, minutes('dua'))
    const returned = await bring(scene.agent, {}, minutes('Tidak terbaca', 'buram.txt'))
    await post(scene.secretariat, `${all}/${returned}/kembalikan`, { remark: 'Tidak terbaca.' })
    await bring(scene.agent, { line_ids: project.second, link: 'https://pustaka.example/berita?a=1&b=2' })
    const zip = await taken(scene.head)
    const names = Object.keys(zip)
    expect(names.slice(0, 2)).toEqual(['indeks.html', 'indeks.xlsx'])
    expect(names.slice(2).every((name) => /^1\.1 Menyatukan antrean\/[^/\\<>"|]+\.txt$/.test(name))).toBe(true)
    expect(names).toContain('1.1 Menyatukan antrean/notula (2).txt')
    const rows = await rowsOf(zip)
    expect(rows).toHaveLength(5)
    const index = strFromU8(zip['indeks.html'] ?? new Uint8Array())
    for (const name of names.slice(2)) {
      const hash = createHash('sha256')
        .update(zip[name] ?? '')
        .digest('hex')
      expect(rows.some((row) => row.includes(name) && row.includes(hash))).toBe(true)
      expect(index).toContain(hash)
    }
    expect(rows.some((row) => row.includes('1.1 Menyatukan antrean; 1.2 Melatih petugas'))).toBe(true)
    expect(index).not.toContain('<b>')
    expect(index).toContain('href="https://pustaka.example/berita?a=1&amp;b=2"')
    expect(rows.join()).not.toContain('buram.txt')
    const whole = await taken(scene.head, `${all}/paket`, { choice: 'all' })
    expect(Object.keys(whole)).toContain('1.1 Menyatukan antrean/buram.txt')
    expect(Object.keys(await taken(scene.head, `${all}/paket`, { choice: 'verified' }))).toHaveLength(2)
  })

  test('lists a file that the store has lost, and is whole all the same', async () => {
    await asking.bring(scene.agent, {}, minutes('Hilang dari penyimpanan', 'hilang.txt'))
    await asking.bring(scene.agent, {}, minutes('Masih ada', 'ada.txt'))
    const lost = (await listEvidence(scene.db, project.id)).find(({ name }) => name === 'hilang.txt')
    await files.blobs.remove(scene.agencyId, lost?.file?.sha256 ?? '')
    const zip = await taken(scene.secretariat)
    expect(Object.keys(zip)).toEqual(['indeks.html', 'indeks.xlsx', '1.1 Menyatukan antrean/ada.txt'])
    const row = (await rowsOf(zip)).find((one) => one.includes('hilang.txt'))
    expect(row).toContain('Berkas tidak ditemukan di penyimpanan')
    expect(strFromU8(zip['indeks.html'] ?? new Uint8Array())).toContain('Berkas tidak ditemukan di penyimpanan')
  })

  test('is taken by whoever may read the project, and the journal says by whom', async () => {
    expect((await asking.post(scene.stranger, `${all}/paket`, { choice: 'all' })).status).toBe(404)
    expect((await asking.post(scene.head, `${all}/paket`, { choice: 'apa' })).status).toBe(422)
    await taken(scene.head)
    const entries = await listEntriesOf(scene.db, [project.id])
    expect(entries).toMatchObject([
      { event: 'evidence.bundled', personId: scene.head.personId, details: { pieces: 0 } },
    ])
  })
})

describe('the bundle of a reform area', () => {
  const ofArea = { choice: 'standing', area: 'tatalaksana' }
  const inArea = async (projectId: string) => {
    const aim = { setCode: 'peta-jalan-2020-2024', areaCode: 'tatalaksana' }
    await insert(scene.db, 'projectArea', { projectId, ...aim }).execute()
    await update(scene.db, 'projectSummary')
      .set({ areaCodes: [aim.areaCode] })
      .where('projectId', '=', projectId)
      .execute()
  }

  test('holds a folder for each of its projects, and none of another area', async () => {
    const seats = [await scene.addSeat(2), await scene.addSeat(3)]
    const [second, third] = [
      await makeReportable(scene.db, { ...scene, ...seats[0] }, 'c8m4n2r2'),
      await makeReportable(scene.db, { ...scene, ...seats[1] }, 'c8m4n2r3'),
    ]
    for (const { id } of [project, second]) await inArea(id)
    await asking.bring(scene.agent, {}, minutes('satu'))
    for (const [at, one] of [second, third].entries()) {
      await askingAbout(app, scene, one).bring(seats[at]?.agent ?? scene.agent, {}, minutes(one.code))
    }
    const count = database.statements.length
    const zip = await taken(scene.leadership, '/laporan/eviden', ofArea)
    const asked = database.statements.length - count
    const title = 'Layanan rujukan satu hari jawab'
    expect(Object.keys(zip).slice(2)).toEqual([
      `b7k3m9qt ${title}/1.1 Menyatukan antrean/notula.txt`,
      `c8m4n2r2 ${title}/1.1 Menyatukan antrean/notula.txt`,
    ])
    await inArea(third.id)
    const before = database.statements.length
    await taken(scene.leadership, '/laporan/eviden', ofArea)
    expect(database.statements.length - before).toBe(asked)
    const entries = await listEntriesOf(scene.db, [scene.programmeId])
    expect(entries[0]?.details).toEqual({ areaCode: 'tatalaksana', pieces: 3 })
  })

  test('is not for whoever may not look at all projects', async () => {
    for (const actor of [scene.agent, scene.head, scene.stranger]) {
      expect((await asking.open(actor, '/laporan/eviden')).status).toBe(404)
      expect((await asking.post(actor, '/laporan/eviden', ofArea)).status).toBe(404)
    }
    expect((await asking.post(scene.secretariat, '/laporan/eviden', { choice: 'all' })).status).toBe(422)
    expect((await asking.post(scene.secretariat, '/laporan/eviden', { choice: 'all', area: 'x' })).status).toBe(404)
  })
})

test('what proves no activity of the plan any more has a folder of its own, behind the others', () => {
  const file = { id: 'file', name: 'notula.txt', size: 1, mediaType: 'text/plain', sha256: 'a' }
  const evidence = [makeEvidence({ lineIds: ['gone'] }), makeEvidence({ lineIds: ['second', 'first'] })].map(
    (piece) => ({
      ...{ ...piece, authorName: 'Nadia', file, preview: null, pdf: null, previewTries: 0 },
    }),
  )
  const lines = ['first', 'second'].map((lineId, index) => ({
    ...{ projectId: 'project', lineId, number: `1.${index + 1}`, title: lineId },
  }))
  const projects = [{ id: 'project', code: 'b7k3m9qt', title: 'Rujukan' }]
  const packed = pack({ choice: 'standing', projects, lines, evidence, missing: new Set() })
  expect(packed.map(({ path, activities }) => [path, activities])).toEqual([
    ['1.1 first/notula.txt', ['1.1 first', '1.2 second']],
    ['Di luar rencana/notula.txt', []],
  ])
})
