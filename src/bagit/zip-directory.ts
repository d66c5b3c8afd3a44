import type { FileHandle } from 'node:fs/promises'
import type { Flaw } from './flaw.ts'

/** A file of a ZIP, as its directory tells of it. */
export type Entry = {
  name: string
  /** Bytes of the name in UTF-8. */
  nameLength: number
  method: number
  packed: number
  size: number
  /** Where its own header stands. */
  offset: number
  flaw: Flaw['why'] | null
}

const endOfDirectory = 0x06054b50
const endOfDirectory64 = 0x06064b50
const locator64 = 0x07064b50
const entryOfDirectory = 0x02014b50
const endLength = 22
const locatorLength = 20
const entryLength = 46
const longestComment = 65_535
/** Of more than a million files. */
const largestDirectory = 256 * 1_048_576
const unixHost = 3
const typeMask = 0o170000
const plainFile = 0o100000

const stored = 0
const deflated = 8
export const isStored = ({ method }: Entry): boolean => method === stored

/** Reads the directory at the end of a ZIP (APPNOTE 6.3, 4.3.12 to 4.3.16), ZIP64 too; undefined where none can be read. */
export async function readDirectory(file: FileHandle, size: number): Promise<Entry[] | undefined> {
  const tailAt = Math.max(0, size - endLength - longestComment)
  const tail = await read(file, tailAt, size - tailAt)
  const end = tail && findEnd(tail)
  if (!tail || end === undefined || end < 0) return undefined
  const plain = {
    count: tail.readUInt16LE(end + 10),
    length: tail.readUInt32LE(end + 12),
    at: tail.readUInt32LE(end + 16),
  }
  const isBeyond = plain.count === 0xffff || plain.length === 0xffffffff || plain.at === 0xffffffff
  const place = isBeyond ? await findEnd64(file, tailAt + end, size) : plain
  if (!place || place.length > largestDirectory || place.at + place.length > size) return undefined
  const directory = await read(file, place.at, place.length)
  return directory && readEntries(directory, place.count)
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer | undefined> {
  if (position < 0 || length < 0) return undefined
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return bytesRead === length ? buffer : undefined
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - endLength; at >= 0; at--) if (tail.readUInt32LE(at) === endOfDirectory) return at
  return -1
}

async function findEnd64(file: FileHandle, end: number, size: number) {
  const locator = await read(file, end - locatorLength, locatorLength)
  if (locator?.readUInt32LE(0) !== locator64) return undefined
  const at = Number(locator.readBigUInt64LE(8))
  const record = at + 56 <= size ? await read(file, at, 56) : undefined
  if (record?.readUInt32LE(0) !== endOfDirectory64) return undefined
  const [count, length, start] = [32, 40, 48].map((field) => Number(record.readBigUInt64LE(field)))
  return { count: count ?? 0, length: length ?? 0, at: start ?? 0 }
}

function readEntries(directory: Buffer, count: number): Entry[] | undefined {
  const entries: Entry[] = []
  let at = 0
  for (let number = 0; number < count; number++) {
    if (at + entryLength > directory.length || directory.readUInt32LE(at) !== entryOfDirectory) return undefined
    const nameLength = directory.readUInt16LE(at + 28)
    const extraAt = at + entryLength + nameLength
    const next = extraAt + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    if (next > directory.length) return undefined
    const bytes = directory.subarray(at + entryLength, extraAt)
    const name = bytes.toString('utf8')
    const flaw = flawOf(directory, at) ?? (Buffer.from(name).equals(bytes) ? null : 'unreadable')
    const sizes = sizesOf(directory.subarray(extraAt, extraAt + directory.readUInt16LE(at + 30)), directory, at)
    if (!sizes) return undefined
    // A folder's own entry holds nothing.
    if (!name.endsWith('/')) entries.push({ name, nameLength, method: directory.readUInt16LE(at + 10), ...sizes, flaw })
    else if (sizes.size > 0) return undefined
    at = next
  }
  return entries
}

function flawOf(directory: Buffer, at: number): Flaw['why'] | null {
  if (directory.readUInt16LE(at + 8) & 1) return 'locked'
  const type = directory.readUInt16LE(at + 40) & typeMask
  const isFolder = directory.readUInt8(at + entryLength + directory.readUInt16LE(at + 28) - 1) === 0x2f
  if (directory.readUInt8(at + 5) === unixHost && type !== 0 && type !== plainFile && !isFolder) return 'link'
  return [stored, deflated].includes(directory.readUInt16LE(at + 10)) ? null : 'packed'
}

/** Sizes and place; where they are beyond 32 bits they stand in the extra field of ZIP64 (4.5.3), in this order. */
function sizesOf(extra: Buffer, directory: Buffer, at: number) {
  const fields = { size: at + 24, packed: at + 20, offset: at + 42 }
  const long = longFields(extra)
  const sizes = { size: 0, packed: 0, offset: 0 }
  for (const name of ['size', 'packed', 'offset'] as const) {
    const short = directory.readUInt32LE(fields[name])
    const value = short === 0xffffffff ? long.shift() : short
    if (value === undefined || value > Number.MAX_SAFE_INTEGER) return undefined
    sizes[name] = value
  }
  return sizes
}

function longFields(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    return Array.from({ length: Math.min(3, Math.floor(field.length / 8)) }, (_, n) =>
      Number(field.readBigUInt64LE(n * 8)),
    )
  }
  return []
}
