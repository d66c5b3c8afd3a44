import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert } from '#db'
import { openAssessment } from './life-commands.ts'
import { makePreparing, makeRunning, moment, revisionOf, twoCriteria } from './make-assessment.ts'
import { type Judging, makeJudging } from './make-judging.ts'
import type { NewCriterion } from './rubric.ts'
import { reviseRubric } from './rubric-commands.ts'
import { listCriteria } from './rubric-store.ts'

const { begin, eventsOf, open, post, read, viewOf } = await makeJudging()
let { scene, first, second } = {} as Judging

beforeEach(async () => {
  ;({ scene, first, second } = await begin())
})

describe('an assessment is prepared', () => {
  test('once, however often its form is posted, with a rubric and the projects that concern public service', async () => {
    await makeRunning(scene, { number: 4, title: 'Kalender Anggaran', isPublicService: false })
    const form = { id: randomUUIDv7(), title: 'Penilaian 2026', programme_id: scene.programmeId }
    expect((await post(scene.secretariat, '/penilaian', form)).headers.get('location')).toBe(`/penilaian/${form.id}`)
    expect((await post(scene.secretariat, '/penilaian', form)).status).toBe(303)
    expect(await eventsOf(form.id)).toEqual(['assessment.begun'])
    const view = await viewOf(form.id)
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

  test('from a ready rubric, or one that was used; a used one never changes and is followed by the next version', async () => {
    const form = { id: randomUUIDv7(), title: 'Seleksi', programme_id: scene.programmeId, rubric: 'kipp-2022' }
    await post(scene.secretariat, '/penilaian', form)
    expect(await read(scene.secretariat, `/penilaian/${form.id}`)).toContain('Bobot Ide inovatif, Signifikansi')
    const pick = `/penilaian/${form.id}/rubrik/pilih`
    const revision = String(await revisionOf(scene, form.id))
    expect((await post(scene.secretariat, pick, { revision })).status).toBe(422)
    expect((await post(scene.secretariat, pick, { revision, key: 'seleksi-internal' })).status).toBe(303)
    expect((await post(scene.secretariat, pick, { revision, key: 'kipp-2023' })).status).toBe(409)
    expect((await listCriteria(scene.db, form.id)).map(({ name }) => name)).toContain('Kaitan dengan pelayanan publik')
    const versionOf = async (criteria: NewCriterion[]) => {
      const made = await makePreparing(scene, [first], 3)
      const revised = { title: 'Penilaian', rubricName: 'Rubrik kami', criteria }
      const drawn = await revisionOf(scene, made.id)
      await reviseRubric(scene.db, scene.secretariat, made.id, { ...revised, revision: drawn }, moment)
      await openAssessment(scene.db, scene.secretariat, made.id, moment)
      return (await viewOf(made.id)).rubric
    }
    expect(await versionOf(twoCriteria)).toEqual({ name: 'Rubrik kami', number: 1 })
    expect(await versionOf(twoCriteria)).toEqual({ name: 'Rubrik kami', number: 1 })
    const other = twoCriteria.map((criterion) => ({ ...criterion, weight: '50' }))
    expect(await versionOf(other)).toEqual({ name: 'Rubrik kami', number: 2 })
    expect(await read(scene.secretariat, pick)).toContain('Rubrik kami, versi 2')
  })

  test('with what marks mean, and where a judge says why', async () => {
    const { id } = await makePreparing(scene, [first], 0)
    const row = { name_1: 'Dampak', weight_1: '100', min_1: '0', max_1: '100', below_1: '40', above_1: '' }
    const form = { title: 'Penilaian 2026', revision: String(await revisionOf(scene, id)), ...row }
    const wrong = await post(scene.secretariat, `/penilaian/${id}/rubrik`, { ...form, levels_1: 'tinggi: bagus' })
    expect(await wrong.text()).toContain('Tulis satu arti per baris')
    const levels = '0: belum terlihat\r\n62,5: terukur'
    expect((await post(scene.secretariat, `/penilaian/${id}/rubrik`, { ...form, levels_1: levels })).status).toBe(303)
    const page = await read(scene.secretariat, `/penilaian/${id}`)
    for (const words of ['62,5 sampai 100: terukur', '0 sampai di bawah 62,5: belum terlihat', 'di bawah 40'])
      expect(page).toContain(words)
    expect(await read(scene.secretariat, `/penilaian/${id}/rubrik`)).toContain('62,5: terukur')
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
