import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmod, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { afterFile } from '#test/after-file.ts'
import { freshFolder } from '#test/folder.ts'
import { startBetween, startS3 } from '#test/s3.ts'
import type { Blob, Blobs } from './blobs.ts'
import { bytesOf, digest } from './hashing.ts'
import { joinBlobs } from './joined.ts'
import { openLocalFolder } from './local-folder.ts'
import { type Move, moveBlobs } from './move.ts'
import { openS3Bucket } from './s3-bucket.ts'

const mebibyte = 1_048_576
const behind = await startS3()
const agencyId = randomUUID()

/** A folder with small files and, where it is asked for, a film of three parts; and a bucket that has none of them. */
async function makePlaces({ withFilm = false } = {}) {
  const folder = freshFolder()
  const local = openLocalFolder(folder)
  const contents: Blob[] = []
  for (let number = 1; number <= 8; number++)
    contents.push(await local.put(agencyId, bytesOf(Buffer.from(`catatan ${number} ${folder}`))))
  if (withFilm) contents.push(await local.put(agencyId, bytesOf(Buffer.alloc(11 * mebibyte, folder))))
  const options = { prefix: randomUUID(), spoolFolder: freshFolder(), partSize: 5 * mebibyte }
  return { folder, local, contents, options, bucket: openS3Bucket(behind, options) }
}

const move = (from: Blobs, to: Blobs, but: Partial<Move> = {}) =>
  moveBlobs({
    ...{ from, to, isDeleted: false, stopped: new AbortController().signal },
    ...{ placed: async () => undefined, progress: () => undefined, ...but },
  })

async function held(blobs: Blobs): Promise<string[]> {
  const found: string[] = []
  for await (const { sha256 } of blobs.list(agencyId)) found.push(sha256)
  return found.sort()
}

const hashesOf = (contents: Blob[]) => contents.map(({ sha256 }) => sha256).sort()

/** Each is found and whole, wherever it lies. */
async function expectReadable(blobs: Blobs, contents: Blob[]) {
  for (const { sha256, size } of contents) expect(await digest(blobs.open(agencyId, sha256))).toEqual({ sha256, size })
}

it('puts all into the other storage, and back, and says how far it has come', async () => {
  const { local, bucket, contents } = await makePlaces()
  const placed: string[] = []
  const seen: number[] = []
  const there = await move(local, bucket, {
    placed: async (_, sha256) => void placed.push(sha256),
    progress: ({ done }) => void seen.push(done),
  })
  expect(there).toMatchObject({ total: 8, done: 8, put: 8, removed: 0, spoilt: [] })
  expect([there.bytes, seen.at(-1)]).toEqual([there.totalBytes, 8])
  expect(placed.sort()).toEqual(hashesOf(contents))
  await expectReadable(bucket, contents)
  expect(await move(local, bucket)).toMatchObject({ done: 8, put: 0, removed: 0 })
  expect(await held(local)).toEqual(hashesOf(contents))
  const fresh = openLocalFolder(freshFolder())
  expect(await move(bucket, fresh, { isDeleted: true })).toMatchObject({ put: 8, removed: 8 })
  await expectReadable(fresh, contents)
  expect(await held(bucket)).toEqual([])
})

it('is read by everybody all the while, and goes on after a kill where it stood', async () => {
  const { folder, local, contents, options, bucket } = await makePlaces({ withFilm: true })
  let kill: () => void = () => undefined
  const endpoint = await startBetween(behind, ({ url = '' }) => {
    if (url.includes('partNumber=2')) kill()
    return false
  })
  const what = JSON.stringify({ folder, place: { ...behind, endpoint }, options })
  const child = spawn(process.execPath, ['test/support/mover.ts', what], { stdio: ['ignore', 'ignore', 'inherit'] })
  afterFile(() => child.kill('SIGKILL'))
  kill = () => child.kill('SIGKILL')
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')

  // Some may be on either side; none is on neither, and none is half.
  const both = joinBlobs([bucket, local])
  await expectReadable(both, contents)
  for (const sha256 of await held(bucket)) expect((await digest(bucket.open(agencyId, sha256))).sha256).toBe(sha256)
  expect(await held(local)).toContain(contents.at(-1)?.sha256)

  const first = new AbortController()
  const stoppedEarly = await move(local, bucket, {
    isDeleted: true,
    stopped: first.signal,
    progress: () => first.abort(),
  })
  expect(stoppedEarly.done).toBeLessThanOrEqual(4)
  await expectReadable(both, contents)
  const rest = await move(local, bucket, { isDeleted: true })
  expect(rest.removed).toBe(rest.total)
  expect([await held(local), await held(bucket)]).toEqual([[], hashesOf(contents)])
  await expectReadable(both, contents)
})

it('leaves what the disk has spoilt where it is, and says so', async () => {
  const { folder, local, bucket, contents } = await makePlaces()
  const [{ sha256 = '' } = {}] = contents
  const kept = path.join(folder, agencyId, sha256)
  await chmod(kept, 0o600)
  await writeFile(kept, 'lain')
  const moved = await move(local, bucket, { isDeleted: true })
  expect(moved).toMatchObject({ put: 7, removed: 7, spoilt: [{ agencyId, sha256 }] })
  expect(await held(local)).toEqual([sha256])
  expect(await bucket.sizeOf(agencyId, sha256)).toBeUndefined()
})

it('gives up nothing for a content that is not whole in the target', async () => {
  const { local, bucket, contents } = await makePlaces()
  await move(local, bucket)
  const [one] = contents
  if (!one) throw new Error('nothing was put')
  // Of the same size, so that only reading it tells.
  const other = Buffer.alloc(one.size, 'x')
  const lying: Blobs = {
    ...bucket,
    open: (agency, sha256, range) =>
      sha256 === one.sha256 ? (bytesOf(other) as ReturnType<Blobs['open']>) : bucket.open(agency, sha256, range),
  }
  const moved = await move(local, lying, { isDeleted: true })
  expect(moved.spoilt).toEqual([{ agencyId, sha256: one.sha256 }])
  expect(await held(local)).toEqual([one.sha256])
})

it('tells of each content before the source gives it up', async () => {
  const { local, bucket, contents } = await makePlaces()
  const there: (number | undefined)[] = []
  await move(local, bucket, {
    isDeleted: true,
    placed: async (agency, sha256) => void there.push(await local.sizeOf(agency, sha256)),
  })
  expect(there.toSorted()).toEqual(contents.map(({ size }) => size).toSorted())
  expect(await held(local)).toEqual([])
})

it('gives up nothing that could not be told, and ends when all that had begun has ended', async () => {
  const { local, bucket, contents } = await makePlaces()
  let [told, atIt] = [0, 0]
  const away = Promise.withResolvers<void>()
  const moving = move(local, bucket, {
    isDeleted: true,
    placed: async () => {
      told += 1
      if (told === 1) throw new Error('the database is away')
      atIt += 1
      // The others are at it when the first fails, and have not ended.
      await away.promise
      atIt -= 1
    },
  })
  let isEnded = false
  const ended = moving
    .catch((error) => error)
    .finally(() => {
      isEnded = true
    })
  await expect.poll(() => atIt).toBe(3)
  expect(isEnded).toBe(false)
  away.resolve()
  expect(await ended).toMatchObject({ message: 'the database is away' })
  expect([told, atIt]).toEqual([4, 0])
  expect(await held(local)).toHaveLength(contents.length - 3)
})
