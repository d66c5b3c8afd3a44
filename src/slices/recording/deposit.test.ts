import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Brought, depositsOf, titleFrom } from './deposit.ts'

const of = (...said: [Brought['kind'], string][]): Brought[] =>
  said.map(([kind, name], at) => ({ id: `u${at}`, kind, name }))

test('pictures that come together are one recording, and each film, sound and document is its own', () => {
  const all = of(['film', 'a_b.mp4'], ['picture', '1.jpg'], ['document', 'Notula.pdf'], ['picture', '2.jpg'])
  expect(depositsOf('form', 'Peluncuran', all)).toEqual([
    { id: 'form', uploadIds: ['u0'], names: ['a_b.mp4'], title: 'Peluncuran: a b' },
    { id: 'u1', uploadIds: ['u1', 'u3'], names: ['1.jpg', '2.jpg'], title: 'Peluncuran' },
    { id: 'u2', uploadIds: ['u2'], names: ['Notula.pdf'], title: 'Peluncuran: Notula' },
  ])
  expect(depositsOf('form', '', of(['film', 'a.mp4'], ['film', 'b.mp4'])).map(({ title }) => title)).toEqual(['a', 'b'])
  expect(depositsOf('form', 'Hari pertama', of(['picture', '1.jpg'], ['picture', '2.jpg']))).toMatchObject([
    { id: 'form', title: 'Hari pertama', uploadIds: ['u0', 'u1'] },
  ])
})

test('nothing that was brought is lost or taken twice, and no two recordings have one id', () => {
  const kinds = fc.constantFrom<Brought['kind']>('film', 'sound', 'picture', 'document')
  fc.assert(
    fc.property(fc.array(kinds, { minLength: 1, maxLength: 20 }), fc.string({ maxLength: 200 }), (all, typed) => {
      const brought = of(...all.map((kind): [Brought['kind'], string] => [kind, 'x'.repeat(190)]))
      const deposits = depositsOf('form', typed, brought)
      expect(deposits.flatMap(({ uploadIds }) => uploadIds).toSorted()).toEqual(brought.map(({ id }) => id).toSorted())
      expect(new Set(deposits.map(({ id }) => id)).size).toBe(deposits.length)
      for (const { title } of deposits) expect(title.length).toBeLessThanOrEqual(200)
    }),
  )
})

test('a title is read from the name of a file, and is never empty', () => {
  expect(titleFrom('Wawancara_Ibu  Sri.MP4')).toBe('Wawancara Ibu Sri')
  expect(titleFrom('.mp4')).toBe('.mp4')
})
