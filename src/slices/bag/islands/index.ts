import type { Islands } from '#web/islands.ts'

export const bagIslands: Islands = { bags: () => import('./bags.ts') }
