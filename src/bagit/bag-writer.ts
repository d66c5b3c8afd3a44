import { algorithms, bagInfoText, declaration, flawOfPath, manifestText, oxumOf, type Sums } from './manifest.ts'
import type { Content, Written } from './summed.ts'

/** A bag that is being written. */
export type BagWriter = {
  /** Writes a payload file under `data/`, part by part: it is never in memory as a whole. */
  add(path: string, content: Content): Promise<{ size: number; sha256: string }>
  /** Writes what says that the bag is whole, and only then gives it its name. */
  finish(info: readonly (readonly [string, string])[]): Promise<{ files: number; bytes: number }>
  /** Takes away what was written. */
  discard(): Promise<void>
}

/** Where a bag is being written: a folder, or a ZIP. It bears its name only when it is whole. */
export type BagPlace = {
  write(inBag: string, content: Content): Promise<Written>
  settle(): Promise<void>
  discard(): Promise<void>
}

/** Begins a bag in a place that is empty. */
export function openBag(place: BagPlace): BagWriter {
  const payload = new Map<string, Sums>()
  const names = new Set<string>()
  let bytes = 0

  return {
    async add(inside, content) {
      const inBag = `data/${inside}`
      const plain = inBag.normalize('NFC').toLowerCase()
      if (flawOfPath(inBag) !== null || names.has(plain)) throw new Error(`No path of a bag: ${inBag}`)
      names.add(plain)
      const { size, sums } = await place.write(inBag, content)
      payload.set(inBag, sums)
      bytes += size
      return { size, sha256: sums.sha256 }
    },
    async finish(info) {
      const tags = new Map<string, Sums>()
      const texts = {
        'bagit.txt': declaration,
        'bag-info.txt': bagInfoText([...info, ['Payload-Oxum', oxumOf(bytes, payload.size)]]),
        ...Object.fromEntries(algorithms.map((one) => [`manifest-${one}.txt`, manifestText(payload, one)])),
      }
      for (const [name, text] of Object.entries(texts)) tags.set(name, (await place.write(name, text)).sums)
      for (const one of algorithms) await place.write(`tagmanifest-${one}.txt`, manifestText(tags, one))
      await place.settle()
      return { files: payload.size, bytes }
    },
    discard: () => place.discard(),
  }
}
