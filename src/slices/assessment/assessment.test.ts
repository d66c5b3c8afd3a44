import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inFigures } from '#kit/decimal.ts'
import { type AssessmentState, assessmentLife, gapsOf, type LifeAct, lifeAllows, live } from './assessment.ts'
import {
  aimsInWords,
  bestByArea,
  bestByCategory,
  checkChoice,
  choiceFault,
  choosable,
  type Eligibility,
  noCategory,
} from './choice.ts'
import { makeCriterion } from './make-assessment.ts'
import { expectedOf, isUncovered, missingOf, type Panel, thinlyJudged, visibleTo } from './panel.ts'
import type { Ranked } from './ranking.ts'
import { readyRubrics } from './ready-rubrics.ts'
import { isSameRubric, levelsInWords, needsComment, rubricGapOf } from './rubric.ts'
import { draftOf, readMark, totalOf } from './scoresheet.ts'

const assessment = (state: AssessmentState) => ({
  ...{
    agencyId: 'a',
    id: 'i',
    programmeId: 'p',
    title: 'Penilaian',
    rubricName: 'Rubrik',
    rubricId: null,
    perProject: null,
    state,
    openedAt: null,
    closedReason: '',
    announcedAt: null,
    revision: 1,
  },
})

describe('the life of an assessment', () => {
  const states: AssessmentState[] = ['preparing', 'open', 'decided', 'closed']
  const allowed: Record<LifeAct, AssessmentState[]> = {
    open: ['preparing'],
    decide: ['open'],
    withdraw: ['decided'],
    close: ['preparing', 'open'],
  }
  test.each(states.flatMap((state) => (Object.keys(assessmentLife) as LifeAct[]).map((act) => [state, act] as const)))(
    '%s: %s',
    (state, act) => {
      expect(lifeAllows(state, act)).toBe(allowed[act].includes(state))
      if (lifeAllows(state, act)) expect(live(assessment(state), act).state).toBe(assessmentLife[act].to)
      else expect(() => live(assessment(state), act)).toThrow('conflict')
    },
  )

  test('opens with three judges, one project and weights that sum to 100', () => {
    expect(gapsOf({ judges: 3, projects: 1, rubricGap: null, perProject: null })).toEqual([])
    expect(gapsOf({ judges: 2, projects: 0, rubricGap: 'Rubrik.', perProject: null })).toHaveLength(3)
  })
})

describe('a rubric', () => {
  test('that is ready can rank where its weights are known, and says so where they are not', () => {
    const gaps = new Map(readyRubrics.map(({ key, criteria }) => [key, rubricGapOf(criteria)]))
    expect([gaps.get('kipp-2023'), gaps.get('seleksi-internal')]).toEqual([null, null])
    for (const key of ['kipp-2022', 'unpsa']) expect(gaps.get(key)).toContain('belum diketahui')
  })

  test('says from which mark to which a level goes', () => {
    const levels = [
      { from: '85', words: 'terukur' },
      { from: '60.5', words: 'terlihat' },
    ]
    expect(levelsInWords(makeCriterion({ levels }))).toEqual([
      '85 sampai 100: terukur',
      '60,5 sampai di bawah 85: terlihat',
    ])
  })

  test('asks why below one mark and above another, not at them', () => {
    const criterion = makeCriterion({ commentBelow: '50', commentAbove: '95' })
    const asked = ['49.99', '50', '95', '95.01'].map((mark) => needsComment(criterion, mark))
    expect(asked).toEqual([true, false, false, true])
    expect(needsComment(makeCriterion(), '0')).toBe(false)
  })

  test('is the same with its figures written otherwise, and another with another weight', () => {
    const one = makeCriterion({ weight: '30', commentBelow: '50' })
    expect(isSameRubric([one], [{ ...one, weight: '30.00', commentBelow: '50.00' }])).toBe(true)
    expect(isSameRubric([one], [{ ...one, weight: '31' }])).toBe(false)
  })

  test('with an unknown weight says that it is unknown, and cannot rank', () => {
    const gap = rubricGapOf([makeCriterion(), makeCriterion({ name: 'Kebaruan', weight: null })])
    expect(gap).toBe('Bobot Kebaruan belum diketahui, jadi rubrik ini belum dapat memeringkat.')
  })

  test.each([
    [['33.33', '33.33', '33.34'], null],
    [['33.33', '33.33', '33.33'], 'Jumlah bobot harus tepat 100; sekarang 99,99.'],
    [[], 'Rubrik belum mempunyai kriteria.'],
  ])('of %j: %s', (weights, gap) => {
    expect(rubricGapOf(weights.map((weight) => makeCriterion({ weight })))).toBe(gap)
  })
})

