import { beforeEach, describe, expect, test } from 'vitest'
import { insert, transact } from '#db'
import { listEntriesOf, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { watchWaiting } from '#test/waiting.ts'
import { openAssessment } from './life-commands.ts'
import { judge, makeOpen, makePreparing, moment, revisionOf } from './make-assessment.ts'
import { type Judging, makeJudging } from './make-judging.ts'
import { expectedOf, missingOf } from './panel.ts'
import { declareConflict, declareNoConflict } from './sheet-commands.ts'
import { listWaitingSheets } from './sheet-store.ts'
import { listAssessments } from './store.ts'

const { begin, database, eventsOf, open, post, read, viewOf } = await makeJudging()
const countWaiting = watchWaiting(database)
let { scene, first, second } = {} as Judging

beforeEach(async () => {
  ;({ scene, first, second } = await begin())
})

/** As the person's next request would see it. */
const judging = (actor: Actor, id: string): Actor => ({ ...actor, standings: [{ relation: 'judge', thingId: id }] })

describe('sheets that are shared out', () => {
  const shared = async (judgeCount: number) => {
    const made = await makePreparing(scene, [first, second], judgeCount)
    const path = `/penilaian/${made.id}/pembagian`
    const revision = String(await revisionOf(scene, made.id))
    expect((await post(scene.secretariat, path, { revision, way: 'some', per_project: '2' })).status).toBe(422)
    expect((await post(scene.secretariat, path, { revision, way: 'some', per_project: '3' })).status).toBe(303)
    expect((await post(scene.secretariat, path, { revision, way: 'all' })).status).toBe(409)
    return made
  }

  test('are seen before it is opened, and asked of nobody else then', async () => {
    const { id, judges } = await shared(4)
    const before = await viewOf(id)
    expect(expectedOf(before.panel)).toHaveLength(6)
    expect(await read(scene.secretariat, `/penilaian/${id}`)).toContain('dinilai paling sedikit 3 penilai')
    await openAssessment(scene.db, scene.secretariat, id, moment)
    const { panel } = await viewOf(id)
    expect(expectedOf(panel)).toEqual(expectedOf(before.panel))
    const [row] = await listAssessments(scene.db, scene.secretariat)
    expect(row?.missingCount).toBe(missingOf(panel).length)
    for (const actor of judges) {
      const asked = expectedOf(panel).filter(({ judgeId }) => judgeId === actor.personId)
      expect(await listWaitingSheets(scene.db, actor)).toHaveLength(asked.length)
      for (const project of [first, second]) {
        const isAsked = asked.some(({ projectId }) => projectId === project.id)
        const { status } = await open(actor, `/penilaian/${id}/lembar/${project.code}`)
        expect(status).toBe(isAsked ? 200 : 403)
      }
    }
  })

  test('go to judges of the project’s own field first', async () => {
    const { id } = await makePreparing(scene, [first], 3)
    const { setCode, code } = await scene.db.query
      .selectFrom('reformArea')
      .select(['setCode', 'code'])
      .where('setCode', '=', (await viewOf(id)).programme.setCode)
      .executeTakeFirstOrThrow()
    await insert(scene.db, 'projectArea', { projectId: first.id, setCode, areaCode: code })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const expert = await scene.addActor('Ahli Bidang')
    const named = { person_id: expert.personId ?? '', fields: code }
    expect((await post(scene.secretariat, `/penilaian/${id}/penilai`, named)).status).toBe(303)
    const revision = String(await revisionOf(scene, id))
    await post(scene.secretariat, `/penilaian/${id}/pembagian`, { revision, way: 'some', per_project: '3' })
    expect(expectedOf((await viewOf(id)).panel).map(({ judgeId }) => judgeId)).toContain(expert.personId)
  })

  test('of a judge who is released go to others, so that each project keeps its number', async () => {
    const { id } = await shared(5)
    await openAssessment(scene.db, scene.secretariat, id, moment)
    const [released] = expectedOf((await viewOf(id)).panel)
    await post(scene.secretariat, `/penilaian/${id}/penilai/${released?.judgeId}/bebaskan`)
    const expected = expectedOf((await viewOf(id)).panel)
    expect(expected.map(({ judgeId }) => judgeId)).not.toContain(released?.judgeId)
    for (const project of [first, second])
      expect(expected.filter(({ projectId }) => projectId === project.id)).toHaveLength(3)
  })
})

describe('after it was opened', () => {
  test('a judge who cannot go on is replaced: what is in stays, the other starts anew and is kept out as everybody is', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    const [one, two, three] = judges as [Actor, Actor, Actor]
    await judge(scene, id, three, first, '90')
    const successor = await scene.addActor('Penilai Pengganti')
    await scene.db.query
      .updateTable('person')
      .set({ unitId: second.unitId })
      .where('id', '=', successor.personId)
      .execute()
    const path = `/penilaian/${id}/penilai/${three.personId}/ganti`
    expect((await post(scene.leadership, path, { person_id: successor.personId ?? '' })).status).toBe(403)
    // A name ends in a title, which has its own stop.
    const page = await read(scene.secretariat, path)
    expect(page).toContain('dalam penilaian ini. Lembarnya')
    expect([page.includes(`value="${successor.personId}"`), page.includes(`value="${three.personId}"`)]).toEqual([
      ...[true, false],
    ])
    const taken = await post(scene.secretariat, path, { person_id: one.personId ?? '' })
    expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining('sudah menjadi penilai')])
    expect((await post(scene.secretariat, path, { person_id: successor.personId ?? '' })).status).toBe(303)
    expect((await open(three, `/penilaian/${id}`)).status).toBe(404)
    const next = judging(successor, id)
    expect((await open(next, `/penilaian/${id}/lembar/${second.code}`)).status).toBe(403)
    for (const actor of [one, two, next]) await judge(scene, id, actor, first, '80')
    for (const actor of [one, two]) await judge(scene, id, actor, second, '70')
    const { ranking } = await viewOf(id)
    expect(ranking?.map(({ totals }) => totals.length)).toEqual([4, 2])
    expect((await listEntriesOf(scene.db, [id])).map(({ event }) => event)).toContain('assessment.judge-replaced')
  })

  test('a conflict that comes to light keeps a judge out, and the sheet that is in counts no more and opens nothing', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    const [one, two, three] = judges as [Actor, Actor, Actor]
    for (const actor of [one, two]) await judge(scene, id, actor, first, '87.31')
    expect(await read(one, `/penilaian/${id}/peringkat/${first.code}`)).toContain('87,31')
    const path = `/penilaian/${id}/penilai/${one.personId}/kecualikan`
    expect((await post(scene.secretariat, path, { project_id: first.id, reason: 'x' })).status).toBe(422)
    const said = { project_id: first.id, reason: 'Penilai membimbing agen proyek ini.' }
    expect((await post(scene.secretariat, path, said)).status).toBe(303)
    expect((await open(one, `/penilaian/${id}/lembar/${first.code}`)).status).toBe(403)
    expect((await open(one, `/penilaian/${id}/peringkat/${first.code}`)).status).toBe(403)
    // Of what the judge stays out of already nothing more is offered, and a page that is older hears so.
    const offered = await read(scene.secretariat, path)
    expect([offered.includes(first.id), offered.includes(second.id)]).toEqual([false, true])
    const twice = await post(scene.secretariat, path, said)
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('#project_id')])
    await judge(scene, id, three, first, '70')
    for (const actor of judges) await judge(scene, id, actor, second, '70')
    const { ranking } = await viewOf(id)
    expect(ranking?.map(({ totals }) => totals.length)).toEqual([2, 3])
    expect(await read(scene.secretariat, `/penilaian/${id}`)).toContain('benturan kepentingan dicatat sekretariat')
  })

  test('nobody is named beside those who are there', async () => {
    const { id } = await makeOpen(scene, [first])
    const more = { person_id: scene.stranger.personId ?? '' }
    expect((await post(scene.secretariat, `/penilaian/${id}/penilai`, more)).status).toBe(409)
  })
})

