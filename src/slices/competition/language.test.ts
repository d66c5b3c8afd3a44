import { expect, test } from 'vitest'
import { isUntranslated } from './language.ts'

test.each([
  ['Layanan ini sudah menjawab pertanyaan dari 24 provinsi dalam satu jam.', 'en', true],
  ['The service answers questions from 24 provinces within the hour.', 'en', false],
  ['Pustaka untuk Semua dan Layanan Satu Jam is the name of the service that was built for readers.', 'en', false],
  ['Satu jam.', 'en', false],
  ['', 'en', false],
  ['Layanan ini sudah menjawab pertanyaan dari 24 provinsi dalam satu jam.', 'id', false],
] as const)('“%s” for a form that is read in %s is still to be translated: %s', (text, language, isSo) => {
  expect(isUntranslated(text, { language })).toBe(isSo)
})
