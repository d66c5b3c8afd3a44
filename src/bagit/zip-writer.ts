import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { absent, syncFolder } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import type { BagPlace } from './bag-writer.ts'
import { summed } from './summed.ts'

/** One file of the archive, as its directory tells of it. */
type Entry = { name: Buffer; size: bigint; crc: number; offset: bigint }

/** 1980-01-01: the same files give the same bytes. */
const dosDate = 0x0021
/** Version 4.5 of the format is the first with sizes beyond 4 GB (APPNOTE 6.3, 4.4.3); names are UTF-8 (4.4.4). */
const version = 45
const utf8 = 0x0800
const beyond = 0xffffffff

/**
 * A bag that will be the ZIP `to`, with the folder `root` as its only one, as RFC 8493 (4) asks. What is in a bag is
 * packed already, so it is stored as it comes, part by part, and lies on the disk once. Throws `Halt` where `to` is there.
 */
export async function inZip(to: string, root: string): Promise<BagPlace> {
  if (await stat(to).catch(absent)) throw new Halt('usage', `Berkas ${to} sudah ada: pilih nama yang belum ada.`)
  const half = `${path.resolve(to)}.unfinished`
  const out = await open(half, 'w', 0o644)
  const entries: Entry[] = []
  let end = 0
  const append = async (bytes: Uint8Array) => {
    await writeAt(out, bytes, end)
    end += bytes.length
  }
  return {
    async write(inBag, content) {
      const entry: Entry = { name: Buffer.from(`${root}/${inBag}`), offset: BigInt(end), size: 0n, crc: 0 }
      await append(localHeader(entry))
      const written = await summed(content, (part) => {
        entry.crc = crc32(part, entry.crc)
        return append(part)
      })
      entry.size = BigInt(written.size)
      // Its header stands before it, and what the header says is known only now.
      await writeAt(out, localHeader(entry), Number(entry.offset))
      entries.push(entry)
      return written
    },
    async settle() {
      const start = BigInt(end)
      for (const entry of entries) await append(directoryHeader(entry))
      await append(directoryEnd(BigInt(entries.length), BigInt(end) - start, start))
      await out.sync()
      await out.close()
      await rename(half, to)
      await syncFolder(path.dirname(path.resolve(to)))
    },
    async discard() {
      await out.close()
      await rm(half, { force: true })
    },
  }
}

/** All of it: a disk that fills up may take less at a time. */
async function writeAt(out: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; )
    done += (await out.write(bytes, done, bytes.length - done, position + done)).bytesWritten
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
