import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { inFolder } from '#bagit'
import { forAgency } from '#db'
import { arrangePictures, listPictures } from '#recording'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { addPictureSet } from '#test/pictures.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'
import { exportBag } from './export-commands.ts'
import { importBag } from './import-commands.ts'

const files = makeFiles(freshFolder())
const theirs = makeFiles(freshFolder())
const url = 'https://rintis.example.go.id'
const project = 'b7k3m9qt'

test('a bag brings a set of pictures back as it was: each original, their order, and what they show', async () => {
  const from = await freshDatabase()
  const other = await makeScene(from)
  await makeRunningProject(other.db, other, { code: project })
  const { id, code: set, pictures } = await addPictureSet(other, files, project)
  const [a = '', b = '', c = ''] = pictures
  const arranged = [c, a, b].map((fileId, at) => ({ fileId, caption: `Loket ${at + 1}` }))
  await arrangePictures(other.db, other.agent, set, { revision: 1, pictures: arranged }, testNow)
  const folder = path.join(freshFolder(), 'kantong')
  await exportBag(from, files.blobs, { scope: { all: true }, to: await inFolder(folder), url, now: testNow })
  const object = path.join(folder, 'data/objects', readdirSync(path.join(folder, 'data/objects'))[0] ?? '')
  expect(readdirSync(path.join(object, 'original')).toSorted()).toEqual(['202080.jpg', '208020.jpg', '802020.jpg'])
  expect(readFileSync(path.join(object, 'dc.xml'), 'utf8')).toContain('<dcterms:extent>3 gambar</dcterms:extent>')
  const page = readFileSync(path.join(folder, 'data/index.html'), 'utf8')
  expect(page).toMatch(/202080\.jpg"[\s\S]*Loket 1[\s\S]*802020\.jpg"[\s\S]*Loket 2[\s\S]*208020\.jpg"[\s\S]*Loket 3/)
  const empty = await freshDatabase()
  expect(await importBag(empty, theirs, { from: folder, dryRun: false, now: testNow })).toMatchObject({
    added: 1,
    refused: [],
  })
  const back = await listPictures(forAgency(empty, other.agencyId), id)
  expect(back).toEqual(await listPictures(other.db, id))
  expect(back).toMatchObject([{ fileId: c, caption: 'Loket 1' }, { fileId: a }, { fileId: b }])
  for (const { sha256, size } of back) expect(await theirs.blobs.sizeOf(other.agencyId, sha256)).toBe(size)
})
