import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#kit/date.ts'
import { copiesToKeep } from './keep.ts'

const lastDays = (count: number) => Array.from({ length: count }, (_, back) => addDays('2026-11-24', -back))

describe('the daily copies that stay', () => {
  it('are seven days and four weeks of a copy a day', () => {
    expect(copiesToKeep(lastDays(60))).toEqual([...lastDays(7), '2026-11-15', '2026-11-08', '2026-11-01', '2026-10-25'])
  })

  it('are all, as long as there are few', () => {
    expect(copiesToKeep(lastDays(3))).toEqual(lastDays(3))
    expect(copiesToKeep([])).toEqual([])
  })

  it('are never more than eleven, the newest is among them, and a copy that went is not missed later', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }).map((back) => addDays('2026-11-24', -back)))
    fc.assert(
      fc.property(days, (made) => {
        const kept = copiesToKeep(made)
        expect(kept.length).toBeLessThanOrEqual(11)
        expect(kept[0]).toBe([...made].sort().at(-1))
        expect(copiesToKeep(kept)).toEqual(kept)
      }),
    )
  })
})
