import type { Islands } from '#web/islands.ts'

export const recordingIslands: Islands = {
  cues: () => import('./cues.ts'),
  pictures: () => import('./pictures.ts'),
  player: () => import('./player.ts'),
  processing: () => import('./processing.ts'),
}
