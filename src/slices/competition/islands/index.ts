import type { Islands } from '#web/islands.ts'

export const competitionIslands: Islands = { writers: () => import('./writers.ts') }
