import { numberInWords } from '#kit/text.ts'
import { countWords } from '#kit/words.ts'

/** How much may be written in a field. */
export type TextLimit = { most: number; unit: 'kata' | 'karakter' }

/** The length of a text in the limit's own unit. */
export const lengthOf = (text: string, { unit }: TextLimit): number =>
  unit === 'kata' ? countWords(text) : Array.from(text).length

/** "58 dari 60 kata", and over the limit how much is too much. */
export function usage(length: number, { most, unit }: TextLimit): string {
  const line = `${numberInWords(length)} dari ${numberInWords(most)} ${unit}`
  return length > most ? `${line}, kurangi ${numberInWords(length - most)} ${unit}` : line
}
