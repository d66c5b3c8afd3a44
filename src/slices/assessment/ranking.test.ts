import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact, inFigures } from '#kit/decimal.ts'
import { makeCriterion } from './make-assessment.ts'
import { type MarkedSheet, rank, sharesPlace } from './ranking.ts'

const criteria = [
  makeCriterion({ id: 'a', name: 'Signifikansi', weight: '60', tieOrder: 1 }),
  makeCriterion({ id: 'b', name: 'Kebaruan', weight: '40' }),
]
const sheet = (projectId: string, judgeId: string, a: string, b: string): MarkedSheet => ({
  projectId,
  judgeId,
  marks: new Map([
    ['a', a],
    ['b', b],
  ]),
})
const placesOf = (ranking: ReturnType<typeof rank>) =>
  Object.fromEntries(ranking.map(({ projectId, place }) => [projectId, place]))
const judged = (sheets: MarkedSheet[], rulings: string[] = [], rubric = criteria) =>
  rank({
    criteria: rubric,
    projectIds: [...new Set(sheets.map(({ projectId }) => projectId))].toSorted(),
    sheets,
    rulings,
    finals: new Map(),
  })

describe('the value of a project', () => {
  test('is the mean of its judges’ weighed totals, exact, shown with two decimals rounded half up', () => {
    const [first] = judged([sheet('x', '1', '80', '70'), sheet('x', '2', '80.01', '70'), sheet('x', '3', '80', '70')])
    expect(first?.totals.map(({ total }) => inFigures(total, 3))).toEqual(['76,000', '76,006', '76,000'])
    expect(first?.value && inFigures(first.value)).toBe('76,00')
    expect(first?.value && inFigures(first.value, 3)).toBe('76,002')
  })

  test('parts projects that binary fractions or two decimals would call equal', () => {
    const near = judged([
      ...[sheet('x', '1', '80', '70'), sheet('x', '2', '80', '70'), sheet('x', '3', '80', '70')],
      ...[sheet('y', '1', '80', '70'), sheet('y', '2', '80.01', '70'), sheet('y', '3', '80', '70')],
    ])
    expect(placesOf(near)).toEqual({ y: 1, x: 2 })
  })

  test('is not there with less than two valid sheets: the project cannot be ranked yet', () => {
    const ranking = judged([sheet('x', '1', '90', '90'), sheet('y', '1', '50', '50'), sheet('y', '2', '50', '50')])
    expect(placesOf(ranking)).toEqual({ x: null, y: 1 })
  })

  test('takes no sheet that lacks a mark', () => {
    const half = { projectId: 'x', judgeId: '3', marks: new Map([['a', '100']]) }
    const [first] = judged([sheet('x', '1', '80', '80'), sheet('x', '2', '60', '60'), half])
    expect(first?.value && inFigures(first.value)).toBe('70,00')
  })

  test('is to be spoken about from a spread of 15 points on', () => {
    const spread = (low: string) =>
      judged([sheet('x', '1', '90', '90'), sheet('x', '2', low, low)]).map(({ needsTalk }) => needsTalk)
    expect([spread('75.01'), spread('75'), spread('60')]).toEqual([[false], [true], [true]])
  })
})

describe('a judge who stands far from the others', () => {
  const marked = (...marks: string[]) =>
    judged(marks.map((mark, at) => sheet('x', `${at}`, mark, mark))).flatMap(({ outlierIds }) => outlierIds)

  test('is named from six judges on, beyond two standard deviations', () => {
    expect(marked('80', '80', '80', '80', '80', '70')).toEqual(['5'])
    expect(marked('80', '80', '80', '80', '70')).toEqual([])
    expect(marked('80', '79', '81', '78', '82', '76')).toEqual([])
    expect(marked('80', '80', '80', '80', '80', '80')).toEqual([])
  })

  test('makes the project one to speak about, even where the spread is small', () => {
    const [first] = judged(['80', '80', '80', '80', '80', '76'].map((mark, at) => sheet('x', `${at}`, mark, mark)))
    expect(first).toMatchObject({ needsTalk: true, outlierIds: ['5'] })
  })
})

describe('a final mark', () => {
  test('decides the place, and the mean of the marks stays beside it', () => {
    const sheets = [
      ...[sheet('x', '1', '90', '90'), sheet('x', '2', '60', '60')],
      ...[sheet('y', '1', '78', '78'), sheet('y', '2', '78', '78')],
    ]
    const ranking = rank({
      criteria,
      projectIds: ['x', 'y'],
      sheets,
      rulings: [],
      finals: new Map([['x', exact('82.5')]]),
    })
    expect(placesOf(judged(sheets))).toEqual({ y: 1, x: 2 })
    expect(placesOf(ranking)).toEqual({ x: 1, y: 2 })
    expect(ranking[0]).toMatchObject({ isFinal: true, value: exact('82.5'), mean: exact('75') })
  })

  test('gives no place to what has too few sheets', () => {
    const finals = new Map([['x', exact('99')]])
    const sheets = [sheet('x', '1', '90', '90')]
    expect(placesOf(rank({ criteria, projectIds: ['x'], sheets, rulings: [], finals }))).toEqual({ x: null })
  })
})

