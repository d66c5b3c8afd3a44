import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { absent, syncFolder } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { algorithms, bagInfoText, declaration, flawOfPath, manifestText, oxumOf, type Sums } from './manifest.ts'

type Source = AsyncIterable<Uint8Array>

/** A bag that is being written. */
export type BagWriter = {
  /** Writes a payload file under `data/`, part by part: it is never in memory as a whole. */
  add(path: string, content: Source | string): Promise<{ size: number; sha256: string }>
  /** Writes what says that the bag is whole, and only then gives it its name. */
  finish(info: readonly (readonly [string, string])[]): Promise<{ files: number; bytes: number }>
  /** Takes away what was written. */
  discard(): Promise<void>
}

/** What is still being written bears another name, so that it is never taken for a bag. */
const unfinished = '.unfinished'

/** Begins a bag that will be the folder `to`, which must not be there, or be empty. Throws `Halt`. */
export async function openBag(to: string): Promise<BagWriter> {
  const there = await readdir(to).catch(absent)
  if (there && there.length > 0) throw new Halt('usage', `Folder ${to} sudah berisi: pilih folder yang belum ada.`)
  const folder = `${path.resolve(to)}${unfinished}`
  await rm(folder, { recursive: true, force: true })
  await mkdir(path.join(folder, 'data'), { recursive: true, mode: 0o755 })
  const payload = new Map<string, Sums>()
  const names = new Set<string>()
  let bytes = 0

  const write = async (inBag: string, content: Source | string) => {
    const file = path.join(folder, ...inBag.split('/'))
    await mkdir(path.dirname(file), { recursive: true })
    return writeSummed(file, content)
  }

  return {
    async add(inside, content) {
      const inBag = `data/${inside}`
      const plain = inBag.normalize('NFC').toLowerCase()
      if (flawOfPath(inBag) !== null || names.has(plain)) throw new Error(`No path of a bag: ${inBag}`)
      names.add(plain)
      const { size, sums } = await write(inBag, content)
      payload.set(inBag, sums)
      bytes += size
      return { size, sha256: sums.sha256 }
    },
    async finish(info) {
      const tags = new Map<string, Sums>()
      const texts = {
        'bagit.txt': declaration,
        'bag-info.txt': bagInfoText([...info, ['Payload-Oxum', oxumOf(bytes, payload.size)]]),
        ...Object.fromEntries(algorithms.map((one) => [`manifest-${one}.txt`, manifestText(payload, one)])),
      }
      for (const [name, text] of Object.entries(texts)) tags.set(name, (await write(name, text)).sums)
      for (const one of algorithms) await write(`tagmanifest-${one}.txt`, manifestText(tags, one))
      await syncFolder(folder)
      if (there) await rmdir(to)
      await rename(folder, to)
      await syncFolder(path.dirname(path.resolve(to)))
      return { files: payload.size, bytes }
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}

async function writeSummed(file: string, content: Source | string): Promise<{ size: number; sums: Sums }> {
  const hashes = algorithms.map((one) => createHash(one))
  const handle = await open(file, 'wx', 0o644)
  let size = 0
  try {
    for await (const part of typeof content === 'string' ? [Buffer.from(content)] : content) {
      for (const hash of hashes) hash.update(part)
      await handle.writeFile(part)
      size += part.length
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  const [sha256 = '', sha512 = ''] = hashes.map((hash) => hash.digest('hex'))
  return { size, sums: { sha256, sha512 } }
}
