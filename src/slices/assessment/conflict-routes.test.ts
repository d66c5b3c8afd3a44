import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeUnit } from '#test/people.ts'
import { openAssessment } from './life-commands.ts'
import { judge, makeOpen, makePreparing, moment, type Running, revisionOf } from './make-assessment.ts'
import { type Judging, makeJudging } from './make-judging.ts'
import { listWaitingSheets } from './sheet-store.ts'

const { begin, eventsOf, open, post, read } = await makeJudging()
let { scene, first, second } = {} as Judging

beforeEach(async () => {
  ;({ scene, first, second } = await begin())
})

describe('a judge', () => {
  test('of the project’s own unit, its head, its agent and its team are refused by the server', async () => {
    const { id } = await makePreparing(scene, [first, second], 3)
    const colleague = { ...first.agent }
    const head = await scene.addActor('Kepala Unit', { relation: 'head', thingId: second.unitId })
    const helper = await scene.addActor('Anggota Tim')
    const member = { id: randomUUIDv7(), projectId: second.id, personId: helper.personId ?? '', part: 'Data' }
    await insert(scene.db, 'projectMember', member).execute()
    // Colleagues of the scene's own unit, and one who works where the first project is.
    const unitMate = await scene.addActor('Rekan Seunit')
    await scene.db.query
      .updateTable('person')
      .set({ unitId: first.unitId })
      .where('id', '=', unitMate.personId)
      .execute()
    for (const { personId } of [colleague, head, helper, unitMate])
      expect((await post(scene.secretariat, `/penilaian/${id}/penilai`, { person_id: personId ?? '' })).status).toBe(
        303,
      )
    await openAssessment(scene.db, scene.secretariat, id, moment)
    const refused = async (actor: Actor, project: Running) => {
      const path = `/penilaian/${id}/lembar/${project.code}`
      const statuses = [
        (await open(actor, path)).status,
        (await post(actor, `${path}/pernyataan`, { no_conflict: 'yes' })).status,
        (await post(actor, path, { mark_1: '100', note: 'x', revision: '1' })).status,
        (await post(actor, `${path}/kirim`)).status,
      ]
      return statuses.every((status) => status === 403)
    }
    expect([await refused(colleague, first), await refused(colleague, second)]).toEqual([true, false])
    expect([await refused(unitMate, first), await refused(unitMate, second)]).toEqual([true, false])
    expect([await refused(head, second), await refused(helper, second)]).toEqual([true, true])
    const page = await read(scene.secretariat, `/penilaian/${id}`)
    for (const cause of ['agen proyek ini', 'atasan unit kerjanya', 'anggota timnya', 'unit kerja yang sama'])
      expect(page).toContain(cause)
  })

  test('who heads a unit above the project’s is refused by the server, but for the head of the one above all', async () => {
    const topId = await makeUnit(scene.db, { name: 'Instansi' })
    const deputyId = await makeUnit(scene.db, { name: 'Deputi', parentId: topId })
    const below = (parentId: string, ids: string[]) =>
      scene.db.query.updateTable('unit').set({ parentId }).where('id', 'in', ids).execute()
    await below(deputyId, [first.unitId])
    await below(topId, [second.unitId, scene.unitId])
    const deputy = await scene.addActor('Deputi', { relation: 'head', thingId: deputyId })
    const leader = await scene.addActor('Pimpinan', { relation: 'head', thingId: topId })
    for (const { unitId } of [first, second]) await scene.addActor('Kepala', { relation: 'head', thingId: unitId })
    const { id, judges } = await makePreparing(scene, [first, second], 3)
    for (const { personId } of [deputy, leader])
      await post(scene.secretariat, `/penilaian/${id}/penilai`, { person_id: personId ?? '' })
    const revision = String(await revisionOf(scene, id))
    await post(scene.secretariat, `/penilaian/${id}/pembagian`, { revision, way: 'some', per_project: '5' })
    await openAssessment(scene.db, scene.secretariat, id, moment)
    const statusOf = async (actor: Actor, { code }: Running) =>
      (await open(actor, `/penilaian/${id}/lembar/${code}`)).status
    expect([await statusOf(deputy, first), await statusOf(deputy, second)]).toEqual([403, 200])
    expect([await statusOf(leader, first), await statusOf(leader, second)]).toEqual([200, 200])
    const refused = await post(deputy, `/penilaian/${id}/lembar/${first.code}/pernyataan`, { no_conflict: 'yes' })
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('atasan unit kerja di atas')])
    expect(await read(scene.secretariat, `/penilaian/${id}`)).toContain('Deputi (atasan unit kerja di atasnya)')
    // Whoever comes to head it later stays out from then on, as who comes to the unit does.
    const [one] = judges as [Actor]
    expect(await statusOf(one, first)).toBe(200)
    const acting = {
      relation: 'head',
      thingKind: 'unit',
      thingId: deputyId,
      headKind: 'plt',
      fromOn: moment.today,
    } as const
    await insert(scene.db, 'standing', { id: randomUUIDv7(), personId: one.personId ?? '', ...acting }).execute()
    expect([await statusOf(one, first), await statusOf(one, second)]).toEqual([403, 200])
  })

  test('who comes to the project’s unit after it was opened stays out from then on', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    const [one, two] = judges as [Actor, Actor]
    await judge(scene, id, two, first, '80')
    const ids = [one, two].map(({ personId }) => personId)
    await scene.db.query.updateTable('person').set({ unitId: first.unitId }).where('id', 'in', ids).execute()
    expect((await open(one, `/penilaian/${id}/lembar/${first.code}`)).status).toBe(403)
    expect((await open(one, `/penilaian/${id}/lembar/${second.code}`)).status).toBe(200)
    // Whose sheet was in before is no stranger to it.
    const own = await open(two, `/penilaian/${id}/lembar/${first.code}`)
    expect(own.headers.get('location')).toBe(`/penilaian/${id}/peringkat/${first.code}`)
  })

  test('who declares a conflict of interest stays out, and the draft is gone', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    const [one] = judges as [Actor]
    const path = `/penilaian/${id}/lembar/${first.code}`
    await post(one, `${path}/pernyataan`, { no_conflict: 'yes' })
    await post(one, path, { mark_1: '99', note: '', revision: '1' })
    const reason = 'Agennya kerabat dekat saya.'
    expect((await post(one, `${path}/benturan`, { reason: 'x' })).status).toBe(422)
    expect((await post(one, `${path}/benturan`, { reason })).status).toBe(303)
    expect((await open(one, path)).status).toBe(403)
    expect(
      await scene.db.query.selectFrom('mark').selectAll().where('agencyId', '=', scene.agencyId).execute(),
    ).toEqual([])
    expect(await eventsOf(id)).toContain('assessment.conflict-declared')
    expect((await listWaitingSheets(scene.db, one)).map(({ title }) => title)).toEqual(['Naskah Terbuka'])
  })
})
