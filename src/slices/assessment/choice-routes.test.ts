import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
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
  const said = { projectId: first.id, reason: 'Dampaknya paling jelas.', departure: '' }
  const revision = await revisionOf(scene, made.id)
  await decideAssessment(scene.db, scene.leadership, made.id, { ...said, revision }, moment)
  return made
}

const papers = (id: string) =>
  [
    ...['berita-acara', 'berita-acara.docx', 'berita-acara.pdf', 'arsip.zip'],
    ...[`umpan-balik/${first.code}/surat.docx`, `umpan-balik/${first.code}/surat.pdf`, 'hasil'],
  ].map((name) => `/penilaian/${id}/${name}`)

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
