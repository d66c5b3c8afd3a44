import sharp from 'sharp'

/** A photograph of the demonstration: a reading room by day, each number with other light and other readers. */
export async function makePhotograph(number: number): Promise<Buffer> {
  const [wall, floor] = lights[number % lights.length] ?? ['#d8d2c4', '#8a7458']
  const readers = Array.from({ length: 2 + (number % 3) }, (_, at) =>
    readerAt(140 + at * 260 + number * 25, at + number),
  )
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
    <rect width="1200" height="800" fill="${wall}"/><rect y="560" width="1200" height="240" fill="${floor}"/>
    <rect x="${60 + number * 40}" y="90" width="260" height="330" fill="#f4f1e8"/>
    <rect x="${720 - number * 30}" y="140" width="380" height="280" fill="#5b4636"/>
    <path d="M${720 - number * 30} 235h380m-380 92h380" stroke="#efe6d2" stroke-width="10"/>
    ${readers.join('')}<rect x="60" y="590" width="1080" height="36" fill="#3d2f25"/></svg>`
  return sharp(Buffer.from(scene)).jpeg({ quality: 80 }).toBuffer()
}

const lights = [
  ['#d9d3c3', '#8a7458'],
  ['#c7d3d6', '#6f6a5e'],
  ['#e3c9a2', '#7c5f43'],
] as const

const shirts = ['#0d4c3f', '#764900', '#2f4858', '#98291a']

const readerAt = (x: number, at: number): string =>
  `<circle cx="${x}" cy="430" r="52" fill="#6b4a36"/><rect x="${x - 75}" y="475" width="150" height="130" rx="40" fill="${shirts[at % shirts.length]}"/>`
