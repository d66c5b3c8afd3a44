import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../../root.ts'
import { knownPassword, type PasswordOwner, passwordProblem, stemOf } from './password.ts'

/** What is wrong with a password that somebody wants to have, in words; null when nothing is. */
export type JudgePassword = (password: string, owner: PasswordOwner) => Promise<string | null>

/** Judges by length, by its owner, by the list that comes with Rintis, and by `breachedFile` where one is named. */
export const passwordJudge =
  (breachedFile?: string): JudgePassword =>
  async (password, owner) => {
    const problem = passwordProblem(password, owner)
    if (problem !== null) return problem
    if (isListed(stemOf(password)) || isListed(password.toLowerCase())) return knownPassword
    return breachedFile !== undefined && (await isInFile(breachedFile, password)) ? knownPassword : null
  }

/** The first four bytes of SHA-1 as a number: by what the built-in list holds its words. */
export const shortHashOf = (word: string): number => createHash('sha1').update(word).digest().readUInt32BE()

let kept: Buffer | undefined

/** Whether the built-in list holds the word. Four bytes mistake one word in 70,000 for a listed one. */
function isListed(word: string): boolean {
  kept ??= readFileSync(path.join(root, 'src/slices/people/known-passwords.bin'))
  const list = kept
  const wanted = shortHashOf(word)
  const at = firstFrom(list.length / 4, (index) => list.readUInt32BE(index * 4) >= wanted)
  return at < list.length / 4 && list.readUInt32BE(at * 4) === wanted
}

/** The first index below `count` for which the claim is true, if it stays true from there; `count` when none is. */
function firstFrom(count: number, isTrue: (index: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}

const lineLength = 64

/** Whether a file of sorted lines that begin with a SHA-1 in hex (as haveibeenpwned.com gives them) holds it. */
async function isInFile(file: string, password: string): Promise<boolean> {
  const wanted = createHash('sha1').update(password).digest('hex').toUpperCase()
  const handle = await open(file)
  try {
    let [low, high] = [0, (await handle.stat()).size]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const hash = await hashAfter(handle, middle)
      if (hash === wanted) return true
      if (hash !== null && hash < wanted) low = middle + 1
      else high = middle
    }
    return (await hashAfter(handle, 0)) === wanted
  } finally {
    await handle.close()
  }
}

/** The hash of the first line that begins at or after this place; null behind the last one. */
async function hashAfter(handle: FileHandle, at: number): Promise<string | null> {
  const from = Math.max(0, at - 1)
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(3 * lineLength), 0, 3 * lineLength, from)
  const text = buffer.toString('latin1', 0, bytesRead)
  const start = at === 0 ? 0 : text.indexOf('\n') + 1
  if (at > 0 && start === 0) return null
  const hash = text.slice(start, start + 40).toUpperCase()
  return hash.length === 40 ? hash : null
}
