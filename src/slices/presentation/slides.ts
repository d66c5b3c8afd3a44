/** Salindia: what an agent shows: the families of files that are taken for it. */
export const slideFamilies = ['pdf', 'slides', 'picture'] as const

/** The file that a browser shows. */
export type Shown = { id: string; name: string; isPicture: boolean }

/** A file of slides, and what is shown of it: itself, or the PDF that was made of it; null where there is none (yet). */
type Showable = { id: string; shown: Shown | null }

/**
 * Which of a slot's files is on the screen. Settled: the one that was asked for, where it can be shown; else the first
 * that is or became a PDF; else the first picture.
 */
export function seenOf<One extends Showable>(files: readonly One[], wantedId: string | undefined): One | undefined {
  const able = files.filter(({ shown }) => shown !== null)
  return able.find(({ id }) => id === wantedId) ?? able.find(({ shown }) => !shown?.isPicture) ?? able[0]
}

/** Changes whenever there would be something else to choose from. */
export const choiceOf = (files: readonly Showable[]): string =>
  files.map(({ id, shown }) => `${id} ${shown?.id ?? ''}`).join(' ')
