import { createReadStream } from 'node:fs'
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'

/** One file of the archive, as its directory tells of it. */
type Entry = { name: Buffer; size: bigint; crc: number; offset: bigint }

/** 1980-01-01: the same files give the same bytes. */
const dosDate = 0x0021
/** Version 4.5 of the format is the first with sizes beyond 4 GB (APPNOTE 6.3, 4.4.3); names are UTF-8 (4.4.4). */
const version = 45
const utf8 = 0x0800
const beyond = 0xffffffff

/**
 * Writes a folder as one ZIP with the folder's name as its only root, as RFC 8493 (4) asks of a serialised bag. What is
 * in a bag is packed already, so it is stored as it is, part by part; the file bears its name only when it is whole.
 */
export async function zipFolder(folder: string, to: string): Promise<void> {
  const half = `${to}.unfinished`
  const out = await open(half, 'w', 0o644)
  try {
    const entries: Entry[] = []
    let at = 0n
    const root = path.basename(folder)
    for (const inside of await filesIn(folder)) {
      const entry = { name: Buffer.from(`${root}/${inside}`), offset: at, ...(await sumOf(path.join(folder, inside))) }
      entries.push(entry)
      at += await append(out, localHeader(entry))
      for await (const part of createReadStream(path.join(folder, inside))) at += await append(out, part)
    }
    const start = at
    for (const entry of entries) at += await append(out, directoryHeader(entry))
    await append(out, directoryEnd(BigInt(entries.length), at - start, start))
    await out.sync()
  } catch (error) {
    await rm(half, { force: true })
    throw error
  } finally {
    await out.close()
  }
  await rename(half, to)
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted()

/** Read once more before it is written: its header stands before it, and says its sum. */
async function sumOf(file: string): Promise<Pick<Entry, 'size' | 'crc'>> {
  let crc = 0
  for await (const part of createReadStream(file)) crc = crc32(part, crc)
  return { crc, size: BigInt((await stat(file)).size) }
}

async function append(out: FileHandle, bytes: Buffer): Promise<bigint> {
  await out.writeFile(bytes)
  return BigInt(bytes.length)
}

/** Fields one after the other, each with the bytes that it takes. */
function fields(...values: [2 | 4 | 8, number | bigint][]): Buffer {
  const bytes = Buffer.alloc(values.reduce((sum, [length]) => sum + length, 0))
  let at = 0
  for (const [length, value] of values) {
    if (length === 8) bytes.writeBigUInt64LE(BigInt(value), at)
    else bytes.writeUIntLE(Number(value), at, length)
    at += length
  }
  return bytes
}

/** Sizes stand in the extra field of ZIP64 always: one form for films and for texts. */
const localHeader = ({ name, size, crc }: Entry): Buffer =>
  Buffer.concat([
    fields([4, 0x04034b50], [2, version], [2, utf8], [2, 0], [2, 0], [2, dosDate]),
    fields([4, crc], [4, beyond], [4, beyond], [2, name.length], [2, 20]),
    name,
    fields([2, 1], [2, 16], [8, size], [8, size]),
  ])

const directoryHeader = ({ name, size, crc, offset }: Entry): Buffer =>
  Buffer.concat([
    fields([4, 0x02014b50], [2, version], [2, version], [2, utf8], [2, 0], [2, 0], [2, dosDate]),
    fields([4, crc], [4, beyond], [4, beyond], [2, name.length], [2, 28], [2, 0], [2, 0], [2, 0], [4, 0], [4, beyond]),
    name,
    fields([2, 1], [2, 24], [8, size], [8, size], [8, offset]),
  ])

const directoryEnd = (count: bigint, length: bigint, start: bigint): Buffer =>
  Buffer.concat([
    fields([4, 0x06064b50], [8, 44], [2, version], [2, version], [4, 0], [4, 0]),
    fields([8, count], [8, count], [8, length], [8, start]),
    fields([4, 0x07064b50], [4, 0], [8, start + length], [4, 1]),
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, 0xffff], [2, 0xffff], [4, beyond], [4, beyond], [2, 0]),
  ])
