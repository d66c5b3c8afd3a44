import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'

/** Whether the error is a system error of this code ('ENOENT'). */
export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** `.catch(absent)`: undefined for a file that isn't there; any other error goes on. */
export function absent(error: unknown): undefined {
  if (!isCode(error, 'ENOENT') && !isCode(error, 'ENOTDIR')) throw error
}

/** The text of a file that is made once: what it holds, or what `make` gives, then kept for its owner alone. */
export async function keepOnce(file: string, make: () => string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(absent)
  if (kept?.trim()) return kept.trim()
  const made = make()
  await writeWhole(file, made)
  return made
}

/** Writes the file so that after a loss of power it holds the old text or the new; only its owner can read it. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
  await syncFolder(path.dirname(file))
}

/** Makes the folder, and those above it that are missing, so that all of them are there after a loss of power. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (const made of foldersBetween(first, folder)) await syncFolder(path.dirname(made))
}

/** A folder and those below it on the way to another, both included: each is named in the one above it. */
export function foldersBetween(first: string, last: string): string[] {
  const [top, bottom] = [path.resolve(first), path.resolve(last)]
  const below = path.relative(top, bottom).split(path.sep).filter(Boolean)
  return [top, ...below.map((_, at) => path.join(top, ...below.slice(0, at + 1)))]
}

/** Makes sure that a file that appeared in the folder is still there after a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}
