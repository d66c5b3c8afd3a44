import { describe, expect, test } from 'vitest'
import { outcomeOf, stateInWords } from './words.ts'

const at = new Date(2026, 10, 24, 14, 32)

describe('an answer', () => {
  test.each([
    [200, { revision: 3 }, { kind: 'saved', revision: '3' }],
    [422, { errors: { title: 'Isi judul.' } }, { kind: 'wrong', errors: { title: 'Isi judul.' } }],
    [422, { errors: {}, revision: 4 }, { kind: 'wrong', errors: {}, revision: '4' }],
    [409, { theirs: { title: 'Lain' } }, { kind: 'theirs' }],
    [401, undefined, { kind: 'signed-out' }],
  ])('%i with %j is heard as what it is', (status, body, outcome) => {
    expect(outcomeOf(status, body)).toEqual(outcome)
  })

  test.each([
    [409, 'refused'],
    [404, 'refused'],
    [413, 'refused'],
    [0, 'refused'],
    [200, 'refused'],
    [429, 'unsent'],
    [500, 'unsent'],
    [503, 'unsent'],
  ])('%i without its words is %s: only what passes is tried again', (status, kind) => {
    expect(outcomeOf(status, undefined)).toEqual({ kind })
  })
})

test('the bar says when it was saved, and whether this browser keeps what was not', () => {
  expect(stateInWords({ kind: 'saved', revision: '2' }, at, true)).toBe('Tersimpan 14.32')
  expect(stateInWords({ kind: 'unsent' }, at, true)).toBe('Belum terkirim. Disimpan di peramban ini.')
  expect(stateInWords({ kind: 'unsent' }, at, false)).toBe('Belum terkirim. Jangan tutup halaman ini.')
})
