import { crc32 } from 'node:zlib'

/** A file of a ZIP archive. Its bytes are asked for when its turn comes. */
export type ZipEntry = { name: string; size: number; open: () => AsyncIterable<Uint8Array> }

/** What the directory at the end says of an entry. */
type Written = { name: Buffer; crc: number; size: number; offset: number }

const most = 0xff_ff_ff_ff
const mostEntries = 0xff_ff
/** Names are UTF-8, and the checksum follows the bytes. */
const flags = 0x08_08
const plain = 20
const large = 45

/**
 * A ZIP archive (APPNOTE 6.3) as it is read, never whole in memory: nothing is compressed, since photographs, films and
 * office files are already. ZIP64 fields are written where a file, the archive or its number of files asks for them;
 * `fflate` and others end at 4 GB, which one film passes.
 */
export async function* zipOf(entries: Iterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let offset = 0
  for (const { name: given, size: announced, open } of entries) {
    const name = Buffer.from(given)
    const isLarge = announced >= most
    const head = localHeader(name, isLarge, at)
    yield head
    let [crc, size] = [0, 0]
    for await (const bytes of open()) {
      crc = crc32(bytes, crc)
      size += bytes.length
      yield bytes
    }
    if (size >= most && !isLarge) throw new Error(`${given} is larger than its ${announced} bytes.`)
    const tail = descriptor(crc, size, isLarge)
    yield tail
    written.push({ name, crc, size, offset })
    offset += head.length + size + tail.length
  }
  let length = 0
  for (const entry of written) {
    const line = directoryLine(entry, at)
    length += line.length
    yield line
  }
  yield directoryEnd(written.length, length, offset)
}

function localHeader(name: Buffer, isLarge: boolean, at: Date): Buffer {
  const extra = isLarge ? largeField(0, 0) : Buffer.alloc(0)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04_03_4b_50, 0)
  head.writeUInt16LE(isLarge ? large : plain, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt32LE(dosTime(at), 10)
  head.writeUInt32LE(isLarge ? most : 0, 18)
  head.writeUInt32LE(isLarge ? most : 0, 22)
  head.writeUInt16LE(name.length, 26)
  head.writeUInt16LE(extra.length, 28)
  return Buffer.concat([head, name, extra])
}

/** Checksum and sizes, which are known once the bytes have gone by. */
function descriptor(crc: number, size: number, isLarge: boolean): Buffer {
  const tail = Buffer.alloc(isLarge ? 24 : 16)
  tail.writeUInt32LE(0x08_07_4b_50, 0)
  tail.writeUInt32LE(crc, 4)
  if (isLarge) {
    tail.writeBigUInt64LE(BigInt(size), 8)
    tail.writeBigUInt64LE(BigInt(size), 16)
  } else {
    tail.writeUInt32LE(size, 8)
    tail.writeUInt32LE(size, 12)
  }
  return tail
}

function directoryLine({ name, crc, size, offset }: Written, at: Date): Buffer {
  const sizes = size >= most ? [size, size] : []
  const extra = [...sizes, ...(offset >= most ? [offset] : [])]
  const field = extra.length > 0 ? largeField(...extra) : Buffer.alloc(0)
  const line = Buffer.alloc(46)
  line.writeUInt32LE(0x02_01_4b_50, 0)
  line.writeUInt16LE((3 << 8) | large, 4)
  line.writeUInt16LE(extra.length > 0 ? large : plain, 6)
  line.writeUInt16LE(flags, 8)
  line.writeUInt32LE(dosTime(at), 12)
  line.writeUInt32LE(crc, 16)
  line.writeUInt32LE(Math.min(size, most), 20)
  line.writeUInt32LE(Math.min(size, most), 24)
  line.writeUInt16LE(name.length, 28)
  line.writeUInt16LE(field.length, 30)
  // A plain file that everybody may read.
  line.writeUInt32LE(0o100644 * 0x1_00_00, 38)
  line.writeUInt32LE(Math.min(offset, most), 42)
  return Buffer.concat([line, name, field])
}

function directoryEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06_05_4b_50, 0)
  end.writeUInt16LE(Math.min(count, mostEntries), 8)
  end.writeUInt16LE(Math.min(count, mostEntries), 10)
  end.writeUInt32LE(Math.min(length, most), 12)
  end.writeUInt32LE(Math.min(offset, most), 16)
  if (count < mostEntries && length < most && offset < most) return end
  const long = Buffer.alloc(76)
  long.writeUInt32LE(0x06_06_4b_50, 0)
  long.writeBigUInt64LE(44n, 4)
  long.writeUInt16LE((3 << 8) | large, 12)
  long.writeUInt16LE(large, 14)
  long.writeBigUInt64LE(BigInt(count), 24)
  long.writeBigUInt64LE(BigInt(count), 32)
  long.writeBigUInt64LE(BigInt(length), 40)
  long.writeBigUInt64LE(BigInt(offset), 48)
  long.writeUInt32LE(0x07_06_4b_50, 56)
  long.writeBigUInt64LE(BigInt(offset + length), 64)
  long.writeUInt32LE(1, 72)
  return Buffer.concat([long, end])
}

/** The extra field of ZIP64: the numbers that don't fit where they belong. */
function largeField(...numbers: number[]): Buffer {
  const field = Buffer.alloc(4 + numbers.length * 8)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(numbers.length * 8, 2)
  numbers.forEach((number, index) => {
    field.writeBigUInt64LE(BigInt(number), 4 + index * 8)
  })
  return field
}

/** Time and date of MS-DOS, in UTC and to two seconds. */
const dosTime = (at: Date): number =>
  (((at.getUTCFullYear() - 1980) << 25) |
    ((at.getUTCMonth() + 1) << 21) |
    (at.getUTCDate() << 16) |
    (at.getUTCHours() << 11) |
    (at.getUTCMinutes() << 5) |
    (at.getUTCSeconds() >> 1)) >>>
  0
