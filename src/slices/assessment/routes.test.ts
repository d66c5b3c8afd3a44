import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { noticeJobs } from '#notices'
import { beginAssessment } from './commands.ts'
import { openAssessment, ruleTie } from './life-commands.ts'
import { judge, makeOpen, makePreparing, makeRunning, moment, revisionOf } from './make-assessment.ts'
import { type Judging, makeJudging } from './make-judging.ts'
import { missingOf } from './panel.ts'
import { assessmentPolicy } from './policy.ts'
import { chosenProject, findAssessment, listAssessments } from './store.ts'

const { begin, app, database, open, post, read, viewOf } = await makeJudging()
let { scene, first, second } = {} as Judging

beforeEach(async () => {
  ;({ scene, first, second } = await begin())
})

describe('the ranking', () => {
  const markAll = async () => {
    const made = await makeOpen(scene, [first, second])
    for (const [at, actor] of made.judges.entries()) {
      await judge(scene, made.id, actor, first, ['70', '80', '90'][at] ?? '0')
      await judge(scene, made.id, actor, second, ['60.5', '61', '61.01'][at] ?? '0')
    }
    return made
  }

  test('is shown once all sheets are in, and each place opens to its marks', async () => {
    const { id } = await markAll()
    const page = await read(scene.leadership, `/penilaian/${id}`)
    for (const words of ['80,00', '60,84', '20,00', 'perlu dibahas']) expect(page).toContain(words)
    const marks = await read(scene.leadership, `/penilaian/${id}/peringkat/${second.code}`)
    for (const words of ['60,5', '61,01', 'Catatan atas Naskah Terbuka', 'Penilai 3']) expect(marks).toContain(words)
    expect((await open(scene.stranger, `/penilaian/${id}`)).status).toBe(404)
    expect((await open(first.agent, `/penilaian/${id}/peringkat/${first.code}`)).status).toBe(404)
  })

  test('does not wait for a judge who was released', async () => {
    const { id, judges } = await makeOpen(scene, [first])
    const [one, two, three] = judges as [Actor, Actor, Actor]
    await judge(scene, id, one, first, '70')
    await judge(scene, id, two, first, '80')
    expect((await open(scene.secretariat, `/penilaian/${id}/putusan`)).status).toBe(409)
    await post(scene.secretariat, `/penilaian/${id}/penilai/${three.personId}/bebaskan`)
    expect((await open(scene.secretariat, `/penilaian/${id}/putusan`)).status).toBe(200)
    expect((await open(three, `/penilaian/${id}`)).status).toBe(404)
  })

  test('of equals waits for the panel, which says why', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    for (const actor of judges) for (const project of [first, second]) await judge(scene, id, actor, project, '75')
    expect(await read(scene.secretariat, `/penilaian/${id}`)).toContain('peringkat bersama')
    const ruling = { project_id: second.id, reason: 'Manfaatnya dirasakan lebih banyak orang.' }
    expect((await post(scene.secretariat, `/penilaian/${id}/urutan`, ruling)).status).toBe(303)
    const { ranking } = await viewOf(id)
    expect(ranking?.map(({ projectId, place }) => [projectId, place])).toEqual([
      [second.id, 1],
      [first.id, 2],
    ])
    const again = ruleTie(scene.db, scene.secretariat, id, { projectId: first.id, reason: 'Alasan lain' }, moment)
    await expect(again).rejects.toThrow('tidak berbagi peringkat')
  })

  test('ends in a choice with its reason, of which agent and head are told', async () => {
    const { id } = await markAll()
    const revision = String(await revisionOf(scene, id))
    const choice = { project_id: second.id, reason: 'Paling siap untuk ditiru unit lain.', departure: '', revision }
    expect((await post(scene.leadership, `/penilaian/${id}/putusan`, { ...choice, reason: '' })).status).toBe(422)
    const unexplained = await post(scene.leadership, `/penilaian/${id}/putusan`, choice)
    expect(unexplained.status).toBe(422)
    expect(await unexplained.text()).toContain('Tulis mengapa tetap dipilih.')
    const departure = 'Peringkat pertama belum berjalan dua tahun.'
    expect((await post(scene.leadership, `/penilaian/${id}/putusan`, { ...choice, departure })).status).toBe(303)
    // Somebody decided meanwhile: what the other one typed comes back.
    const late = await post(scene.leadership, `/penilaian/${id}/putusan`, {
      ...choice,
      departure,
      reason: 'Lebih dahulu.',
    })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Lebih dahulu.')
    expect(await chosenProject(scene.db, scene.programmeId)).toMatchObject({ code: second.code, assessmentId: id })
    const [entry] = await listEntriesOf(scene.db, [id])
    expect(entry).toMatchObject({ event: 'assessment.decided', details: { projectId: second.id, place: 2 } })
    for (const job of noticeJobs)
      if (entry && job.events.includes(entry.event)) await job.answer(scene.db, entry, moment.now, {})
    expect(await read(second.agent, '/pemberitahuan')).toContain('Proyek Anda dipilih sebagai yang terbaik')
    const minutes = await read(scene.leadership, `/penilaian/${id}/berita-acara`)
    for (const words of [departure, '60,84', 'Laksmi Paramitha', 'Naskah Terbuka']) expect(minutes).toContain(words)
  })

  test('says how firmly it stands: no correction on a complete panel, and how often the first stays first', async () => {
    const { id } = await markAll()
    const page = await read(scene.leadership, `/penilaian/${id}`)
    expect(page).toContain('koreksi penilai tidak diperlukan')
    expect(page).toContain('tetap pertama dalam 1.000 dari 1.000 pengambilan ulang penilai')
    expect(page).toContain('selisih tertinggi dan terendah 20,00')
  })

  test('of an incomplete panel stands beside the corrected values, and never gives way to them', async () => {
    const third = await makeRunning(scene, { number: 4, title: 'Meja Penerbit' })
    const { id, judges } = await makePreparing(scene, [first, second, third])
    // The third judge, who gives twenty more than the others, comes from the first project's unit.
    await scene.db.query
      .updateTable('person')
      .set({ unitId: first.unitId })
      .where('id', '=', judges[2]?.personId ?? '')
      .execute()
    await openAssessment(scene.db, scene.secretariat, id, moment)
    for (const [at, actor] of judges.entries())
      for (const [project, mark] of [
        [first, 74],
        [second, 70],
        [third, 66],
      ] as const)
        if (at < 2 || project !== first) await judge(scene, id, actor, project, String(mark + (at === 2 ? 20 : 0)))
    const page = await read(scene.leadership, `/penilaian/${id}`)
    for (const words of ['Nilai terkoreksi', '76,67', 'akan menjadi peringkat 1', '80,67', '+13,33'])
      expect(page).toContain(words)
    const { ranking } = await viewOf(id)
    expect(ranking?.[0]?.projectId).toBe(second.id)
  })

  test('takes the value on which the panel agreed, keeps the mean, and says why', async () => {
    const { id } = await markAll()
    const path = `/penilaian/${id}/nilai-akhir/${second.code}`
    const reason = 'Bukti dampaknya baru dibaca dalam rapat.'
    for (const actor of [scene.stranger, first.agent]) expect((await open(actor, path)).status).toBe(404)
    expect((await post(scene.leadership, path, { value: '100,5', reason })).status).toBe(422)
    expect((await post(scene.leadership, path, { value: '88,5', reason: 'x' })).status).toBe(422)
    expect((await post(scene.leadership, path, { value: '88,5', reason })).status).toBe(303)
    const page = await read(scene.leadership, `/penilaian/${id}`)
    expect(page).toContain('nilai akhir; rata-rata 60,84')
    const minutes = await read(scene.leadership, `/penilaian/${id}/berita-acara`)
    for (const words of [reason, '88,50', '60,84']) expect(minutes).toContain(words)
    await post(scene.leadership, path, { value: '61', reason: 'Panel kembali ke nilai semula.' })
    const marks = await read(scene.leadership, `/penilaian/${id}/peringkat/${second.code}`)
    for (const words of [reason, '88,5 (tidak berlaku lagi)', 'Panel kembali']) expect(marks).toContain(words)
    const { ranking } = await viewOf(id)
    expect(ranking?.map(({ projectId }) => projectId)).toEqual([first.id, second.id])
  })

  test('waits with final marks too, and judges agree on none by themselves', async () => {
    const { id, judges } = await makeOpen(scene, [first])
    const path = `/penilaian/${id}/nilai-akhir/${first.code}`
    expect((await open(scene.leadership, path)).status).toBe(409)
    for (const actor of judges) await judge(scene, id, actor, first, '70')
    expect((await open(judges[0] as Actor, path)).status).toBe(403)
    expect((await open(scene.leadership, path)).status).toBe(200)
  })

  test('can end without a choice, with the reason', async () => {
    const { id } = await makeOpen(scene, [first])
    expect((await post(scene.leadership, `/penilaian/${id}/tutup`, { reason: 'Panel bubar lebih awal.' })).status).toBe(
      403,
    )
    expect(
      (await post(scene.secretariat, `/penilaian/${id}/tutup`, { reason: 'Panel bubar lebih awal.' })).status,
    ).toBe(303)
    expect(await findAssessment(scene.db, id)).toMatchObject({
      state: 'closed',
      closedReason: 'Panel bubar lebih awal.',
    })
  })
})

