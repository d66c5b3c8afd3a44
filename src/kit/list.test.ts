import { expect, test } from 'vitest'
import { pageNumber } from './list.ts'

test('an address that names no page of a list shows the first', () => {
  expect(['2', '0', '-1', '1.5', 'x', '', undefined].map(pageNumber)).toEqual([2, 1, 1, 1, 1, 1, 1])
})
