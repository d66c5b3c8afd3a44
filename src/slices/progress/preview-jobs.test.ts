import { beforeEach, expect, test } from 'vitest'
import { listFilesOf } from '#files'
import { listEntriesOf } from '#journal'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makePdf } from '#test/pdf.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { askingAbout } from './make-asking.ts'
import { makeReportable } from './make-progress.ts'
import { previewJobs } from './preview-jobs.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, () => testNow, { files })
let scene: Scene
let path: string
let asking: ReturnType<typeof askingAbout>

beforeEach(async () => {
  scene = await makeScene(database)
  const project = await makeReportable(scene.db, scene)
  path = `/proyek/${project.code}/eviden`
  asking = askingAbout(app, scene, project)
})

async function bring(bytes: Buffer) {
  const id = await asking.bring(
    scene.agent,
    {},
    new File([new Uint8Array(bytes)], 'surat.pdf', { type: 'application/pdf' }),
  )
  const [entry] = await listEntriesOf(scene.db, [id])
  if (!entry) throw new Error('no entry')
  const answer = async () => {
    for (const job of previewJobs) await job.answer(scene.db, entry, testNow, { files })
  }
  const parts = async () => (await listFilesOf(scene.db, 'evidence', [id])).map(({ part }) => part).toSorted()
  return { id, answer, parts }
}

test('the first page of a PDF is shown to whoever reads the project, and goes when the evidence is withdrawn', async () => {
  const { id, answer, parts } = await bring(makePdf('1 0 0 rg 0 0 99 99 re f'))
  expect(await asking.words(scene.agent, `${path}/${id}`)).toContain('Tidak ada pratinjau.')
  await answer()
  await answer()
  expect(await parts()).toEqual(['', 'preview'])
  const [, address = ''] =
    /<img class="preview" src="([^"]+)"/.exec(await asking.words(scene.head, `${path}/${id}`)) ?? []
  const picture = await asking.open(scene.head, address)
  expect(picture.headers.get('content-type')).toBe('image/webp')
  expect((await asking.open(scene.stranger, address)).status).toBe(404)
  await asking.post(scene.agent, `${path}/${id}/tarik`)
  expect(await parts()).toEqual([])
  await answer()
  expect(await parts()).toEqual([])
})

test('a PDF that cannot be drawn stays as it is, without a picture', async () => {
  const { id, answer, parts } = await bring(makePdf('', { pages: 0 }))
  await answer()
  expect(await parts()).toEqual([''])
  expect(await asking.words(scene.agent, `${path}/${id}`)).toContain('Tidak ada pratinjau.')
})
