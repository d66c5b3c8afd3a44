import { stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { foldersBetween, makeFolder } from './disk.ts'

test.each([
  ['/data/berkas', '/data/berkas', ['/data/berkas']],
  ['/data/berkas', '/data/berkas/masuk/tus/', ['/data/berkas', '/data/berkas/masuk', '/data/berkas/masuk/tus']],
])('from %s to %s each folder on the way is one that was made', (first, last, made) => {
  expect(foldersBetween(first, last)).toEqual(made.map((folder) => path.resolve(folder)))
})

test('a folder is made with those above it, for its owner alone, and once more is no error', async () => {
  const top = path.join(freshFolder(), 'berkas')
  const folder = path.join(top, 'masuk', 'tus')
  for (let time = 0; time < 2; time += 1) await makeFolder(folder)
  for (const made of foldersBetween(top, folder)) expect((await stat(made)).mode & 0o777).toBe(0o700)
})
