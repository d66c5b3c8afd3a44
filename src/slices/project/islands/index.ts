import type { Islands } from '#web/islands.ts'

export const projectIslands: Islands = { 'matrix-grid': () => import('./matrix-grid.tsx') }
