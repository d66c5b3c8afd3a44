import { freePath, safeFileName } from '#kit/file-name.ts'
import { slugOf } from '#kit/text.ts'
import { type Edition, fieldsOf } from './edition.ts'
import { letterPart, lettersOf } from './letter.ts'
import { startPart } from './readiness.ts'

/** Where each attached file lies in an entry's package: letters and proofs by their number in the form. */
export function pathsOf<File extends { part: string; name: string }>(
  edition: Edition,
  files: readonly File[],
): { path: string; file: File }[] {
  const folders = new Map([
    [startPart, 'bukti/00-mulai-diterapkan'],
    ...lettersOf(edition).map(({ key }, at) => [letterPart(key), `surat/${two(at + 1)}-${key}`] as const),
    ...fieldsOf(edition).map(({ key, number, label }) => [key, `bukti/${numbered(number)}-${slugOf(label)}`] as const),
  ])
  const taken = new Set<string>()
  return files
    .map((file) => ({ file, folder: folders.get(file.part) ?? 'bukti/lain' }))
    .toSorted((a, b) => (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : a.file.name < b.file.name ? -1 : 1))
    .map(({ file, folder }) => ({ file, path: freePath(namedIn(folder, safeFileName(file.name, 60)), taken) }))
}

/** A file that is named as its place already is not named twice: "01-surat-inovator.pdf". */
function namedIn(folder: string, name: string): string {
  const place = folder.replace(/^.*\/\d+[a-z]?-/, '')
  return name.toLowerCase().startsWith(place) ? folder + name.slice(place.length) : `${folder}-${name}`
}

const two = (number: number) => String(number).padStart(2, '0')
/** "6a" as "06a", so that a folder lists them as the form does. */
const numbered = (number: string) => number.replace(/^\d+/, (figures) => figures.padStart(2, '0')).toLowerCase()
