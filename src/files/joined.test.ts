import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import type { Blobs } from './blobs.ts'
import { bytesOf } from './hashing.ts'
import { joinBlobs } from './joined.ts'
import { openLocalFolder } from './local-folder.ts'
import { moveBlobs } from './move.ts'

const agencyId = randomUUID()
const open = () => openLocalFolder(freshFolder())
const put = async (blobs: Blobs, text: string) => (await blobs.put(agencyId, bytesOf(Buffer.from(text)))).sha256
const read = (blobs: Blobs, sha256: string, range?: { first: number; last: number }) =>
  buffer(blobs.open(agencyId, sha256, range)).then(String)

it('finds a content in whichever store it lies, and puts what is new into the first', async () => {
  const [first, other] = [open(), open()]
  const both = joinBlobs([first, other])
  const [old, fresh] = [await put(other, 'lama'), await put(both, 'baru')]
  expect([await read(both, old), await read(both, fresh)]).toEqual(['lama', 'baru'])
  expect(await read(both, old, { first: 1, last: 2 })).toBe('am')
  expect(await both.withLocalCopy(agencyId, old, (file) => readFile(file, 'utf8'))).toBe('lama')
  expect([await first.sizeOf(agencyId, fresh), await other.sizeOf(agencyId, fresh)]).toEqual([4, undefined])
  expect([await both.sizeOf(agencyId, old), await both.sizeOf(agencyId, 'a'.repeat(64))]).toEqual([4, undefined])
  await expect(read(both, 'a'.repeat(64))).rejects.toMatchObject({ code: 'ENOENT' })
})

it('finds what is moved between two looks', async () => {
  const [first, other] = [open(), open()]
  const sha256 = await put(first, 'dipindahkan')
  let looks = 0
  const notYet: Blobs = { ...first, open: (...key) => (looks++ === 0 ? open().open(...key) : first.open(...key)) }
  expect(await read(joinBlobs([notYet, other]), sha256)).toBe('dipindahkan')
})

it('goes on in the next store with what was taken away while it was read', async () => {
  const [first, other] = [open(), open()]
  const sha256 = await put(other, 'sepanjang film')
  const cut: Blobs = {
    ...first,
    open: () => {
      async function* some() {
        yield Buffer.from('sepanjang')
        throw Object.assign(new Error('gone'), { code: 'ENOENT' })
      }
      return some() as unknown as ReturnType<Blobs['open']>
    },
  }
  expect(await read(joinBlobs([cut, other]), sha256)).toBe('sepanjang film')
})

it('hands out a path that stays readable while a move takes the content away, and leaves no second name', async () => {
  const folder = freshFolder()
  const [first, other] = [open(), openLocalFolder(folder)]
  const sha256 = await put(other, 'film yang diolah')
  const read = await joinBlobs([first, other]).withLocalCopy(agencyId, sha256, async (file) => {
    const moving = { from: other, to: first, isDeleted: true, stopped: new AbortController().signal }
    const moved = await moveBlobs({ ...moving, placed: async () => undefined, progress: () => undefined })
    expect(moved.removed).toBe(1)
    // As ffmpeg does, which opens its film anew for each of its steps.
    return [await readFile(file, 'utf8'), await readFile(file, 'utf8')]
  })
  expect(read).toEqual(['film yang diolah', 'film yang diolah'])
  expect(await readdir(path.join(folder, '.incoming'))).toEqual([])
})

it('hands out the copy of the next store where the first gives the content away between look and use', async () => {
  const [first, other] = [open(), open()]
  const sha256 = await put(first, 'dipindahkan')
  const given: Blobs = {
    ...other,
    withLocalCopy: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' })),
  }
  const used = joinBlobs([given, first]).withLocalCopy(agencyId, sha256, (file) => readFile(file, 'utf8'))
  expect(await used).toBe('dipindahkan')
  // What its user does not find is the user's to say, and nothing is begun a second time.
  let uses = 0
  const failing = joinBlobs([first, other]).withLocalCopy(agencyId, sha256, (file) => {
    uses += 1
    return readFile(`${file}.tidak-ada`)
  })
  await expect(failing).rejects.toMatchObject({ code: 'ENOENT' })
  expect(uses).toBe(1)
})

it('hands out the file itself where no second name can be made', async () => {
  const folder = freshFolder()
  const readOnly = openLocalFolder(folder)
  const sha256 = await put(readOnly, 'salinan')
  await rm(path.join(folder, '.incoming'), { recursive: true })
  await writeFile(path.join(folder, '.incoming'), 'no folder can be made here')
  const used = readOnly.withLocalCopy(agencyId, sha256, (file) => readFile(file, 'utf8'))
  expect(await used).toBe('salinan')
  await expect(readOnly.withLocalCopy(agencyId, 'a'.repeat(64), async () => 'used')).rejects.toMatchObject({
    code: 'ENOENT',
  })
})

it('lists each once, as new as its newest, and takes it away everywhere', async () => {
  const [first, other] = [open(), open()]
  const longAgo: Blobs = {
    ...other,
    async *list(id) {
      for await (const blob of other.list(id)) yield { ...blob, putAt: new Date(0) }
    },
  }
  const both = joinBlobs([longAgo, first])
  const sha256 = await put(other, 'keduanya')
  await put(first, 'keduanya')
  const putAt = async (blobs: Blobs) => {
    const dates: Date[] = []
    for await (const blob of blobs.list(agencyId)) dates.push(blob.putAt)
    return dates
  }
  expect(await putAt(both)).toEqual(await putAt(first))
  expect(await both.agencies()).toEqual([agencyId])
  await both.remove(agencyId, sha256)
  expect([await first.sizeOf(agencyId, sha256), await other.sizeOf(agencyId, sha256)]).toEqual([undefined, undefined])
})

it('a second copy serves what the store has lost, which is still missing', async () => {
  const [kept, copy] = [open(), open()]
  const joined = joinBlobs([kept], [copy])
  const sha256 = await put(copy, 'salinan')
  expect(await read(joined, sha256)).toBe('salinan')
  expect(await joined.withLocalCopy(agencyId, sha256, (file) => readFile(file, 'utf8'))).toBe('salinan')
  expect(await joined.sizeOf(agencyId, sha256)).toBeUndefined()
  await joined.remove(agencyId, sha256)
  expect(await copy.sizeOf(agencyId, sha256)).toBe(7)
})
