import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Typed } from '#kit/form.ts'
import { compareWhole } from './compare-editions.ts'
import { type Edition, parseEdition, readEdition } from './edition.ts'
import { placeFaults } from './edition-faults.ts'
import { at, type Draft, idOf, type Part, rowsAt, type Said, saidIn, withAt } from './edition-part.ts'
import { partsOf } from './edition-parts.ts'
import { alignedPart, moved, nameIn, typedIndex, typedPart, without, withTyped } from './edition-typed.ts'
import { anEdition } from './make-entry.ts'
import { certainties } from './provenance.ts'
import { shipped } from './shipped.ts'

const partIn = (draft: Draft, key: string): Part => {
  const part = partsOf(draft).find((one) => one.key === key)
  if (!part) throw new Error(`There is no part ${key}.`)
  return part
}
const retyped = (draft: Draft, key: string, but: Typed): Draft => {
  const part = partIn(draft, key)
  return withTyped(part, draft, { ...typedPart(part, draft), ...but })
}
const faultsOf = (draft: Draft) => {
  const read = parseEdition(draft)
  return placeFaults(draft, 'faults' in read ? read.faults : [])
}

/** Editions that differ from those that are carried in all that a file may say. */
const words = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,.“”\n-]{0,40}$/)
const unknown = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null })
const choices = fc.uniqueArray(fc.record({ key: fc.stringMatching(/^[a-z0-9]{1,8}$/), label: words }), {
  selector: ({ key }) => key,
  maxLength: 5,
})
const editions: fc.Arbitrary<Edition> = fc
  .record({
    base: fc.constantFrom(...shipped),
    label: words,
    year: unknown(fc.integer({ min: 2000, max: 2100 })),
    remark: words,
    quota: unknown(fc.nat(99)),
    minimumYears: unknown(fc.nat(9)),
    needsPublicService: fc.boolean(),
    awardRules: fc.uniqueArray(fc.record({ award: fc.constantFrom('top-99', 'juara', 'top-15'), most: fc.nat(9) }), {
      selector: ({ award }) => award,
    }),
    categories: choices,
    goals: choices,
    stages: choices,
    mostBytes: unknown(fc.integer({ min: 1, max: 2 ** 40 })),
    statement: fc.option(words, { nil: undefined }),
    shows: fc.array(words.map((line) => line.replaceAll('\n', ' '))),
    certainty: fc.constantFrom(...certainties),
  })
  .map(({ base, mostBytes, statement, shows, certainty, ...said }) =>
    readEdition({
      ...base,
      ...said,
      aspects: base.aspects.map((aspect) => ({ ...aspect, weight: null })),
      video: { ...base.video, shows },
      checks: base.checks.map((check) => ({ ...check, mostBytes, ...(statement !== undefined && { statement }) })),
      provenance: { ...base.provenance, stages: { certainty, source: said.remark } },
    }),
  )

describe('an edition in its pages', () => {
  test('that is saved part by part with nothing corrected says what its file said', () => {
    fc.assert(
      fc.property(editions, (edition) => {
        const saved = partsOf(edition).reduce<Draft>((draft, { key }) => retyped(draft, key, {}), edition)
        expect(JSON.stringify(readEdition(saved))).toBe(JSON.stringify(edition))
      }),
      { numRuns: 40 },
    )
  })

  test('reads the same whatever the order in which a store keeps its names', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, inner]) => [name, turned(inner)]),
            )
          : value
    for (const edition of shipped) expect(JSON.stringify(readEdition(turned(edition)))).toBe(JSON.stringify(edition))
  })

  test('has each thing that its file says on one of its pages', () => {
    const edition = anEdition()
    const shown = new Set(partsOf(edition).flatMap((part) => Object.keys(typedPart(part, edition))))
    for (const name of ['award_1', 'key_17', 'statement_1', 'signatory_1', 'passed_7', 'video_hosts', 'only_if_key_2'])
      expect(shown).toContain(name)
    for (const [name, value] of Object.entries(edition)) {
      if (name === 'key') continue
      const broken = parseEdition({ ...edition, [name]: { wrong: value } })
      const { parts, elsewhere } = placeFaults(edition, 'faults' in broken ? broken.faults : [])
      expect([name, elsewhere.filter(({ at: place }) => place.startsWith(name))]).toEqual([name, []])
      expect([name, parts.size > 0]).toEqual([name, true])
    }
  })
})

