import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** What a browser reads at once: little enough for a cheap phone's memory. */
const part = 4 * 1024 * 1024

// A worker of its own, started when an upload is (`fingerprint.ts`): told a file, it answers with the SHA-256, or with
// null where the file cannot be read (any more).
addEventListener('message', async ({ data }: MessageEvent<File>) => {
  postMessage(await hashOf(data).catch(() => null))
})

async function hashOf(file: File): Promise<string> {
  const hash = sha256.create()
  for (let at = 0; at < file.size; at += part)
    hash.update(new Uint8Array(await file.slice(at, at + part).arrayBuffer()))
  return bytesToHex(hash.digest())
}
