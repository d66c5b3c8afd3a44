import type { FileHandle } from 'node:fs/promises'
import { readZipDirectory, symbolicLink } from '#documents/zip-directory.ts'
import type { ZipSeen } from './judge.ts'

/** Of more files than any office document has. */
const largestDirectory = 16_000_000

/** What there is to be judged in the directory of a ZIP. */
export async function lookIntoZip(file: FileHandle, size: number): Promise<ZipSeen> {
  const seen: ZipSeen = { entries: 0, unpacked: 0, flaw: null, hasMacros: false }
  const records = await readZipDirectory(file, size, largestDirectory)
  if (!records) return { ...seen, flaw: 'unreadable' }
  for (const { name, size: unpacked, isLocked, fileType } of records) {
    seen.entries++
    seen.unpacked += unpacked
    seen.hasMacros ||= /(^|\/)vbaProject\.bin$/i.test(name) || /^Basic\/.+\.xml$/i.test(name)
    if (fileType === symbolicLink) seen.flaw ??= 'link'
    if (/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name)) seen.flaw ??= 'outside'
    if (isLocked) seen.flaw ??= 'locked'
  }
  return seen
}
