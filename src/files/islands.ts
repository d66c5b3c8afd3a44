import type { Islands } from '#web/islands.ts'

export const fileIslands: Islands = { upload: () => import('./upload-island.ts') }
