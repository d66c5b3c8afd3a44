import { describe, expect, test } from 'vitest'
import { makePresentation } from './make-presentation.ts'
import { acceptanceOf, agreeObstacle, type Decision, decide } from './presentation.ts'

const now = new Date('2026-11-24T02:00:00Z')
const before = new Date('2026-11-20T02:00:00Z')
const decided = (decision: Decision, at = now) => makePresentation({ decision, decidedAt: at })
const plan = { id: 'plan', state: 'verified', verifiedAt: new Date('2026-11-23T02:00:00Z') }

describe('deciding', () => {
  test('says what and when, once', () => {
    const accepted = decide(makePresentation(), 'accepted', 'Lanjutkan.', now)
    expect(accepted).toMatchObject({ decision: 'accepted', note: 'Lanjutkan.', decidedAt: now })
    expect(() => decide(accepted, 'again', 'Belum cukup.', now)).toThrow(/^conflict: .+\.$/)
  })
})

describe('what lets a verified plan be agreed', () => {
  test.each(['accepted', 'accepted_with_changes'] as const)('%s does', (decision) => {
    expect(acceptanceOf([decided(decision)], plan)?.decision).toBe(decision)
  })

  test('again does not, nor what is still to be decided, nor a decision about another version', () => {
    expect(acceptanceOf([decided('again'), makePresentation()], plan)).toBeUndefined()
    expect(acceptanceOf([decided('accepted')], { ...plan, id: 'other' })).toBeUndefined()
  })

  test('a decision from before the plan was verified anew no longer does', () => {
    expect(acceptanceOf([decided('accepted_with_changes', before)], plan)).toBeUndefined()
  })

  test('with changes it waits until none is open, and says how many are', () => {
    expect(agreeObstacle(undefined, 0)).toContain('belum diterima dalam paparan')
    expect(agreeObstacle(decided('accepted'), 3)).toBeNull()
    expect(agreeObstacle(decided('accepted_with_changes'), 2)).toContain('2 tindak lanjut paparannya belum ditutup')
    expect(agreeObstacle(decided('accepted_with_changes'), 0)).toBeNull()
  })
})
