import type { Islands } from '#web/islands.ts'

export const assessmentIslands: Islands = { scoresheet: () => import('./scoresheet.ts') }
