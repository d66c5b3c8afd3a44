import { describe, expect, test } from 'vitest'
import { exact } from '#kit/decimal.ts'
import type { JudgedProject } from './correction.ts'
import { drawAnew, seedOf } from './sensitivity.ts'

const project = (projectId: string, totals: number[]): JudgedProject => ({
  projectId,
  totals: totals.map((total, at) => ({ judgeId: `j${at}`, total: exact(total) })),
})
const seed = seedOf('01995d3e-0000-7000-8000-000000000001')
const countsOf = (projects: JudgedProject[], from = seed) => Object.fromEntries(drawAnew(projects, from).firstCounts)

describe('a panel drawn anew from its judges', () => {
  test('keeps a first on whom all judges agree in every draw', () => {
    expect(countsOf([project('x', [80, 81, 82]), project('y', [70, 71, 72])])).toEqual({ x: 1000, y: 0 })
  })

  test('loses a first that hangs on one of three judges in as many draws as leave that judge out, 8 of 27', () => {
    const { x = 0 } = countsOf([project('x', [99, 70, 70]), project('y', [71, 71, 71])])
    expect(x).toBeGreaterThan(1000 * (19 / 27) - 60)
    expect(x).toBeLessThan(1000 * (19 / 27) + 60)
  })

  test('counts equals as first each', () => {
    expect(countsOf([project('x', [80, 70]), project('y', [80, 70])])).toEqual({ x: 1000, y: 1000 })
  })

  test('is the same for the same seed, whatever the order of judges and projects, and another for another', () => {
    const projects = [project('x', [81, 70, 75]), project('y', [72, 77, 76]), project('z', [76, 75, 74])]
    const turned = projects.toReversed().map((one) => ({ ...one, totals: one.totals.toReversed() }))
    expect(countsOf(turned)).toEqual(countsOf(projects))
    expect(countsOf(projects, seed + 1)).not.toEqual(countsOf(projects))
  })
})
