import { expect, test } from 'vitest'
import { readForm } from '#kit/form.ts'
import { keywordsOf, missingFrom } from './description.ts'
import { descriptionForm } from './description-forms.ts'

test('keywords are parted by commas, each once, in their order', () => {
  expect(keywordsOf(' rujukan,  antrean\n layanan   cepat; Rujukan, ')).toEqual(['rujukan', 'antrean', 'layanan cepat'])
  expect(keywordsOf('')).toEqual([])
})

test('what is missing is said by name, and nothing when all is there', () => {
  const full = { description: 'Antrean.', recordedOn: '2026-11-20', keywords: ['a'], place: 'Ende', consent: 'nobody' }
  expect(missingFrom({ ...full, areas: ['a'], contributors: ['b'] })).toEqual([])
  expect(missingFrom({ ...full, description: '', consent: 'unasked', areas: [], contributors: ['b'] })).toEqual([
    'uraian',
    'area perubahan',
    'persetujuan mereka yang terekam',
  ])
})

test('lines of contributors that say nothing are passed over; half a line is asked for, and a NIP is none', () => {
  const typed = { revision: '1', title: 'Film', language: 'id', licence: 'agency', lines: '4' }
  const good = readForm(descriptionForm, { ...typed, role_2: 'camera', name_2: 'Teuku Mahlil' })
  expect(good.ok && good.value.contributors).toEqual([{ role: 'camera', name: 'Teuku Mahlil' }])
  const bad = readForm(descriptionForm, {
    ...typed,
    ...{ role_1: 'editor', name_3: 'Ani', role_4: 'speaker', name_4: 'Budi 198504122009122003' },
  })
  expect(bad.ok ? {} : bad.form.errors).toEqual({
    name_1: 'Tulis namanya.',
    role_3: 'Pilih perannya.',
    name_4: 'Tulis nama saja, tanpa NIP.',
  })
})

test('a source is an address that a browser may open', () => {
  const typed = { revision: '1', title: 'Film', source: 'javascript:alert(1)' }
  const read = readForm(descriptionForm, typed)
  expect(read.ok ? {} : read.form.errors).toEqual({ source: 'Isi alamat lengkap yang diawali https://.' })
})
