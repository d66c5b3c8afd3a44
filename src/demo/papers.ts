import sharp from 'sharp'

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

/** A PDF of one page with these lines, in letters that every reader has. */
export function plainPaper(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&').replace(/[–—]/g, '-')}) Tj T*`).join('\n')
  const content = `BT /F1 12 Tf 16 TL 72 770 Td\n${text}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (id) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let paper = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = paper.length
    paper += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${paper.length}\n%%EOF\n`
  return Buffer.from(paper + table + end, 'latin1')
}
