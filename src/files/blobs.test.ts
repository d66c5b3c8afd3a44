import { createHash, randomUUID } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { startS3 } from '#test/s3.ts'
import type { Blobs } from './blobs.ts'
import { bytesOf } from './hashing.ts'
import { openLocalFolder } from './local-folder.ts'
import { openS3Bucket } from './s3-bucket.ts'

const mebibyte = 1_048_576
const bucket = await startS3()
const stores: [string, Blobs][] = [
  ['a folder', openLocalFolder(freshFolder())],
  // Parts of 5 MiB, the least that S3 takes, and a page for every two keys.
  [
    'an S3 bucket',
    openS3Bucket(bucket, { prefix: 'files', spoolFolder: freshFolder(), partSize: 5 * mebibyte, pageSize: 2 }),
  ],
]

const text = (blobs: Blobs, agencyId: string, sha256: string, range?: { first: number; last: number }) =>
  buffer(blobs.open(agencyId, sha256, range)).then(String)

async function all<One>(listed: AsyncIterable<One>): Promise<One[]> {
  const found: One[] = []
  for await (const one of listed) found.push(one)
  return found
}

describe.each(stores)('blobs in %s', (_, blobs) => {
  const agencyId = randomUUID()

  it('gives back what was put, under its SHA-256', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const blob = await blobs.put(agencyId, bytesOf(bytes))
        expect(blob).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length })
        expect(await blobs.sizeOf(agencyId, blob.sha256)).toBe(bytes.length)
        expect(await buffer(blobs.open(agencyId, blob.sha256))).toEqual(Buffer.from(bytes))
      }),
      { numRuns: 20 },
    )
  })

  it('gives the part that is asked for, both ends included', async () => {
    const { sha256 } = await blobs.put(agencyId, bytesOf(Buffer.from('0123456789')))
    await fc.assert(
      fc.asyncProperty(fc.nat(9), fc.nat(9), async (one, other) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)]
        expect(await text(blobs, agencyId, sha256, { first, last })).toBe('0123456789'.slice(first, last + 1))
      }),
      { numRuns: 20, examples: [[0, 0]] },
    )
  })

  it('keeps a file of the machine that is larger than one part, and leaves it where it is', async () => {
    const given = path.join(freshFolder(), 'film')
    const bytes = Buffer.alloc(11 * mebibyte, 'film ')
    await writeFile(given, bytes)
    const first = await blobs.putFile(agencyId, given)
    expect(first).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length })
    expect(await blobs.putFile(agencyId, given)).toEqual(first)
    expect((await buffer(blobs.open(agencyId, first.sha256))).equals(bytes)).toBe(true)
    const range = { first: 5 * mebibyte - 2, last: 5 * mebibyte + 2 }
    expect(await text(blobs, agencyId, first.sha256, range)).toBe(
      bytes.subarray(range.first, range.last + 1).toString(),
    )
  })

  it('keeps nothing of a source that breaks', async () => {
    const agencyId = randomUUID()
    async function* breaking() {
      yield Buffer.from('separuh')
      throw new Error('the line is gone')
    }
    await expect(blobs.put(agencyId, breaking())).rejects.toThrow('the line is gone')
    expect(await all(blobs.list(agencyId))).toEqual([])
  })

  it('hands out a file of this machine for as long as it is worked on', async () => {
    const { sha256 } = await blobs.put(agencyId, bytesOf(Buffer.from('catatan')))
    const read = blobs.withLocalCopy(agencyId, sha256, (file) => readFile(file, 'utf8'))
    expect(await read).toBe('catatan')
  })

  it('lists all of one agency, and the agencies', async () => {
    const [own, other] = [randomUUID(), randomUUID()]
    const began = Date.now()
    const put = []
    for (const word of ['satu', 'dua', 'tiga', 'empat', 'lima'])
      put.push(await blobs.put(own, bytesOf(Buffer.from(word))))
    await blobs.put(other, bytesOf(Buffer.from('lain')))
    const found = await all(blobs.list(own))
    expect(new Map(found.map(({ sha256, size }) => [sha256, size]))).toEqual(
      new Map(put.map(({ sha256, size }) => [sha256, size])),
    )
    expect(found).toHaveLength(put.length)
    // Storages count whole seconds.
    for (const { putAt } of found) expect(putAt.getTime()).toBeGreaterThanOrEqual(began - 2000)
    expect(await blobs.agencies()).toEqual(expect.arrayContaining([own, other]))
  })

  it('takes away one, and says that it is not there; what is not there breaks like a missing file', async () => {
    const { sha256 } = await blobs.put(agencyId, bytesOf(Buffer.from('sementara')))
    await blobs.remove(agencyId, sha256)
    await blobs.remove(agencyId, sha256)
    expect(await blobs.sizeOf(agencyId, sha256)).toBeUndefined()
    await expect(text(blobs, agencyId, sha256)).rejects.toMatchObject({ code: 'ENOENT' })
    const copied = blobs.withLocalCopy(agencyId, sha256, (file) => stat(file))
    await expect(copied).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('goes nowhere outside its store', () => {
    expect(() => blobs.open('..', 'a'.repeat(64))).toThrow('No key')
    expect(() => blobs.open(agencyId, '../secret')).toThrow('No key')
  })
})
