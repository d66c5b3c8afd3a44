import type { Db } from '#db'
import { type Files, receiveFile } from '#files'
import type { Actor } from '#kit/actor.ts'

/** Puts a small document into the store, as somebody's upload that waits for its form; returns its id. */
export async function uploadPaper(
  db: Db,
  files: Files,
  actor: Actor,
  paper: { name: string; title: string; lines: string[] },
  now: Date,
): Promise<string> {
  const bytes = paperOf(paper.title, paper.lines)
  const sent = { actor, name: paper.name, size: bytes.length, source: piecesOf(bytes) }
  const arrival = await receiveFile(db, files, sent, now)
  if ('refused' in arrival) throw new Error(`The demonstration's ${paper.name} was refused: ${arrival.refused}`)
  return arrival.upload.id
}

async function* piecesOf(bytes: Uint8Array) {
  yield bytes
}

const letters = 88

/** A PDF of one page in a font that every reader has: a title, and lines of text broken where the page ends. */
function paperOf(title: string, paragraphs: string[]): Uint8Array {
  const lines = paragraphs.flatMap((paragraph) => [...wrap(paragraph), ''])
  const text = [`/F1 14 Tf (${plain(title)}) Tj 0 -28 Td /F1 11 Tf`, ...lines.map((line) => `(${plain(line)}) Tj T*`)]
  const stream = `BT 16 TL 60 780 Td ${text.join('\n')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return String(place).padStart(10, '0')
  })
  const table = ['0000000000 65535 f ', ...places.map((place) => `${place} 00000 n `)].join('\n')
  const end = `xref\n0 ${places.length + 1}\n${table}\ntrailer << /Size ${places.length + 1} /Root 1 0 R >>\n`
  return Buffer.from(`${body}${end}startxref\n${body.length}\n%%EOF\n`, 'latin1')
}

function wrap(paragraph: string): string[] {
  const lines = ['']
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + word.length >= letters) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

/** Text as a PDF's string holds it, with plain signs for those that its encoding lacks. */
const plain = (text: string): string =>
  text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\xff]/g, ' ')
    .replace(/[\\()]/g, '\\$&')
