import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { plainFile, readZipDirectory, type ZipRecord } from '#documents/zip-directory.ts'
import { isCode } from '#kit/disk.ts'
import type { BagReader } from './bag-reader.ts'
import type { Flaw } from './flaw.ts'
import { flawOfPath } from './manifest.ts'

/** What a ZIP holds is not what its directory says. */
export class DamagedEntry extends Error {}

/** Films hardly get smaller by packing: what grows so much was made to fill a disk. */
const growsAtMost = 100
const growsFreely = 1_000_000_000
/** Of more than a million files. */
const largestDirectory = 256 * 1_048_576
const stored = 0
const deflated = 8
const localLength = 30
const localHeader = 0x04034b50

/**
 * A bag in a ZIP of one folder (RFC 8493, 4), read where it lies: stored or deflated, ZIP64 too. Names, links, locks,
 * overlaps and sizes are judged by the directory before anything is read, and each entry is held to its size.
 */
export async function readZip(file: string, size: number): Promise<BagReader> {
  const handle = await open(file)
  try {
    const records = await readZipDirectory(handle, size, largestDirectory)
    // A folder's own entry holds nothing.
    if (records === undefined || records.some((one) => isFolder(one) && one.size > 0))
      return empty([{ why: 'no-zip', path: file }])
    const entries = records.filter((one) => !isFolder(one))
    const flaws = flawsOf(entries, size)
    if (flaws.length > 0) return empty(flaws)
    const root = rootOf(entries)
    const named = new Map(entries.map((entry) => [entry.name.slice(root.length), entry]))
    const files = new Map([...named].map(([name, entry]) => [name, entry.size]))
    return { files, flaws: [], open: (inBag) => unpacked(file, named.get(inBag)) }
  } finally {
    await handle.close()
  }
}

const empty = (flaws: Flaw[]): BagReader => ({
  files: new Map(),
  flaws,
  open: () => {
    throw new DamagedEntry('nothing is in it')
  },
})

const isFolder = ({ name }: ZipRecord): boolean => name.endsWith('/')

function flawOf({ isLocked, fileType, method, isSpelled }: ZipRecord): Flaw['why'] | null {
  if (isLocked) return 'locked'
  if (fileType !== 0 && fileType !== plainFile) return 'link'
  if (method !== stored && method !== deflated) return 'packed'
  return isSpelled ? null : 'unreadable'
}

const rootOf = ([first]: readonly ZipRecord[]) => `${first?.name.split('/')[0] ?? ''}/`

function flawsOf(entries: readonly ZipRecord[], size: number): Flaw[] {
  const flaws: Flaw[] = []
  const root = rootOf(entries)
  const seen = new Set<string>()
  for (const entry of entries) {
    const { name } = entry
    const why =
      flawOf(entry) ?? flawOfPath(name) ?? (name.startsWith(root) ? null : 'roots') ?? (seen.has(name) ? 'clash' : null)
    if (why !== null) flaws.push({ why, path: name })
    seen.add(name)
  }
  const total = entries.reduce((sum, one) => sum + one.size, 0)
  if (total > growsFreely && total > size * growsAtMost) flaws.push({ why: 'bomb', path: root })
  const placed = entries.toSorted((a, b) => a.offset - b.offset)
  for (const [at, { offset, nameLength, packed, name }] of placed.entries()) {
    const next = placed[at + 1]?.offset ?? size
    if (offset + localLength + nameLength + packed > next) flaws.push({ why: 'overlap', path: name })
  }
  return flaws
}

/** The bytes of an entry, part by part, and no more of them than it says. */
async function* unpacked(file: string, entry: ZipRecord | undefined): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw new DamagedEntry('no such entry')
  const start = await dataOf(file, entry)
  let size = 0
  try {
    for await (const part of entry.packed === 0 ? [] : bytesOf(file, entry, start)) {
      size += part.length
      if (size > entry.size) throw new DamagedEntry(`${entry.name} is longer than it says`)
      yield part
    }
  } catch (error) {
    if (['Z_DATA_ERROR', 'Z_BUF_ERROR', 'Z_NEED_DICT'].some((code) => isCode(error, code)))
      throw new DamagedEntry(`${entry.name} cannot be unpacked`)
    throw error
  }
  if (size !== entry.size) throw new DamagedEntry(`${entry.name} is shorter than it says`)
}

function bytesOf(file: string, entry: ZipRecord, start: number): AsyncIterable<Uint8Array> {
  const bytes = createReadStream(file, { start, end: start + entry.packed - 1, highWaterMark: 1_048_576 })
  // What breaks it reaches whoever reads it: the callback has nothing to add.
  return entry.method === stored ? bytes : pipeline(bytes, createInflateRaw(), () => undefined)
}

/** Where its bytes begin: behind a header of its own, which must bear the same name. */
async function dataOf(file: string, { offset, name, nameLength }: ZipRecord): Promise<number> {
  const handle = await open(file)
  try {
    const header = await bytesAt(handle, offset, localLength + nameLength)
    const isSame =
      header.length === localLength + nameLength &&
      header.readUInt32LE(0) === localHeader &&
      header.readUInt16LE(26) === nameLength &&
      header.toString('utf8', localLength) === name
    if (!isSame) throw new DamagedEntry(`${name} is not where the directory says`)
    return offset + localLength + nameLength + header.readUInt16LE(28)
  } finally {
    await handle.close()
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
