import { describe, expect, test } from 'vitest'
import { ageOf, anniversary } from './age.ts'
import { compareEditions, compareWhole } from './compare-editions.ts'
import { excessOf, fieldsOf, parseEdition, readEdition } from './edition.ts'
import { anEdition } from './make-entry.ts'
import { editionOf, shipped } from './shipped.ts'
import { findingsOf } from './video.ts'

describe('an edition', () => {
  test('of 2023 asks eight aspects whose weights sum to 100, with the limits of its form', () => {
    const edition = anEdition()
    expect(edition.aspects.map(({ weight }) => weight)).toEqual(['0', '10', '15', '5', '30', '20', '5', '15'])
    expect(fieldsOf(edition).map(({ limit }) => limit)).toEqual([200, 300, 200, 200, 600, 100, 200, 200, 500])
    expect(edition.categories).toHaveLength(11)
    expect(edition.goals).toHaveLength(17)
  })

  test('has keys that are its own', () => {
    for (const edition of shipped) {
      const keys = fieldsOf(edition).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('whose weights do not sum to 100 exactly is none; one that is unknown says so', () => {
    const edition = anEdition()
    const weighing = (...weights: (string | null)[]) => ({
      ...edition,
      aspects: edition.aspects.map((aspect, at) => ({ ...aspect, weight: weights[at] ?? '0' })),
    })
    expect(() => readEdition(weighing('99.99'))).toThrow('berjumlah tepat 100')
    expect(readEdition(weighing('33.3', '33.3', '33.4')).aspects).toHaveLength(8)
    const unknown = edition.aspects.map((aspect, at) => ({ ...aspect, weight: at === 0 ? null : aspect.weight }))
    expect(readEdition({ ...edition, aspects: unknown }).aspects[0]?.weight).toBeNull()
  })

  test('tells everything that is wrong in a file at its place, and takes nothing of it', () => {
    const { label: _, ...edition } = anEdition()
    const [first, ...others] = edition.aspects
    const wrong = {
      ...edition,
      aspects: [
        { ...first, weight: '7', fields: [{ ...first?.fields[0], key: 'Huruf Besar', limit: 'dua ratus' }] },
        ...others,
      ],
      closingOn: '31 Mei',
      quot: 3,
      checks: [...edition.checks, edition.checks[0]],
    }
    const read = parseEdition(wrong)
    const faults = 'faults' in read ? Object.fromEntries(read.faults.map(({ at, sentence }) => [at, sentence])) : {}
    expect(faults).toMatchObject({
      label: 'Belum ada di berkas ini.',
      'aspects[0].fields[0].key': expect.stringContaining('huruf kecil'),
      'aspects[0].fields[0].limit': 'Harus angka.',
      closingOn: expect.stringContaining('TTTT-BB-HH'),
      'seluruh berkas': 'Tidak dikenal: quot.',
    })
    const both = parseEdition({ ...wrong, opensOn: '2023-06-01', closingOn: '2023-05-06' })
    expect('faults' in both && both.faults.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['label', 'aspects[0].weight', 'closingOn', `checks[${edition.checks.length}].key`]),
    )
    const sums = parseEdition({ ...anEdition(), checks: [...edition.checks, edition.checks[0]] })
    expect('faults' in sums && sums.faults).toMatchObject([{ at: `checks[${edition.checks.length}].key` }])
    expect(parseEdition('teks')).toMatchObject({ faults: [{ at: 'seluruh berkas' }] })
  })

  test('counts words as a judge does; what has no known limit is never over it', () => {
    expect(excessOf('kata '.repeat(9000), { limit: null })).toBe(0)
    expect(excessOf('ke-2 dan/atau – satu', { limit: 3 })).toBe(0)
    expect(excessOf('satu dua tiga empat', { limit: 3 })).toBe(1)
  })
})

describe('two versions of an edition', () => {
  test('that are the same have no difference', () => {
    for (const edition of shipped) {
      expect(compareWhole(edition, edition)).toEqual([])
    }
  })

  test('differ in what an entry answers to: a field that goes keeps its answer', () => {
    const [before, after] = [editionOf('2022-umum'), editionOf('2023-umum')]
    const told = before && after ? compareEditions(before, after) : []
    const sentences = told.map(({ sentence }) => sentence)
    expect(sentences).toContain(
      'Bidang Ide Inovatif tidak lagi ditanyakan. Jawabannya tetap tersimpan, tetapi tidak ikut dikirim.',
    )
    expect(sentences).toContain('Bidang Implementasi Inovasi baru ditanyakan.')
    expect(sentences).toContain('Ringkasan, bobot: semula 5, menjadi 0.')
    expect(told.find(({ sentence }) => sentence.includes('Ide Inovatif'))?.field).toBe('ide-inovatif')
  })

  test('tell what is other in every part: rules of awards, goals, letters, stages, order, and where it is known from', () => {
    const edition = anEdition()
    const [first, second, ...stages] = edition.stages
    const [letter, ...checks] = edition.checks
    if (!first || !second || !letter) throw new Error('The edition is too short.')
    const after = readEdition({
      ...edition,
      awardRules: [{ award: 'top-99', most: 2 }],
      goals: edition.goals.map((goal) => (goal.key === '4' ? { ...goal, label: 'Pendidikan' } : goal)),
      checks: [{ ...letter, stamped: false, signatory: 'Kepala unit' }, ...checks],
      stages: [second, { ...first, passed: 'Memenuhi syarat' }, ...stages],
      video: { ...edition.video, required: false, shows: ['testimoni'] },
      provenance: { ...edition.provenance, age: { certainty: 'read', source: 'Pedoman 2027' } },
    })
    const sentences = compareWhole(edition, after).map(({ sentence }) => sentence)
    expect(sentences).toEqual([
      'Aturan penghargaan: semula Finalis Top 99 paling banyak 1 kali, belum pernah Top Inovasi Terpuji, menjadi Finalis Top 99 paling banyak 2 kali.',
      'Video wajib: semula ya, menjadi tidak.',
      'Yang harus tampak pada video: semula belum diketahui, menjadi testimoni.',
      'Tujuan TPB “Pendidikan Berkualitas”, nama: semula Pendidikan Berkualitas, menjadi Pendidikan.',
      'Surat atau pernyataan “Surat Pernyataan Implementasi Inovasi”, penanda tangan: semula belum diketahui, menjadi Kepala unit.',
      'Surat atau pernyataan “Surat Pernyataan Implementasi Inovasi”, bermeterai: semula ya, menjadi tidak.',
      'Tahap “Seleksi administrasi”, bila lolos disebut: semula belum diketahui, menjadi Memenuhi syarat.',
      expect.stringMatching(/^Tahap, urutan baru: Penilaian proposal; Seleksi administrasi; Finalis/),
      'Kepastian umur inovasi: semula ingatan, belum dipastikan, menjadi dibaca dari sumbernya.',
      'Sumber umur inovasi: semula Dua tahun menurut edisi 2021 dan 2022, menjadi Pedoman 2027.',
    ])
  })
})

describe('a video', () => {
  const rule = { required: true, mostSeconds: 300, leastHeight: 720, language: 'id', hosts: ['youtube.com'], shows: [] }
  const film = { id: 'f', code: 'b7k3m9qt', title: 'Film', language: 'id', seconds: 300, height: 720 }
  const states = (url: string, but: Partial<typeof film> | null = {}) =>
    findingsOf(rule, url, but && { ...film, ...but }).map(({ state }) => state)

  test.each<[string, Partial<typeof film> | null, string[]]>([
    ['https://www.youtube.com/watch?v=1', {}, ['good', 'good', 'good', 'good']],
    ['https://youtube.com.example/1', {}, ['wrong', 'good', 'good', 'good']],
    ['https://youtube.com/1', { seconds: 301 }, ['good', 'wrong', 'good', 'good']],
    ['https://youtube.com/1', { height: 719, language: 'en' }, ['good', 'good', 'wrong', 'wrong']],
    ['https://youtube.com/1', null, ['good', 'unknown', 'unknown', 'unknown']],
    ['', null, ['wrong']],
  ])('at %s that is %j: %j', (url, but, expected) => {
    expect(states(url, but)).toEqual(expected)
  })

  test('is not asked about where the edition has no rule', () => {
    const none = { ...rule, required: false, mostSeconds: null, leastHeight: null, language: null, hosts: [] }
    expect(findingsOf(none, '', null)).toEqual([])
    expect(findingsOf(none, 'https://video.example/1', null)).toEqual([])
  })
})

describe('the age of an innovation', () => {
  test.each([
    ['2021-05-12', '2023-05-12', 'enough'],
    ['2021-05-13', '2023-05-12', 'young'],
    ['2020-02-29', '2022-02-28', 'enough'],
    ['2020-02-29', '2022-02-27', 'young'],
  ])('begun %s, by %s: %s', (startedOn, closingOn, state) => {
    expect(ageOf(startedOn, 2, closingOn)).toMatchObject({ state })
  })

  test.each([
    [null, 2, '2023-05-12', 'start'],
    ['2021-05-12', null, '2023-05-12', 'rule'],
    ['2021-05-12', 2, null, 'closing'],
  ] as const)('is never guessed: start %s, years %s, closing %s', (startedOn, years, closingOn, lacks) => {
    expect(ageOf(startedOn, years, closingOn)).toEqual({ state: 'unknown', lacks })
  })

  test('has its anniversary on 29 February again where there is one', () => {
    expect([anniversary('2020-02-29', 4), anniversary('2020-02-29', 1)]).toEqual(['2024-02-29', '2021-02-28'])
  })
})
