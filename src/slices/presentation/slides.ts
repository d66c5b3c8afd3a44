/** Salindia: what an agent shows: the families of files that are taken for it. */
export const slideFamilies = ['pdf', 'slides', 'picture'] as const
