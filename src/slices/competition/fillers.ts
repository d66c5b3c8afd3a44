/**
 * What betrays that an answer was filled in without being written: in 2017 proposals fell for "isian asal-asalan"
 * (domain dossier 8, G14).
 */
export function fillersIn(text: string, others: readonly string[]): string[] {
  const sentences = text.split(/(?<=[.!?])\s+/).map(flat)
  const repeated = sentences.find((one) => one.length > 20 && sentences.filter((other) => other === one).length > 1)
  const paragraphs = text.split(/\n\s*\n/).map(flat)
  const elsewhere = new Set(others.flatMap((other) => other.split(/\n\s*\n/).map(flat)))
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

const flat = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
