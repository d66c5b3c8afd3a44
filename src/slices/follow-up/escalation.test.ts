import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kit/date.ts'
import { escalation, toTell } from './escalation.ts'

const dueOn = '2026-02-26'
const events = (days: number, toldSteps = 0) =>
  toTell({ state: 'open', dueOn, toldSteps }, addDays(dueOn, days)).map(({ event }) => event)

describe('a late follow-up', () => {
  test.each([
    [0, []],
    [1, ['follow-up.overdue']],
    [3, ['follow-up.overdue']],
    [4, ['follow-up.overdue', 'follow-up.overdue-head']],
    [7, ['follow-up.overdue', 'follow-up.overdue-head']],
    [8, ['follow-up.overdue', 'follow-up.overdue-head', 'follow-up.overdue-secretariat']],
  ])('%i days after its due day has been told to %j', (days, told) => {
    expect(events(days)).toEqual(told)
  })

  test('is told to each once, in their order, whatever days the job runs on', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 40 }), { minLength: 1 }), (days) => {
        const told: string[] = []
        for (const day of days.toSorted((a, b) => a - b)) told.push(...events(day, told.length))
        const latest = Math.max(...days)
        expect(told).toEqual(escalation.filter((step) => step.days <= latest).map(({ event }) => event))
      }),
    )
  })

  test('is told to nobody once its owner has done it, or nobody wants it', () => {
    for (const state of ['done', 'closed', 'dropped'] as const)
      expect(toTell({ state, dueOn, toldSteps: 0 }, '2026-12-31')).toEqual([])
  })
})