test('whatever is corrected in a page is told before it is published', () => {
  const edition = anEdition()
  const corrected = (part: Part, name: string, { kind, options }: Said): Edition | undefined => {
    const offered = options?.(edition).map(({ value }) => value) ?? ['lain', '7', '2020-01-02', '', 'yes']
    for (const value of kind === 'several' ? [offered, []] : offered) {
      const read = parseEdition(retyped(edition, part.key, { [name]: value }))
      if ('edition' in read && !isDeepStrictEqual(read.edition, edition)) return read.edition
    }
    return undefined
  }
  const seen = partsOf(edition).flatMap((part) => [
    ...saidIn(part).map((said) => ({ part, said, name: nameIn(said) })),
    ...(part.rows?.said ?? []).map((said) => ({ part, said, name: nameIn(said, 1) })),
  ])
  const other = seen.flatMap(({ part, said, name }) => {
    const after = corrected(part, name, said)
    return after ? [{ place: `${part.key} ${name}`, told: compareWhole(edition, after) }] : []
  })
  expect(other.filter(({ told }) => told.length === 0).map(({ place }) => place)).toEqual([])
  // The first question of the identity hangs on none.
  expect(seen.length - other.length).toBeLessThanOrEqual(2)
})

describe('what is typed', () => {
  test('is kept however wrong it is, and told beside its field together with what is wrong between parts', () => {
    const typed = { label_1: '', weight_2: 'sepuluh', weight_3: '20' }
    const draft = retyped(anEdition(), 'aspek', typed)
    expect(typedPart(partIn(draft, 'aspek'), draft)).toMatchObject(typed)
    const dated = retyped(draft, 'syarat', { opens_on: '2023-06-01', minimum_years: 'dua', most_1: '-1' })
    const { parts } = faultsOf(dated)
    expect(parts.get('aspek')).toMatchObject({
      label_1: 'Nama (aspek ke-1): tidak boleh kosong.',
      weight_2: 'Bobot (aspek ke-2): isi angka, misalnya 12,5.',
    })
    expect(parts.get('syarat')).toEqual({
      closing_on: 'Pendaftaran ditutup: penutupan tidak boleh sebelum pembukaan.',
      minimum_years: 'Umur paling sedikit: isi bilangan bulat.',
      most_1: 'Paling banyak (aturan penghargaan ke-1): isi bilangan bulat.',
    })
    const summed = faultsOf(retyped(anEdition(), 'aspek', { weight_2: '10,5' }))
    expect(summed.parts.get('aspek')).toEqual({
      weight_1: 'Bobot (aspek ke-1): semua bobot harus berjumlah tepat 100, sekarang 100,5.',
    })
  })

  test('in a new row becomes one with a key of its own; an empty row is none', () => {
    const draft = retyped(anEdition(), 'kategori', { was_12: '', label_12: 'Pendidikan', was_13: '', label_13: ' ' })
    expect(rowsAt(draft, 'categories').at(-1)).toEqual({ key: 'pendidikan-2', label: 'Pendidikan' })
    expect(rowsAt(draft, 'categories')).toHaveLength(12)
    const fields = retyped(draft, 'bidang-1', { was_2: '', label_2: 'Siap', question_2: 'Sudah?', number_2: '1b' })
    expect(at(fields, 'aspects.0.fields.1')).toMatchObject({ key: 'siap-2', label: 'Siap', limit: null, points: [] })
    expect(parseEdition(fields)).toHaveProperty('edition')
    const long = `Apakah inovasi ini pernah dinyatakan sebagai pemenang lomba${' lain'.repeat(20)}`
    for (const size of [58, 59, 60, 61, 62]) {
      const asked = {
        was_6: '',
        label_6: long.slice(0, size),
        kind_6: 'text',
        was_7: '',
        label_7: long,
        kind_7: 'text',
      }
      expect(parseEdition(retyped(anEdition(), 'identitas', asked))).toHaveProperty('edition')
    }
  })

  test('as a new aspect asks a field, whose question is still to be written', () => {
    const draft = retyped(anEdition(), 'aspek', { was_9: '', label_9: 'Kolaborasi', weight_9: '' })
    expect(faultsOf(draft).parts.get('bidang-9')).toEqual({
      number_1: 'Nomor (bidang ke-1): tidak boleh kosong.',
      question_1: 'Pertanyaan (bidang ke-1): tidak boleh kosong.',
    })
  })

  test('of a question that hangs on no other any more says so by nothing', () => {
    const draft = retyped(anEdition(), 'identitas', { only_if_key_2: '', only_if_is_2: '' })
    expect(at(draft, 'identity.1.onlyIf')).toBeNull()
    const half = retyped(draft, 'identitas', { only_if_key_2: 'nama-aplikasi' })
    expect(Object.keys(faultsOf(half).parts.get('identitas') ?? {}).sort()).toEqual(['only_if_is_2', 'only_if_key_2'])
  })
})

