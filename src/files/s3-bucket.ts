import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { piecesOf } from '#documents/xml.ts'
import { absent } from '#kit/disk.ts'
import { type Blobs, isAgency, isDigest, keyOf, type Range } from './blobs.ts'
import { digest, OtherBytes, writeHashed } from './hashing.ts'
import { openS3Client, type S3Client, type S3Place, S3Refused } from './s3-client.ts'
import { uploadFile } from './s3-upload.ts'
import { openSpool } from './spool.ts'

const part = 1_048_576
/** Seconds for which an address that was handed out is good: until the browser has asked for it, not longer. */
const addressLasts = 300
/** How often a stream goes on where its line broke. */
const resumptions = 3

export type S3Options = {
  /** Before the keys, so that several stores share a bucket. */
  prefix: string
  /** A folder of this machine in which files lie on their way. */
  spoolFolder: string
  /** Bytes that are sent at once; tests send less. */
  partSize?: number
  /** Keys that one listing tells; tests ask for fewer. */
  pageSize?: number
}

/** Blobs in an S3 bucket: `prefix/<agency>/<sha256>`. */
export function openS3Bucket(place: S3Place, { prefix, spoolFolder, partSize, pageSize = 1000 }: S3Options): Blobs {
  const client = openS3Client(place)
  const spool = openSpool(spoolFolder)
  const objectOf = (agencyId: string, sha256: string) => `${prefix}/${keyOf(agencyId, sha256)}`

  async function sizeOf(agencyId: string, sha256: string): Promise<number | undefined> {
    const answer = await client.send({ method: 'HEAD', key: objectOf(agencyId, sha256) }).catch(absent)
    return answer && Number(answer.headers.get('content-length'))
  }

  async function putFile(agencyId: string, file: string) {
    const blob = await digest(createReadStream(file, { highWaterMark: part }))
    await uploadFile(client, objectOf(agencyId, blob.sha256), file, blob, partSize)
    return blob
  }

  const listing = (under: string, more: Record<string, string> = {}) =>
    listObjects(client, { prefix: under, 'max-keys': String(pageSize), ...more })

  return {
    // Its key is known only when its last byte is: it waits on this machine until then.
    put: (agencyId, source) =>
      spool.use(async (file) => {
        await writeHashed(file, source, 0o600)
        return putFile(agencyId, file)
      }),

    putFile,

    sizeOf,

    open(agencyId, sha256, range) {
      const key = objectOf(agencyId, sha256)
      return Readable.from(read(client, key, range), { objectMode: false, highWaterMark: part })
    },

    withLocalCopy: (agencyId, sha256, work) =>
      spool.use(async (file) => {
        const written = await writeHashed(file, read(client, objectOf(agencyId, sha256)), 0o600)
        if (written.sha256 !== sha256) throw new OtherBytes(`The storage gave other bytes than ${sha256}`)
        return work(file)
      }),

    copySizeOf: async (agencyId, sha256) => (await sizeOf(agencyId, sha256)) ?? 0,

    async remove(agencyId, sha256) {
      await client.send({ method: 'DELETE', key: objectOf(agencyId, sha256) })
    },

    async *list(agencyId) {
      for await (const { Key = '', Size, LastModified = '' } of listing(`${prefix}/${agencyId}/`)) {
        const sha256 = Key.slice(Key.lastIndexOf('/') + 1)
        if (isDigest(sha256)) yield { sha256, size: Number(Size), putAt: new Date(LastModified) }
      }
    },

    async tidy(before) {
      await spool.tidy(before)
      await abortUploads(client, prefix, before)
    },

    async agencies() {
      const found: string[] = []
      for await (const { Prefix = '' } of listing(`${prefix}/`, { delimiter: '/' }))
        found.push(Prefix.slice(prefix.length + 1, -1))
      return found.filter(isAgency)
    },

    ...(place.isDirect && {
      async addressOf(agencyId, sha256, { contentType, disposition }) {
        if ((await sizeOf(agencyId, sha256)) === undefined) return undefined
        const as = { 'response-content-type': contentType, 'response-content-disposition': disposition }
        return client.sign(objectOf(agencyId, sha256), as, addressLasts)
      },
    }),
  }
}

/** Reads an object, and goes on where it stood when the line breaks: a film takes longer than lines hold. */
async function* read(client: S3Client, key: string, range: Range = { first: 0, last: Infinity }) {
  let { first } = range
  for (let broken = 0; first <= range.last; ) {
    try {
      for await (const bytes of await bodyOf(client, key, { first, last: range.last })) {
        // Asked for one byte, some storages give all that follow too.
        const asked = bytes.subarray(0, range.last - first + 1)
        first += asked.length
        broken = 0
        yield asked
        if (first > range.last) return
      }
      return
    } catch (error) {
      broken += 1
      if (error instanceof S3Refused || broken > resumptions) throw error
    }
  }
}

async function bodyOf(client: S3Client, key: string, { first, last }: Range): Promise<AsyncIterable<Uint8Array>> {
  const isWhole = first === 0 && last === Infinity
  const headers = isWhole ? {} : { range: `bytes=${first}-${last === Infinity ? '' : last}` }
  const answer = await client.send({ key, headers })
  if (!isWhole && answer.status !== 206) throw new S3Refused({ key }, answer.status, 'gave more than was asked')
  return answer.body ?? new ReadableStream()
}

type Listed = Partial<Record<string, string>>

/**
 * What lies in the bucket, page after page. The older of the two listings: every storage has it, and its pages go on
 * behind a key, whatever came or went meanwhile.
 */
async function* listObjects(client: S3Client, query: Record<string, string>): AsyncGenerator<Listed> {
  for (let marker = ''; ; ) {
    const { records, isTruncated } = readListing(await (await client.send({ query: { ...query, marker } })).text())
    yield* records
    const last = records.at(-1)
    if (!isTruncated || !last) return
    marker = last.Key ?? last.Prefix ?? ''
  }
}

/** Parts of uploads that never came to their end cost room, and are seen in no listing of objects. */
async function abortUploads(client: S3Client, prefix: string, before: Date): Promise<void> {
  // A storage that cannot list them has its own rule for them (docs/operations.md).
  const answer = await client.send({ query: { uploads: '', prefix: `${prefix}/` } }).catch(unless(501))
  if (!answer) return
  for (const { Key = '', UploadId = '', Initiated = '' } of readListing(await answer.text()).records) {
    if (!Key.startsWith(`${prefix}/`) || !(new Date(Initiated) < before)) continue
    await client.send({ method: 'DELETE', key: Key, query: { uploadId: UploadId } }).catch(unless(404))
  }
}

/** For `.catch`: undefined where the storage refused with this status; any other error goes on. */
const unless = (status: number) => (error: unknown) => {
  if (!(error instanceof S3Refused) || error.status !== status) throw error
  return undefined
}

const recordNames = ['Contents', 'CommonPrefixes', 'Upload']

/** The records of a listing, each as the texts of its elements. */
function readListing(xml: string): { records: Listed[]; isTruncated: boolean } {
  const records: Listed[] = []
  let isTruncated = false
  let record: Listed | undefined
  let text = ''
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'text') {
      text = piece.text
      continue
    }
    if (piece.kind === 'open') {
      if (recordNames.includes(piece.name)) record = {}
      text = ''
      continue
    }
    if (piece.name === 'IsTruncated') isTruncated = text === 'true'
    if (record) record[piece.name] ??= text
    if (record && recordNames.includes(piece.name)) {
      records.push(record)
      record = undefined
    }
  }
  return { records, isTruncated }
}
