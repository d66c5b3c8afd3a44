import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { competitionSide } from '#competition'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { noticeJobs } from '#notices'
import { decideAssessment } from './life-commands.ts'
import { judge, makeOpen, moment, revisionOf } from './make-assessment.ts'
import { type Judging, makeJudging } from './make-judging.ts'

const { begin, eventsOf, open, post, read, viewOf } = await makeJudging()
let { scene, first, second } = {} as Judging

beforeEach(async () => {
  ;({ scene, first, second } = await begin())
})

const reason = 'Penilai ternyata pembimbing agen proyek ini.'

/** Two projects, three judges, all sheets in: the first project stands first with 80, the second with 78. */
async function marked() {
  const made = await makeOpen(scene, [first, second])
  for (const [at, actor] of made.judges.entries()) {
    await judge(scene, made.id, actor, first, ['95', '75', '70'][at] ?? '0')
    await judge(scene, made.id, actor, second, '78')
  }
  const [one, two, three] = made.judges as [Actor, Actor, Actor]
  const of = (actor: Actor) => `/penilaian/${made.id}/penilai/${actor.personId}`
  return { id: made.id, path: `/penilaian/${made.id}`, one, two, three, of }
}

/** Chosen as it is known, or although it cannot enter the competition. */
const choose = async (id: string, projectId: string, despite = '') => {
  const said = { projectId, reason: 'Dampaknya paling jelas.', departure: '', despite }
  const unfit = async () =>
    new Map([[projectId, { state: 'unfit' as const, reasons: ['Belum cukup umur.'], rules: [] }]])
  await decideAssessment(
    scene.db,
    scene.leadership,
    id,
    { ...said, revision: await revisionOf(scene, id) },
    moment,
    despite === '' ? competitionSide : { ...competitionSide, eligibilityOf: unfit },
  )
}

describe('a conflict that comes to light when the marks can be seen', () => {
  test('takes the mark out of the ranking, and every page and paper says so, when, by whom, why, and what was before', async () => {
    const { id, path, one, of } = await marked()
    expect(await read(scene.secretariat, `${of(one)}/kecualikan`)).toContain('Semua nilai sudah dapat dilihat')
    const drawn = String(await revisionOf(scene, id))
    expect((await post(scene.secretariat, `${of(one)}/kecualikan`, { project_id: first.id, reason })).status).toBe(303)
    const { ranking } = await viewOf(id)
    expect(ranking?.map(({ projectId, totals }) => [projectId, totals.length])).toEqual([
      [second.id, 3],
      [first.id, 2],
    ])
    const told = [
      ...['setelah semua nilai dapat dilihat: Rini Sekretariat mengecualikan Penilai 1', reason],
      ...['Jawab Satu Jam semula peringkat 1 dengan rata-rata 80,00, kemudian peringkat 2 dengan rata-rata 72,50.'],
    ]
    const by = (await viewOf(id)).late[0]
    const name = (await viewOf(id)).names.get(by?.personId ?? by?.accountId ?? '') ?? ''
    for (const page of ['', '/berita-acara', `/peringkat/${first.code}`]) {
      const text = await read(scene.leadership, path + page)
      for (const words of told) expect(text).toContain(words.replace('Rini Sekretariat', name))
    }
    // A form that was drawn before cannot choose by the order that it showed.
    const choice = { project_id: first.id, reason: 'Dampaknya paling jelas.', departure: '', revision: drawn }
    expect((await post(scene.leadership, `${path}/putusan`, choice)).status).toBe(409)
    expect((await post(scene.secretariat, `${of(one)}/kecualikan`, { project_id: first.id, reason })).status).toBe(422)
    await choose(id, second.id)
    const bytes = new Uint8Array(await (await open(scene.secretariat, `${path}/arsip.zip`)).arrayBuffer())
    const archive = unzipSync(bytes)
    const record = JSON.parse(strFromU8(archive['penilaian.json'] ?? new Uint8Array()))
    const [change] = record.perubahanSetelahNilaiTerlihat
    expect(change).toMatchObject({ kind: 'kept-out', reason, projectId: first.id })
    expect(change.before[0]).toEqual({ projectId: first.id, place: 1, value: '80.000000', mean: '80.000000' })
    const minutes = unzipSync(archive['berita-acara.docx'] ?? new Uint8Array())['word/document.xml']
    expect(strFromU8(minutes ?? new Uint8Array()).replace(/<[^>]+>/g, '')).toContain('Perubahan setelah nilai terlihat')
  })

  test('lets what the panel agreed on with that judge lapse', async () => {
    const { id, path, one, of } = await marked()
    const agreed = { value: '99', reason: 'Disepakati dalam rapat panel.' }
    await post(scene.leadership, `${path}/nilai-akhir/${first.code}`, agreed)
    expect((await viewOf(id)).ranking?.[0]).toMatchObject({ projectId: first.id, isFinal: true })
    await post(scene.secretariat, `${of(one)}/kecualikan`, { project_id: first.id, reason })
    expect((await viewOf(id)).ranking?.find(({ projectId }) => projectId === first.id)?.isFinal).toBe(false)
    expect(await read(scene.leadership, `${path}/peringkat/${first.code}`)).toContain('99 (tidak berlaku lagi)')
  })

  test('is found of a judge who was released as well, whose versions stay the judge’s own to read', async () => {
    const { id, path, one, of } = await marked()
    expect(await read(scene.secretariat, `${of(one)}/bebaskan`)).toContain('dari penilaian ini. Lembarnya')
    const unexplained = await post(scene.secretariat, `${of(one)}/bebaskan`)
    expect([unexplained.status, await unexplained.text()]).toEqual([422, expect.stringContaining('Tulis alasannya')])
    await post(scene.secretariat, `${of(one)}/bebaskan`, { reason: 'Pindah tugas ke luar negeri.' })
    expect(await read(scene.secretariat, path)).toContain('Pindah tugas ke luar negeri.')
    expect((await post(scene.secretariat, `${of(one)}/kecualikan`, { project_id: first.id, reason })).status).toBe(303)
    expect((await viewOf(id)).ranking?.[0]?.projectId).toBe(second.id)
    const released = { ...one, standings: [] }
    const versions = `${path}/lembar/${first.code}/versi`
    expect(await read(released, '/penilaian')).toContain(versions)
    expect(await read(released, versions)).toContain('Signifikansi: kosong menjadi 95')
    expect((await open(scene.secretariat, versions)).status).toBe(404)
    expect((await open(released, path)).status).toBe(404)
  })
})

