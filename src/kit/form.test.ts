import { expect, test } from 'vitest'
import * as z from 'zod'
import { allTypedIn, readForm, staleForm, typedIn, typedOf } from './form.ts'

const schema = z.object({ titlesBefore: z.string().max(3, 'Terlalu panjang.'), name: z.string().min(1, 'Isi nama.') })

test('a schema in camelCase reads fields in snake_case, and its messages come back under their names', () => {
  expect(readForm(schema, { titles_before: 'Dr.', name: 'Ani' })).toEqual({
    ok: true,
    value: { titlesBefore: 'Dr.', name: 'Ani' },
  })
  const typed = { titles_before: 'Prof.', name: '' }
  expect(readForm(schema, typed)).toEqual({
    ok: false,
    form: { values: typed, errors: { titles_before: 'Terlalu panjang.', name: 'Isi nama.' } },
  })
})

test('a field may repeat; the first value stands for it where one is asked for', () => {
  const form = { values: { area: ['a', 'b'] }, errors: {} }
  expect(allTypedIn(form, 'area')).toEqual(['a', 'b'])
  expect(typedIn(form, 'area')).toBe('a')
  expect(allTypedIn(form, 'nothing')).toEqual([])
})

test('after somebody else saved first, what was typed stays and what is stored stands beside it where they differ', () => {
  const form = staleForm({ name: 'Ani', unit: 'A', revision: '1' }, { name: 'Budi', unit: 'A', revision: '2' })
  expect(form.values).toEqual({ name: 'Ani', unit: 'A', revision: '2' })
  expect(form.theirs).toEqual({ name: 'Budi' })
})

test('stored fields are drawn under their names, nothing as an empty field', () => {
  expect(typedOf({ startedOn: null, isPublic: true, areaCodes: ['a'] })).toEqual({
    started_on: '',
    is_public: 'true',
    area_codes: ['a'],
  })
})