describe('a mark', () => {
  const range = { minMark: '10', maxMark: '100' }
  test.each([
    ['82,5', '82.5'],
    ['10', '10'],
    ['100,00', '100.00'],
  ])('%s is taken', (typed, mark) => expect(readMark(typed, range)).toEqual({ mark }))
  test.each(['9,99', '100,01', '82,555', 'baik', '', '-1'])('%j is refused', (typed) =>
    expect(readMark(typed, range).error).toBeTruthy(),
  )

  test('that is missing leaves a sheet without a total', () => {
    const criteria = [makeCriterion({ id: 'a', weight: '60' }), makeCriterion({ id: 'b', weight: '40' })]
    expect(totalOf(criteria, new Map([['a', '80']]))).toBeUndefined()
    const total = totalOf(criteria, new Map(Object.entries({ a: '80.1', b: '70.07' })))
    expect(total && inFigures(total, 3)).toBe('76,088')
  })
})

describe('a draft', () => {
  const texts = fc
    .dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'))
    .map((kept) => new Map(Object.entries(kept)))
  const said = fc.record({ marks: texts, comments: texts, note: fc.constantFrom('', 'x', 'y') })

  test('holds what was typed, and of what cannot be kept what it held before; no more is kept by saving it twice', () => {
    fc.assert(
      fc.property(said, said, fc.subarray(['a', 'b', 'c']), fc.boolean(), (held, typed, unkept, isTooLong) => {
        const form = { ...typed, unkept, note: isTooLong ? null : typed.note }
        const draft = draftOf(held, form)
        for (const id of ['a', 'b', 'c'])
          for (const of of ['marks', 'comments'] as const)
            expect(draft[of].get(id)).toBe((unkept.includes(id) ? held : typed)[of].get(id))
        expect(draft.note).toBe(isTooLong ? held.note : typed.note)
        expect(draftOf(draft, form)).toEqual(draft)
      }),
    )
  })
})

describe('what may be seen of the marks', () => {
  const at = new Date('2026-11-24T02:00:00Z')
  const panel = (but: Partial<Panel> = {}): Panel => ({
    state: 'open',
    judgeIds: ['one', 'two'],
    projectIds: ['x', 'y'],
    assigned: null,
    recusals: [{ projectId: 'y', judgeId: 'two' }],
    sheets: [
      { projectId: 'x', judgeId: 'one', submittedAt: at },
      { projectId: 'x', judgeId: 'two', submittedAt: null },
    ],
    ...but,
  })

  test('is what a judge’s own locked sheet opens; a draft opens nothing', () => {
    expect([visibleTo(panel(), 'one'), visibleTo(panel(), 'two'), visibleTo(panel(), null)]).toEqual([['x'], [], []])
  })

  test('is everything once all sheets are in, but for those of whoever stays out', () => {
    const sheets = expectedOf(panel()).map((pair) => ({ ...pair, submittedAt: at }))
    expect(missingOf(panel())).toHaveLength(2)
    expect(isUncovered(panel({ sheets }))).toBe(true)
    expect(visibleTo(panel({ sheets }), 'somebody')).toEqual(['x', 'y'])
  })

  test('is nothing while it is prepared, and everything when it is over', () => {
    expect(visibleTo(panel({ state: 'preparing', judgeIds: [] }), null)).toEqual([])
    expect(visibleTo(panel({ state: 'decided' }), null)).toEqual(['x', 'y'])
  })

  test('does not hide that a project has too few judges: conflicts take from them, those who left and sent count', () => {
    expect([thinlyJudged(panel(), 2), thinlyJudged(panel(), 1)]).toEqual([['y'], []])
    const left = { projectId: 'y', judgeId: 'gone', submittedAt: at }
    expect(thinlyJudged(panel({ sheets: [left] }), 2)).toEqual([])
    const recusals = [
      { projectId: 'y', judgeId: 'two' },
      { projectId: 'y', judgeId: 'gone' },
    ]
    expect(thinlyJudged(panel({ sheets: [left], recusals }), 2)).toEqual(['y'])
    expect(thinlyJudged(panel({ sheets: [{ ...left, submittedAt: null }] }), 2)).toEqual(['y'])
  })
})