test('before the marks can be seen a change needs no reason and leaves no such mark', async () => {
  const { id, judges } = await makeOpen(scene, [first, second])
  const path = `/penilaian/${id}/penilai/${judges[0]?.personId}/bebaskan`
  expect((await post(scene.secretariat, path)).status).toBe(303)
  expect((await viewOf(id)).late).toEqual([])
})

test('who comes in late starts with an empty sheet and sees no mark, not even of before, until it is in', async () => {
  const { id, path, one, two, of } = await marked()
  const successor = await scene.addActor('Penilai Pengganti')
  const named = { person_id: successor.personId ?? '' }
  const unexplained = await post(scene.secretariat, `${of(one)}/ganti`, named)
  expect([unexplained.status, await unexplained.text()]).toEqual([422, expect.stringContaining('href="#reason"')])
  const said = { ...named, reason: 'Penilai 1 sakit berkepanjangan.' }
  expect((await post(scene.secretariat, `${of(one)}/ganti`, said)).status).toBe(303)
  const next: Actor = { ...successor, standings: [{ relation: 'judge', thingId: id }] }
  const page = await read(next, path)
  expect(page).toContain('Penilai 1 sakit berkepanjangan.')
  for (const mark of ['80,00', '78,00', 'semula']) expect(page).not.toContain(mark)
  expect((await open(next, `${path}/peringkat/${first.code}`)).status).toBe(403)
  expect((await open(next, `${path}/berita-acara`)).status).toBe(409)
  // Somebody who is kept out while marks are covered again still comes late.
  await post(scene.secretariat, `${of(two)}/kecualikan`, { project_id: second.id, reason })
  expect((await viewOf(id)).late.map(({ kind, before }) => [kind, before.length])).toEqual([
    ['replaced', 2],
    ['kept-out', 0],
  ])
  for (const project of [first, second]) await judge(scene, id, next, project, '60')
  expect(await read(scene.leadership, path)).toContain('semula peringkat 1 dengan rata-rata 80,00')
})

describe('a choice', () => {
  test('is taken back before the panel changes, with the reason, and stands in the minutes', async () => {
    const { id, path, one, of } = await marked()
    await choose(id, first.id, 'Akan cukup umur tahun depan.')
    await post(scene.leadership, `${path}/umumkan`)
    const late = { project_id: first.id, reason }
    expect((await post(scene.secretariat, `${of(one)}/kecualikan`, late)).status).toBe(409)
    expect((await post(one, `${path}/tarik-putusan`, { reason })).status).toBe(403)
    expect((await post(scene.leadership, `${path}/tarik-putusan`, { reason: 'x' })).status).toBe(422)
    expect((await post(scene.leadership, `${path}/tarik-putusan`, { reason })).status).toBe(303)
    // Somebody else was faster: what was typed is not lost.
    const again = await post(scene.leadership, `${path}/tarik-putusan`, { reason })
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining(`>${reason}</textarea>`)])
    expect((await open(scene.stranger, `${path}/hasil`)).status).toBe(404)
    expect((await post(scene.secretariat, `${of(one)}/kecualikan`, late)).status).toBe(303)
    await choose(id, second.id)
    const minutes = await read(scene.leadership, `${path}/berita-acara`)
    for (const words of ['menarik putusan', 'yang memilih Jawab Satu Jam', 'Akan cukup umur tahun depan.', reason])
      expect(minutes).toContain(words)
    expect((await viewOf(id)).withdrawn).toMatchObject([{ eligibility: expect.stringContaining('Belum cukup umur.') }])
    expect(await eventsOf(id)).toContain('assessment.choice-withdrawn')
    for (const entry of await listEntriesOf(scene.db, [id]))
      for (const job of noticeJobs)
        if (job.events.includes(entry.event)) await job.answer(scene.db, entry, moment.now, {})
    const told = await read(first.agent, '/pemberitahuan')
    for (const words of ['Putusan proyek terbaik ditarik', 'Umpan balik penilaian tersedia'])
      expect(told).toContain(words)
    expect(await read(second.agent, '/pemberitahuan')).toContain('Umpan balik penilaian tersedia')
  })
})
