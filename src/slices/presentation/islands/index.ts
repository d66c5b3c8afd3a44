import type { Islands } from '#web/islands.ts'

export const presentationIslands: Islands = {
  'slot-board': () => import('./board.ts'),
  stage: () => import('./stage.ts'),
}
