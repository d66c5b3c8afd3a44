import { unzipSync } from 'fflate'
import { beforeEach, expect, test } from 'vitest'
import { update } from '#db'
import { listEntriesOf } from '#journal'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { askingAbout, minutes } from './make-asking.ts'
import { makeReportable } from './make-progress.ts'

const database = await freshDatabase()
const app = makeApp(database, () => testNow, { files: makeFiles(freshFolder()) })
let scene: Scene
let project: Awaited<ReturnType<typeof makeReportable>>
let all: string
let asking: ReturnType<typeof askingAbout>

beforeEach(async () => {
  scene = await makeScene(database)
  project = await makeReportable(scene.db, scene)
  all = `/proyek/${project.code}/eviden`
  asking = askingAbout(app, scene, project)
})

const concrete = 'Agen perubahan telah membuat perubahan yang konkret'
const proofs = '/laporan/lke/eviden?tahun=2026&pertanyaan=concrete'

test('a proof of a question is seen from both sides, and from the year of its day alone', async () => {
  const { post, words, bring, open } = asking
  const id = await bring(scene.agent, {}, minutes())
  expect((await post(scene.agent, `${all}/${id}/lke`, { questions: 'concrete' })).status).toBe(303)
  expect(await words(scene.agent, `${all}/${id}`)).toContain(concrete)
  expect(await words(scene.leadership, '/laporan/lke?tahun=2026')).toContain('1 eviden')
  expect(await words(scene.leadership, '/laporan/lke?tahun=2025')).not.toContain('1 eviden')
  expect(await words(scene.head, proofs)).toContain(`${all}/${id}`)
  expect((await open(scene.agent, proofs)).status).toBe(403)
  expect((await open(scene.leadership, '/laporan/lke/eviden?pertanyaan=lain')).status).toBe(404)
  const [latest] = await listEntriesOf(scene.db, [id])
  expect(latest).toMatchObject({ event: 'evidence.answers', details: { questions: 'concrete' } })
})

test('it is said before it goes which question loses its proof', async () => {
  const { post, words, bring } = asking
  const id = await bring(scene.agent, {}, minutes())
  await post(scene.agent, `${all}/${id}/lke`, { questions: ['concrete', 'appointed'] })
  expect(await words(scene.agent, `${all}/${id}/tarik`)).toContain(concrete)
  const other = await bring(scene.agent, {}, minutes('Undangan', 'undangan.txt'))
  await post(scene.agent, `${all}/${other}/lke`, { questions: 'concrete' })
  const page = await words(scene.agent, `${all}/${id}/tarik`)
  expect(page).not.toContain(concrete)
  expect(page).toContain('Sudah ditetapkan agen perubahan')
})

test('of verified evidence the secretariat alone says it, also after the project ended; nobody else ever', async () => {
  const { post, bring } = asking
  const id = await bring(scene.agent, {}, minutes())
  const at = `${all}/${id}/lke`
  expect((await post(scene.stranger, at, { questions: 'concrete' })).status).toBe(404)
  expect((await post(scene.head, at, { questions: 'concrete' })).status).toBe(403)
  await post(scene.secretariat, `${all}/${id}/verifikasi`)
  await update(scene.db, 'project').set({ state: 'closed' }).where('id', '=', project.id).execute()
  expect((await post(scene.agent, at, { questions: 'concrete' })).status).toBe(403)
  expect((await post(scene.secretariat, at, { questions: 'concrete' })).status).toBe(303)
  // A form that was drawn before changes nothing.
  const stale = await post(scene.secretariat, at, { questions: 'appointed' })
  expect(stale.status).toBe(409)
  expect(await stale.text()).toContain(concrete)
})

test('the bundle of a question holds what proves it, and the journal says who had it', async () => {
  const { post, bring, open } = asking
  const id = await bring(scene.agent, {}, minutes())
  await bring(scene.agent, {}, minutes('Undangan', 'undangan.txt'))
  await post(scene.agent, `${all}/${id}/lke`, { questions: 'concrete' })
  expect((await post(scene.agent, proofs)).status).toBe(403)
  const answer = await post(scene.leadership, proofs)
  const zip = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  expect(Object.keys(zip)).toEqual(['indeks.html', 'indeks.xlsx', '1.1 Menyatukan antrean/notula.txt'])
  const [entry] = await listEntriesOf(scene.db, [scene.agencyId])
  expect(entry).toMatchObject({ event: 'evidence.bundled', details: { question: 'concrete', year: 2026, pieces: 1 } })
  const count = async () => {
    const before = database.statements.length
    await open(scene.leadership, proofs)
    return database.statements.length - before
  }
  await count()
  const one = await count()
  for (const name of ['dua.txt', 'tiga.txt']) {
    const next = await bring(scene.agent, {}, minutes(name, name))
    await post(scene.agent, `${all}/${next}/lke`, { questions: 'concrete' })
  }
  expect(await count()).toBe(one)
})