test('who declares a conflict and none at the same moment stays out, without a sheet', async () => {
  const { id, judges } = await makeOpen(scene, [first])
  const [one] = judges as [Actor]
  let declared: Promise<unknown> = Promise.resolve()
  await transact(scene.db, async (tx) => {
    const thing = { kind: 'assessment' as const, id }
    await record(tx, scene.secretariat, { event: 'assessment.changed', thing }, moment.now)
    declared = Promise.allSettled([
      declareNoConflict(scene.db, one, id, first.code, moment),
      declareConflict(scene.db, one, id, first.code, 'Teman lama.', moment),
    ])
    await expect.poll(countWaiting, { timeout: 20_000 }).toBe(2)
  })
  await declared
  const { panel } = await viewOf(id)
  expect(panel.sheets).toEqual([])
  expect(panel.recusals.map(({ cause }) => cause)).toEqual(['declared'])
})

test('who declares twice at once has declared once', async () => {
  const { id, judges } = await makeOpen(scene, [first, second])
  const [one] = judges as [Actor]
  const declare = () => [
    declareNoConflict(scene.db, one, id, first.code, moment),
    declareConflict(scene.db, one, id, second.code, 'Teman lama.', moment),
  ]
  let declared: Promise<void>[] = []
  // Whoever writes in the journal keeps the others from ending, until all of them are under way.
  await transact(scene.db, async (tx) => {
    const thing = { kind: 'assessment' as const, id }
    await record(tx, scene.secretariat, { event: 'assessment.changed', thing }, moment.now)
    declared = [...declare(), ...declare()]
    await expect.poll(countWaiting, { timeout: 20_000 }).toBe(4)
  })
  await Promise.all(declared)
  const events = (await eventsOf(id)).filter((event) => event.includes('conflict'))
  expect(events.toSorted()).toEqual(['assessment.conflict-declared', 'assessment.no-conflict-declared'])
})
