import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert } from '#db'
import { listEntriesOf } from '#journal'
import { makeApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { reviseRubric } from './commands.ts'
import { askIn, makePreparing, makeRunning, moment, type Running, revisionOf, twoCriteria } from './make-assessment.ts'
import { listCriteria } from './store.ts'
import { viewAssessment } from './view.ts'

const database = await freshDatabase()
const app = makeApp(database)
let scene: Scene
let first: Running
let second: Running

beforeEach(async () => {
  scene = await makeScene(database)
  first = await makeRunning(scene, { number: 2, title: 'Jawab Satu Jam' })
  second = await makeRunning(scene, { number: 3, title: 'Naskah Terbuka' })
})

const { open, read, post } = askIn(app, () => scene)
const eventsOf = async (id: string) => (await listEntriesOf(scene.db, [id])).map(({ event }) => event)

describe('an assessment is prepared', () => {
  test('once, however often its form is posted, with a rubric and the projects that concern public service', async () => {
    await makeRunning(scene, { number: 4, title: 'Kalender Anggaran', isPublicService: false })
    const form = { id: randomUUIDv7(), title: 'Penilaian 2026', programme_id: scene.programmeId }
    expect((await post(scene.secretariat, '/penilaian', form)).headers.get('location')).toBe(`/penilaian/${form.id}`)
    expect((await post(scene.secretariat, '/penilaian', form)).status).toBe(303)
    expect(await eventsOf(form.id)).toEqual(['assessment.begun'])
    const view = await viewAssessment(scene.db, scene.secretariat, form.id, moment.today)
    expect(view.projects.map(({ title }) => title)).toEqual(['Jawab Satu Jam', 'Naskah Terbuka'])
    expect(view.criteria.map(({ name, weight }) => [name, weight])).toContainEqual(['Signifikansi', '30.00'])
    expect((await post(scene.leadership, '/penilaian', { ...form, id: randomUUIDv7() })).status).toBe(403)
  })

  test('with a rubric that is typed with commas; what cannot be is said beside its field', async () => {
    const { id } = await makePreparing(scene, [first, second], 0)
    const rows = { name_1: 'Dampak', weight_1: '62,5', min_1: '0', max_1: '100', tie_1: '1' }
    const more = { name_2: 'Mutu', weight_2: '37,5', min_2: '0', max_2: '100', tie_2: '1' }
    const form = { title: 'Penilaian 2026', revision: String(await revisionOf(scene, id)), ...rows, ...more }
    const wrong = await post(scene.secretariat, `/penilaian/${id}/rubrik`, { ...form, weight_2: 'banyak' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Isi bobot di atas 0 sampai 100')
    expect((await post(scene.secretariat, `/penilaian/${id}/rubrik`, form)).status).toBe(422)
    const right = { ...form, tie_2: '' }
    expect((await post(scene.secretariat, `/penilaian/${id}/rubrik`, right)).status).toBe(303)
    expect((await listCriteria(scene.db, id)).map(({ weight }) => weight)).toEqual(['62.50', '37.50'])
    const stale = await post(scene.secretariat, `/penilaian/${id}/rubrik`, { ...right, name_1: 'Pengaruh' })
    expect(stale.status).toBe(409)
    expect(await stale.text()).toContain('Yang tersimpan sekarang')
  })

  test('and is not opened before three judges are named and all weights are known', async () => {
    const { id } = await makePreparing(scene, [first, second], 2)
    const openNow = async (revision?: number) => {
      const drawn = { revision: String(revision ?? (await revisionOf(scene, id))) }
      return post(scene.secretariat, `/penilaian/${id}/buka`, drawn)
    }
    expect(await (await openNow()).text()).toContain('Tunjuk paling sedikit tiga penilai')
    const third = await scene.addActor('Penilai Tiga')
    const named = { person_id: third.personId ?? '' }
    expect((await post(scene.secretariat, `/penilaian/${id}/penilai`, named)).status).toBe(303)
    const unknown = twoCriteria.map((criterion, at) => (at === 0 ? criterion : { ...criterion, weight: null }))
    const rubric = { title: 'Penilaian', criteria: unknown, revision: await revisionOf(scene, id) }
    await reviseRubric(scene.db, scene.secretariat, id, rubric, moment)
    expect(await read(scene.secretariat, `/penilaian/${id}`)).toContain('belum diketahui')
    expect(await (await openNow()).text()).toContain('Penilaian belum dapat dibuka.')
    const known = { title: 'Penilaian', criteria: twoCriteria, revision: await revisionOf(scene, id) }
    await reviseRubric(scene.db, scene.secretariat, id, known, moment)
    const drawn = await revisionOf(scene, id)
    expect(await read(scene.secretariat, `/penilaian/${id}`)).toContain(`name="revision" value="${drawn}"`)
    // Somebody else changes the rubric beside the open page: it is not frozen unseen.
    await reviseRubric(scene.db, scene.secretariat, id, { ...known, revision: drawn }, moment)
    expect((await openNow(drawn)).status).toBe(409)
    expect((await openNow()).status).toBe(303)
    expect((await open(scene.secretariat, `/penilaian/${id}/rubrik`)).status).toBe(409)
  })

  test('and a person without an account cannot be named', async () => {
    const { id } = await makePreparing(scene, [first], 0)
    const personId = randomUUIDv7()
    await insert(scene.db, 'person', { id: personId, name: 'Tanpa Akun', noNipReason: 'uji' }).execute()
    const answer = await post(scene.secretariat, `/penilaian/${id}/penilai`, { person_id: personId })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('belum mempunyai akun')
  })
})
