import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { Blob } from './blobs.ts'
import { type S3Client, S3Refused } from './s3-client.ts'

const mebibyte = 1_048_576
/** Held in memory while it is sent. */
const usualPart = 16 * mebibyte
/** S3 takes ten thousand parts of an object; some room is left. */
const mostParts = 9_000

/** Bytes of each part but the last; what fits into one is no upload of parts. */
export const partSizeOf = (size: number, usual = usualPart): number =>
  Math.max(usual, Math.ceil(size / mostParts / mebibyte) * mebibyte)

/**
 * Sends a file that was hashed to its key. It is there whole or not at all: one request, or parts that appear under
 * the key only when the last word is said, which is not said where the bytes that were sent are not those of the hash.
 */
export async function uploadFile(
  client: S3Client,
  key: string,
  path: string,
  { sha256, size }: Blob,
  usual?: number,
): Promise<void> {
  const partSize = partSizeOf(size, usual)
  const file = await open(path)
  try {
    if (size > partSize) await uploadParts(client, key, file, { sha256, size, partSize })
    else await client.send({ method: 'PUT', key, body: same(await readPart(file, 0, size), sha256) })
  } finally {
    await file.close()
  }
}

async function uploadParts(
  client: S3Client,
  key: string,
  file: FileHandle,
  { sha256, size, partSize }: Blob & { partSize: number },
): Promise<void> {
  const begun = await client.send({ method: 'POST', key, query: { uploads: '' } })
  const uploadId = textIn(await begun.text(), 'UploadId')
  const hash = createHash('sha256')
  const tags: string[] = []
  try {
    for (let at = 0; at < size; at += partSize) {
      const body = await readPart(file, at, Math.min(partSize, size - at))
      hash.update(body)
      const query = { partNumber: String(tags.length + 1), uploadId }
      tags.push((await client.send({ method: 'PUT', key, query, body })).headers.get('etag') ?? '')
    }
    if (hash.digest('hex') !== sha256) throw changed(sha256)
    await complete(client, key, uploadId, tags)
  } catch (error) {
    await client.send({ method: 'DELETE', key, query: { uploadId } }).catch(() => undefined)
    throw error
  }
}

async function complete(client: S3Client, key: string, uploadId: string, tags: string[]): Promise<void> {
  const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`)
  const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`)
  const said = await (await client.send({ method: 'POST', key, query: { uploadId }, body })).text()
  // The answer begins before the parts are joined, so that a failure comes with the status of a success.
  if (said.includes('<Error>')) throw new S3Refused({ method: 'POST', key }, 200, textIn(said, 'Code'))
}

function same(bytes: Buffer<ArrayBuffer>, sha256: string): Buffer<ArrayBuffer> {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw changed(sha256)
  return bytes
}

const changed = (sha256: string) => new Error(`The file changed while it was kept: it is no longer ${sha256}`)

async function readPart(file: FileHandle, at: number, size: number): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.alloc(size)
  for (let read = 0; read < size; ) {
    const { bytesRead } = await file.read(bytes, read, size - read, at + read)
    if (bytesRead === 0) return bytes.subarray(0, read)
    read += bytesRead
  }
  return bytes
}

const textIn = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
