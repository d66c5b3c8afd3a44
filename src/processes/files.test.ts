import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { readEnvironment } from '#environment'
import { type Blobs, bytesOf, openLocalFolder } from '#files'
import { freshFolder } from '#test/folder.ts'
import { startS3 } from '#test/s3.ts'
import { openFiles, openStorages } from './files.ts'
import { pathsOf } from './folder.ts'

const data = freshFolder()
const mirror = freshFolder()
const paths = pathsOf(data)
const bucket = await startS3()
const agencyId = randomUUID()
const named = {
  RINTIS_DATA: data,
  S3_ENDPOINT: bucket.endpoint,
  S3_BUCKET: bucket.bucket,
  S3_ACCESS_KEY_ID: bucket.accessKeyId,
  S3_SECRET_ACCESS_KEY: bucket.secretAccessKey,
  S3_FORCE_PATH_STYLE: '1',
}
const open = (env: Record<string, string | undefined>) => openFiles(readEnvironment({ ...named, ...env }), paths)
const put = async (blobs: Blobs, text: string) => (await blobs.put(agencyId, bytesOf(Buffer.from(text)))).sha256
const read = (blobs: Blobs, sha256: string) => buffer(blobs.open(agencyId, sha256)).then(String)

test('new files go where RINTIS_FILES says, and those in either storage are found under both', async () => {
  const [local, s3] = [open({}), open({ RINTIS_FILES: 's3' })]
  const { local: folder, s3: there } = openStorages(readEnvironment(named), paths)
  const [old, fresh] = [await put(local.blobs, 'di folder'), await put(s3.blobs, 'di wadah')]
  expect([await folder.blobs.sizeOf(agencyId, fresh), await there?.blobs.sizeOf(agencyId, fresh)]).toEqual([
    undefined,
    8,
  ])
  for (const { blobs } of [local, s3])
    expect([await read(blobs, old), await read(blobs, fresh)]).toEqual(['di folder', 'di wadah'])
  const derived = await put(s3.derived, 'turunan')
  expect(await s3.blobs.sizeOf(agencyId, derived)).toBeUndefined()
  expect(await read(local.derived, derived)).toBe('turunan')
})

test('browsers are sent to the bucket only where new files lie there', () => {
  expect(open({}).blobs.addressOf).toBeUndefined()
  expect(open({ RINTIS_FILES: 's3' }).blobs.addressOf).toBeDefined()
  expect(open({ RINTIS_FILES: 's3', S3_DIRECT: '0' }).blobs.addressOf).toBeUndefined()
  expect(open({ S3_BUCKET: undefined }).blobs.addressOf).toBeUndefined()
})

test('what the storage has lost is served from the second copy', async () => {
  const sha256 = await put(openLocalFolder(mirror), 'salinan')
  const { blobs } = open({ RINTIS_FILES: 's3', RINTIS_FILES_MIRROR: mirror })
  expect(await read(blobs, sha256)).toBe('salinan')
  expect(await blobs.sizeOf(agencyId, sha256)).toBeUndefined()
  await expect(read(open({ RINTIS_FILES: 's3' }).blobs, sha256)).rejects.toThrow('404')
})
