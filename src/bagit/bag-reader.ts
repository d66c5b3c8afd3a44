import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { absent } from '#kit/disk.ts'
import type { Flaw } from './flaw.ts'
import { flawOfPath } from './manifest.ts'
import { readZip } from './zip-reader.ts'

/** A bag as it lies there, in a folder or in a ZIP; nothing is unpacked to be read. */
export type BagReader = {
  /** Every file with its bytes, by its path in the bag. */
  files: ReadonlyMap<string, number>
  /** What is wrong before anything was read. */
  flaws: readonly Flaw[]
  /** Reads a file part by part. Throws `DamagedEntry` where it cannot be unpacked as its ZIP says. */
  open(path: string): AsyncIterable<Uint8Array>
}

/** Opens what lies there; where nothing does, or no bag, its flaws say so. */
export async function readBag(place: string): Promise<BagReader> {
  const found = await stat(place).catch(absent)
  return found?.isFile() ? readZip(place, found.size) : readFolder(place)
}

/** A text of the bag; undefined where it has none of the name, or one too long to be what it should be. */
export async function textIn(bag: BagReader, inBag: string, most = 256 * 1_048_576): Promise<string | undefined> {
  const size = bag.files.get(inBag)
  if (size === undefined || size > most) return undefined
  const parts: Uint8Array[] = []
  for await (const part of bag.open(inBag)) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

/** Every file below the folder with its size; links and the like are followed nowhere. */
async function readFolder(folder: string): Promise<BagReader> {
  const files = new Map<string, number>()
  const flaws: Flaw[] = []
  for (const entry of (await readdir(folder, { recursive: true, withFileTypes: true }).catch(absent)) ?? []) {
    const full = path.join(entry.parentPath, entry.name)
    const inBag = path.relative(folder, full).split(path.sep).join('/')
    if (entry.isDirectory()) continue
    if (!entry.isFile()) flaws.push({ why: 'link', path: inBag })
    else files.set(inBag, (await stat(full)).size)
    const why = flawOfPath(inBag)
    if (why !== null) flaws.push({ why, path: inBag })
  }
  const open = (inBag: string) => createReadStream(path.join(folder, ...inBag.split('/')), { highWaterMark: 1_048_576 })
  return { files, flaws, open }
}
