import { beforeEach, describe, expect, test } from 'vitest'
import { forAgency, select } from '#db'
import { writeWorkbook } from '#documents/sheet.ts'
import type { Cell } from '#documents/workbook.ts'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { hiddenFields } from '#test/visitor.ts'
import { beginProject } from './commands.ts'
import { activitiesOf, type Matrix } from './matrix.ts'
import { editActivity, writeActivity, writeInitiative } from './matrix-commands.ts'
import { findMatrix, listPlans } from './plan-store.ts'
import { findProject } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let code: string
let path: string

const fields = {
  title: 'Menyatukan antrean',
  output: 'Satu antrean',
  indicator: 'Dijawab sehari',
  indicatorUnit: '%',
  baseline: '28',
  target: '90',
  startsOn: '2026-03-01',
  endsOn: '2026-05-31',
  inCharge: 'Kepala Kelompok',
  resources: '',
  risk: 'Petugas berganti',
}
const [initiativeId, first, second] = ['01', '02', '03'].map((end) => `0198c0de-0000-7000-8000-0000000000${end}`) as [
  string,
  string,
  string,
]

beforeEach(async () => {
  scene = await makeScene(database)
  code = await beginProject(scene.db, scene.agent, { id: crypto.randomUUID(), seatId: scene.seatId }, moment)
  path = `/proyek/${code}/rencana`
  await writeInitiative(scene.db, scene.agent, code, initiativeId, 'Satu antrean', moment)
  await writeActivity(scene.db, scene.agent, code, { id: first, initiativeId, fields }, moment)
  const other = { ...fields, title: 'Melatih petugas', target: '12.5', indicatorUnit: 'orang' }
  await writeActivity(scene.db, scene.agent, code, { id: second, initiativeId, fields: other }, moment)
})

const open = async (at: string, actor = scene.agent) => app.request(at, { headers: await scene.headersOf(actor) })

async function post(typed: Record<string, string | File>, actor: Actor = scene.agent) {
  const body = new FormData()
  for (const [name, value] of Object.entries(typed)) body.append(name, value)
  const answer = await app.request(`${path}/impor`, { method: 'POST', headers: await scene.headersOf(actor), body })
  const text = await answer.text()
  return { status: answer.status, text, kept: hiddenFields(text) }
}
const fileOf = (bytes: Uint8Array | ArrayBuffer, name: string) => new File([new Uint8Array(bytes)], name)
async function matrixNow(): Promise<Matrix> {
  const project = await findProject(scene.db, code)
  const [plan] = await listPlans(scene.db, project?.id ?? '')
  return findMatrix(scene.db, plan?.id ?? '')
}
const titlesNow = async () => activitiesOf(await matrixNow()).map(({ title }) => title)
const entries = async () =>
  (
    await select(forAgency(database, scene.agencyId), 'journal')
      .select(['event', 'details'])
      .where('event', '=', 'action-plan.imported')
      .execute()
  ).map(({ details }) => details)

/** A table with headings, as an office sends it. */
const table = async (...rows: Cell[][]) => {
  const headers = ['No', 'Program', 'Kegiatan', 'Indikator', 'Target', 'Waktu']
  const sheet = { name: 'Rencana', columns: headers.map((header) => ({ header, width: 20 })), rows }
  return fileOf(await writeWorkbook([sheet], testNow), 'rencana.xlsx')
}

describe('who may', () => {
  test('import is who may write the plan; others neither see nor do it', async () => {
    expect((await open(`${path}/impor`)).status).toBe(200)
    expect((await open(`${path}/impor`, scene.secretariat)).status).toBe(200)
    expect((await open(`${path}/impor`, scene.head)).status).toBe(403)
    expect((await open(`${path}/impor`, scene.stranger)).status).toBe(404)
    expect(await (await open(path)).text()).toContain('Impor dari Excel atau Word')
    expect(await (await open(path, scene.head)).text()).not.toContain('Impor dari Excel atau Word')
    expect((await post({ table: await table([1, 'A', 'B', 'C', '1', 'Mei']) }, scene.head)).status).toBe(403)
  })
})

