import { beforeEach, describe, expect, test } from 'vitest'
import { type OutSheet, writeWorkbook } from '#documents/sheet.ts'
import type { Cell } from '#documents/workbook.ts'
import type { Actor } from '#kit/actor.ts'
import { listUnits } from '#people'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { hiddenFields } from '#test/visitor.ts'
import { header, makeAgentRow, makeNip } from './make-annex.ts'
import { makeDecree } from './make-decree.ts'
import { listSeats } from './seat-store.ts'

const database = await freshDatabase()
const app = makeApp(database)
let scene: Scene
let path: string

beforeEach(async () => {
  scene = await makeScene(database)
  path = `/keputusan/${await makeDecree(scene.db, scene.secretariat, scene.programmeId)}`
})

const open = async (actor: Actor, at: string) => app.request(at, { headers: await scene.headersOf(actor) })
const read = async (at: string) => (await open(scene.secretariat, at)).text()

async function post(at: string, fields: Record<string, string | File>, actor = scene.secretariat) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return app.request(at, { method: 'POST', headers: await scene.headersOf(actor), body })
}

const sheetOf = (rows: Cell[][], name = 'Lampiran'): OutSheet => ({
  name,
  columns: header.map((label) => ({ header: label, width: 20 })),
  rows,
})
const fileOf = async (...sheets: OutSheet[]) =>
  new File([new Uint8Array(await writeWorkbook(sheets, testNow))], 'lampiran.xlsx')
const seatCount = async () => (await listSeats(scene.db, scene.programmeId, '2026-11-24')).length

describe('who may', () => {
  test.each(['', '/ubah', '/impor', '/tambah', '/ganti'])(
    'an agent reads a decree and changes nothing: %s',
    async (act) => {
      expect((await open(scene.secretariat, path + act)).status).toBe(200)
      expect((await open(scene.agent, path + act)).status).toBe(act === '' ? 200 : 403)
    },
  )

  test('a decree of another agency is not found', async () => {
    const other = await makeScene(database)
    const answer = await app.request(path, { headers: await other.headersOf(other.secretariat) })
    expect(answer.status).toBe(404)
  })
})

describe('a decree', () => {
  const facts = {
    number: '77/2026',
    about: 'Agen Perubahan',
    decided_on: '2026-02-02',
    from_on: '2026-02-02',
    until_on: '2026-12-31',
  }

  test('is entered once, however often its form is sent', async () => {
    const { id = '' } = hiddenFields(await read('/keputusan/baru'))
    const typed = { ...facts, id, programme_id: scene.programmeId }
    const answers = [await post('/keputusan/baru', typed), await post('/keputusan/baru', typed)]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(answers[0]?.headers.get('location')).toBe(answers[1]?.headers.get('location'))
    expect(await read('/keputusan')).toContain('77/2026')
  })

  test('of a number and day that were entered before comes back with the reason beside the number', async () => {
    const typed = { ...facts, programme_id: scene.programmeId }
    await post('/keputusan/baru', { ...typed, id: crypto.randomUUID() })
    const again = await post('/keputusan/baru', { ...typed, id: crypto.randomUUID() })
    expect(again.status).toBe(422)
    expect(await again.text()).toMatch(/id="number-error".*sudah tercatat/s)
  })

  test('that somebody else corrected first shows both values', async () => {
    const typed = { ...facts, programme_id: scene.programmeId, revision: '1', from_on: '2026-01-05' }
    expect((await post(`${path}/ubah`, { ...typed, number: '1/A' })).status).toBe(303)
    const stale = await post(`${path}/ubah`, { ...typed, number: '1/B' })
    expect(stale.status).toBe(409)
    expect(await stale.text()).toMatch(/value="1\/B".*Yang tersimpan sekarang:<\/span> 1\/A/s)
  })
})

