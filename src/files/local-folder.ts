import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { absent, isCode, syncFolder } from '#kit/disk.ts'
import { type Blob, type Blobs, isAgency, isDigest, keyOf } from './blobs.ts'
import { digest, writeHashed } from './hashing.ts'

/** A part large enough that the disk, not the number of calls, sets the pace. */
const part = 1_048_576

/** What is being written or worked on lies here, in the same folder as what is kept, so that a name is enough. */
const incoming = '.incoming'

/** Blobs in a folder of this machine: `folder/<agency>/<sha256>`. */
export function openLocalFolder(folder: string): Blobs {
  const place = (agencyId: string, sha256: string): string => path.join(folder, keyOf(agencyId, sha256))

  /** Agencies whose folder this process has seen to be on the disk. */
  const lasting = new Set<string>()

  /**
   * Gives a written, synced file its name and makes sure that the name survives too. A blob that is there already is
   * replaced by the same bytes: should the disk have spoilt it, it is whole again.
   */
  async function settle(agencyId: string, written: string, blob: Blob): Promise<Blob> {
    const target = place(agencyId, blob.sha256)
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    await rename(written, target)
    await syncFolder(path.dirname(target))
    if (!lasting.has(agencyId)) await syncFolder(folder)
    lasting.add(agencyId)
    return blob
  }

  return {
    async put(agencyId, source) {
      const written = await newFile(folder)
      try {
        return await settle(agencyId, written, await writeHashed(written, source, 0o400))
      } catch (error) {
        await rm(written, { force: true })
        throw error
      }
    },

    async putFile(agencyId, given) {
      const blob = await seal(given)
      const second = await newFile(folder)
      await linkOrCopy(given, second)
      await settle(agencyId, second, blob)
      // A rename from one name of a file to another name of the same file leaves both.
      await rm(second, { force: true })
      return blob
    },

    sizeOf: async (agencyId, sha256) => (await stat(place(agencyId, sha256)).catch(absent))?.size,

    open: (agencyId, sha256, range) =>
      createReadStream(place(agencyId, sha256), {
        highWaterMark: part,
        ...(range && { start: range.first, end: range.last }),
      }),

    async withLocalCopy(agencyId, sha256, work) {
      const use = path.join(folder, incoming, randomUUID())
      try {
        return await work(await secondName(place(agencyId, sha256), use))
      } finally {
        await rm(use, { recursive: true, force: true }).catch(absent)
      }
    },

    copySizeOf: async () => 0,

    remove: (agencyId, sha256) => rm(place(agencyId, sha256), { force: true }),

    async *list(agencyId) {
      for (const sha256 of await namesIn(path.join(folder, agencyId))) {
        if (!isDigest(sha256)) continue
        const found = await stat(place(agencyId, sha256)).catch(absent)
        if (found) yield { sha256, size: found.size, putAt: found.mtime }
      }
    },

    async tidy(before) {
      for (const name of await namesIn(path.join(folder, incoming))) {
        const file = path.join(folder, incoming, name)
        const found = await stat(file).catch(absent)
        if (found && found.mtime < before) await rm(file, { recursive: true, force: true })
      }
    },

    agencies: async () => (await namesIn(folder)).filter(isAgency),
  }
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(absent)) ?? []

async function newFile(folder: string): Promise<string> {
  await mkdir(path.join(folder, incoming), { recursive: true, mode: 0o700 })
  return path.join(folder, incoming, randomUUID())
}

/** Hashes a file that lies there already, and makes sure that it is on the disk. It counts as put now. */
async function seal(file: string): Promise<Blob> {
  const blob = await digest(createReadStream(file, { highWaterMark: part }))
  const handle = await open(file)
  try {
    await handle.utimes(new Date(), new Date())
    await handle.chmod(0o400)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return blob
}

/**
 * Another name of a kept file in a folder of its own, which stays when the file is moved or swept away meanwhile; the
 * folder, and not the file, says since when. The file itself where there are no such names, or one may only read.
 */
async function secondName(kept: string, use: string): Promise<string> {
  await stat(kept)
  const second = path.join(use, path.basename(kept))
  try {
    await mkdir(use, { recursive: true, mode: 0o700 })
    await link(kept, second)
    return second
  } catch (error) {
    if (isCode(error, 'ENOENT')) throw error
    return kept
  }
}

/** A second name costs nothing; from another disk, or where there are no such names, the bytes are copied. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'ENOTSUP'].some((code) => isCode(error, code))) throw error
    await copyFile(from, to)
    await syncFile(to)
  }
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file)
  await handle.sync()
  await handle.close()
}
