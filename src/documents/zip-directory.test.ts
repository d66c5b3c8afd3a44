import { writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { readZipDirectory } from './zip-directory.ts'

const folder = freshFolder()

async function read(bytes: Uint8Array, largest = 1_000_000) {
  const place = path.join(folder, 'a.zip')
  writeFileSync(place, bytes)
  const file = await open(place)
  try {
    return await readZipDirectory(file, bytes.length, largest)
  } finally {
    await file.close()
  }
}

const numbers = (fields: [bytes: 2 | 4 | 8, value: number][]): Buffer =>
  Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(8)
      field.writeBigUInt64LE(BigInt(value))
      return field.subarray(0, bytes)
    }),
  )

/** As some programs write every ZIP: sizes, places and counts stand in the fields of ZIP64 alone (4.3.14, 4.3.15, 4.5.3). */
function zip64(): Buffer {
  const name = Buffer.from('word/isi.xml')
  const extra = numbers([
    [2, 1],
    [2, 24],
    [8, 5],
    [8, 5],
    [8, 0],
  ])
  const record = Buffer.concat([
    numbers([
      [4, 0x02014b50],
      [2, 45],
      [2, 45],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, 0],
      [4, 0xffffffff],
      [4, 0xffffffff],
    ]),
    numbers([
      [2, name.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, 0xffffffff],
    ]),
    ...[name, extra],
  ])
  const local = Buffer.concat([
    numbers([
      [4, 0x04034b50],
      [8, 45],
      [8, 0],
      [8, 0],
      [2, name.length],
    ]),
    name,
  ])
  const at = local.length
  return Buffer.concat([
    ...[local, record],
    numbers([
      [4, 0x06064b50],
      [8, 44],
      [2, 45],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, 1],
      [8, 1],
      [8, record.length],
      [8, at],
    ]),
    numbers([
      [4, 0x07064b50],
      [4, 0],
      [8, at + record.length],
      [4, 1],
    ]),
    numbers([
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, 0xffff],
      [2, 0xffff],
      [4, 0xffffffff],
      [4, 0xffffffff],
      [2, 0],
    ]),
  ])
}

test('a ZIP is read as its directory says, folders too', async () => {
  const records = await read(zipSync({ 'é/': new Uint8Array(), 'é/a.txt': [Buffer.from('isi'), { level: 0 }] }))
  expect(records).toMatchObject([
    { name: 'é/', size: 0, isSpelled: true, isLocked: false },
    { name: 'é/a.txt', size: 3, packed: 3, method: 0, nameLength: 8 },
  ])
})

test('one that says all in the fields of ZIP64 is read as any other', async () => {
  expect(await read(zip64())).toMatchObject([{ name: 'word/isi.xml', size: 5, packed: 5, offset: 0 }])
})

test('a directory that is longer than is wanted is not read', async () => {
  expect(await read(zipSync({ 'a.txt': Buffer.from('isi') }), 40)).toBeUndefined()
})

test('one that is cut, or altered anywhere, is read or is none, and nothing worse', async () => {
  const wholes = [zip64(), Buffer.from(zipSync({ 'a/b.txt': Buffer.from('isi'), c: Buffer.from('lain') }))]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...wholes), fc.nat(), fc.nat(), fc.nat(255), async (whole, to, at, value) => {
      const bytes = Buffer.from(whole.subarray(0, whole.length - (to % 8 === 0 ? to % whole.length : 0)))
      if (bytes.length > 0) bytes[at % bytes.length] = value
      const records = await read(bytes)
      for (const { name } of records ?? []) expect(typeof name).toBe('string')
    }),
    { numRuns: 300 },
  )
})
