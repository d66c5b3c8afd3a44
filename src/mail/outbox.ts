import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { absent } from '#kit/disk.ts'
import { type ReadLetter, readEml } from './eml.ts'

/** A letter of the outbox, under the name of its file without ending. */
export type OutboxLetter = ReadLetter & { name: string }

/** As many as a developer looks through. */
const shown = 100

/** The newest letters first. */
export async function listOutbox(folder: string): Promise<OutboxLetter[]> {
  const files = ((await readdir(folder).catch(absent)) ?? []).filter((file) => file.endsWith('.eml'))
  const newest = files.sort().reverse().slice(0, shown)
  const letters = await Promise.all(newest.map((file) => findInOutbox(folder, file.slice(0, -4))))
  return letters.filter((letter) => letter !== undefined)
}

/** One letter by its name; undefined where there is none of this name. */
export async function findInOutbox(folder: string, name: string): Promise<OutboxLetter | undefined> {
  if (!/^[\w-]+$/.test(name)) return undefined
  const source = await readFile(path.join(folder, `${name}.eml`), 'utf8').catch(absent)
  return source === undefined ? undefined : { name, ...readEml(source) }
}
