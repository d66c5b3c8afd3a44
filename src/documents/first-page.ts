import sharp from 'sharp'
import { runApart } from './apart.ts'

/** A page as points of four bytes each: red, green, blue, opacity. */
export type Drawn = { width: number; height: number; points: Uint8Array }

/** Larger files cost more memory than a picture of their first page is worth. */
const largest = 100_000_000

const limits = { seconds: 30, megabytes: 512 }

/**
 * The first page of a local PDF as a small picture (WebP). The page is drawn in a process apart; null where that came to
 * nothing: a file that is broken, locked or made to eat time or memory.
 */
export async function drawFirstPage(path: string, size: number): Promise<Uint8Array | null> {
  if (size > largest) return null
  const outcome = await runApart<string, Drawn | null>('documents/draw-page', path, limits, path)
  if (outcome.state !== 'done' || outcome.result === null) return null
  const { width, height, points } = outcome.result
  return sharp(points, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .webp({ quality: 80 })
    .toBuffer()
}