describe('a plan that was exported', () => {
  test.each(['xlsx', 'docx'])('changes nothing when it comes back as it went, as %s', async (kind) => {
    const file = fileOf(await (await open(`${path}.${kind}`)).arrayBuffer(), `rencana.${kind}`)
    const { status, text, kept } = await post({ table: file })
    expect(status).toBe(200)
    expect(text).toContain('Tidak ada yang akan berubah')
    const before = await matrixNow()
    expect((await post({ ...kept, act: 'import' })).status).toBe(303)
    expect(await matrixNow()).toEqual(before)
    expect(await entries()).toEqual([])
  })

  test('shows what was edited in it, and is taken as a whole once that is confirmed', async () => {
    const { readXlsx } = await import('#documents/read-xlsx.ts')
    const read = await readXlsx(new Uint8Array(await (await open(`${path}.xlsx`)).arrayBuffer()), { asShown: true })
    const [header = [], one = [], two = []] = read.ok ? (read.workbook.sheets[0]?.cells ?? []) : []
    const edited = one.map((cell, at) =>
      header[at] === 'Target' ? 95 : header[at] === 'Kegiatan' ? 'Antrean satu' : cell,
    )
    const added = two.map((cell, at) =>
      header[at] === 'Kode baris' ? null : header[at] === 'Kegiatan' ? 'Baru' : cell,
    )
    const sheet = {
      name: 'A',
      columns: header.map((label) => ({ header: String(label), width: 9 })),
      rows: [edited, added],
    }
    const file = fileOf(await writeWorkbook([sheet], testNow), 'a.xlsx')
    const { text, kept } = await post({ table: file })
    expect(text).toMatch(/1 ditambahkan, 1 dihapus, 1 diubah/)
    expect(text).toMatch(/<del>90%<\/del>.*<ins>95%<\/ins>/s)
    expect(await titlesNow()).toEqual(['Menyatukan antrean', 'Melatih petugas'])
    expect((await post({ ...kept, absent: 'remove', act: 'import' })).status).toBe(303)
    const [after, extra] = activitiesOf(await matrixNow())
    expect(after).toMatchObject({
      id: first,
      lineId: first,
      title: 'Antrean satu',
      target: '95',
      revision: 2,
      risk: fields.risk,
    })
    expect(extra).toMatchObject({ title: 'Baru', position: 2, target: '12.5' })
    expect(await entries()).toEqual([expect.objectContaining({ added: 1, changed: 1, removed: 1 })])
    expect(await (await open(path)).text()).toContain('Antrean satu')
    const again = await post({ table: file })
    expect((await post({ ...again.kept, absent: 'remove', act: 'import' })).status).toBe(303)
    expect(await entries()).toHaveLength(1)
  })

  test('and changed by somebody else since sets nothing of that back; what both changed waits for a tick', async () => {
    const { readXlsx } = await import('#documents/read-xlsx.ts')
    const read = await readXlsx(new Uint8Array(await (await open(`${path}.xlsx`)).arrayBuffer()), { asShown: true })
    const [header = [], one = [], two = []] = read.ok ? (read.workbook.sheets[0]?.cells ?? []) : []
    const written = one.map((cell, at) => (header[at] === 'Target' ? 95 : header[at] === 'Keluaran' ? 'Dua' : cell))
    const columns = header.map((label) => ({ header: String(label), width: 9 }))
    const bytes = await writeWorkbook([{ name: 'A', columns, rows: [written, two] }], testNow)
    const file = () => fileOf(bytes, 'a.xlsx')
    const since = { ...fields, target: '70', risk: 'Ditulis rekan' }
    await editActivity(scene.db, scene.secretariat, code, { id: first, fields: since, revision: 1 }, moment)
    const { text, kept } = await post({ table: file() })
    expect(text).toMatch(/Diubah di rencana sejak berkas ini diekspor[\s\S]*Menyatukan antrean: Risiko, Target/)
    expect(text).toMatch(/name="take_2"(?![^>]*checked)[\s\S]*Diubah di rencana dan juga di berkas: Target\./)
    expect((await post({ ...kept, act: 'import' })).status).toBe(303)
    const afterwards = async () => activitiesOf(await matrixNow())[0]
    expect(await afterwards()).toMatchObject({ target: '70', risk: 'Ditulis rekan', output: 'Dua' })
    const again = await post({ table: file(), take_2: 'yes' })
    expect(again.text).toMatch(/<del>70%<\/del>.*<ins>95%<\/ins>/s)
    expect((await post({ ...again.kept, take_2: 'yes', act: 'import' })).status).toBe(303)
    expect(await afterwards()).toMatchObject({ target: '95', risk: 'Ditulis rekan', output: 'Dua' })
  })

  test('keeps what only the plan has where the person says so', async () => {
    const file = await table([1, 'Satu antrean', 'Menyatukan antrean', 'Dijawab sehari', '95%', 'Mei'])
    const { kept } = await post({ table: file })
    expect((await post({ ...kept, absent: 'keep', act: 'import' })).status).toBe(303)
    expect(await titlesNow()).toEqual(['Menyatukan antrean', 'Melatih petugas'])
    expect(activitiesOf(await matrixNow())[0]).toMatchObject({
      target: '95',
      startsOn: '2026-05-01',
      risk: fields.risk,
    })
  })
})

