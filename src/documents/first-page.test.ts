import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { makePdf } from '#test/pdf.ts'
import { drawFirstPage } from './first-page.ts'

async function draw(bytes: Buffer, size = bytes.length) {
  const file = path.join(freshFolder(), 'a.pdf')
  await writeFile(file, bytes)
  return drawFirstPage(file, size)
}

test('the first page is drawn small, with the colours that it has', async () => {
  const picture = await draw(makePdf('1 0 0 rg 0 0 420 297 re f'))
  expect(picture).not.toBeNull()
  const { data, info } = await sharp(picture ?? Buffer.alloc(0))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(info.height).toBeLessThanOrEqual(1200)
  expect(info.width / info.height).toBeCloseTo(420 / 594, 1)
  const pointAt = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
  const [top, bottom] = [pointAt(100, 100), pointAt(100, info.height - 100)]
  for (const value of top) expect(value).toBeGreaterThan(245)
  expect(bottom[0]).toBeGreaterThan(230)
  expect(bottom[2]).toBeLessThan(30)
})

test.each([
  ['is no PDF inside', Buffer.from('%PDF-1.7\nbukan apa-apa')],
  ['has no page', makePdf('', { pages: 0 })],
])('of a file that %s there is no picture', async (_, bytes) => {
  expect(await draw(bytes)).toBeNull()
})

test.each([
  ['a page as large as a field', makePdf('', { box: '0 0 9000000 9000000' })],
  ['a form that draws itself without end', makePdf('/Self Do '.repeat(10_000))],
])('%s is drawn as small as any other', async (_, bytes) => {
  const { width, height } = await sharp((await draw(bytes)) ?? Buffer.alloc(0)).metadata()
  expect(Math.max(width, height)).toBeLessThanOrEqual(1200)
})

test('a file that is larger than a picture is worth is not drawn', async () => {
  expect(await draw(makePdf('', { box: '0 0 400 400' }), 101_000_000)).toBeNull()
})
