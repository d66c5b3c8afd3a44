import type { HeadKind } from '../head.ts'

/** As offices write it before the name of the office. */
export const headKindWords: Record<HeadKind, string> = { definitive: 'Definitif', plt: 'Plt.', plh: 'Plh.' }
