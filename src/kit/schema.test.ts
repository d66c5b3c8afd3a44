import { expect, test } from 'vitest'
import * as z from 'zod'
import { readForm } from './form.ts'
import { day, optionalDay, optionalEmail, optionalId, optionalText, revision, text } from './schema.ts'

const messageOf = (schema: z.ZodType, value?: string) => {
  const read = readForm(z.object({ field: schema }), value === undefined ? {} : { field: value })
  return read.ok ? read.value.field : read.form.errors
}
const refused = (message: string) => ({ field: message })

test('what must be typed is asked for in its own words, also when the field is not there at all', () => {
  expect(messageOf(text('Isi nama.'), '  ')).toEqual(refused('Isi nama.'))
  expect(messageOf(text('Isi nama.'))).toEqual(refused('Isi nama.'))
  expect(messageOf(text('Isi nama.', 3), 'Rintis')).toEqual(refused('Paling banyak 3 huruf.'))
  expect(messageOf(text('Isi nama.'), ' Ani ')).toBe('Ani')
})

test('a day must be in the calendar; one that may stay empty is then none', () => {
  const noDay = refused('Isi tanggal yang ada di kalender, misalnya 31 Maret 2026.')
  expect(messageOf(day('Isi tanggal mulai.'), '')).toEqual(refused('Isi tanggal mulai.'))
  expect(messageOf(day('Isi tanggal mulai.'), '2026-02-30')).toEqual(noDay)
  expect(messageOf(optionalDay, '31/03/2026')).toEqual(noDay)
  expect(messageOf(optionalDay, '')).toBeNull()
  expect(messageOf(optionalDay, '2026-03-31')).toBe('2026-03-31')
})

test('an e-mail address is kept in lower case', () => {
  expect(messageOf(optionalEmail, ' Ani@Instansi.Example ')).toBe('ani@instansi.example')
  expect(messageOf(optionalEmail, '')).toBeNull()
  expect(messageOf(optionalEmail, 'ani@')).toHaveProperty('field')
})

test('what the page itself wrote and comes back broken asks for the page again', () => {
  const reload = refused('Muat ulang halaman ini, lalu coba lagi.')
  expect(messageOf(revision, 'x')).toEqual(reload)
  expect(messageOf(optionalId, 'x')).toEqual(reload)
  expect(messageOf(optionalId)).toBeNull()
  expect(messageOf(optionalText())).toBe('')
})