describe('the annex', () => {
  test('is read, corrected in the page, and imported as a whole', async () => {
    const annex = await fileOf(sheetOf([makeAgentRow(1), makeAgentRow(2, { 2: Number('198504122009122902') })]))
    const first = await (await post(`${path}/impor`, { annex, level: 'central' })).text()
    expect(first).toContain('2 agen terbaca, 1 baris perlu diperbaiki')
    expect(first).toContain('Sel C3: NIP disimpan sebagai angka')
    // The value at fault must not stand in the field: as text it would pass.
    expect(first).toMatch(/name="correct_C3"|id="correct_C3"/)
    expect(first).not.toContain('value="198504122009122')

    const early = await post(`${path}/impor`, { ...hiddenFields(first), act: 'import' })
    expect([early.status, await seatCount()]).toEqual([422, 1])

    const corrected = await post(`${path}/impor`, { ...hiddenFields(first), correct_C3: makeNip(2), act: 'check' })
    const second = await corrected.text()
    expect(second).toContain('Tetapkan 2 agen')
    const done = await post(`${path}/impor`, { ...hiddenFields(second), act: 'import' })
    expect([done.status, done.headers.get('location'), await seatCount()]).toEqual([303, path, 3])
    expect(await read(path)).toMatch(/Ani Lestari, S\.S\..*Budi Hartanta.*Belum punya surel/s)
  })

  test('a second time says that nothing will change, and changes nothing', async () => {
    const upload = async () =>
      (await post(`${path}/impor`, { annex: await fileOf(sheetOf([makeAgentRow(1)])), level: 'central' })).text()
    await post(`${path}/impor`, { ...hiddenFields(await upload()), act: 'import' })
    const again = await upload()
    expect(again).toContain('Tidak ada yang akan berubah')
    await post(`${path}/impor`, { ...hiddenFields(again), act: 'import' })
    expect(await seatCount()).toBe(2)
  })

  test.each([
    [{}, true],
    [{ parent_id: '' }, false],
  ])(
    'asks below which unit the new ones stand, and proposes the one at the top (answered %o)',
    async (said, isBelow) => {
      const annex = await fileOf(sheetOf([makeAgentRow(1)]))
      const page = await (await post(`${path}/impor`, { annex, level: 'central' })).text()
      expect(page).toMatch(/name="parent_id"[\s\S]*?<option[^>]*selected/)
      const again = await (await post(`${path}/impor`, { ...hiddenFields(page), ...said, act: 'check' })).text()
      await post(`${path}/impor`, { ...hiddenFields(again), ...said, act: 'import' })
      const made = (await listUnits(scene.db)).filter(({ id }) => id !== scene.unitId)
      expect(made.map(({ parentId }) => parentId)).toEqual([isBelow ? scene.unitId : null])
    },
  )

  test('of several sheets is asked for', async () => {
    const annex = await fileOf(sheetOf([makeAgentRow(1)], 'Usulan'), sheetOf([makeAgentRow(2)], 'Penetapan'))
    const choice = await (await post(`${path}/impor`, { annex, level: 'unit' })).text()
    expect(choice).toMatch(/Usulan.*Penetapan/s)
    const chosen = await (await post(`${path}/impor`, { ...hiddenFields(choice), chosen_sheet: '1' })).text()
    expect(chosen).toContain('Budi Hartanta')
    expect(chosen).not.toContain('Ani Lestari')
  })

  test('without a header that we know is read by the columns that a person says', async () => {
    const rows = [
      ['Siapa', 'Angka', 'Di mana'],
      ['Ani Lestari', makeNip(1), 'Biro Umum'],
    ]
    const text = rows.map((row) => row.join(';')).join('\n')
    const unknown = await (await post(`${path}/impor`, { annex: new File([text], 'a.csv'), level: 'unit' })).text()
    expect(unknown).toContain('Kolomnya belum dikenali')
    const said = { first_row: '2', use_0: 'name', use_1: 'nip', use_2: 'unit', act: 'check' }
    const known = await (await post(`${path}/impor`, { ...hiddenFields(unknown), ...said })).text()
    expect(known).toContain('Tetapkan 1 agen')
  })

  test.each([
    ['%PDF-1.7', 'keputusan.pdf', 'PDF, bukan lembar kerja'],
    ['<html>', 'daftar.xls', 'halaman web'],
  ])('that is no spreadsheet is refused in the form (%s)', async (content, name, sentence) => {
    const answer = await post(`${path}/impor`, { annex: new File([content], name), level: 'central' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  })

  test('comes as a template', async () => {
    const answer = await open(scene.secretariat, '/keputusan/templat-lampiran.xlsx')
    expect(answer.headers.get('content-type')).toContain('spreadsheetml')
    const annex = new File([await answer.arrayBuffer()], 'templat.xlsx')
    const page = await (await post(`${path}/impor`, { annex, level: 'central' })).text()
    expect(page).toContain('0 agen terbaca')
  })
})

describe('an agent', () => {
  const person = { name: 'Hasan Wirabuana', no_nip_reason: 'Anggota TNI', nip: '' }

  test('without NIP is entered by hand with the reason', async () => {
    const drawn = hiddenFields(await read(`${path}/tambah`))
    const typed = { ...drawn, ...person, unit_id: scene.unitId, level: 'unit' }
    expect((await post(`${path}/tambah`, { ...typed, no_nip_reason: '' })).status).toBe(422)
    expect((await post(`${path}/tambah`, typed)).status).toBe(303)
    expect((await post(`${path}/tambah`, typed)).status).toBe(303)
    expect(await seatCount()).toBe(2)
  })

  test('is replaced by another in the same seat', async () => {
    const drawn = hiddenFields(await read(`${path}/ganti`))
    const typed = { ...drawn, ...person, unit_id: scene.unitId, seat_id: scene.seatId, takes_over_on: '2026-06-01' }
    expect((await post(`${path}/ganti`, { ...typed, reason: '' })).status).toBe(422)
    expect((await post(`${path}/ganti`, { ...typed, reason: 'Mutasi' })).status).toBe(303)
    const [seat] = await listSeats(scene.db, scene.programmeId, '2026-11-24')
    expect(seat?.agent?.name).toBe('Hasan Wirabuana')
  })

  test('ends before the time, with the reason', async () => {
    const drawn = hiddenFields(await read(`${path}/tambah`))
    await post(`${path}/tambah`, { ...drawn, ...person, unit_id: scene.unitId, level: 'unit' })
    const end = /href="([^"]+\/akhiri)"/.exec(await read(path))?.[1] ?? ''
    expect((await open(scene.secretariat, end)).status).toBe(200)
    expect((await post(end, { until_on: '2026-11-20', reason: 'Pensiun' })).status).toBe(303)
    expect(await read(path)).toMatch(/Berakhir.*Pensiun/s)
  })
})
