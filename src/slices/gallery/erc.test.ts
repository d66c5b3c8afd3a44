import { expect, test } from 'vitest'
import { ercOf } from './erc.ts'

test('a description holds its four lines, and nothing typed begins a line of its own', () => {
  const erc = ercOf({
    who: 'Pusat Jasa, Pustaka',
    what: 'Satu jam\nwhere: http://elsewhere.example',
    when: '2026-11-20',
    where: 'http://localhost:3000/ark:/99999/r1x',
  })
  expect(erc).toBe(
    'erc:\nwho: Pusat Jasa, Pustaka\nwhat: Satu jam where: http://elsewhere.example\nwhen: 20261120\n' +
      'where: http://localhost:3000/ark:/99999/r1x\n',
  )
})
