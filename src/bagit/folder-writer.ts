import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { absent, syncFolder } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import type { BagPlace } from './bag-writer.ts'
import { summed } from './summed.ts'

/** A bag that will be the folder `to`, which must not be there, or be empty. Throws `Halt`. */
export async function inFolder(to: string): Promise<BagPlace> {
  const there = await readdir(to).catch(absent)
  if (there && there.length > 0) throw new Halt('usage', `Folder ${to} sudah berisi: pilih folder yang belum ada.`)
  const folder = `${path.resolve(to)}.unfinished`
  await rm(folder, { recursive: true, force: true })
  await mkdir(path.join(folder, 'data'), { recursive: true, mode: 0o755 })
  return {
    async write(inBag, content) {
      const file = path.join(folder, ...inBag.split('/'))
      await mkdir(path.dirname(file), { recursive: true })
      const handle = await open(file, 'wx', 0o644)
      try {
        const written = await summed(content, (part) => handle.writeFile(part))
        await handle.sync()
        return written
      } finally {
        await handle.close()
      }
    },
    async settle() {
      await syncFolder(folder)
      if (there) await rmdir(to)
      await rename(folder, to)
      await syncFolder(path.dirname(path.resolve(to)))
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}
