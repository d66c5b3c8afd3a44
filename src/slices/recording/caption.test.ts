import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beyondEnd,
  beyondInWords,
  type Cue,
  clockOf,
  cuesWith,
  editCues,
  flawOfCues,
  readClock,
  shortClockOf,
} from './caption.ts'
import { readCaptions, tidy, writeCaptions } from './web-vtt.ts'

const cue = (start: number, end: number, text = 'Selamat pagi.'): Cue => ({ start, end, text })

describe('a file of captions', () => {
  test('is WebVTT or SRT, with who speaks, and without styles', () => {
    const vtt =
      '\uFEFFWEBVTT\r\n\r\nNOTE catatan\r\n\r\n1\r\n00:01.000 --> 00:04.500 align:start\r\n<v Nadia>Selamat <i>pagi</i> &amp; salam\r\n\r\n\r\n1:00:05.000 --> 1:00:06.000\r\ndua\r\nbaris\r\n'
    expect(readCaptions(vtt)).toEqual({
      cues: [cue(1000, 4500, 'Nadia: Selamat pagi & salam'), cue(3_605_000, 3_606_000, 'dua\nbaris')],
    })
    expect(readCaptions('1\n00:00:01,000 --> 00:00:02,000\nSatu\n\n2\n00:00:02,000 --> 00:00:03,000\nDua')).toEqual({
      cues: [cue(1000, 2000, 'Satu'), cue(2000, 3000, 'Dua')],
    })
  })

  test.each([
    ['WEBVTT\n\n00:02.000 --> 00:01.000\na', 'Baris takarir ke-1: Waktu selesai harus sesudah waktu mulai.'],
    ['WEBVTT\n\n00:02.000 --> 00:03.000\na\n\n00:01.000 --> 00:09.000\nb', 'Waktu mulainya sebelum baris di atasnya.'],
    ['WEBVTT\n\n00:02.000 --> 00:03.000\n<script>alert(1)</script>', 'tanda < yang tidak dikenal'],
    ['WEBVTT\n\nhalo', 'Baris 3 berkas ini: di sini seharusnya ada waktu'],
    ['WEBVTT', 'tidak memuat satu baris pun'],
  ])('is refused with a sentence: %j', (file, sentence) => {
    expect(readCaptions(file)).toMatchObject({ refused: expect.stringContaining(sentence) })
  })

  test('keeps no letter that a database does not take', () => {
    expect(readCaptions('WEBVTT\n\n00:01.000 --> 00:02.000\nSatu\0')).toEqual({ cues: [cue(1000, 2000, 'Satu\ufffd')] })
  })

  test('is read again as it was written', () => {
    const text = fc.string({ minLength: 1, maxLength: 80, unit: 'binary' }).map((one) => tidy(one.replaceAll('\0', '')))
    const cues = fc
      .array(
        fc.tuple(
          fc.nat(50_000_000),
          fc.integer({ min: 1, max: 9999 }),
          text.filter((one) => one !== ''),
        ),
        {
          minLength: 1,
          maxLength: 20,
        },
      )
      .map((all) =>
        all.map(([start, length, said]) => cue(start, start + length, said)).toSorted((a, b) => a.start - b.start),
      )
    fc.assert(fc.property(cues, (all) => void expect(readCaptions(writeCaptions(all))).toEqual({ cues: all })))
  })
})

test('a clock is read as people write it, and every moment as we write it', () => {
  expect(['83', '1:23,5', '1:02:03.004', '0:61', 'x'].map(readClock)).toEqual([
    83_000,
    83_500,
    3_723_004,
    undefined,
    undefined,
  ])
  fc.assert(fc.property(fc.nat(99_999_000), (moment) => void expect(readClock(clockOf(moment))).toBe(moment)))
  fc.assert(fc.property(fc.nat(99_999_000), (moment) => void expect(readClock(shortClockOf(moment))).toBe(moment)))
  expect([0, 62_500, 3_723_040].map(shortClockOf)).toEqual(['0:00', '1:02,5', '1:02:03,04'])
})

describe('edited cues', () => {
  const cues = [cue(1000, 2000, 'a'), cue(3000, 4000, 'b')]

  test('stand in the order of their time; one without text is gone, and 0 is new', () => {
    const edits = [
      { number: 2, ...cue(500, 900, 'b') },
      { number: 1, ...cue(0, 0, '') },
      { number: 0, ...cue(100, 200, 'c') },
    ]
    expect(editCues(cues, edits).map(({ text }) => text)).toEqual(['c', 'b'])
  })

  test('cannot end before they begin', () => {
    expect(() => editCues(cues, [{ number: 1, ...cue(9, 9) }])).toThrow('conflict')
  })
})

test('a mark that is never closed costs no more than its length', () => {
  // Where each space is tried as the beginning of a name, this is not answered within the bound of a test.
  const read = readCaptions(`WEBVTT\n\n00:00.000 --> 00:01.000\n<v${' '.repeat(600_000)}x\n`)
  expect('refused' in read).toBe(true)
})

test('words are found in lines as they are spoken, across capitals and line ends', () => {
  const cues = [cue(0, 1000, 'Satu\nAntrean'), cue(1000, 2000, 'Antre di loket'), cue(2000, 3000, 'Selesai')]
  expect(cuesWith(cues, 'satu antrean')).toEqual(cues.slice(0, 1))
  expect(cuesWith(cues, 'ANTRE')).toEqual(cues.slice(0, 2))
  expect(cuesWith(cues, '')).toEqual(cues)
  expect(cuesWith(cues, 'tidak ada')).toEqual([])
})

describe('a line beyond the end of its recording', () => {
  const cue = (start: number, end: number): Cue => ({ start, end, text: 'Ya.' })
  test.each([
    ['within it', cue(1000, 4000), 5, null],
    ['that outlasts it by less than its length is known', cue(1000, 5900), 5, null],
    ['that outlasts it', cue(1000, 6100), 5, 'outlasts'],
    ['that begins where it ends', cue(5000, 9000), 5, 'unseen'],
    ['of which the length is not known', cue(5000, 9000), null, null],
  ] as const)('%s', (_, one, seconds, beyond) => {
    expect(beyondEnd(one, seconds)).toBe(beyond)
  })

  test('is told, never refused', () => {
    expect(beyondInWords([cue(0, 1000), cue(1000, 9000)], 5)).toMatch(/^Baris 2 selesai sesudah .*0:05/)
    expect(beyondInWords([cue(0, 1000), cue(6000, 9000), cue(7000, 9000)], 5)).toMatch(/^2 baris mulai sesudah/)
    expect(beyondInWords([cue(0, 1000)], 5)).toBeNull()
    expect(flawOfCues([cue(6000, 9000)])).toBeUndefined()
  })
})
