import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '#db'
import { agreeFollowUp, listFollowUps } from '#follow-up'
import type { Actor } from '#kit/actor.ts'
import { findProject, listPlans } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { makeSitting, makeVerified, openPresentation } from './make-presentation.ts'

const database = await freshDatabase()
const app = makeApp(database)
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = await makeVerified(scene)
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const post = async (actor: Actor, path: string, body: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(body) })
const planState = async () => {
  const project = await findProject(scene.db, code)
  return (await listPlans(scene.db, project?.id ?? '')).at(-1)?.state
}

describe('the form of a decision', () => {
  const decide = async (but: Record<string, string>) => {
    const { id } = await openPresentation(scene, code)
    return post(scene.secretariat, `/proyek/${code}/paparan/keputusan`, { id, revision: '1', ...but })
  }

  test('asks for a change where changes are asked for, and makes each a follow-up', async () => {
    await makeSitting(scene, [code])
    const none = await decide({ decision: 'accepted_with_changes' })
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('Tulis paling sedikit satu perubahan yang diminta.')
    const half = await decide({ decision: 'accepted_with_changes', what_1: 'Lengkapi data' })
    expect(await half.text()).toContain('Pilih siapa yang mengerjakannya.')
    const row = { what_2: 'Lengkapi data', owner_id_2: scene.agent.personId ?? '', due_on_2: '2026-12-01' }
    expect((await decide({ decision: 'accepted_with_changes', ...row })).status).toBe(303)
    const project = await findProject(scene.db, code)
    const rows = await listFollowUps(scene.db, scene.agent, { projectId: project?.id ?? '' })
    expect(rows).toMatchObject([{ what: 'Lengkapi data', source: 'sitting', state: 'open' }])
    const page = await (await open(scene.secretariat, `/proyek/${code}/paparan`)).text()
    expect(page).toContain('1 tindak lanjut paparannya belum ditutup')
    expect(page).not.toContain('/tetapkan')
    expect((await post(scene.secretariat, `/proyek/${code}/tetapkan`)).status).toBe(409)
  })

  test('takes what has become a follow-up at the sitting for the change that is asked for, and shows it', async () => {
    await makeSitting(scene, [code])
    const { id: sourceId } = await openPresentation(scene, code)
    const project = await findProject(scene.db, code)
    if (!project) throw new Error('no project')
    const { id: projectId, programmeId, seatId, unitId } = project
    const about = { programmeId, projectId, seatId, unitId, source: 'sitting' as const, sourceId }
    const own = {
      id: randomUUIDv7(),
      what: 'Perjelas indikator',
      ownerId: scene.agent.personId ?? '',
      dueOn: '2026-12-01',
    }
    await transact(scene.db, (tx) => agreeFollowUp(tx, scene.secretariat, { ...own, ...about }, testNow))
    const form = await open(scene.secretariat, `/proyek/${code}/paparan/keputusan`)
    expect(await form.text()).toMatch(/Yang sudah menjadi tindak lanjut[\s\S]*Perjelas indikator/)
    expect((await decide({ decision: 'accepted_with_changes' })).status).toBe(303)
    expect((await post(scene.secretariat, `/proyek/${code}/tetapkan`)).status).toBe(409)
  })

  test('gives more lines, keeps what was typed, and takes what stands in them', async () => {
    await makeSitting(scene, [code])
    const row = (number: number) => ({
      [`what_${number}`]: `Perubahan ${number}`,
      [`owner_id_${number}`]: scene.agent.personId ?? '',
      [`due_on_${number}`]: '2026-12-01',
    })
    const five = Object.assign({ decision: 'accepted_with_changes' }, ...[1, 2, 3, 4, 5].map(row))
    const more = await decide({ ...five, act: 'more', lines: '5' })
    expect(more.status).toBe(200)
    const page = await more.text()
    expect(page).toContain('value="Perubahan 5"')
    expect(page).toContain('name="what_10"')
    expect(page).not.toContain('name="what_11"')
    expect(page).toMatch(/name="lines" value="10"/)
    expect((await decide({ ...five, ...row(7), lines: '10' })).status).toBe(303)
    const project = await findProject(scene.db, code)
    const rows = await listFollowUps(scene.db, scene.agent, { projectId: project?.id ?? '' })
    expect(rows.map(({ what }) => what).toSorted()).toEqual([1, 2, 3, 4, 5, 7].map((number) => `Perubahan ${number}`))
  })

  test('says before the day of the sitting that it is too early; sent all the same it keeps what was typed', async () => {
    await makeSitting(scene, [code], { heldOn: '2026-12-03' })
    const opened = await open(scene.secretariat, `/proyek/${code}/paparan/keputusan`)
    expect(opened.status).toBe(409)
    expect(await opened.text()).toContain('Sidangnya baru diadakan 3 Desember 2026')
    const sent = await decide({ decision: 'accepted', note: 'Lanjutkan dengan catatan.' })
    expect(sent.status).toBe(422)
    const page = await sent.text()
    expect([page.includes('Sidangnya baru'), page.includes('Lanjutkan dengan catatan.')]).toEqual([true, true])
    expect(await planState()).toBe('verified')
  })

  test('that comes after somebody else decided keeps what was typed, and is not drawn for whoever may not decide', async () => {
    await makeSitting(scene, [code])
    const { id } = await openPresentation(scene, code)
    const path = `/proyek/${code}/paparan/keputusan`
    await post(scene.secretariat, path, { id, revision: '1', decision: 'accepted' })
    const late = { id, revision: '1', decision: 'again', note: 'Indikatornya belum terukur.' }
    const answer = await post(scene.secretariat, path, late)
    expect([answer.status, (await answer.text()).includes('Indikatornya belum terukur.')]).toEqual([422, true])
    const more = await post(scene.secretariat, path, { ...late, act: 'more', lines: '5' })
    expect([more.status, (await more.text()).includes('Indikatornya belum terukur.')]).toEqual([200, true])
    expect((await open(scene.secretariat, path)).status).toBe(409)
    for (const actor of [scene.agent, scene.head]) {
      expect((await open(actor, path)).status).toBe(403)
      expect((await post(actor, path, { act: 'more' })).status).toBe(403)
    }
  })

  test('accepted twice by a double click is accepted once', async () => {
    await makeSitting(scene, [code])
    const { id } = await openPresentation(scene, code)
    const path = `/proyek/${code}/paparan/keputusan`
    for (const _ of [1, 2])
      expect((await post(scene.secretariat, path, { id, revision: '1', decision: 'accepted' })).status).toBe(303)
    expect(await planState()).toBe('agreed')
  })

  test('asks what is to be mended where it is presented again, and why there was no sitting', async () => {
    const path = `/proyek/${code}/paparan/keputusan`
    const said = { id: randomUUIDv7(), revision: '1', decision: 'again', note: 'Ulang' }
    const html = await (await post(scene.secretariat, path, said)).text()
    expect(html).toContain('Tulis mengapa diputuskan tanpa sidang.')
    const reason = 'Perubahan kecil pada jadwal.'
    expect(await (await post(scene.secretariat, path, { ...said, reason })).text()).toContain('paling sedikit 10 huruf')
    expect((await post(scene.secretariat, path, { ...said, reason, decision: 'accepted' })).status).toBe(303)
    expect(await planState()).toBe('agreed')
  })

  test('a plan cannot be agreed past its presentation', async () => {
    const answer = await post(scene.secretariat, `/proyek/${code}/tetapkan`)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('belum diterima dalam paparan')
    expect(await planState()).toBe('verified')
  })
})
