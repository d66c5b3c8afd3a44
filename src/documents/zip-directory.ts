import type { FileHandle } from 'node:fs/promises'

/** What the directory of a ZIP says of one of its files or folders; whoever reads it believes nothing of it. */
export type ZipRecord = {
  name: string
  /** Bytes of the name. */
  nameLength: number
  /** Whether the name is UTF-8, so that it is spelled as it stands there. */
  isSpelled: boolean
  method: number
  packed: number
  size: number
  /** Where its own header stands. */
  offset: number
  isLocked: boolean
  /** What Unix calls it (`S_IFMT` of its mode); 0 where the ZIP does not say. */
  fileType: number
}

export const plainFile = 0o100000
export const symbolicLink = 0o120000

const endOfDirectory = 0x06054b50
const endOfDirectory64 = 0x06064b50
const locator64 = 0x07064b50
const entryOfDirectory = 0x02014b50
const endLength = 22
const locatorLength = 20
const entryLength = 46
const longestComment = 65_535
const unixHost = 3
const typeMask = 0o170000

/**
 * Reads only the directory at the end of a ZIP (APPNOTE 6.3, 4.3.12 to 4.3.16), ZIP64 too: nothing is unpacked.
 * Undefined where none can be read, or it has more than `largest` bytes.
 */
export async function readZipDirectory(
  file: FileHandle,
  size: number,
  largest: number,
): Promise<ZipRecord[] | undefined> {
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
  if (!place || place.length > largest || place.at + place.length > size) return undefined
  const directory = await read(file, place.at, place.length)
  return directory && readRecords(directory, place.count)
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

function readRecords(directory: Buffer, count: number): ZipRecord[] | undefined {
  const records: ZipRecord[] = []
  let at = 0
  for (let number = 0; number < count; number++) {
    if (at + entryLength > directory.length || directory.readUInt32LE(at) !== entryOfDirectory) return undefined
    const nameLength = directory.readUInt16LE(at + 28)
    const extraAt = at + entryLength + nameLength
    const extraEnd = extraAt + directory.readUInt16LE(at + 30)
    const next = extraEnd + directory.readUInt16LE(at + 32)
    if (next > directory.length) return undefined
    const bytes = directory.subarray(at + entryLength, extraAt)
    const name = bytes.toString('utf8')
    const sizes = sizesOf(directory.subarray(extraAt, extraEnd), directory, at)
    if (!sizes) return undefined
    records.push({
      ...{ name, nameLength, isSpelled: Buffer.from(name).equals(bytes), ...sizes },
      method: directory.readUInt16LE(at + 10),
      isLocked: (directory.readUInt16LE(at + 8) & 1) === 1,
      fileType: directory.readUInt8(at + 5) === unixHost ? directory.readUInt16LE(at + 40) & typeMask : 0,
    })
    at = next
  }
  return records
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
