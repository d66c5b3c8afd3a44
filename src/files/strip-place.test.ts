import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { withoutPlace } from './strip-place.ts'

const place = { GPSLatitudeRef: 'S', GPSLatitude: '6/1 10/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 49/1 0/1' }
const telephone = { Make: 'TeleponDinas', ImageDescription: 'Rumah Nadia' }

/** A picture of two colours with the place where it was taken, turned as a telephone held upright does. */
const taken = (format: 'jpeg' | 'png' | 'webp', orientation = 6) =>
  sharp({ create: { width: 40, height: 24, channels: 3, background: '#204060' } })
    .composite([
      { input: Buffer.from('<svg width="20" height="24"><rect width="20" height="24" fill="#d09030"/></svg>') },
    ])
    .withMetadata({ orientation })
    .withExifMerge({ IFD0: telephone, IFD3: place })
    .toFormat(format, format === 'jpeg' ? { progressive: true } : {})
    .toBuffer()

const pixelsOf = (picture: Uint8Array) => sharp(picture).raw().toBuffer()

describe.each(['jpeg', 'png', 'webp'] as const)('a %s that says where it was taken', (format) => {
  test('is the same picture without saying it, and the original is untouched', async () => {
    const original = await taken(format)
    const before = Buffer.from(original)
    expect((await sharp(original).metadata()).exif?.includes('TeleponDinas')).toBe(true)
    const copy = withoutPlace(original, `image/${format}`)
    if (copy === null) throw new Error('No copy.')
    expect(Buffer.from(copy).includes('TeleponDinas')).toBe(false)
    expect(Buffer.from(copy).includes('Rumah Nadia')).toBe(false)
    const { exif, xmp } = await sharp(copy).metadata()
    expect([exif?.length ?? 0, xmp]).toEqual([format === 'jpeg' ? 32 : 0, undefined])
    expect(await pixelsOf(copy)).toEqual(await pixelsOf(original))
    expect(original).toEqual(before)
    expect(withoutPlace(copy, `image/${format}`)).toEqual(copy)
  })

  test('loses what was appended behind its end', async () => {
    const original = await taken(format)
    const copy = withoutPlace(Buffer.concat([original, await taken('jpeg')]), `image/${format}`)
    expect(copy).toEqual(withoutPlace(original, `image/${format}`))
  })

  test('that is cut off or no picture never keeps a name that only its EXIF held', async () => {
    const original = await taken(format)
    fc.assert(
      fc.property(fc.nat(original.length), fc.uint8Array({ maxLength: 40 }), (length, noise) => {
        for (const bytes of [original.subarray(0, length), noise]) {
          const copy = withoutPlace(bytes, `image/${format}`)
          expect(copy === null || !Buffer.from(copy).includes('TeleponDinas')).toBe(true)
        }
      }),
    )
  })
})

test.each([1, 3, 6, 8])('a JPEG that is turned by %i stays turned', async (orientation) => {
  const copy = withoutPlace(await taken('jpeg', orientation), 'image/jpeg')
  expect((await sharp(copy ?? new Uint8Array()).metadata()).orientation ?? 1).toBe(orientation)
})

test('a kind that cannot be followed has no copy', async () => {
  expect(withoutPlace(await taken('jpeg'), 'image/heic')).toBeNull()
  expect(withoutPlace(await taken('jpeg'), 'image/png')).toBeNull()
})
