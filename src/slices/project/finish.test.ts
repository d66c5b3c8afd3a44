import { expect, test } from 'vitest'
import { finishGaps, valuesFor } from './finish.ts'
import { makeActivity, makeMatrix } from './make-project.ts'

const [first, second] = [makeActivity({ position: 1 }), makeActivity({ position: 2 })]
const matrix = makeMatrix(first, second)
const whole = {
  values: { [first.lineId]: '90', [second.lineId]: '0' },
  beforeWords: 'Antrean terpisah.',
  afterWords: 'Satu antrean.',
  pictures: { before: 1, after: 2 },
}

test('a project with every value, both words and both pictures lacks nothing; zero is a value', () => {
  expect(finishGaps(matrix, whole)).toEqual([])
})

test('what is missing is named: each activity by its number', () => {
  expect(finishGaps(matrix, { ...whole, values: { [first.lineId]: '90' } })).toEqual(['Isi nilai akhir kegiatan 1.2.'])
  expect(
    finishGaps(matrix, { values: {}, beforeWords: '', afterWords: '', pictures: { before: 0, after: 0 } }),
  ).toHaveLength(6)
})

test('values of other lines are left out', () => {
  expect(valuesFor(matrix, { ...whole.values, elsewhere: '7' })).toEqual([
    { lineId: first.lineId, value: '90' },
    { lineId: second.lineId, value: '0' },
  ])
})
