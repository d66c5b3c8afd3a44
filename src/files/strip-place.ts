/** The kinds of pictures from which the place where they were taken can be cut out. */
export const strippable = ['image/jpeg', 'image/png', 'image/webp']

/**
 * A copy of a picture without anything but the picture: no EXIF (where it was taken, with which telephone), XMP, IPTC,
 * comments, or what telephones append behind the end. Not a pixel is touched, and neither are the colour profile and
 * the way a JPEG is turned. Null when the bytes are no such picture as far as we can follow them.
 */
export function withoutPlace(bytes: Uint8Array, mediaType: string): Uint8Array | null {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const strip = { 'image/jpeg': stripJpeg, 'image/png': stripPng, 'image/webp': stripWebp }[mediaType]
  return strip ? strip(picture) : null
}

const marker = { begin: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee }

function stripJpeg(picture: Buffer): Buffer | null {
  if (picture.length < 4 || picture.readUInt16BE(0) !== 0xff_d8) return null
  const kept: Buffer[] = [picture.subarray(0, 2)]
  let turned = 1
  let at = 2
  while (at + 4 <= picture.length || (at + 2 <= picture.length && picture[at + 1] === marker.end)) {
    if (picture[at] !== 0xff) return null
    const code = picture[at + 1] ?? 0
    // A marker may be preceded by any number of these.
    if (code === 0xff) {
      at += 1
      continue
    }
    if (code === marker.end) {
      kept.push(picture.subarray(at, at + 2))
      if (turned > 1) kept.splice(1, 0, turnedExif(turned))
      return Buffer.concat(kept)
    }
    const next = at + 2 + picture.readUInt16BE(at + 2)
    if (next > picture.length || next < at + 4) return null
    const segment = picture.subarray(at, next)
    if (code === marker.app1 && opensWith(segment, 'Exif\0\0')) turned = turnedIn(segment.subarray(10)) ?? turned
    if (isOfPicture(code, segment)) kept.push(segment)
    at = next
    if (code !== marker.scan) continue
    const behind = endOfScan(picture, at)
    kept.push(picture.subarray(at, behind))
    at = behind
  }
  return null
}

const opensWith = (segment: Buffer, word: string) => segment.subarray(4, 4 + word.length).toString('latin1') === word

/** Of the segments for applications only those that say how colours are meant. */
function isOfPicture(code: number, segment: Buffer): boolean {
  if (code === marker.comment) return false
  if (code < 0xe0 || code > 0xef) return true
  return (
    (code === marker.app0 && opensWith(segment, 'JFIF\0')) ||
    (code === marker.app2 && opensWith(segment, 'ICC_PROFILE\0')) ||
    (code === marker.app14 && opensWith(segment, 'Adobe'))
  )
}

/** Where the next marker stands behind the bytes of a scan: no stuffed byte, and none that only begins them anew. */
function endOfScan(picture: Buffer, from: number): number {
  let at = picture.indexOf(0xff, from)
  while (at !== -1 && at + 1 < picture.length) {
    const code = picture[at + 1] ?? 0
    if (code !== 0 && (code < 0xd0 || code > 0xd7)) return at
    at = picture.indexOf(0xff, at + 2)
  }
  return picture.length
}

/** Orientation (tag 0x0112) in the first directory of a TIFF header, from 1 to 8. */
function turnedIn(tiff: Buffer): number | null {
  if (tiff.length < 14) return null
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return null
  const entries = Math.min(short(directory), Math.floor((tiff.length - directory - 2) / 12))
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12
    if (short(entry) !== 0x01_12) continue
    const turned = short(entry + 8)
    return turned >= 1 && turned <= 8 ? turned : null
  }
  return null
}

/** An EXIF segment that says how the picture is turned, and nothing else. */
function turnedExif(turned: number): Buffer {
  const segment = Buffer.alloc(36)
  segment.writeUInt16BE(0xff_e1, 0)
  segment.writeUInt16BE(34, 2)
  segment.write('Exif\0\0MM\0*', 4, 'latin1')
  segment.writeUInt32BE(8, 14)
  segment.writeUInt16BE(1, 18)
  segment.writeUInt16BE(0x01_12, 20)
  segment.writeUInt16BE(3, 22)
  segment.writeUInt32BE(1, 24)
  segment.writeUInt16BE(turned, 28)
  return segment
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** Chunks that the picture is drawn from; texts, times, EXIF and what we don't know stay out. */
const drawnFrom = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'pHYs', 'bKGD', 'hIST'],
  ...['acTL', 'fcTL', 'fdAT'],
]

function stripPng(picture: Buffer): Buffer | null {
  if (!picture.subarray(0, 8).equals(signature)) return null
  const kept: Buffer[] = [signature]
  for (let at = 8; at + 12 <= picture.length; ) {
    const next = at + 12 + picture.readUInt32BE(at)
    if (next > picture.length) return null
    const name = picture.toString('latin1', at + 4, at + 8)
    if (drawnFrom.includes(name)) kept.push(picture.subarray(at, next))
    if (name === 'IEND') return Buffer.concat(kept)
    at = next
  }
  return null
}

const shownInWebp = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']

function stripWebp(picture: Buffer): Buffer | null {
  if (picture.length < 20 || picture.toString('latin1', 0, 4) !== 'RIFF') return null
  if (picture.toString('latin1', 8, 12) !== 'WEBP') return null
  const end = Math.min(picture.length, 8 + picture.readUInt32LE(4))
  const head = Buffer.from(picture.subarray(0, 12))
  const kept = [head]
  for (let at = 12; at + 8 <= end; ) {
    const size = picture.readUInt32LE(at + 4)
    const next = at + 8 + size + (size % 2)
    if (at + 8 + size > end) return null
    const name = picture.toString('latin1', at, at + 4)
    if (shownInWebp.includes(name)) {
      const chunk = Buffer.from(picture.subarray(at, next))
      // It no longer has EXIF (0x08) or XMP (0x04).
      if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c
      kept.push(chunk)
    }
    at = next
  }
  const stripped = Buffer.concat(kept)
  stripped.writeUInt32LE(stripped.length - 8, 4)
  return kept.length > 1 ? stripped : null
}
