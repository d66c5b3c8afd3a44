import { createHash } from 'node:crypto'
import { type BagReader, textIn } from './bag-reader.ts'
import type { Flaw } from './flaw.ts'
import { type Algorithm, algorithms, clashesOf, flawOfPath, oxumOf, parseBagInfo, parseManifest } from './manifest.ts'
import { DamagedEntry } from './zip-reader.ts'

/** Reads the whole bag, part by part, and says all that is wrong: what is missing, too much, changed, or leads outside. */
export async function verifyBag(bag: BagReader): Promise<Flaw[]> {
  const { files } = bag
  const text = (name: string) => textIn(bag, name).catch(damaged)
  if (files.size === 0 && bag.flaws.length > 0) return [...bag.flaws]
  const said = await text('bagit.txt')
  if (!said || !/^BagIt-Version: (1\.0|0\.97)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(said))
    return [{ why: 'no-bag', path: 'bagit.txt' }]
  if (files.has('fetch.txt')) return [{ why: 'fetch', path: 'fetch.txt' }]
  const flaws = [...bag.flaws]
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
    else if (!(await isWhole(bag, one, sums))) flaws.push({ why: 'changed', path: one })
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

async function isWhole(bag: BagReader, inBag: string, sums: Partial<Record<Algorithm, string>>): Promise<boolean> {
  const hashes = algorithms.filter((one) => sums[one] !== undefined).map((one) => ({ one, hash: createHash(one) }))
  try {
    for await (const part of bag.open(inBag)) for (const { hash } of hashes) hash.update(part)
  } catch (error) {
    damaged(error)
    return false
  }
  return hashes.every(({ one, hash }) => hash.digest('hex') === sums[one])
}

/** `.catch(damaged)`: undefined for what a ZIP holds otherwise than it says; any other error goes on. */
function damaged(error: unknown): undefined {
  if (!(error instanceof DamagedEntry)) throw error
}
