import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { absent } from '#kit/disk.ts'
import { type Algorithm, algorithms, clashesOf, flawOfPath, oxumOf, parseBagInfo, parseManifest } from './manifest.ts'

/** What is wrong with a bag, and where. */
export type Flaw = { why: keyof typeof flawWords; path: string }

export const flawWords = {
  'no-bag': 'bukan kantong BagIt',
  'no-manifest': 'tidak mempunyai manifes SHA-256 atau SHA-512',
  unreadable: 'tidak dapat dibaca sebagai bagian kantong',
  outside: 'menunjuk ke luar kantong',
  'not-nfc': 'namanya tidak berbentuk NFC',
  clash: 'namanya hanya berbeda huruf besar dan kecil dari yang lain',
  link: 'bukan berkas biasa',
  missing: 'disebut manifes tetapi tidak ada',
  unlisted: 'ada tetapi tidak disebut manifes',
  changed: 'isinya tidak sama dengan sidiknya di manifes',
  oxum: 'jumlah bita atau berkas tidak sama dengan Payload-Oxum',
  fetch: 'menyebut berkas yang harus diambil dari tempat lain',
} as const

/** Reads the whole bag, part by part, and says all that is wrong: what is missing, too much, changed, or leads outside. */
export async function verifyBag(folder: string): Promise<Flaw[]> {
  const text = (name: string) => readFile(path.join(folder, name), 'utf8').catch(absent)
  const said = await text('bagit.txt')
  if (!said || !/^BagIt-Version: (1\.0|0\.97)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(said))
    return [{ why: 'no-bag', path: 'bagit.txt' }]
  if ((await text('fetch.txt')) !== undefined) return [{ why: 'fetch', path: 'fetch.txt' }]
  const { files, flaws } = await walk(folder)
  const names = (prefix: string) => algorithms.filter((one) => files.has(`${prefix}-${one}.txt`))
  if (names('manifest').length === 0) flaws.push({ why: 'no-manifest', path: 'manifest-sha256.txt' })
  const expected = new Map<string, Partial<Record<Algorithm, string>>>()
  const payload = [...files.keys()].filter((one) => one.startsWith('data/'))
  for (const prefix of ['manifest', 'tagmanifest'] as const)
    for (const one of names(prefix)) {
      const name = `${prefix}-${one}.txt`
      const sums = parseManifest((await text(name)) ?? '')
      if (sums === null) flaws.push({ why: 'unreadable', path: name })
      else flaws.push(...take(sums, prefix === 'manifest' ? payload : [], one, prefix, expected))
    }
  flaws.push(
    ...clashesOf(new Set([...files.keys(), ...expected.keys()])).map((one) => ({ why: 'clash' as const, path: one })),
  )
  const oxum = parseBagInfo((await text('bag-info.txt')) ?? '').get('payload-oxum')
  const bytes = payload.reduce((sum, one) => sum + (files.get(one) ?? 0), 0)
  if (oxum !== undefined && oxum !== oxumOf(bytes, payload.length)) flaws.push({ why: 'oxum', path: 'bag-info.txt' })
  if (flaws.some(({ why }) => why === 'outside')) return flaws
  for (const [one, sums] of expected) {
    if (!files.has(one)) flaws.push({ why: 'missing', path: one })
    else if (!(await isWhole(path.join(folder, ...one.split('/')), sums))) flaws.push({ why: 'changed', path: one })
  }
  return flaws
}

/** Takes over what one manifest expects; what it names wrongly, and what of the payload it doesn't name, is a flaw. */
function take(
  sums: ReadonlyMap<string, string>,
  payload: readonly string[],
  algorithm: Algorithm,
  prefix: 'manifest' | 'tagmanifest',
  expected: Map<string, Partial<Record<Algorithm, string>>>,
): Flaw[] {
  const flaws: Flaw[] = []
  for (const [one, sum] of sums) {
    const isOfPayload = one.startsWith('data/')
    const why = flawOfPath(one) ?? (isOfPayload === (prefix === 'manifest') ? null : 'outside')
    if (why !== null) flaws.push({ why, path: one })
    else expected.set(one, { ...expected.get(one), [algorithm]: sum })
  }
  return [...flaws, ...payload.filter((one) => !sums.has(one)).map((one) => ({ why: 'unlisted' as const, path: one }))]
}

/** Every file below the folder with its size; links and the like are followed nowhere. */
async function walk(folder: string): Promise<{ files: Map<string, number>; flaws: Flaw[] }> {
  const files = new Map<string, number>()
  const flaws: Flaw[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name)
    const inBag = path.relative(folder, full).split(path.sep).join('/')
    if (entry.isDirectory()) continue
    if (!entry.isFile()) flaws.push({ why: 'link', path: inBag })
    else files.set(inBag, (await stat(full)).size)
    const why = flawOfPath(inBag)
    if (why !== null) flaws.push({ why, path: inBag })
  }
  return { files, flaws }
}

async function isWhole(file: string, sums: Partial<Record<Algorithm, string>>): Promise<boolean> {
  const hashes = algorithms.filter((one) => sums[one] !== undefined).map((one) => ({ one, hash: createHash(one) }))
  for await (const part of createReadStream(file, { highWaterMark: 1_048_576 }))
    for (const { hash } of hashes) hash.update(part)
  return hashes.every(({ one, hash }) => hash.digest('hex') === sums[one])
}
