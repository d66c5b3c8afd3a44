import sharp from 'sharp'
import type { Paper } from '#documents/paper.ts'
import { writeDocx } from '#documents/write-docx.ts'
import { writePdf } from '#documents/write-pdf.ts'
import { agency } from './texts/agency.ts'

/** A picture of bars without words, each as high as its share of one; the wash behind them tells two pictures apart. */
export function barPicture(shares: readonly number[], wash: string): Promise<Buffer> {
  const [width, height, gap] = [640, 400, 24]
  const step = (width - gap) / shares.length
  const bars = shares.map((share, at) => {
    const tall = Math.max(4, Math.min(1, share) * (height - 80))
    const place = `x="${gap + at * step}" y="${height - 40 - tall}" width="${step - gap}" height="${tall}"`
    return `<rect ${place} rx="4" fill="#1f6f5c"/>`
  })
  const ground = `<rect width="${width}" height="${height}" fill="${wash}"/>`
  const floor = `<rect y="${height - 40}" width="${width}" height="2" fill="#4a4a45"/>`
  const size = `width="${width}" height="${height}"`
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${ground}${bars.join('')}${floor}</svg>`
  return sharp(Buffer.from(drawing)).png({ palette: true }).toBuffer()
}

/** A short paper of the agency's, as PDF: a title, and paragraphs below it. */
export const paperOf = (title: string, paragraphs: readonly string[], createdAt: Date): Promise<Uint8Array> =>
  writePdf(written(title, paragraphs, createdAt))

/** The same as Word writes it. */
export const letterOf = (title: string, paragraphs: readonly string[], createdAt: Date): Promise<Uint8Array> =>
  writeDocx(written(title, paragraphs, createdAt))

const written = (title: string, paragraphs: readonly string[], createdAt: Date): Paper => ({
  title,
  author: agency.name,
  createdAt,
  orientation: 'portrait',
  blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
})
