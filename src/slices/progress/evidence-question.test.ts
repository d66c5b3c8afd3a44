import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lkeQuestionCodes, questionsByItAlone } from './evidence-question.ts'
import { makeEvidence } from './make-progress.ts'

const others = fc.array(
  fc.record({
    id: fc.constantFrom('own', 'a', 'b'),
    state: fc.constantFrom('submitted', 'verified', 'returned', 'withdrawn'),
    question: fc.constantFrom(...lkeQuestionCodes),
    provesOn: fc.constantFrom('2025-12-31', '2026-01-01'),
  }),
)

test('a question is left bare exactly when nothing else that stands proves it in the same year', () => {
  const piece = makeEvidence({ id: 'own', questions: [...lkeQuestionCodes], provesOn: '2026-12-31' })
  fc.assert(
    fc.property(others, (all) => {
      const alone = questionsByItAlone(piece, all)
      for (const question of lkeQuestionCodes) {
        const other = all.some(
          (one) =>
            one.id !== 'own' &&
            one.question === question &&
            one.provesOn === '2026-01-01' &&
            ['submitted', 'verified'].includes(one.state),
        )
        expect(alone.includes(question)).toBe(!other)
      }
    }),
  )
})

test('evidence that was sent back leaves nothing bare', () => {
  expect(questionsByItAlone(makeEvidence({ state: 'returned', questions: ['concrete'] }), [])).toEqual([])
})
