import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { keepCopies, makeFiles } from '#test/files.ts'
import { addFilm } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { addPictureSet, makePhotograph } from '#test/pictures.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'
import { PlayedRecording } from './pages/played-recording.tsx'
import { listPlayed } from './played-view.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())

test('beside a sheet a set stands whole, in its small copies that are fetched when they are seen, for five queries', async () => {
  const scene = await makeScene(database)
  const project = await makeRunningProject(scene.db, scene)
  const drawn = async () => {
    const before = database.statements.length
    const played = await listPlayed(scene.db, scene.agent, project.id)
    const page = played.map((one) => render(<PlayedRecording played={one} />)).join('')
    return { page, cost: database.statements.length - before }
  }
  const { id, code, pictures } = await addPictureSet(scene, files, project.code)
  await keepCopies(files, scene.db, id, pictures[1] ?? '')
  const set = await drawn()
  const images = [...set.page.matchAll(/<img[^>]*>/g)].map(([image]) => image)
  expect(images.map((image) => image.includes('loading="lazy"'))).toEqual([true, true, true])
  expect(images[1]).toContain(`src="/media/${code}/gambar/${pictures[1]}.webp"`)
  for (const one of pictures) expect(set.page).toContain(`href="/dokumentasi/${code}/gambar/${one}"`)
  // One alone is looked at in its light copy, not the original of a camera.
  const bytes = Buffer.from(await makePhotograph('#405060'))
  const alone = await addFilm(scene, files, project.code, { name: 'foto.jpg', bytes })
  const { fileId = '' } =
    (await listPlayed(scene.db, scene.agent, project.id)).find(({ row }) => row.id === alone.id)?.pictures[0] ?? {}
  await keepCopies(files, scene.db, alone.id, fileId)
  await addFilm(scene, files, project.code)
  const all = await drawn()
  expect(all.page).toContain(`src="/media/${alone.code}/gambar/${fileId}-besar.webp"`)
  expect([set.cost, all.cost]).toEqual([5, 5])
})
