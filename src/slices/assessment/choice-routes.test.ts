import { randomUUIDv7 } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { competitionSide, createEntry, editionOf, nameCategory } from '#competition'
import { insert } from '#db'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { listWithdrawn } from './late-store.ts'
import { decideAssessment } from './life-commands.ts'
import { judge, makeOpen, moment, revisionOf } from './make-assessment.ts'
import { type Judging, makeJudging } from './make-judging.ts'
import { assessmentPolicy, readsLetter } from './policy.ts'
import { listLetters } from './store.ts'

const { begin, open, post, read } = await makeJudging()
let { scene, first, second } = {} as Judging

beforeEach(async () => {
  ;({ scene, first, second } = await begin())
})

const bytesOf = async (actor: Actor, path: string) => new Uint8Array(await (await open(actor, path)).arrayBuffer())
/** The words of a Word document. */
const wordsOf = async (actor: Actor, path: string) =>
  strFromU8(unzipSync(await bytesOf(actor, path))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ' ')

/** Two projects are judged by three judges, and the first is chosen. */
async function decided() {
  const made = await makeOpen(scene, [first, second])
  for (const [at, actor] of made.judges.entries()) {
    await judge(scene, made.id, actor, first, ['70', '80', '90'][at] ?? '0')
    await judge(scene, made.id, actor, second, '60')
  }
  const said = { projectId: first.id, reason: 'Dampaknya paling jelas.', departure: '', despite: '' }
  const revision = await revisionOf(scene, made.id)
  await decideAssessment(scene.db, scene.leadership, made.id, { ...said, revision }, moment, competitionSide)
  return made
}

const papers = (id: string) =>
  [
    ...['berita-acara', 'berita-acara.docx', 'berita-acara.pdf', 'arsip.zip'],
    ...[`umpan-balik/${first.code}/surat.docx`, `umpan-balik/${first.code}/surat.pdf`, 'hasil'],
  ].map((name) => `/penilaian/${id}/${name}`)

