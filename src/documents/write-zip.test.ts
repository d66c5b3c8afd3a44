import { randomBytes } from 'node:crypto'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type ZipEntry, zipOf } from './write-zip.ts'

const at = new Date('2026-11-24T02:00:00Z')
const entry = (name: string, ...parts: Uint8Array[]): ZipEntry => ({
  name,
  size: parts.reduce((sum, { length }) => sum + length, 0),
  open: async function* () {
    yield* parts
  },
})

async function unzip(entries: ZipEntry[]) {
  const parts: Uint8Array[] = []
  for await (const part of zipOf(entries, at)) parts.push(part)
  return unzipSync(Buffer.concat(parts))
}

test('what went in comes out, whatever it is called and however large it is', async () => {
  const photograph = [randomBytes(70_000), randomBytes(1)]
  const files = await unzip([
    entry('indeks.html', Buffer.from('<p>Eviden</p>')),
    entry('1.1 Menyatukan antrean/foto – “baru”.jpg', ...photograph),
    entry('kosong.txt'),
  ])
  expect(Object.keys(files)).toEqual(['indeks.html', '1.1 Menyatukan antrean/foto – “baru”.jpg', 'kosong.txt'])
  expect(Buffer.from(files['1.1 Menyatukan antrean/foto – “baru”.jpg'] ?? [])).toEqual(Buffer.concat(photograph))
  expect(files['kosong.txt']).toHaveLength(0)
})

test('more files than 16 bits can count are all there', async () => {
  const many = Array.from({ length: 65_536 }, (_, index) => entry(`${index}`))
  expect(Object.keys(await unzip(many))).toHaveLength(65_536)
})

test('a file is asked for when its turn comes, and not before', async () => {
  const asked: string[] = []
  const noting = (name: string): ZipEntry => ({
    ...{ name, size: 1 },
    open: async function* () {
      asked.push(name)
      yield Buffer.from('x')
    },
  })
  const archive = zipOf([noting('a'), noting('b')], at)
  for (let part = 0; part < 2; part += 1) await archive.next()
  expect(asked).toEqual(['a'])
})
