import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { update } from '#db'
import { readWorkbook } from '#documents/sheet.ts'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { countEntriesIn } from './around-store.ts'
import { declareReady, describeEntry, reopenEntry, sendEntry, withdrawEntry, writeAnswer } from './commands.ts'
import { makeAnswers, makeEntry } from './make-entry.ts'
import { attachLetters, enterProject } from './make-signed.ts'
import { findEntry } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database, undefined, { files: makeFiles(freshFolder()) })
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = (await enterProject(scene, moment)).code
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const read = async (actor: Actor, path: string) => (await open(actor, path)).text()
const post = async (actor: Actor, path: string, body: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(body) })

async function makeReady(): Promise<void> {
  await describeEntry(scene.db, scene.agent, code, { ...makeEntry(), revision: 1, files: [] }, moment)
  for (const { field, text, evidence } of makeAnswers())
    await writeAnswer(scene.db, scene.agent, code, field, { text, evidence, revision: 0, files: [] }, moment)
  await attachLetters(app, scene, code)
  await declareReady(scene.db, scene.secretariat, code, moment)
}
const sendIt = () => sendEntry(scene.db, scene.secretariat, code, { sentOn: '2024-05-02', sentNumber: '17' }, moment)

describe('the way out', () => {
  test('is a package with papers, letters and proofs by the numbers of the form, at any hour', async () => {
    expect((await open(scene.agent, `/usulan/${code}.zip`)).status).toBe(200)
    await makeReady()
    const answer = await open(scene.secretariat, `/usulan/${code}.zip`)
    const names = Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))
    expect(names).toEqual([
      'usulan.docx',
      'usulan.pdf',
      'surat/01-surat-implementasi-surat.pdf',
      'surat/02-surat-inovator-surat.pdf',
      'surat/03-surat-replikasi-surat.pdf',
    ])
    expect((await open(scene.stranger, `/usulan/${code}.zip`)).status).toBe(404)
  })

  test('is copied field by field, with its words counted and a tick for each', async () => {
    await makeReady()
    const path = `/usulan/${code}/salin`
    expect(await read(scene.secretariat, path)).toContain('4 dari 600 kata')
    const tick = { key: 'signifikansi', copied: 'yes' }
    expect((await post(scene.secretariat, path, tick)).headers.get('location')).toBe(`${path}#bidang-signifikansi`)
    expect(await read(scene.leadership, path)).toMatch(/1 dari \d+ sudah disalin/)
    expect((await post(scene.leadership, path, tick)).status).toBe(403)
    await post(scene.secretariat, path, { ...tick, copied: 'no' })
    expect(await read(scene.leadership, path)).toMatch(/0 dari \d+ sudah disalin/)
  })

  test('loses the tick of what says something else since it was copied, and of nothing else', async () => {
    await makeReady()
    const path = `/usulan/${code}/salin`
    for (const key of ['signifikansi', 'ringkasan', 'judul', 'video']) {
      await post(scene.secretariat, path, { key, copied: 'yes' })
    }
    await reopenEntry(scene.db, scene.secretariat, code, moment)
    const said = { text: 'Lima puluh jam menjadi satu.', evidence: '', revision: 1, files: [] }
    await writeAnswer(scene.db, scene.agent, code, 'signifikansi', said, moment)
    expect(await read(scene.agent, path)).toMatch(/3 dari \d+ sudah disalin/)
    const { revision } = (await findEntry(scene.db, code)) ?? { revision: 0 }
    const described = { ...makeEntry(), title: 'Jawab setengah jam', revision, files: [] }
    await describeEntry(scene.db, scene.agent, code, described, moment)
    expect(await read(scene.agent, path)).toMatch(/2 dari \d+ sudah disalin/)
    const same = { text: 'Jawaban ringkasan yang cukup.', evidence: 'Laporan lain', revision: 1, files: [] }
    await writeAnswer(scene.db, scene.agent, code, 'ringkasan', same, moment)
    expect(await read(scene.agent, path)).toMatch(/2 dari \d+ sudah disalin/)
  })

  test('keeps what was declared ready, whatever is written afterwards', async () => {
    await makeReady()
    await reopenEntry(scene.db, scene.secretariat, code, moment)
    const said = { text: 'Sesudahnya.', evidence: '', revision: 1, files: [] }
    await writeAnswer(scene.db, scene.agent, code, 'ringkasan', said, moment)
    const kept = await open(scene.agent, `/usulan/${code}/arsip/1.docx`)
    const file = unzipSync(new Uint8Array(await kept.arrayBuffer()))
    const text = new TextDecoder().decode(file['word/document.xml'])
    expect(text).toContain('Jawaban ringkasan yang cukup.')
    expect(text).not.toContain('Sesudahnya.')
    expect((await open(scene.agent, `/usulan/${code}/arsip/2.docx`)).status).toBe(404)
  })

  test('is a catalogue of one entry, and of all for whoever looks at all of the agency', async () => {
    await makeReady()
    const [row] = (await (await open(scene.agent, `/usulan/${code}.json`)).json()) as Record<string, string>[]
    expect(row).toMatchObject({
      Kode: code,
      Kelompok: 'umum',
      'Berkas Surat Pernyataan Kesediaan Replikasi': 'surat.pdf',
    })
    expect((await open(scene.agent, '/usulan/katalog.xlsx')).status).toBe(403)
    const rows = async () => {
      const bytes = new Uint8Array(await (await open(scene.secretariat, '/usulan/katalog.xlsx')).arrayBuffer())
      const book = await readWorkbook(bytes, 'katalog.xlsx')
      return book.ok ? book.workbook.sheets[0]?.cells.slice(1) : undefined
    }
    expect(await rows()).toEqual([])
    await sendIt()
    const [sent] = (await rows()) ?? []
    expect(sent?.slice(0, 2)).toEqual([code, 'Jawab satu jam'])
    expect(sent).toContain('2 Mei 2024')
  })
})

