import { expect, test } from 'vitest'
import { othersInWords, writersInWords } from './writers-words.ts'

const sari = { name: 'Sari', at: 'ringkasan' }
const budi = { name: 'Budi', at: null }
const wati = { name: 'Wati', at: 'ringkasan' }

test('whoever else is there is named, and beside a field only who stands in it', () => {
  expect(othersInWords([])).toBe('')
  expect(othersInWords([budi, sari])).toBe('Juga di sini: Budi, Sari.')
  expect(writersInWords([budi, sari], 'ringkasan')).toBe('Sari sedang menulis di sini.')
  expect(writersInWords([budi, sari, wati], 'ringkasan')).toBe('Sari dan Wati sedang menulis di sini.')
  expect(writersInWords([budi, sari, wati], 'kebaruan')).toBe('')
})