describe('the choice', () => {
  const ranked = (projectId: string, place: number | null) => ({ projectId, place }) as Ranked
  const projects = ['a', 'b', 'c', 'd'].map((id) => ({ id, isPublicService: id !== 'a' }))
  const among = choosable([ranked('a', 1), ranked('b', 2), ranked('c', 3), ranked('d', null)], projects)

  test('is among those that concern public service and are ranked', () => {
    expect(among.map(({ projectId }) => projectId)).toEqual(['b', 'c'])
    expect(() => checkChoice(among, { projectId: 'a', departure: 'x', despite: '' }, undefined)).toThrow(
      'Pilih proyek pelayanan publik',
    )
  })

  test('of another than the first says why', () => {
    expect(() => checkChoice(among, { projectId: 'b', departure: '', despite: '' }, undefined)).not.toThrow()
    expect(() => checkChoice(among, { projectId: 'c', departure: '', despite: '' }, undefined)).toThrow('Tulis mengapa')
    const said = { projectId: 'c', departure: 'Syaratnya lengkap.', despite: '' }
    expect(() => checkChoice(among, said, undefined)).not.toThrow()
  })

  test('of one that cannot enter the competition says why; what is not known asks for nothing', () => {
    const fault = (state: Eligibility['state'], despite = '') =>
      choiceFault(
        among,
        { projectId: 'b', departure: '', despite },
        { state, reasons: ['Belum cukup umur.'], rules: [] },
      )
    expect(fault('unfit')).toMatchObject({ field: 'despite', sentence: expect.stringContaining('Belum cukup umur.') })
    expect([fault('unfit', 'Tidak ada yang lebih tua.'), fault('fits'), fault('unknown')]).toEqual([null, null, null])
  })

  test('names the first of each area, equals together, and no area in which nothing has a place', () => {
    const areas = ['one', 'two', 'three'].map((code) => ({ code, name: code }))
    const ranking = [ranked('a', 1), ranked('b', 2), ranked('c', 2), ranked('d', null)]
    const inAreas = [
      { id: 'a', areaCodes: ['one'] },
      { id: 'b', areaCodes: ['one', 'two'] },
      { id: 'c', areaCodes: ['two'] },
      { id: 'd', areaCodes: ['three'] },
    ]
    expect(bestByArea(ranking, inAreas, areas).map(({ code, projectIds }) => [code, projectIds])).toEqual([
      ['one', ['a']],
      ['two', ['b', 'c']],
    ])
  })

  const categories = ['x', 'y', 'z'].map((key) => ({ key, label: key.toUpperCase() }))
  const aiming = (pairs: [string, string][]) => ({
    ...{ label: 'KIPP 2027', categories },
    aims: pairs.map(([projectId, category]) => ({ projectId, category, reason: '' })),
  })

  test('names the first of each category, and apart from them the first of those that named none', () => {
    const ranking = [ranked('a', 1), ranked('b', 2), ranked('c', 2), ranked('d', null), ranked('e', 5)]
    const aimed = aiming([
      ['b', 'x'],
      ['c', 'x'],
      ['d', 'y'],
    ])
    expect(bestByCategory(ranking, [aimed])).toEqual([
      {
        edition: 'KIPP 2027',
        groups: [
          { code: 'x', name: 'X', projectIds: ['b', 'c'] },
          { ...noCategory, projectIds: ['a'] },
        ],
      },
    ])
    expect([aimsInWords([aimed], 'c'), aimsInWords([aimed], 'a')]).toEqual([['X (KIPP 2027)'], []])
  })

  test('every placed project stands in one group, behind nobody but its first', () => {
    const placed = fc.array(fc.tuple(fc.option(fc.integer({ min: 1, max: 4 })), fc.constantFrom('', 'x', 'y', 'z')))
    fc.assert(
      fc.property(placed, (rows) => {
        const ranking = rows.map(([place], at) => ranked(`p${at}`, place))
        const aimed = aiming(rows.flatMap(([, key], at) => (key ? [[`p${at}`, key] as [string, string]] : [])))
        const [{ groups } = { groups: [] }] = bestByCategory(ranking, [aimed])
        rows.forEach(([place, key], at) => {
          if (place === null) return
          const own = groups.filter(({ code }) => code === key)
          expect(own).toHaveLength(1)
          const first = ranking.find(({ projectId }) => projectId === own[0]?.projectIds[0])?.place ?? 0
          expect(first <= place).toBe(true)
          expect(own[0]?.projectIds.includes(`p${at}`)).toBe(first === place)
        })
      }),
    )
  })
})
