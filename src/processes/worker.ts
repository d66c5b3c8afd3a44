import type { Parts } from './parts.ts'

/** Works on jobs; returns what ends it. */
export async function startWorker(parts: Parts): Promise<() => Promise<void>> {
  return async () => {
    await parts.pool.end()
  }
}
