/**
 * What betrays that an answer was filled in without being written: in 2017 proposals fell for "isian asal-asalan"
 * (domain dossier 8, G14).
 */
export function fillersIn(text: string, others: readonly string[]): string[] {
  const sentences = sentencesIn(text).map(flat)
  const repeated = sentences.find((one) => one.length > 20 && sentences.filter((other) => other === one).length > 1)
  const paragraphs = paragraphsIn(text).map(flat)
  const elsewhere = new Set(others.flatMap((other) => paragraphsIn(other).map(flat)))
  return [
    ...(/lorem ipsum|\bx{3,}\b|\bisi di sini\b|\bcontoh teks\b|\btbd\b/i.test(text) || /^[\s.…_-]+$/.test(text)
      ? ['Masih ada teks pengganti.']
      : []),
    ...(repeated === undefined ? [] : ['Ada kalimat yang diulang.']),
    ...(paragraphs.some((one) => one.length > 60 && elsewhere.has(one))
      ? ['Satu paragraf sama dengan bidang lain.']
      : []),
  ]
}

/**
 * What ends a sentence: its mark, or the end of its line. Only the first blank of many begins an end: looked at from each
 * of them, an answer of nothing but room keeps everybody waiting.
 */
const end = /(?<=[.!?])\s+|(?<!\s)\s*\n\s*/

export const sentencesIn = (text: string): string[] => text.split(end)

/** A text as its sentences, each with what stood before it. */
export const spacedSentences = (text: string): { text: string; gap: string }[] => {
  const cut = text.split(new RegExp(`(${end.source})`))
  return cut.flatMap((piece, at) => (at % 2 === 1 || piece === '' ? [] : [{ text: piece, gap: cut[at - 1] ?? '' }]))
}

/** A text cut at its empty lines. */
export const paragraphsIn = (text: string): string[] => text.split(/\n\s*\n/)

const flat = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
