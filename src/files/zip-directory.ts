import type { FileHandle } from 'node:fs/promises'
import type { ZipSeen } from './judge.ts'

const endOfDirectory = 0x06054b50
const entryOfDirectory = 0x02014b50
const endLength = 22
const entryLength = 46
const longestComment = 65_535
const largestDirectory = 16_000_000
const unixHost = 3
const typeMask = 0o170000
const symbolicLink = 0o120000

/** Reads only the directory at the end of a ZIP (APPNOTE 6.3, 4.3.12 to 4.3.16): nothing is unpacked. */
export async function readZipDirectory(file: FileHandle, size: number): Promise<ZipSeen> {
  const seen: ZipSeen = { entries: 0, unpacked: 0, flaw: null, hasMacros: false }
  const tail = await bytesAt(file, Math.max(0, size - endLength - longestComment), endLength + longestComment)
  const at = findEnd(tail)
  if (at < 0) return { ...seen, flaw: 'unreadable' }
  const count = tail.readUInt16LE(at + 10)
  const length = tail.readUInt32LE(at + 12)
  const offset = tail.readUInt32LE(at + 16)
  // 0xffff and 0xffffffff announce ZIP64, which no office document of a size that we take needs.
  if (count === 0xffff || length > largestDirectory || offset + length > size) return { ...seen, flaw: 'unreadable' }
  return readEntries(await bytesAt(file, offset, length), count, seen)
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - endLength; at >= 0; at--) if (tail.readUInt32LE(at) === endOfDirectory) return at
  return -1
}

function readEntries(directory: Buffer, count: number, seen: ZipSeen): ZipSeen {
  let at = 0
  for (let number = 0; number < count; number++) {
    if (at + entryLength > directory.length || directory.readUInt32LE(at) !== entryOfDirectory)
      return { ...seen, flaw: 'unreadable' }
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + entryLength, at + entryLength + nameLength)
    const host = directory.readUInt8(at + 5)
    const mode = directory.readUInt16LE(at + 40)
    seen.entries++
    seen.unpacked += directory.readUInt32LE(at + 24)
    seen.hasMacros ||= /(^|\/)vbaProject\.bin$/i.test(name) || /^Basic\/.+\.xml$/i.test(name)
    if (host === unixHost && (mode & typeMask) === symbolicLink) seen.flaw ??= 'link'
    if (/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name)) seen.flaw ??= 'outside'
    if (directory.readUInt16LE(at + 8) & 1) seen.flaw ??= 'locked'
    at += entryLength + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return seen
}
