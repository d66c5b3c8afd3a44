import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { absent } from '#kit/disk.ts'

const hour = 3_600_000

/** A folder of this machine for what a distant storage is on its way to give or take. */
export type Spool = {
  /** Hands `work` the name of a file that isn't there yet, and takes the file away afterwards. */
  use<Result>(work: (file: string) => Promise<Result>): Promise<Result>
  /** Takes away what processes that died before `before` left behind. */
  tidy(before: Date): Promise<void>
}

export const openSpool = (folder: string): Spool => ({
  async use(work) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = path.join(folder, randomUUID())
    // A film is worked on for hours, in which its copy must not look left behind.
    const inUse = setInterval(() => utimes(file, new Date(), new Date()).catch(absent), hour)
    try {
      return await work(file)
    } finally {
      clearInterval(inUse)
      await rm(file, { force: true })
    }
  },

  async tidy(before) {
    for (const name of (await readdir(folder).catch(absent)) ?? []) {
      const found = await stat(path.join(folder, name)).catch(absent)
      if (found && found.mtime < before) await rm(path.join(folder, name), { recursive: true, force: true })
    }
  },
})