describe('the choice of the best', () => {
  test('shows whether each can enter which edition, and of one that cannot asks why', async () => {
    const made = await makeOpen(scene, [first, second])
    for (const actor of made.judges)
      for (const [project, mark] of [
        [first, '80'],
        [second, '70'],
      ] as const)
        await judge(scene, made.id, actor, project, mark)
    const began = { [first.id]: '2026-02-01', [second.id]: '2020-02-01' }
    for (const [id, startedOn] of Object.entries(began))
      await scene.db.query.updateTable('project').set({ startedOn }).where('id', '=', id).execute()
    const next = { ...editionOf('2023-umum'), label: 'KIPP 2027', year: 2027, closingOn: '2027-05-31' }
    const body = JSON.stringify({ ...next, opensOn: null, minimumYears: 2 })
    const kept = { key: '2023-umum', version: 1, body, origin: 'file', reason: 'Edisi baru', createdAt: moment.now }
    await insert(scene.db, 'editionVersion', kept).execute()
    const path = `/penilaian/${made.id}/putusan`
    const aim = { edition: '2023-umum', category: 'pendidikan', reason: '', revision: 0 }
    await nameCategory(scene.db, scene.secretariat, second.code, aim, moment)
    const page = await read(scene.leadership, path)
    for (const words of [
      'nilai 70,00; 3 lembar. KIPP: memenuhi syarat. Pendidikan (KIPP 2027).',
      'nilai 80,00; 3 lembar. KIPP: belum memenuhi syarat. Belum memilih kategori.',
      'Mulai diterapkan 1 Februari 2026. Belum cukup umur: baru cukup pada 1 Februari 2028',
      'Aturannya: Dua tahun menurut edisi 2021 dan 2022; ingatan, belum dipastikan.',
      'Terbaik menurut kategori KIPP 2027',
    ])
      expect(page).toContain(words)
    expect(await read(scene.leadership, `/penilaian/${made.id}`)).toContain('Kategori: Pendidikan (KIPP 2027)')
    const revision = String(await revisionOf(scene, made.id))
    const said = { project_id: first.id, reason: 'Dampaknya paling jelas.', departure: '', despite: '', revision }
    const unexplained = await post(scene.leadership, path, said)
    expect([unexplained.status, await unexplained.text()]).toEqual([
      422,
      expect.stringContaining('Proyek ini belum dapat masuk kompetisi nasional.'),
    ])
    const despite = 'Diusulkan setelah cukup umur pada 2028.'
    expect((await post(scene.leadership, path, { ...said, despite })).status).toBe(303)
    // What was known then stays in the minutes, whatever the edition says later.
    const newer = { ...kept, version: 2, body: JSON.stringify({ ...next, opensOn: null, minimumYears: 0 }) }
    await insert(scene.db, 'editionVersion', newer).execute()
    await nameCategory(scene.db, scene.secretariat, second.code, { ...aim, category: null, revision: 1 }, moment)
    const told = ['KIPP 2027: belum memenuhi syarat', despite, 'Tidak terpenuhi', 'Pendidikan (KIPP 2027)']
    const minutes = await read(scene.leadership, `/penilaian/${made.id}/berita-acara`)
    for (const words of told) expect(minutes).toContain(words)
    const paper = await wordsOf(scene.leadership, `/penilaian/${made.id}/berita-acara.docx`)
    for (const words of [...told, 'Terbaik menurut kategori KIPP 2027']) expect(paper).toContain(words)
    const archive = unzipSync(await bytesOf(scene.secretariat, `/penilaian/${made.id}/arsip.zip`))
    const record = JSON.parse(strFromU8(archive['penilaian.json'] ?? new Uint8Array()))
    expect(record.terbaikMenurutKategori).toMatchObject([
      {
        edition: 'KIPP 2027',
        groups: [
          { code: 'pendidikan', projectIds: [second.id] },
          { code: '', projectIds: [first.id] },
        ],
      },
    ])
    // Also of a choice that is taken back.
    await post(scene.leadership, `/penilaian/${made.id}/tarik-putusan`, { reason: 'Ada benturan kepentingan.' })
    expect(await listWithdrawn(scene.db, made.id)).toMatchObject([
      { aims: record.kategoriYangDituju, rules: expect.arrayContaining([expect.objectContaining({ state: 'unfit' })]) },
    ])
  })

  test('that is taken back leaves the way open for its entry, and for one of another project beside it', async () => {
    const { id } = await decided()
    const path = `/penilaian/${id}`
    expect(await read(scene.secretariat, path)).toContain(`/usulan/baru?proyek=${first.id}`)
    // Nobody named a category, or none was kept with the choice yet: nothing is said of it.
    for (const where of [path, `${path}/berita-acara`])
      expect(await read(scene.secretariat, where)).not.toContain('Kategori yang dituju')
    expect(await wordsOf(scene.secretariat, `${path}/berita-acara.docx`)).not.toContain('Kategori yang dituju')
    const enter = (projectId: string) => {
      const begun = { id: randomUUIDv7(), projectId, editionCode: '2023-umum', isArchive: true }
      return createEntry(scene.db, scene.secretariat, begun, moment)
    }
    const entry = `/usulan/${await enter(first.id)}`
    expect(await read(scene.secretariat, path)).toContain(entry)
    const taken = 'Putusan yang memilih proyek ini sudah ditarik'
    expect(await read(scene.secretariat, entry)).not.toContain(taken)
    await post(scene.leadership, `${path}/tarik-putusan`, { reason: 'Ada benturan kepentingan.' })
    const after = await read(scene.secretariat, path)
    for (const words of ['Dari putusan yang ditarik', entry]) expect(after).toContain(words)
    for (const words of [taken, `${entry}/tarik`]) expect(await read(scene.secretariat, entry)).toContain(words)
    expect(await read(first.agent, entry)).not.toContain(`${entry}/tarik`)
    expect((await post(first.agent, `${entry}/tarik`, { reason: 'x' })).status).toBe(403)
    expect((await post(scene.secretariat, `${entry}/tarik`, { reason: '' })).status).toBe(422)
    expect((await post(scene.secretariat, `${entry}/tarik`, { reason: 'Proyek lain dipilih.' })).status).toBe(303)
    const late = await post(scene.secretariat, `${entry}/tarik`, { reason: 'Sudah disepakati.' })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('Sudah disepakati.')])
    expect((await post(first.agent, `${entry}/tarik`, { reason: '' })).status).toBe(403)
    const withdrawn = await read(first.agent, entry)
    expect(withdrawn).toContain('Usulan ditarik')
    expect(withdrawn).toContain('Proyek lain dipilih.')
    expect(await read(scene.secretariat, '/usulan')).toContain('Proyek lain dipilih.')
    const said = { projectId: second.id, reason: 'Dampaknya jelas.', departure: 'Yang pertama gugur.', despite: '' }
    const revision = await revisionOf(scene, id)
    await decideAssessment(scene.db, scene.leadership, id, { ...said, revision }, moment, competitionSide)
    const other = await enter(second.id)
    const now = await read(scene.secretariat, path)
    for (const words of [`/usulan/${other}`, entry, ': ditarik']) expect(now).toContain(words)
    expect((await post(scene.secretariat, `${entry}/buka-lagi`)).status).toBe(303)
    expect(await read(first.agent, entry)).not.toContain('Proyek lain dipilih.')
  })
})