describe('what came of an entry', () => {
  const stage = () => `/usulan/${code}/tahap/top-99`
  const said = { revision: '0', outcome: 'passed', decided_on: '2024-07-01', note: 'Pengumuman B/51' }

  test('is noted by the secretariat once it was sent, and shown over the years', async () => {
    await makeReady()
    expect((await post(scene.secretariat, stage(), said)).status).toBe(422)
    await sendIt()
    expect((await post(scene.agent, stage(), said)).status).toBe(403)
    expect((await post(scene.secretariat, stage(), { ...said, decided_on: '2024-05-01' })).status).toBe(422)
    expect((await post(scene.secretariat, stage(), said)).status).toBe(303)
    expect((await post(scene.secretariat, stage(), { ...said, outcome: 'failed' })).status).toBe(409)
    const page = await read(scene.agent, `/usulan/${code}/tahap`)
    expect(page).toContain('Finalis Top 99: Lolos, 1 Juli 2024')
    expect(page).toContain(`/usulan/${code}/arsip/1.docx`)
    await post(scene.secretariat, stage(), { ...said, revision: '1', outcome: 'failed' })
    expect(await read(scene.agent, `/usulan/${code}/tahap`)).toContain('Presentasi dan wawancara: tidak diikuti')
    await post(scene.secretariat, stage(), { ...said, revision: '2' })
    const past = await read(scene.leadership, '/usulan/riwayat')
    expect(past).toContain('Finalis Top 99: lolos')
    expect(past).toContain('Belum dikabarkan untuk 2025, 2026')
    expect((await open(scene.agent, '/usulan/riwayat')).status).toBe(403)
  })

  test('is asked for once a year from whoever runs the innovation', async () => {
    const year = (number: number) => `/usulan/${code}/kabar/${number}`
    const news = { revision: '0', state: 'grew', replicated_by: 'Perpustakaan Lembah Sari', note: '' }
    expect((await open(scene.agent, year(2025))).status).toBe(404)
    await makeReady()
    await sendIt()
    expect((await post(scene.agent, year(2025), { ...news, state: '' })).status).toBe(422)
    expect((await post(scene.agent, year(2025), news)).status).toBe(303)
    expect((await open(scene.head, year(2026))).status).toBe(403)
    const page = await read(scene.agent, `/usulan/${code}/tahap`)
    expect(page).toContain('2025: Berkembang')
    expect(page).toContain('Kabarkan tahun 2026')
    await post(scene.agent, year(2026), { ...news, state: 'stopped' })
    expect(await read(scene.agent, `/usulan/${code}/tahap`)).not.toContain('Kabarkan tahun')
  })
})