describe('a cell that nobody understood', () => {
  const rows = [
    [1, 'Satu antrean', 'Menyatukan antrean', 'Dijawab sehari', '≥ 95%', 'Mei'],
    [2, 'Jam layanan', 'Membuka Sabtu', 'Hari buka', '6', 'secepatnya'],
  ]

  test('is named with its place, and nothing is written while it waits', async () => {
    const { status, text, kept } = await post({ table: await table(...rows) })
    expect(status).toBe(200)
    expect(text).toMatch(/href="#correct_E2">Sel E2: /)
    expect(text).toMatch(/href="#correct_F3">Sel F3: Waktunya tidak terbaca/)
    expect(text).toContain('Tertulis: secepatnya')
    const refused = await post({ ...kept, correct_E2: '95', act: 'import' })
    expect(refused.status).toBe(422)
    expect(refused.kept.correct_E2).toBe('95')
    expect(refused.text).not.toContain('Sel E2')
    expect(await titlesNow()).toEqual(['Menyatukan antrean', 'Melatih petugas'])
  })

  test('is corrected, kept as a note, or left out with its row', async () => {
    const { kept } = await post({ table: await table(...rows) })
    const answered = await post({ ...kept, correct_E2: '95 %', note_F3: 'yes', act: 'check' })
    expect(answered.status).toBe(200)
    expect(answered.text).toContain('Sel F3 disimpan sebagai catatan')
    const said = { ...answered.kept, note_F3: 'yes', absent: 'keep' }
    expect((await post({ ...said, act: 'import' })).status).toBe(303)
    const imported = activitiesOf(await matrixNow())
    expect(imported.map(({ title, target }) => [title, target])).toEqual([
      ['Menyatukan antrean', '95'],
      ['Melatih petugas', '12.5'],
      ['Membuka Sabtu', '6'],
    ])
    expect(imported[2]?.output).toBe('Waktu tertulis: secepatnya')
    expect((await matrixNow()).map(({ title, position }) => [title, position])).toEqual([
      ['Satu antrean', 1],
      ['Jam layanan', 2],
    ])
  })

  test('may be kept as a note with all others at once', async () => {
    const { kept } = await post({ table: await table(...rows) })
    const { status, text } = await post({ ...kept, act: 'note-all' })
    expect(status).toBe(200)
    expect(text).toContain('Sel E2 disimpan sebagai catatan')
    expect(text).toContain('Terapkan perubahan')
  })
})

describe('two people', () => {
  test('do not write over each other: the difference is shown anew', async () => {
    const file = await table([1, 'Satu antrean', 'Menyatukan antrean', 'Dijawab sehari', '95%', 'Mei'])
    const { kept } = await post({ table: file })
    const change = { id: first, fields: { ...fields, target: '92' }, revision: 1 }
    await editActivity(scene.db, scene.agent, code, change, moment)
    const stale = await post({ ...kept, act: 'import' })
    expect(stale.status).toBe(409)
    expect(stale.text).toMatch(/diubah sejak Anda melihat perbedaannya/)
    expect(stale.text).toMatch(/<del>92%<\/del>.*<ins>95%<\/ins>/s)
    expect(activitiesOf(await matrixNow())[0]?.target).toBe('92')
    expect((await post({ ...stale.kept, act: 'import' })).status).toBe(303)
    expect(activitiesOf(await matrixNow())[0]?.target).toBe('95')
  })

  test('who writes in the agent’s place says so in the journal', async () => {
    const file = await table([1, 'Satu antrean', 'Menyatukan antrean', 'Dijawab sehari', '95%', 'Mei'])
    const { kept } = await post({ table: file }, scene.secretariat)
    expect((await post({ ...kept, act: 'import' }, scene.secretariat)).status).toBe(303)
    const [entry] = await select(forAgency(database, scene.agencyId), 'journal')
      .select('onBehalfOf')
      .where('event', '=', 'action-plan.imported')
      .execute()
    expect(entry?.onBehalfOf).toBe(scene.agent.personId)
  })
})

describe('a file', () => {
  test('with several tables asks which is meant', async () => {
    const columns = ['Kegiatan', 'Output', 'PIC'].map((header) => ({ header, width: 9 }))
    const rows = [['Rapat', 'Notula', 'Ani']]
    const bytes = await writeWorkbook(
      [
        { name: 'Satu', columns, rows },
        { name: 'Dua', columns, rows },
      ],
      testNow,
    )
    const asked = await post({ table: fileOf(bytes, 'a.xlsx') })
    expect(asked.text).toMatch(/Pilih tabel.*Satu.*Dua/s)
    const chosen = await post({ ...asked.kept, chosen_sheet: '1' })
    expect(chosen.text).toMatch(/1 kegiatan terbaca.*Dua/s)
  })

  test('whose columns nobody knows is read as the person says', async () => {
    const columns = ['Apa', 'Siapa'].map((header) => ({ header, width: 9 }))
    const bytes = await writeWorkbook([{ name: 'Satu', columns, rows: [['Rapat', 'Ani']] }], testNow)
    const asked = await post({ table: fileOf(bytes, 'a.xlsx') })
    expect(asked.text).toContain('Kolomnya belum dikenali')
    const read = await post({ ...asked.kept, first_row: '2', use_0: 'title', use_1: 'inCharge', act: 'check' })
    expect(read.text).toMatch(/1 kegiatan terbaca.*Rapat/s)
  })

  test('that is none of ours is refused in a sentence', async () => {
    const { status, text } = await post({ table: fileOf(Buffer.from('%PDF-1.7'), 'a.pdf') })
    expect(status).toBe(422)
    expect(text).toMatch(/id="table-error".*PDF/s)
    expect((await post({})).text).toContain('Pilih berkas yang memuat matriks.')
  })
})
