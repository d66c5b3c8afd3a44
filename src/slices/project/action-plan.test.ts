import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ActionPlan,
  act,
  currentPlan,
  isOpen,
  type PlanAct,
  planAllows,
  planLife,
  returnPlan,
} from './action-plan.ts'
import { makePlan } from './make-project.ts'

const now = new Date('2026-11-24T02:00:00Z')
const states = ['draft', 'submitted', 'approved', 'verified', 'agreed', 'superseded', 'returned'] as const
const acts = Object.keys(planLife) as PlanAct[]
const done = (plan: ActionPlan, which: PlanAct) => (which === 'return' ? returnPlan(plan, now) : act(plan, which, now))

describe('the life of a plan version', () => {
  test.each(states.flatMap((state) => acts.map((which) => [state, which] as const)))(
    'a plan that is %s: %s does what its life allows, or refuses in a sentence',
    (state, which) => {
      const plan = makePlan({ state })
      if (!planAllows(state, which)) return expect(() => done(plan, which)).toThrow(/^conflict: .+\.$/)
      expect(done(plan, which).state).toBe(planLife[which].to)
    },
  )

  test('goes from draft to agreed through every gate, and each says when it passed', () => {
    const agreed = (['submit', 'approve', 'verify', 'agree'] as const).reduce(
      (plan, which) => act(plan, which, now),
      makePlan(),
    )
    expect(agreed).toMatchObject({ state: 'agreed', submittedAt: now, approvedAt: now, verifiedAt: now, agreedAt: now })
  })

  test('no act ever leaves an agreed plan but a later version', () => {
    const walks = fc.array(fc.constantFrom(...acts), { maxLength: 30 })
    fc.assert(
      fc.property(walks, (walk) => {
        let plan = makePlan()
        for (const which of walk) {
          if (!planAllows(plan.state, which)) continue
          const before = plan.state
          plan = done(plan, which)
          if (before === 'agreed') expect(plan.state).toBe('superseded')
          expect(before).not.toBe('superseded')
        }
      }),
    )
  })
})

describe('returning a plan', () => {
  test.each([
    ['submitted', 'approval'],
    ['approved', 'verification'],
    ['verified', 'presentation'],
  ] as const)('from %s says that it was at the gate of %s, and it goes the whole way again', (state, gate) => {
    const plan = returnPlan(makePlan({ state, submittedAt: now, approvedAt: now, verifiedAt: now }), now)
    expect(plan).toMatchObject({
      state: 'returned',
      returnedGate: gate,
      returnedAt: now,
      approvedAt: null,
      verifiedAt: null,
    })
    expect(isOpen(plan)).toBe(true)
  })
})

describe('the plan that says how a project stands', () => {
  test('is the open version while there is one, else the agreed one', () => {
    const agreed = makePlan({ version: 2, state: 'agreed' })
    const old = makePlan({ version: 1, state: 'superseded' })
    expect(currentPlan([old, agreed])).toBe(agreed)
    const open = makePlan({ version: 3, state: 'returned' })
    expect(currentPlan([old, agreed, open])).toBe(open)
    expect(currentPlan([])).toBeUndefined()
  })
})
