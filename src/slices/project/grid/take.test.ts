import { randomUUIDv7 } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ColumnKey, columnsOf, defaultColumns, textIn } from '../columns.ts'
import { makeActivity } from '../make-project.ts'
import type { Activity } from '../matrix.ts'
import { textOf } from './cell.ts'
import { blankActivity, takeChanges } from './take.ts'

const areaNames = new Map([
  ['pelayanan-publik', 'Pelayanan publik'],
  ['sdm', 'Penataan sistem manajemen SDM'],
])
const programme = { fromOn: '2026-01-01', untilOn: '2026-12-31' }
const rules = { programme, areaNames, layout: { columns: defaultColumns, areaNames } }
const makeRow = (but: Partial<Activity> = {}) => makeActivity({ initiativeId: randomUUIDv7(), ...but })
const change = (key: ColumnKey, from: string, to: string) => ({ key, from, to })

describe('cells of a row', () => {
  test.each<[ColumnKey, string, unknown]>([
    ['title', ' Melatih petugas ', 'Melatih petugas'],
    ['target', '1.250,5', '1250.5'],
    ['target', '80 %', '80'],
    ['baseline', '', null],
    ['startsOn', '2026-02-10', '2026-02-10'],
    ['startsOn', '10 Feb 2026', '2026-02-10'],
    ['startsOn', 'TW II', '2026-04-01'],
    ['endsOn', 'TW II', '2026-06-30'],
    ['endsOn', '31/12/2026', '2026-12-31'],
    ['endsOn', '', null],
    ['areaCodes', 'pelayanan publik; Penataan Sistem Manajemen SDM', ['pelayanan-publik', 'sdm']],
    ['areaCodes', '', []],
  ])('%s takes "%s"', (key, to, stored) => {
    const activity = makeRow()
    const {
      activity: taken,
      wrong,
      saved,
    } = takeChanges(activity, [change(key, textOf(activity, key, areaNames), to)], rules)
    expect(wrong).toEqual({})
    expect(taken).toEqual({ ...activity, [key]: stored })
    expect(saved).toEqual({ [key]: textOf(taken, key, areaNames) })
  })

  test('say in their own words what they cannot take, and keep none of the others from being taken', () => {
    const activity = makeRow()
    const changes = [
      change('target', '90', 'banyak'),
      change('startsOn', '01/03/2026', '31/02/2026'),
      change('areaCodes', '', 'Pertanian'),
      change('title', activity.title, ' '),
      change('output', 'Satu antrean', 'Dua antrean'),
    ]
    const { activity: taken, wrong, saved } = takeChanges(activity, changes, rules)
    expect(Object.keys(wrong).sort()).toEqual(['areaCodes', 'startsOn', 'target', 'title'])
    expect(wrong.title).toBe('Isi nama kegiatan.')
    expect(taken).toEqual({ ...activity, output: 'Dua antrean' })
    expect(saved).toEqual({ output: 'Dua antrean' })
  })

  test('a beginning behind the end that stands there is refused where it was written', () => {
    const { wrong } = takeChanges(makeRow(), [change('startsOn', '01/03/2026', '01/07/2026')], rules)
    expect(wrong).toEqual({ startsOn: 'Tanggal selesai tidak boleh sebelum tanggal mulai.' })
  })

  test('both days may move at once', () => {
    const changes = [change('startsOn', '01/03/2026', '01/07/2026'), change('endsOn', '31/05/2026', '31/08/2026')]
    const { activity, wrong } = takeChanges(makeRow(), changes, rules)
    expect(wrong).toEqual({})
    expect(activity).toMatchObject({ startsOn: '2026-07-01', endsOn: '2026-08-31' })
  })

  test('what somebody else wrote meanwhile is handed back and left as it is', () => {
    const activity = makeRow({ target: '95' })
    const taken = takeChanges(activity, [change('target', '90', '99')], rules)
    expect(taken).toMatchObject({ theirs: { target: '95' }, saved: {}, wrong: {} })
    expect(taken.activity).toBe(activity)
  })

  test('what stands there already was taken before, whatever it was written over', () => {
    const activity = makeRow({ startsOn: '2026-04-01' })
    const taken = takeChanges(activity, [change('startsOn', '01/03/2026', 'TW II')], rules)
    expect(taken).toMatchObject({ saved: { startsOn: '01/04/2026' }, theirs: {} })
    expect(taken.activity).toBe(activity)
  })

  test('a column that the programme does not show takes nothing', () => {
    const columns = columnsOf([{ key: 'risk', label: '', isShown: false }])
    const { wrong, activity } = takeChanges(makeRow(), [change('risk', '', 'X'), change('own1', '', 'Y')], {
      ...rules,
      layout: { columns, areaNames },
    })
    expect(Object.keys(wrong)).toEqual(['risk', 'own1'])
    expect(activity).toMatchObject({ risk: '', more: {} })
  })

  test('the programme’s own columns are texts like any other', () => {
    const columns = columnsOf([{ key: 'own1', label: 'IKU', isShown: true }])
    const layout = { columns, areaNames }
    const filled = takeChanges(makeRow(), [change('own1', '', 'IKU 3')], { ...rules, layout })
    expect(filled.activity.more).toEqual({ own1: 'IKU 3' })
    const emptied = takeChanges(filled.activity, [change('own1', 'IKU 3', '')], { ...rules, layout })
    expect(emptied.activity.more).toEqual({})
  })

  test('a row that is being added begins with its name', () => {
    const blank = blankActivity(randomUUIDv7(), randomUUIDv7())
    const { wrong, activity } = takeChanges(blank, [change('output', '', 'Satu antrean')], rules)
    expect(wrong).toEqual({ output: 'Isi nama kegiatan ini lebih dahulu.' })
    expect(activity).toBe(blank)
    const named = takeChanges(blank, [change('title', '', 'Melatih'), change('target', '', '5')], rules)
    expect(named.activity).toMatchObject({ title: 'Melatih', target: '5' })
  })

  test('law: what the grid shows of a cell, written back, changes nothing', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\r', '').trim())
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    const amount = fc.integer({ min: -100_000, max: 9_999_999 }).map((value) => String(value / 100))
    const rows = fc.record({
      title: word.filter((text) => text !== ''),
      output: word,
      risk: word,
      baseline: fc.option(amount),
      target: fc.option(amount),
      areaCodes: fc.subarray(['pelayanan-publik', 'sdm']),
      day,
      days: fc.integer({ min: 0, max: 300 }),
    })
    fc.assert(
      fc.property(rows, ({ day: from, days, ...fields }) => {
        const startsOn = from.toISOString().slice(0, 10)
        const endsOn = new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10)
        const activity = makeRow({ ...fields, startsOn, endsOn })
        // Written over something else, so that nothing is taken for what it was.
        const before = makeRow({
          ...activity,
          output: 'x',
          risk: 'x',
          baseline: '7777',
          target: '7777',
          areaCodes: [],
        })
        const keys = ['title', 'output', 'risk', 'baseline', 'target', 'startsOn', 'endsOn', 'areaCodes'] as const
        const changes = keys.map((key) => change(key, textOf(before, key, areaNames), textOf(activity, key, areaNames)))
        const { activity: taken, wrong, theirs } = takeChanges(before, changes, rules)
        expect({ wrong, theirs }).toEqual({ wrong: {}, theirs: {} })
        for (const key of keys) expect(textIn(taken, key)).toBe(textIn(activity, key))
      }),
    )
  })
})
