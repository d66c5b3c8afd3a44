import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, exact } from '#kit/decimal.ts'
import { fieldsOf } from './edition.ts'
import { fillersIn } from './fillers.ts'
import { anEdition, makeAnswers, makeEntry, makeFacts, makeLetters, makeScans } from './make-entry.ts'
import { type Around, hangingPoints, preflightOf } from './preflight.ts'
import type { Judged } from './readiness.ts'

const judged = (but: Partial<Judged> = {}): Judged => ({
  ...{ entry: makeEntry(), answers: makeAnswers(), edition: anEdition(), isPublicService: true, film: null },
  ...{ files: makeScans(), letters: makeLetters() },
  ...but,
})
const around = (but: Partial<Around> = {}): Around => ({
  ...{
    facts: makeFacts(),
    verifiedEvidence: 0,
    percent: null,
    entriesInEdition: 1,
    awards: [],
    today: '2023-04-11',
    otherTitles: [],
  },
  ...but,
})
/** An answer of nine tenths of its room, with a figure in it and no sentence twice. */
const strong = (field: { key: string; limit: number | null }) =>
  Array.from({ length: Math.floor(((field.limit ?? 100) * 9) / 10) }, (_, at) => `${field.key}${at}`).join(' ')
const strongAnswers = () =>
  fieldsOf(anEdition()).map((field) => ({
    ...{ field: field.key, text: strong(field), evidence: 'Satu\nDua\nTiga', filledFrom: [], revision: 1 },
  }))
const finalValues = [{ indicator: 'Terjawab', unit: 'persen', from: '11', to: '93' }]
const whole = around({
  facts: makeFacts({ finalValues, replicatedBy: ['Dinas Arsip'] }),
  verifiedEvidence: 2,
  percent: 100,
})
const points = (one: Judged, other: Around) => hangingPoints(preflightOf(one, other)).points

describe('the points that hang', () => {
  test('are none where everything is there, and all where nothing is', () => {
    expect(points(judged({ answers: strongAnswers() }), whole)).toEqual(exact(0))
    expect(points(judged({ answers: [] }), around())).toEqual(exact(100))
  })

  test('are the weight of the aspect that lacks something', () => {
    const without = strongAnswers().filter(({ field }) => field !== 'replikasi')
    expect(points(judged({ answers: without }), whole)).toEqual(exact(20))
    expect(points(judged({ answers: strongAnswers() }), { ...whole, verifiedEvidence: 0 })).toEqual(exact(30))
  })

  test('never grow when an answer is added, and never pass 100', () => {
    fc.assert(
      fc.property(fc.subarray(strongAnswers()), fc.nat(8), (some, at) => {
        const more = [
          ...some,
          ...strongAnswers().filter(({ field }, index) => index === at && !some.some((one) => one.field === field)),
        ]
        const [before, after] = [points(judged({ answers: some }), whole), points(judged({ answers: more }), whole)]
        return compare(after, before) <= 0 && compare(before, exact(100)) <= 0
      }),
    )
  })

  test('are said to be in part unknown where a weight is', () => {
    const [first, ...others] = anEdition().aspects
    const edition = { ...anEdition(), aspects: first ? [{ ...first, weight: null }, ...others] : [] }
    expect(hangingPoints(preflightOf(judged({ edition, answers: [] }), around())).isWhole).toBe(false)
  })
})

describe('what lets an entry in', () => {
  const gates = (one: Judged, other: Around) =>
    preflightOf(one, other)[0]
      ?.findings.filter(({ state }) => state === 'late')
      .map(({ sentence }) => sentence)

  test('is nothing missing, by its edition’s rules', () => {
    expect(gates(judged({ answers: [] }), whole)).toEqual([])
    expect(gates(judged({ entry: makeEntry({ category: null }) }), whole)).toEqual(['Pilih kategori.'])
  })

  test('counts what the project won before, the agency’s entries, and a title that is taken', () => {
    const edition = { ...anEdition(), quota: 2 }
    const after = around({ awards: ['top-99', 'top-99'], entriesInEdition: 3, otherTitles: ['JAWAB  satu-jam!'] })
    expect(gates(judged({ edition }), after)).toEqual([
      'Inovasi ini sudah 2 kali Finalis Top 99; kelompok ini menerima paling banyak 1 kali.',
      'Instansi punya 3 usulan, batasnya 2.',
      'Judul ini sudah dipakai usulan proyek lain.',
    ])
  })
})