describe('equal projects', () => {
  test('are parted by the rubric’s criteria in their order', () => {
    const ranking = judged([
      ...[sheet('x', '1', '80', '65'), sheet('x', '2', '80', '65')],
      ...[sheet('y', '1', '70', '80'), sheet('y', '2', '70', '80')],
    ])
    expect(placesOf(ranking)).toEqual({ x: 1, y: 2 })
    expect(ranking[0]?.parting).toEqual({ by: 'criterion', name: 'Signifikansi' })
  })

  test('are then parted by the majority of the judges', () => {
    const ranking = judged([
      ...[sheet('x', '1', '80', '81'), sheet('x', '2', '80', '81'), sheet('x', '3', '80', '78')],
      ...[sheet('y', '1', '80', '80'), sheet('y', '2', '80', '80'), sheet('y', '3', '80', '80')],
    ])
    expect(placesOf(ranking)).toEqual({ x: 1, y: 2 })
    expect(ranking[0]?.parting).toEqual({ by: 'majority' })
  })

  test('share the place (1, 1, 3) until the panel decides', () => {
    const sheets = ['x', 'y', 'z'].flatMap((project) => {
      const mark = project === 'z' ? '50' : '80'
      return [sheet(project, '1', mark, mark), sheet(project, '2', mark, mark)]
    })
    const ranking = judged(sheets)
    expect(placesOf(ranking)).toEqual({ x: 1, y: 1, z: 3 })
    expect(ranking.map(sharesPlace)).toEqual([true, true, false])
    const ruled = judged(sheets, ['y'])
    expect(placesOf(ruled)).toEqual({ y: 1, x: 2, z: 3 })
    expect(ruled[0]?.parting).toEqual({ by: 'ruling' })
  })

  test('whom majorities put in a circle share the place', () => {
    const totals = { x: ['82', '80', '78'], y: ['80', '78', '82'], z: ['78', '82', '80'] }
    const sheets = Object.entries(totals).flatMap(([project, marks]) =>
      marks.map((mark, at) => sheet(project, String(at), '80', mark)),
    )
    expect(placesOf(judged(sheets))).toEqual({ x: 1, y: 1, z: 1 })
  })
})

describe('whatever the marks', () => {
  const marks = fc.integer({ min: 0, max: 8 }).map((steps) => (steps * 12.5).toFixed(1))
  const panels = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 5 }))
    .chain(([judges, projects]) =>
      fc.tuple(
        ...Array.from({ length: judges * projects }, (_, at) =>
          fc.tuple(marks, marks).map(([a, b]) => sheet(`p${at % projects}`, `j${Math.floor(at / projects)}`, a, b)),
        ),
      ),
    )

  test('neither order nor names decide', () => {
    fc.assert(
      fc.property(panels, fc.infiniteStream(fc.nat()), (sheets, numbers) => {
        const before = placesOf(judged(sheets))
        const shuffled = sheets
          .map((one) => ({ one, at: numbers.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one)
        const renamed = (id: string) => `${9 - Number(id.slice(1))}`
        const other = shuffled.map((one) => ({
          ...one,
          projectId: renamed(one.projectId),
          judgeId: renamed(one.judgeId),
        }))
        const after = placesOf(judged(other))
        for (const [id, place] of Object.entries(before)) expect(after[renamed(id)]).toBe(place)
      }),
    )
  })

  test('marks on another scale give the same ranking', () => {
    const tenth = (mark: string) => String(Number((Number(mark) / 10).toFixed(2)))
    const scaled = criteria.map((criterion) => ({ ...criterion, maxMark: '10' }))
    fc.assert(
      fc.property(panels, (sheets) => {
        const small = sheets.map((one) => ({
          ...one,
          marks: new Map([...one.marks].map(([id, mark]) => [id, tenth(mark)])),
        }))
        const [before, after] = [judged(sheets), judged(small, [], scaled)]
        expect(placesOf(after)).toEqual(placesOf(before))
        expect(after.map(({ needsTalk }) => needsTalk)).toEqual(before.map(({ needsTalk }) => needsTalk))
      }),
    )
  })

  test('weights count only against each other: as many times as heavy, the ranking is the same', () => {
    fc.assert(
      fc.property(panels, fc.integer({ min: 2, max: 9 }), (sheets, times) => {
        const heavier = criteria.map((one) => ({ ...one, weight: String(Number(one.weight) * times) }))
        const [before, after] = [judged(sheets), judged(sheets, [], heavier)]
        expect(placesOf(after)).toEqual(placesOf(before))
        expect(after.map(({ needsTalk }) => needsTalk)).toEqual(before.map(({ needsTalk }) => needsTalk))
      }),
    )
  })

  test('a thousand projects that every judge marks alike share the first place, and that is seen at once', () => {
    const sheets = Array.from({ length: 2000 }, (_, at) =>
      sheet(`p${at % 1000}`, `j${Math.floor(at / 1000)}`, '80', '80'),
    )
    expect(new Set(judged(sheets).map(({ place }) => place))).toEqual(new Set([1]))
  })

  test('a better value never stands below a worse one, and places run on behind those that are shared', () => {
    fc.assert(
      fc.property(panels, (sheets) => {
        const ranking = judged(sheets)
        for (const [at, { place, value }] of ranking.entries()) {
          const before = ranking[at - 1]
          expect(place === at + 1 || place === before?.place).toBe(true)
          if (before?.value && value)
            expect(value.over * before.value.under).toBeLessThanOrEqual(before.value.over * value.under)
        }
      }),
    )
  })
})
