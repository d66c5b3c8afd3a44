import { expect, test } from 'vitest'
import { codeInAddress, frameSize } from './oembed.ts'
import { jsonInHtml } from './share.ts'

test.each([
  [{}, { width: 640, height: 432 }],
  [{ width: 320 }, { width: 320, height: 252 }],
  [
    { width: 1000, height: 252 },
    { width: 320, height: 252 },
  ],
])('a frame within %j', (most, size) => {
  expect(frameSize(most)).toEqual(size)
})

test.each([
  ['https://rintis.example/galeri/b7k3m9qt', { of: 'project', code: 'b7k3m9qt' }],
  ['https://rintis.example/galeri/b7k3m9qt/?dari=surel#film', { of: 'project', code: 'b7k3m9qt' }],
  ['https://rintis.example/galeri/dokumentasi/c7k3m9qt?t=83', { of: 'recording', code: 'c7k3m9qt' }],
  ['https://rintis.example/galeri/b7k3m9qt/bingkai', undefined],
  ['https://rintis.example/galeri/dokumentasi/c7k3m9qt/bingkai', undefined],
  ['https://rintis.example.lain/galeri/b7k3m9qt', undefined],
])('%s shows %j', (address, shown) => {
  expect(codeInAddress('https://rintis.example', address)).toEqual(shown)
})

test('what is written into a script ends no element, and is read back as it was', () => {
  const said = { name: '</script><script>alert(1)</script><!--' }
  expect(jsonInHtml(said)).not.toContain('<')
  expect(JSON.parse(jsonInHtml(said))).toEqual(said)
})
