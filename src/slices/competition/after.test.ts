import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayInWords } from '#kit/date.ts'
import { catalogueOf, catalogueTable } from './catalogue.ts'
import { handsOf } from './hands.ts'
import { anEdition, makeAnswers, makeEntry } from './make-entry.ts'
import { newsStates, yearsAsked } from './news.ts'
import { pathsOf } from './package.ts'
import { demandResult, furthest, type StageResult } from './result.ts'

const today = '2026-11-24'
const result = (but: Partial<StageResult> = {}): StageResult => ({
  ...{ stage: 'proposal', outcome: 'passed', decidedOn: '2023-06-20', note: '', revision: 0 },
  ...but,
})

describe('in whose hands an entry lies', () => {
  const hands = (but: Parameters<typeof makeEntry>[0], isWhole: boolean, results: StageResult[] = []) =>
    handsOf(makeEntry(but), isWhole, { zone: 'Asia/Jakarta', today: '2023-04-11' }, { form: anEdition(), results })

  test('goes from its authors to the secretariat and out of the house, each since a day', () => {
    expect(hands({}, false)).toEqual({ who: 'authors', since: '2023-04-01', days: 10 })
    expect(hands({}, true)).toEqual({ who: 'secretariat', since: '2023-04-04', days: 7 })
    const ready = { state: 'ready' as const, readyAt: new Date('2023-04-09T18:00:00Z') }
    expect(hands(ready, true)).toEqual({ who: 'secretariat', since: '2023-04-10', days: 1 })
    expect(hands({ state: 'sent', sentOn: '2023-04-11' }, true)).toMatchObject({ who: 'ministry', days: 0 })
    const gone = { state: 'withdrawn' as const, withdrawnAt: new Date('2023-04-09T18:00:00Z') }
    expect(hands(gone, false)).toEqual({ who: 'withdrawn', since: '2023-04-10', days: 1 })
  })

  test('is nobody for a draft whose edition is over, by its closing day or else by its year', () => {
    const at = (
      today: string,
      but: { closingOn: string | null; year: number | null },
      state: 'draft' | 'ready' = 'draft',
    ) =>
      handsOf(
        makeEntry({ state, readyAt: new Date('2023-04-09T18:00:00Z') }),
        true,
        { zone: 'Asia/Jakarta', today },
        { form: { ...anEdition(), ...but }, results: [] },
      ).who
    const known = { closingOn: '2023-05-06', year: 2023 }
    expect([at('2023-05-06', known), at('2023-05-07', known)]).toEqual(['secretariat', 'closed'])
    expect(at('2023-05-07', known, 'ready')).toBe('secretariat')
    const unknown = { closingOn: null, year: 2023 }
    expect([at('2023-12-31', unknown), at('2024-01-01', unknown)]).toEqual(['secretariat', 'closed'])
    expect(at('2026-01-01', { closingOn: null, year: null })).toBe('secretariat')
  })

  test('is nobody any more once it failed or passed the last stage', () => {
    const sent = { state: 'sent' as const, sentOn: '2023-04-01' }
    const last = anEdition().stages.at(-1)?.key ?? ''
    expect(hands(sent, true, [result()]).who).toBe('ministry')
    expect(hands(sent, true, [result({ outcome: 'failed', decidedOn: '2023-04-09' })])).toEqual({
      ...{ who: 'nobody', since: '2023-04-09', days: 2 },
    })
    expect(hands(sent, true, [result({ stage: last })]).who).toBe('nobody')
  })
})

