import { createHash, randomUUID } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { type Meet, startBetween, startS3 } from '#test/s3.ts'
import { bytesOf } from './hashing.ts'
import { openS3Bucket } from './s3-bucket.ts'
import { openS3Client } from './s3-client.ts'
import { partSizeOf } from './s3-upload.ts'

const mebibyte = 1_048_576
const behind = await startS3()
const agencyId = randomUUID()

/** What meets each request on its way to the storage: true when it answered itself. */
let meet: Meet = () => false
const place = { ...behind, endpoint: await startBetween(behind, (asked, answer) => meet(asked, answer)) }
const spoolFolder = freshFolder()
const blobs = openS3Bucket(place, { prefix: 'files', spoolFolder, partSize: 5 * mebibyte })

async function makeFilm(): Promise<{ file: string; bytes: Buffer; sha256: string }> {
  const file = path.join(freshFolder(), 'film')
  const bytes = Buffer.alloc(11 * mebibyte, randomUUID())
  await writeFile(file, bytes)
  return { file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

describe('an upload of parts', () => {
  it('is seen under its key only when it is whole, and takes its parts back when it cannot be', async () => {
    const { file, sha256 } = await makeFilm()
    const seen: (number | undefined)[] = []
    let given = ''
    let taken = ''
    meet = ({ url = '', method }, answer) => {
      if (method === 'DELETE') taken = url
      if (!url.includes('partNumber=2')) return false
      given = new URL(url, 'http://s3').searchParams.get('uploadId') ?? ''
      answer.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>')
      return true
    }
    await expect(blobs.putFile(agencyId, file)).rejects.toThrow('403 AccessDenied')
    seen.push(await blobs.sizeOf(agencyId, sha256))
    meet = () => false
    await blobs.putFile(agencyId, file)
    seen.push(await blobs.sizeOf(agencyId, sha256))
    expect(seen).toEqual([undefined, 11 * mebibyte])
    expect(taken).toContain(`uploadId=${given}`)
  })

  it('is refused when its last word fails under the status of a success', async () => {
    const { file } = await makeFilm()
    meet = ({ url = '', method }, answer) => {
      if (method !== 'POST' || url.includes('uploads')) return false
      answer.writeHead(200).end('<?xml version="1.0"?><Error><Code>InternalError</Code></Error>')
      return true
    }
    await expect(blobs.putFile(agencyId, file)).rejects.toThrow('InternalError')
  })

  it.each([
    [1, 16],
    [20e9, 16],
    [500e9, 53],
  ])('of %d bytes has parts of %d MiB, and never too many', (size, mebibytes) => {
    expect(partSizeOf(size)).toBe(mebibytes * mebibyte)
    expect(size / partSizeOf(size)).toBeLessThan(10_000)
  })
})

describe('a bad line', () => {
  it('is tried again where the storage is busy', async () => {
    let refusals = 2
    meet = (_, answer) => {
      if (refusals === 0) return false
      refusals -= 1
      answer.writeHead(503).end('<Error><Code>SlowDown</Code></Error>')
      return true
    }
    const { sha256 } = await blobs.put(agencyId, bytesOf(Buffer.from('sibuk')))
    expect(await blobs.sizeOf(agencyId, sha256)).toBe(5)
  })

  it('that breaks within a film goes on where it stood', async () => {
    meet = () => false
    const { file, bytes, sha256 } = await makeFilm()
    await blobs.putFile(agencyId, file)
    const asked: (string | undefined)[] = []
    meet = ({ method, headers }, answer) => {
      if (method !== 'GET') return false
      asked.push(headers.range)
      if (asked.length > 1) return false
      answer.writeHead(200, { 'content-length': String(bytes.length) })
      answer.write(bytes.subarray(0, 3 * mebibyte), () => answer.destroy())
      return true
    }
    expect((await buffer(blobs.open(agencyId, sha256))).equals(bytes)).toBe(true)
    expect(asked).toHaveLength(2)
    expect(asked[1]).toMatch(/^bytes=[1-9]\d*-$/)
  })

  it('with other bytes than the hash says gives nobody a copy to work on', async () => {
    meet = () => false
    const { sha256 } = await blobs.put(agencyId, bytesOf(Buffer.from('asli')))
    meet = ({ method }, answer) => {
      if (method !== 'GET') return false
      answer.end('asla')
      return true
    }
    await expect(blobs.withLocalCopy(agencyId, sha256, async () => 'worked')).rejects.toThrow('other bytes')
    expect(await readdir(spoolFolder)).toEqual([])
    meet = () => false
  })
})

it('a storage that nobody answers for is said, and no missing file', async () => {
  const away = openS3Bucket({ ...behind, endpoint: 'http://127.0.0.1:1' }, { prefix: 'files', spoolFolder })
  await expect(away.sizeOf(agencyId, 'a'.repeat(64))).rejects.toMatchObject({ status: 0, code: 'no answer' })
})

it('a bucket that is not there is no missing file, and no error tells the key', async () => {
  const other = openS3Bucket({ ...behind, bucket: 'lain' }, { prefix: 'files', spoolFolder })
  const refusal = await other.agencies().catch((error) => error)
  expect(refusal).toMatchObject({ code: 'NoSuchBucket' })
  expect(`${refusal.message} ${JSON.stringify(refusal)}`).not.toContain(behind.secretAccessKey)
})

it('takes away parts of uploads that were never ended, and of this store alone', async () => {
  const gone: string[] = []
  const upload = (key: string, initiated: string) =>
    `<Upload><Key>${key}</Key><UploadId>u-${key}</UploadId><Initiated>${initiated}</Initiated></Upload>`
  meet = ({ url = '', method }, answer) => {
    if (method === 'DELETE') gone.push(url.replace(/^\/rintis\//, ''))
    const listed = [
      upload('files/a/1', '2026-11-20T00:00:00Z'),
      upload('files/a/2', '2026-11-24T00:00:00Z'),
      upload('other/a/3', '2026-11-20T00:00:00Z'),
    ]
    answer.end(`<ListMultipartUploadsResult>${listed.join('')}</ListMultipartUploadsResult>`)
    return true
  }
  await blobs.tidy(new Date('2026-11-23T00:00:00Z'))
  meet = () => false
  expect(gone).toEqual(['files/a/1?uploadId=u-files%2Fa%2F1'])
})

it('an address of the storage is signed for a download alone', async () => {
  const { sha256 } = await blobs.put(agencyId, bytesOf(Buffer.from('unduhan')))
  const as = { contentType: 'application/pdf', disposition: `attachment; filename="a b.pdf"; filename*=UTF-8''a%20b` }
  const address = (await blobs.addressOf?.(agencyId, sha256, as)) ?? ''
  const answer = await fetch(address, { headers: { range: 'bytes=2-4' } })
  expect([answer.status, await answer.text()]).toEqual([206, 'duh'])
  expect(answer.headers.get('content-disposition')).toBe(as.disposition)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(new URL(address).searchParams.get('X-Amz-Expires')).toBe('300')
  expect(await blobs.addressOf?.(agencyId, 'a'.repeat(64), as)).toBeUndefined()
})

it('addresses a bucket by name of the host where paths are not asked for', async () => {
  const amazon = openS3Client({ ...behind, endpoint: undefined, region: 'ap-southeast-3', forcePathStyle: false })
  expect(await amazon.sign('files/a', {}, 60)).toMatch(
    /^https:\/\/rintis\.s3\.ap-southeast-3\.amazonaws\.com\/files\/a\?/,
  )
})