describe('lists', () => {
  test('show each person exactly what the policy lets them read', async () => {
    const { judges } = await makeOpen(scene, [first])
    const other = { id: randomUUIDv7(), programmeId: scene.programmeId, title: 'Penilaian lain' }
    await beginAssessment(scene.db, scene.secretariat, other, moment)
    const all = await listAssessments(scene.db, scene.secretariat)
    expect(all).toHaveLength(2)
    for (const actor of [...judges, scene.agent, scene.head, scene.leadership, scene.stranger, first.agent]) {
      const readable = all.filter((row) =>
        can(assessmentPolicy, actor, 'read', { ...row, seatIds: [first.seatId], projectIds: [] }),
      )
      expect(await listAssessments(scene.db, actor)).toEqual(readable)
    }
  })

  test('count the sheets that are missing as the panel does', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    const [one] = judges as [Actor]
    await judge(scene, id, one, first, '70')
    const [row] = await listAssessments(scene.db, scene.secretariat)
    const { panel } = await viewOf(id)
    expect(row?.missingCount).toBe(missingOf(panel).length)
    expect(row?.missingCount).toBe(5)
    await post(scene.secretariat, `/penilaian/${id}/penilai/${one.personId}/bebaskan`)
    expect((await listAssessments(scene.db, scene.secretariat))[0]?.missingCount).toBe(4)
  })

  test('and pages take as many queries for three projects and assessments as for one', async () => {
    const count = async (path: string) => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      expect((await app.request(path, { headers })).status).toBe(200)
      return database.statements.length - before
    }
    const third = await makeRunning(scene, { number: 4, title: 'Meja Penerbit' })
    const small = await makeOpen(scene, [first])
    const list = await count('/penilaian')
    const large = await makeOpen(scene, [first, second, third])
    await makePreparing(scene, [first], 0)
    expect(await count('/penilaian')).toBe(list)
    for (const made of [small, large])
      for (const actor of made.judges)
        for (const project of made.projects) await judge(scene, made.id, actor, project, '80')
    for (const page of ['', '/berita-acara', `/peringkat/${first.code}`])
      expect(await count(`/penilaian/${large.id}${page}`)).toBe(await count(`/penilaian/${small.id}${page}`))
  })
})