describe('what became of an innovation', () => {
  test('is asked for each year after the sending, until it stopped', () => {
    expect(yearsAsked(null, [], today)).toEqual([])
    expect(yearsAsked('2023-05-02', [], today)).toEqual([2024, 2025, 2026])
    expect(yearsAsked('2023-05-02', [{ year: 2025, state: 'grew' }], today)).toEqual([2024, 2026])
    expect(yearsAsked('2023-05-02', [], '2025-05-01')).toEqual([2024])
    expect(yearsAsked('2024-02-29', [], '2025-02-28')).toEqual([2025])
    expect(yearsAsked('2023-05-02', [{ year: 2024, state: 'stopped' }], today)).toEqual([])
  })

  test('is never asked for a year that was told, that is to come, or of its sending', () => {
    const told = fc.uniqueArray(
      fc.record({ year: fc.integer({ min: 2020, max: 2030 }), state: fc.constantFrom(...newsStates) }),
      {
        selector: ({ year }) => year,
      },
    )
    fc.assert(
      fc.property(told, fc.integer({ min: 2018, max: 2026 }), (news, year) => {
        const asked = yearsAsked(`${year}-03-01`, news, today)
        return asked.every((one) => one > year && one <= 2026 && !news.some((known) => known.year === one))
      }),
    )
  })
})

describe('a result', () => {
  test('is of a stage of the edition, of an entry that was sent, between its sending and today', () => {
    const sent = makeEntry({ state: 'sent', sentOn: '2023-05-02' })
    const refuse =
      (entry = sent, but: Partial<StageResult> = {}) =>
      () =>
        demandResult(entry, anEdition(), result(but), today)
    expect(refuse()).not.toThrow()
    expect(refuse(makeEntry())).toThrow('conflict')
    expect(refuse(sent, { stage: 'lain' })).toThrow('conflict')
    expect(refuse(sent, { decidedOn: '2023-05-01' })).toThrow('conflict')
    expect(refuse(sent, { decidedOn: '2026-11-25' })).toThrow('conflict')
  })

  test('that is furthest in the order of the stages, not of the days, is how far an entry came', () => {
    const results = [result({ stage: 'top-99', outcome: 'failed' }), result({ decidedOn: '2024-01-01' })]
    expect(furthest(anEdition(), results)).toEqual({ label: 'Finalis Top 99', outcome: 'Tidak lolos' })
    expect(furthest(anEdition(), [])).toBeNull()
  })
})

test('a package holds each file once, by the number of its field, under a safe name', () => {
  const files = ['signifikansi', 'signifikansi', 'replikasi', 'surat-surat-inovator', 'mulai', 'tidak-dikenal'].map(
    (part) => ({ part, name: 'laporan: akhir.pdf' }),
  )
  expect(pathsOf(anEdition(), files).map(({ path }) => path)).toEqual([
    'bukti/00-mulai-diterapkan-laporan- akhir.pdf',
    'bukti/05-signifikansi-laporan- akhir.pdf',
    'bukti/05-signifikansi-laporan- akhir (2).pdf',
    'bukti/06a-adaptabilitas-yang-sudah-mereplikasi-laporan- akhir.pdf',
    'bukti/lain-laporan- akhir.pdf',
    'surat/02-surat-inovator-laporan- akhir.pdf',
  ])
})

test('a catalogue takes entries of different forms into one table, each value under its own heading', () => {
  const entry = { ...makeEntry(), unitName: 'Pusat Jasa' }
  const shared = { entry, answers: makeAnswers(), files: [], agencyName: 'Perpustakaan', writeDay: dayInWords }
  const one = catalogueOf({ ...shared, edition: anEdition(), news: { year: 2025, state: 'Berkembang' } })
  const two = catalogueOf({
    ...shared,
    edition: { ...anEdition(), aspects: anEdition().aspects.slice(0, 1) },
    news: null,
  })
  const { headers, cells } = catalogueTable([two, one])
  expect(new Set(headers).size).toBe(headers.length)
  const at = (row: number, header: string) => cells[row]?.[headers.indexOf(header)]
  expect([at(0, 'Judul'), at(1, 'Signifikansi'), at(0, 'Signifikansi')]).toEqual([
    'Jawab satu jam',
    'Jawaban signifikansi yang cukup.',
    '',
  ])
  expect(at(0, 'Tanggal Mulai')).toBe('22 Februari 2021')
  expect([at(1, 'TPB'), at(1, 'Status'), at(0, 'Status')]).toEqual([
    '4. Pendidikan Berkualitas',
    'Berkembang (2025)',
    '',
  ])
})
