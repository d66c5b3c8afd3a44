import { type FileHandle, open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { workApart } from '#documents/work-apart.ts'
import type { Seen } from './judge.ts'
import { lookIntoZip } from './look-into-zip.ts'

const largestText = 10_000_000
const [tab, lineFeed, carriageReturn, del] = [9, 10, 13, 127]

// Runs in a process of its own: see `look`.
workApart(lookInto)

async function lookInto(path: string): Promise<Seen> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const content = (await fileTypeFromFile(path))?.ext ?? ((await isText(file, size)) ? 'text' : null)
    const start = Buffer.alloc(4)
    await file.read(start, 0, 4, 0)
    return {
      content,
      size,
      zip: start.toString('latin1') === 'PK\u0003\u0004' ? await lookIntoZip(file, size) : null,
      container: content === 'cfb' ? await readContainer(file, size) : { hasMacros: false, isLocked: false },
    }
  } finally {
    await file.close()
  }
}

/** Text of whatever encoding with one byte or UTF-8: nothing in it that only machines read. */
async function isText(file: FileHandle, size: number): Promise<boolean> {
  if (size > largestText) return false
  const { buffer } = await file.read(Buffer.alloc(size), 0, size, 0)
  return !buffer.some(
    (byte) => (byte < 32 && byte !== tab && byte !== lineFeed && byte !== carriageReturn) || byte === del,
  )
}

/** Names in the container's directory are UTF-16 in records that no sector cuts, so that they can be looked for. */
async function readContainer(file: FileHandle, size: number): Promise<Seen['container']> {
  const step = 1_048_576
  const macros = Buffer.from('_VBA_PROJECT', 'utf16le')
  const locked = Buffer.from('EncryptedPackage', 'utf16le')
  const found = { hasMacros: false, isLocked: false }
  for (let at = 0; at < size; at += step) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(step), 0, step, at)
    const part = buffer.subarray(0, bytesRead)
    found.hasMacros ||= part.includes(macros)
    found.isLocked ||= part.includes(locked)
  }
  return found
}
