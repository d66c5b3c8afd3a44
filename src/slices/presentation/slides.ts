import { familyOf, type StoredFile } from '#files'
import type { Slides } from './slide-store.ts'

/** Salindia: what an agent shows: the families of files that are taken for it. */
export const slideFamilies = ['pdf', 'slides', 'picture'] as const

const isOf = (family: (typeof slideFamilies)[number], { mediaType }: Pick<StoredFile, 'mediaType'>) =>
  familyOf(mediaType) === family

/** The file that a browser shows of this one: itself, or the PDF that was made of it; null where there is none (yet). */
export function shownAs(file: Slides): { id: string; name: string; isPicture: boolean } | null {
  if (isOf('picture', file)) return { id: file.id, name: file.name, isPicture: true }
  const pdf = isOf('pdf', file) ? file : file.pdf
  return pdf && { id: pdf.id, name: pdf.name, isPicture: false }
}

/**
 * Which of a slot's files is on the screen. Settled: the one that was asked for, where it can be shown; else the first
 * that is or became a PDF; else the first picture.
 */
export function seenOf<One extends Slides>(files: readonly One[], wantedId: string | undefined): One | undefined {
  const able = files.filter((file) => shownAs(file) !== null)
  return able.find(({ id }) => id === wantedId) ?? able.find((file) => !shownAs(file)?.isPicture) ?? able[0]
}

/** Changes whenever there would be something else to choose from. */
export const choiceOf = (files: readonly Slides[]): string =>
  files.map((file) => `${file.id} ${shownAs(file)?.id ?? ''}`).join(' ')
