import type { Islands } from '#web/islands.ts'

export const recordingIslands: Islands = { processing: () => import('./processing.ts') }