describe('a row', () => {
  test('is moved and taken out by its name; the others stay as they are', () => {
    const edition = anEdition()
    const part = partIn(edition, 'tahap')
    const keys = (draft: Draft) => rowsAt(draft, 'stages').map(idOf)
    expect(keys(moved(part, edition, 'proposal', -1))).toEqual(['proposal', 'administrasi', ...keys(edition).slice(2)])
    expect(moved(part, edition, 'administrasi', -1)).toEqual(edition)
    expect(keys(without(part, edition, 'proposal'))).toEqual(keys(edition).filter((key) => key !== 'proposal'))
    expect(without(part, edition, 'lain')).toEqual(edition)
  })

  test('that the form does not know is kept, and comes behind the others when somebody else was first', () => {
    const edition = anEdition()
    const part = partIn(edition, 'tahap')
    const typed = { ...typedPart(part, edition), label_1: 'Administrasi' }
    const stages = [{ key: 'baru', label: 'Baru' }, ...edition.stages.slice(1)]
    const theirs = withAt<Draft>(edition, 'stages', stages)
    const aligned = alignedPart(part, theirs, typed)
    expect(aligned.theirs).toMatchObject({ label_1: '', label_2: 'Penilaian proposal', label_8: 'Baru' })
    expect(aligned.more).toMatchObject({ was_8: 'baru', label_8: 'Baru' })
    const saved = withTyped(part, theirs, typed)
    expect(rowsAt(saved, 'stages').at(0)).toEqual({ key: 'administrasi', label: 'Administrasi' })
    expect(rowsAt(saved, 'stages').at(-1)).toEqual({ key: 'baru', label: 'Baru' })
  })

  test('whose name is still to be written is one row, however often its part is saved', () => {
    for (const [key, path, typed] of [
      ['tpb', 'goals', { was_18: '', key_18: '', label_18: 'Kebudayaan' }],
      ['tpb', 'goals', { was_18: '', key_18: '', label_18: '', original_18: 'Culture' }],
      ['syarat', 'awardRules', { was_3: '', award_3: '', most_3: '3' }],
    ] as const) {
      const once = retyped(anEdition(), key, typed)
      const twice = retyped(once, key, {})
      expect(rowsAt(twice, path)).toEqual(rowsAt(once, path))
      expect(rowsAt(without(partIn(twice, key), twice, idOf(rowsAt(once, path).at(-1) ?? {})), path)).toEqual(
        rowsAt(anEdition(), path),
      )
    }
  })

  test('that was not filled in stands nowhere', () => {
    const part = partIn(anEdition(), 'tpb')
    const typed = { was_1: '', key_1: '', label_1: '', was_2: '', key_2: '18', label_2: 'Kebudayaan' }
    expect([1, 2].map((row) => typedIndex(part, typed, row))).toEqual([null, 0])
  })
})
