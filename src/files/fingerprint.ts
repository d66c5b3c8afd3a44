/** One file is read at a time: many at once would only make the disk of a phone jump. */
let last: Promise<unknown> = Promise.resolve()

/**
 * The SHA-256 of a file, computed apart from the page while it is uploaded; null where this browser cannot, or once
 * `signal` says that nobody waits for it.
 */
export function fingerprint(file: File, script: string, signal: AbortSignal): Promise<string | null> {
  const mine = last.then(() => (signal.aborted ? null : hashApart(file, script, signal)))
  last = mine
  return mine
}

function hashApart(file: File, script: string, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    const worker = new Worker(script, { type: 'module' })
    const end = (hash: string | null) => {
      worker.terminate()
      resolve(hash)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => end(data))
    // A browser too old for workers of modules uploads as before; the server hashes in any case.
    worker.addEventListener('error', () => end(null))
    signal.addEventListener('abort', () => end(null))
    worker.postMessage(file)
  })
}
