import { runApart } from '#documents/apart.ts'
import type { Seen } from './judge.ts'

const limits = { seconds: 20, megabytes: 128 }

/** Looks into a local file, apart from this process; null when that came to nothing, as with a file made to break it. */
export async function look(path: string): Promise<Seen | null> {
  const outcome = await runApart<string, Seen>('files/look-inside', path, limits, path)
  return outcome.state === 'done' ? outcome.result : null
}