test('a window that closed is told of an entry that has not gone out, and of no other', () => {
  const edition = { ...anEdition(), closingOn: '2023-05-06' }
  const told = (state: 'draft' | 'sent', today: string) =>
    preflightOf(judged({ edition, entry: makeEntry({ state }) }), around({ today }))[0]?.findings.some(
      ({ sentence }) => sentence === 'Pendaftaran sudah ditutup 6 Mei 2023.',
    )
  expect([told('draft', '2023-05-06'), told('draft', '2023-05-07'), told('sent', '2023-05-07')]).toEqual([
    ...[false, true, false],
  ])
})

test('what was filled in without being written is told', () => {
  const long = 'Paragraf yang cukup panjang untuk dikenali bila muncul sekali lagi pada bidang yang lain.'
  expect(fillersIn('Jawaban yang ditulis.', [])).toEqual([])
  // Nothing but room takes no longer than words: looked at from each of its blanks, this took half a minute.
  const before = performance.now()
  expect(fillersIn(`Jawaban${' '.repeat(100_000)}ditulis.`, [])).toEqual([])
  expect(performance.now() - before).toBeLessThan(1000)
  expect(fillersIn('Lorem ipsum dolor.', [])).toEqual(['Masih ada teks pengganti.'])
  expect(fillersIn('Kami melayani pembaca. Kami melayani pembaca.', [])).toEqual(['Ada kalimat yang diulang.'])
  expect(fillersIn(`Pembuka.\n\n${long}`, [`${long}\n\nPenutup.`])).toEqual(['Satu paragraf sama dengan bidang lain.'])
})

describe('an empty field', () => {
  test('says what it asks for, what hangs on it, and what there is for it already', () => {
    const parts = preflightOf(judged({ answers: [] }), whole)
    const help = (key: string) =>
      parts.flatMap(({ findings }) => findings).find((finding) => finding.help?.field.key === key)?.help
    expect(help('signifikansi')).toMatchObject({
      field: {
        weight: '30',
        points: [expect.stringContaining('sebelum dan sesudah'), expect.anything(), expect.anything()],
      },
      ...{ from: ['final-values'], missing: ['before', 'after', 'indicators'], evidence: 2 },
    })
    expect(help('replikasi')).toMatchObject({ from: ['replicated'], evidence: 0 })
    expect(help('potensi-replikasi')).toMatchObject({ from: [], missing: [] })
  })
})

test('each finding names where it is known from, and how sure a rule is', () => {
  const parts = preflightOf(judged({ answers: [], entry: makeEntry({ category: null }) }), whole)
  const all = parts.flatMap(({ findings }) => findings)
  expect(all.filter(({ source }) => source === '')).toEqual([])
  expect(all.find(({ sentence }) => sentence === 'Pilih kategori.')?.source).toBe(
    'Aturan edisi, kategori (dari tangan kedua)',
  )
})

test('a start that is still to come has not begun', () => {
  const told = (startedOn: string) =>
    preflightOf(judged({ entry: makeEntry({ startedOn }) }), around())[0]?.findings.some(({ sentence }) =>
      sentence.endsWith('masih akan datang.'),
    )
  expect([told('2023-04-11'), told('2023-04-12')]).toEqual([false, true])
})

test('a film that meets its rule is said to, and by which recording; a link alone is not known', () => {
  const edition = { ...anEdition(), video: { ...anEdition().video, mostSeconds: 180 } }
  const film = { id: 'f', code: 'c', title: 'Membaca', language: 'id', seconds: 150, height: 1080 }
  const told = (known: typeof film | null) =>
    preflightOf(judged({ edition, film: known }), around())[0]?.findings.find(({ sentence }) =>
      sentence.includes('paling lama 3 menit'),
    )
  expect(told(film)).toMatchObject({ state: 'good', source: expect.stringContaining('Dokumentasi “Membaca”') })
  expect(told(null)).toMatchObject({ state: 'open', at: 'identitas' })
})
