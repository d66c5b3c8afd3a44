import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Blob, Source } from './blobs.ts'

/** Writes and hashes at once; the bytes are on the disk when it resolves. */
export async function writeHashed(file: string, source: Source, mode: number): Promise<Blob> {
  const hash = createHash('sha256')
  const handle = await open(file, 'wx', mode)
  let size = 0
  try {
    for await (const bytes of source) {
      hash.update(bytes)
      // `write` may take less than it is given when the disk fills up; `writeFile` does not stop before all is written.
      await handle.writeFile(bytes)
      size += bytes.length
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), size }
}

/** A storage gave something else than the content that was asked for. */
export class OtherBytes extends Error {}

/** SHA-256 and length of what the source gives. */
export async function digest(source: Source): Promise<Blob> {
  const hash = createHash('sha256')
  let size = 0
  for await (const bytes of source) {
    hash.update(bytes)
    size += bytes.length
  }
  return { sha256: hash.digest('hex'), size }
}

/** A source of bytes that are at hand. */
export const bytesOf = (bytes: Uint8Array): Source => Readable.from([bytes])