test('an entry that is sent again keeps each sending, with who noted it and the copy that went out', async () => {
  await makeReady()
  await sendIt()
  await reopenEntry(scene.db, scene.secretariat, code, moment)
  expect(await read(scene.agent, `/usulan/${code}/tahap`)).toContain('nomor 17, lalu usulan dibuka lagi')
  await declareReady(scene.db, scene.secretariat, code, moment)
  await sendEntry(scene.db, scene.secretariat, code, { sentOn: '2024-05-04', sentNumber: '18' }, moment)
  const page = await read(scene.agent, `/usulan/${code}/tahap`)
  expect(page).toContain('Dikirim 4 Mei 2024, nomor 18</')
  expect(page).toContain('Dikirim 2 Mei 2024, nomor 17, digantikan yang sesudahnya')
  for (const copy of [1, 2]) {
    expect(page).toContain(`salinan ${copy}`)
    expect((await open(scene.agent, `/usulan/${code}/arsip/${copy}.pdf`)).status).toBe(200)
  }
  expect(page.match(/Dicatat [^<]*24 November 2026/g)).toHaveLength(2)
})

test('the list says in whose hands each entry lies', async () => {
  const unsent = await read(scene.secretariat, '/usulan')
  expect(unsent).toContain('Tidak jadi diajukan')
  expect(unsent).not.toContain('Agen dan tim')
  expect(await read(scene.agent, `/usulan/${code}`)).toContain('Tidak jadi diajukan, edisinya sudah ditutup')
  await makeReady()
  expect(await read(scene.secretariat, '/usulan')).toMatch(/Sekretariat<small>sejak 24 November 2026, hari ini/)
})

test('the history over the years reads a constant number of queries', async () => {
  const count = async () => {
    await update(scene.db, 'entry').set({ state: 'sent', readyAt: testNow, sentOn: '2024-05-02' }).execute()
    const headers = await scene.headersOf(scene.leadership)
    const before = database.statements.length
    const page = await (await app.request('/usulan/riwayat', { headers })).text()
    return { queries: database.statements.length - before, rows: page.match(/Belum ada hasil/g)?.length }
  }
  const one = await count()
  for (const number of [2, 3]) await enterProject({ ...scene, ...(await scene.addSeat(number)) }, moment)
  expect([one.rows, (await count()).rows]).toEqual([1, 3])
  expect((await count()).queries).toBe(one.queries)
})

test('the check before an entry goes out names what is missing, its source, and the points that hang on it', async () => {
  const path = `/usulan/${code}/periksa`
  expect(await read(scene.leadership, path)).toContain('100 dari 100 bobot bergantung')
  await makeReady()
  const page = await read(scene.agent, path)
  expect(page).toContain('Syarat masuk lengkap.')
  expect(page).toContain('Belum ada indikator dengan nilai sebelum dan sesudah.')
  expect(page).toContain('Sumber: nilai akhir proyek')
})

test('an entry that was withdrawn does not count for its agency, until it is opened again', async () => {
  const { edition } = await findEntry(scene.db, code).then((entry) => entry ?? { edition: '' })
  const counted = () => countEntriesIn(scene.db, edition)
  expect(await counted()).toBe(1)
  await withdrawEntry(scene.db, scene.secretariat, code, 'Proyek lain dipilih.', moment)
  expect(await counted()).toBe(0)
  await reopenEntry(scene.db, scene.secretariat, code, moment)
  expect(await counted()).toBe(1)
})