describe('papers of an assessment', () => {
  test('are there for nobody while a sheet is still to come, whoever asks', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    await judge(scene, id, judges[0] as Actor, first, '87.31')
    for (const actor of [scene.secretariat, scene.leadership, ...judges, first.agent, scene.stranger])
      for (const path of papers(id)) expect([path, (await open(actor, path)).status >= 400]).toEqual([path, true])
  })

  test('are minutes as a document with everything that made the place, and a line for each signature', async () => {
    const { id } = await decided()
    const minutes = await wordsOf(scene.leadership, `/penilaian/${id}/berita-acara.docx`)
    const said = [
      'Dampaknya paling jelas.',
      '80,00',
      'tetap pertama dalam',
      'Penilai 3',
      'Tanda tangan',
      // The name ends in a title, which has its own stop.
      'Diputuskan oleh ',
      'Laksmi Paramitha',
    ]
    for (const words of said) expect(minutes).toContain(words)
    const pdf = await bytesOf(scene.leadership, `/penilaian/${id}/berita-acara.pdf`)
    expect(strFromU8(pdf.slice(0, 5))).toBe('%PDF-')
  })

  test('are an archive of all that led to the choice, without what only a judge sees', async () => {
    const { id, judges } = await decided()
    const path = `/penilaian/${id}/arsip.zip`
    expect((await open(judges[0] as Actor, path)).status).toBe(403)
    const archive = unzipSync(await bytesOf(scene.secretariat, path))
    expect(Object.keys(archive).toSorted()).toEqual([
      ...['BACA.txt', 'berita-acara.docx', 'berita-acara.pdf', 'jejak.json', 'penilaian.json'],
      ...[`umpan-balik/${first.code}.pdf`, `umpan-balik/${second.code}.pdf`],
    ])
    const record = JSON.parse(strFromU8(archive['penilaian.json'] ?? new Uint8Array()))
    expect(record).toMatchObject({ pilihan: { reason: 'Dampaknya paling jelas.' }, koreksi: { kind: 'unneeded' } })
    expect(record.lembar).toHaveLength(6)
    expect(record.peringkat[0]).toMatchObject({ projectId: first.id, value: '80,000000' })
    expect(Object.values(record.lembar[0].marks)).toHaveLength(7)
    expect(strFromU8(archive['jejak.json'] ?? new Uint8Array())).toContain('assessment.decided')
  })
})

describe('the letter to those who made a project', () => {
  test('says how it was judged and names no judge and no other project', async () => {
    const { id } = await decided()
    const path = `/penilaian/${id}/umpan-balik/${second.code}/surat.docx`
    const letter = await wordsOf(second.agent, path)
    for (const words of ['Agen 3', 'Naskah Terbuka', 'Proyek lain dipilih', '60,00', 'Catatan atas Naskah Terbuka'])
      expect(letter).toContain(words)
    for (const words of ['Penilai 1', 'Penilai 2', 'Jawab Satu Jam', 'Peringkatnya'])
      expect(letter).not.toContain(words)
    expect((await open(first.agent, path)).status).toBe(404)
    expect((await open(scene.stranger, path)).status).toBe(404)
  })

  test('is found by exactly those who may read it', async () => {
    const { judges } = await decided()
    for (const actor of [first.agent, second.agent, ...judges, scene.head, scene.stranger]) {
      const own = [first, second].filter((project) => readsLetter(actor, project)).map(({ code }) => code)
      expect((await listLetters(scene.db, actor)).map(({ code }) => code).toSorted()).toEqual(own.toSorted())
    }
    expect(await read(first.agent, '/penilaian')).toContain(`/umpan-balik/${first.code}/surat.pdf`)
  })
})

describe('the result', () => {
  test('is announced by a decision of its own, without marks, and can be taken back', async () => {
    const { id, judges } = await decided()
    const path = `/penilaian/${id}/hasil`
    expect((await open(scene.stranger, path)).status).toBe(404)
    expect((await post(judges[0] as Actor, `/penilaian/${id}/umumkan`)).status).toBe(403)
    expect((await post(scene.leadership, `/penilaian/${id}/umumkan`)).status).toBe(303)
    expect(await read(scene.stranger, '/penilaian')).toContain(path)
    const page = await read(scene.stranger, path)
    for (const words of ['Jawab Satu Jam', 'Naskah Terbuka', 'Dampaknya paling jelas.']) expect(page).toContain(words)
    for (const words of ['80,00', '60,00', 'Penilai 1']) expect(page).not.toContain(words)
    expect(await wordsOf(second.agent, `/penilaian/${id}/umpan-balik/${second.code}/surat.docx`)).toContain(
      'Peringkatnya 2',
    )
    expect((await post(scene.leadership, `/penilaian/${id}/umumkan`)).status).toBe(303)
    expect((await open(scene.stranger, path)).status).toBe(404)
    const judged = { agencyId: scene.agencyId, id, seatIds: [], projectIds: [] }
    expect(can(assessmentPolicy, scene.stranger, 'read', judged)).toBe(false)
  })
})
