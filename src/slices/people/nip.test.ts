import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nipInGroups, readNip } from './nip.ts'

const today = '2026-11-24'
const reasonOf = (value: string | number) => {
  const read = readNip(value, today)
  return read.ok ? `diterima: ${read.nip}` : read.reason
}

describe('what people put around an NIP is dropped', () => {
  test.each([
    '198504122009122003',
    '19850412 200912 2 003',
    '19850412\u00a0200912\u00a02\u00a0003',
    '1985.0412.2009.12.2.003',
    '19850412-200912-2-003',
    '19850412–200912–2–003',
    "'198504122009122003",
    '’198504122009122003',
    'NIP 198504122009122003',
    'NIP. 19850412 200912 2 003',
    'nip: 198504122009122003',
    "NIP '198504122009122003",
    ' 198504122009122003\u200b',
  ])('%j', (typed) => {
    expect(readNip(typed, today)).toEqual({ ok: true, nip: '198504122009122003', kind: 'pns', warnings: [] })
  })

  test('NI PPPK has its own pattern and label', () => {
    expect(readNip('NI PPPK 199001012022211001', today)).toEqual({
      ok: true,
      nip: '199001012022211001',
      kind: 'pppk',
      warnings: [],
    })
    expect(readNip('199001012022221001', today)).toMatchObject({ ok: true, kind: 'pppk' })
  })
})

describe('what cannot be is refused with its reason', () => {
  test.each<[string | number, RegExp]>([
    ['', /kosong/],
    ['-', /kosong/],
    ['19850412200912200O', /hanya boleh berisi angka/],
    ['19850412200912200', /17 digit/],
    ['1985041220091220033', /19 digit/],
    ['131234567', /NIP lama/],
    ['198513122009122003', /bukan tanggal lahir/],
    ['198502302009122003', /bukan tanggal lahir/],
    ['202701012009122003', /belum terjadi/],
    ['198504122009132003', /ke-13 dan ke-14/],
    ['198504122009002003', /ke-13 dan ke-14/],
    ['198504122009202003', /ke-13 dan ke-14/],
    ['198504122009123003', /ke-15/],
    ['198504122009120003', /ke-15/],
    ['198504122009122000', /berakhir dengan 000/],
    ['1,98504E+17', /berpangkat/],
    ['1.98E+17', /berpangkat/],
    ['1,98e17', /berpangkat/],
    [Number('198504122009122003'), /disimpan sebagai angka/],
    [1, /disimpan sebagai angka/],
  ])('%s', (typed, reason) => {
    expect(reasonOf(typed)).toMatch(reason)
  })
})

describe('what is unlikely passes with a warning', () => {
  test.each([
    ['200504122015121003', 'Usia saat diangkat 10 tahun.'],
    ['195504122019121003', 'Usia saat diangkat 64 tahun.'],
    ['200001012026121003', 'Pengangkatan masih akan datang.'],
    ['199001012027211003', 'Pengangkatan masih akan datang.'],
    ['195001011975011003', 'Sudah lama melewati batas usia pensiun.'],
  ])('%s: %s', (typed, warning) => {
    expect(readNip(typed, today)).toMatchObject({ ok: true, warnings: expect.arrayContaining([warning]) })
  })

  test('an appointment this month is not in the future', () => {
    expect(readNip('200001012026111003', today)).toMatchObject({ ok: true, warnings: [] })
  })
})

const two = (value: number) => String(value).padStart(2, '0')
const possible = fc
  .record({
    year: fc.integer({ min: 1960, max: 2004 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    age: fc.integer({ min: 19, max: 20 }),
    turn: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 21, max: 29 })),
    sex: fc.constantFrom(1, 2),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(
    (it) =>
      `${it.year}${two(it.month)}${two(it.day)}${it.year + it.age}${two(it.turn)}${it.sex}${String(it.sequence).padStart(3, '0')}`,
  )

describe('laws', () => {
  test('every possible NIP passes, however it is grouped, and judging it again changes nothing', () => {
    const separator = fc.constantFrom('', ' ', '\u00a0', '.', '-', '–', ' . ')
    fc.assert(
      fc.property(
        possible,
        separator,
        fc.constantFrom('', 'NIP ', 'NIP.', "'", 'NI PPPK: '),
        (nip, between, before) => {
          const typed = before + nipInGroups(nip).replaceAll(' ', between)
          const read = readNip(typed, today)
          expect(read).toMatchObject({ ok: true, nip })
          expect(readNip(read.ok ? read.nip : '', today)).toEqual(read)
        },
      ),
    )
  })

  test('what passed through a number never passes', () => {
    fc.assert(
      fc.property(possible, (nip) => {
        const stored = Number(Number(nip).toPrecision(15))
        expect(readNip(stored, today).ok).toBe(false)
        expect(readNip(BigInt(stored).toString().slice(0, 15).padEnd(18, '0'), today).ok).toBe(false)
        expect(readNip(stored.toExponential(5), today).ok).toBe(false)
      }),
    )
  })

  test('any text is judged, and a reason never repeats the number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{15,20}$/)), (typed) => {
        const read = readNip(typed, today)
        if (read.ok) expect(read.nip).toMatch(/^\d{18}$/)
        else expect(typed.length > 8 && read.reason.includes(typed)).toBe(false)
      }),
    )
  })
})

test('an NIP is shown in groups of 8, 6, 1 and 3', () => {
  expect(nipInGroups('198504122009122003')).toBe('19850412 200912 2 003')
})
