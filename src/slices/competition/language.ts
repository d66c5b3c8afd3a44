import type { Edition } from './edition.ts'

/** Words that nearly every sentence of a language holds, and none of the other does. */
const marks = {
  id: ['yang', 'dan', 'dengan', 'untuk', 'dari', 'pada', 'ini', 'itu', 'tidak', 'dalam', 'oleh', 'sudah', 'adalah'],
  en: ['the', 'and', 'of', 'to', 'for', 'with', 'from', 'is', 'are', 'was', 'by', 'that', 'this', 'which'],
}

/** Whether a text reads as Indonesian where its edition is read in English. A text too short to tell does not. */
export function isUntranslated(text: string, { language }: Pick<Edition, 'language'>): boolean {
  if (language !== 'en') return false
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const count = (of: keyof typeof marks) => words.filter((word) => marks[of].includes(word)).length
  return count('id') >= 2 && count('id') > count('en')
}

/** What is said where answers to such an edition are written; null where they are written in Indonesian. */
export const languageInWords = ({ language }: Pick<Edition, 'language'>): string | null =>
  language === 'en' ? 'Formulir ini dibaca dalam bahasa Inggris. Usul isi dari proyek perlu diterjemahkan.' : null
