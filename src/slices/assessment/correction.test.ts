import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, exact, inFigures, meanOf, plus, sumOf } from '#kit/decimal.ts'
import { type Correction, correct, type JudgedProject, overlapsEnough } from './correction.ts'

const project = (projectId: string, totals: Record<string, number>): JudgedProject => ({
  projectId,
  totals: Object.entries(totals).map(([judgeId, total]) => ({ judgeId, total: exact(total) })),
})
const ordered = (correction: Correction) =>
  correction.kind === 'made'
    ? Object.fromEntries(correction.projects.map(({ projectId, place }) => [projectId, place]))
    : correction.kind

/** Judge c gives ten more than a, and b as much as a; each project has two of them. */
const lenient = [
  project('p', { a: 70, b: 70 }),
  project('q', { a: 72, b: 72 }),
  project('r', { b: 71, c: 81 }),
  project('s', { b: 69, c: 79 }),
  project('t', { a: 73, c: 83 }),
]

describe('what a judge always gives more', () => {
  test('is found and taken out: the order is that of the projects, not of their judges', () => {
    const correction = correct(lenient)
    expect(correction.kind === 'made' && correction.judges.map(({ effect }) => inFigures(effect))).toEqual([
      '-3,33',
      '-3,33',
      '6,67',
    ])
    expect(correction.kind === 'made' && correction.projects.map(({ projectId }) => projectId)).toEqual([
      ...['t', 'q', 'r', 'p', 's'],
    ])
    expect(correction.kind === 'made' && correction.projects.map(({ value }) => inFigures(value))).toEqual([
      ...['76,33', '75,33', '74,33', '73,33', '72,33'],
    ])
  })

  test('needs no correction where every judge marked every project', () => {
    expect(correct([project('p', { a: 70, b: 90 }), project('q', { a: 60, b: 95 })])).toEqual({ kind: 'unneeded' })
    expect(correct([])).toEqual({ kind: 'unneeded' })
  })

  test('cannot be told from a good project where judges have too little in common', () => {
    const apart = [project('p', { a: 70, b: 70 }), project('q', { a: 75, b: 70 })]
    const others = [project('r', { c: 80, d: 70 }), project('s', { c: 80, d: 75 })]
    expect(correct([...apart, ...others])).toEqual({ kind: 'impossible' })
    const bridge = project('t', { a: 70, c: 90 })
    expect(correct([...apart, ...others, bridge])).toEqual({ kind: 'impossible' })
    expect(correct([...apart, ...others, bridge, project('u', { b: 70, d: 60 })]).kind).toBe('made')
  })

  test('of a judge who marked a single project is not told from that project', () => {
    expect(correct([project('p', { a: 70, b: 70, c: 99 }), project('q', { a: 70, b: 60 })]).kind).toBe('impossible')
  })
})

describe('whatever the marks', () => {
  const judges = ['a', 'b', 'c', 'd']
  const total = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => exact((hundredths / 100).toFixed(2)))
  /** Each project is marked by two to four judges. */
  const panels = fc
    .array(fc.tuple(fc.shuffledSubarray(judges, { minLength: 2 }), fc.array(total, { minLength: 4, maxLength: 4 })), {
      minLength: 3,
      maxLength: 9,
    })
    .map((rows) =>
      rows.map(([by, totals], at) => ({
        projectId: `p${at}`,
        totals: by.map((judgeId, index) => ({ judgeId, total: totals[index] ?? exact(0) })),
      })),
    )

  test('neither the order of judges nor that of projects decides', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const turned = panel.toReversed().map((one) => ({ ...one, totals: one.totals.toReversed() }))
        expect(ordered(correct(turned))).toEqual(ordered(correct(panel)))
      }),
    )
  })

  test('a constant added to one judge changes nothing in the corrected order', () => {
    fc.assert(
      fc.property(panels, fc.constantFrom(...judges), total, (panel, judge, constant) => {
        const raised = panel.map((one) => ({
          ...one,
          totals: one.totals.map(({ judgeId, total }) => ({
            judgeId,
            total: judgeId === judge ? plus(total, constant) : total,
          })),
        }))
        expect(ordered(correct(raised))).toEqual(ordered(correct(panel)))
      }),
    )
  })

  test('judges’ effects sum to nothing, and of each judge what is left over does too (least squares)', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const correction = correct(panel)
        if (correction.kind !== 'made') return
        const effects = new Map(correction.judges.map(({ judgeId, effect }) => [judgeId, effect]))
        const values = new Map(correction.projects.map(({ projectId, value }) => [projectId, value]))
        expect(sumOf([...effects.values()]).over).toBe(0n)
        for (const judge of effects.keys()) {
          const own = panel.flatMap(({ projectId, totals }) =>
            totals.filter(({ judgeId }) => judgeId === judge).map(({ total }) => ({ projectId, total })),
          )
          const found = sumOf(own.map(({ total }) => total))
          const modelled = sumOf(
            own.map(({ projectId }) => plus(values.get(projectId) ?? exact(0), effects.get(judge) ?? exact(0))),
          )
          expect(compare(found, modelled)).toBe(0)
        }
      }),
    )
  })

  test('on a complete panel the model gives the raw mean itself, which is why none is shown', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        // Complete but for a last project: the complete ones keep the order of their means.
        const full = panel.map((one, at) => ({
          projectId: one.projectId,
          totals: judges.map((judgeId, index) => ({
            judgeId,
            total: one.totals[(index + at) % one.totals.length]?.total ?? exact(0),
          })),
        }))
        const short = { projectId: 'short', totals: (full[0]?.totals ?? []).slice(1) }
        const correction = correct([...full, short])
        if (correction.kind !== 'made') throw new Error('Four judges with three projects in common overlap enough.')
        const values = new Map(correction.projects.map(({ projectId, value }) => [projectId, value]))
        for (const { projectId, totals } of full) {
          const mean = meanOf(totals.map((one) => one.total))
          const value = values.get(projectId)
          expect(mean && value && compare(mean, value)).toBe(0)
        }
      }),
    )
  })

  test('overlap is what is left when each project is taken away in turn', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const present = [...new Set(panel.flatMap(({ totals }) => totals.map(({ judgeId }) => judgeId)))]
        const connected = (projects: JudgedProject[]) => {
          const reached = new Set(present.slice(0, 1))
          for (const _ of present)
            for (const { totals } of projects)
              if (totals.some(({ judgeId }) => reached.has(judgeId)))
                for (const { judgeId } of totals) reached.add(judgeId)
          return reached.size === present.length
        }
        const expected = panel.every((left) => connected(panel.filter((one) => one !== left)))
        expect(overlapsEnough(panel, present)).toBe(expected)
      }),
    )
  })
})
