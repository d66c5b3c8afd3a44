import { createHash } from 'node:crypto'
import { algorithms, type Sums } from './manifest.ts'

/** What is written: a text, or bytes that come one part after the other. */
export type Content = AsyncIterable<Uint8Array> | string
export type Written = { size: number; sums: Sums }

/** Hands each part on and sums it up at once. */
export async function summed(content: Content, keep: (part: Uint8Array) => Promise<void>): Promise<Written> {
  const hashes = algorithms.map((one) => createHash(one))
  let size = 0
  for await (const part of typeof content === 'string' ? [Buffer.from(content)] : content) {
    for (const hash of hashes) hash.update(part)
    await keep(part)
    size += part.length
  }
  const [sha256 = '', sha512 = ''] = hashes.map((hash) => hash.digest('hex'))
  return { size, sums: { sha256, sha512 } }
}
