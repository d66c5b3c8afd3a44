import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { digest } from '#files'
import { absent } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { names } from './manifest.ts'

/** One line of `SHA256SUMS`: what `sha256sum --check` reads too. */
export type Sum = { sha256: string; name: string }

export const writeSums = (sums: readonly Sum[]): string =>
  sums.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('')

export function readSums(text: string): Sum[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, sha256, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
      if (!sha256 || !name || name.startsWith('/') || name.split('/').includes('..')) throw broken(names.sums)
      return { sha256, name }
    })
}

/**
 * Reads every file of the backup and compares. The manifest stands last in the list and is written last of all, so
 * that a list that was cut, like a backup that was never finished, lacks it. Throws `Halt`.
 */
export async function verifySums(folder: string): Promise<Sum[]> {
  const text = await readFile(path.join(folder, names.sums), 'utf8').catch(absent)
  if (text === undefined)
    throw new Halt('failed', `${folder} bukan cadangan Rintis yang selesai: ${names.sums} tidak ada di dalamnya.`)
  const sums = readSums(text)
  if (sums.at(-1)?.name !== names.manifest) throw broken(names.sums)
  for (const { sha256, name } of sums) if ((await sumOf(path.join(folder, name))) !== sha256) throw broken(name)
  return sums
}

/** Undefined when the file is missing. */
async function sumOf(file: string): Promise<string | undefined> {
  const blob = await digest(createReadStream(file, { highWaterMark: 1_048_576 })).catch(absent)
  return blob?.sha256
}

export const broken = (name: string) =>
  new Halt('failed', `Cadangan ini rusak: ${name} hilang atau berubah. Tidak ada yang dipulihkan; pakai cadangan lain.`)
