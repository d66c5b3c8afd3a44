import { expect, test } from 'vitest'
import { nextToClose } from './edition-window.ts'
import { anEdition } from './make-entry.ts'

const edition = (key: string, year: number | null, closingOn: string | null) => ({
  ...anEdition(),
  ...{ key, year, closingOn },
})

test('of the editions that are open, the one that closes first is meant, whatever else is prepared', () => {
  const [later, sooner] = [edition('2028-umum', 2028, '2028-05-06'), edition('2027-umum', 2027, '2027-05-06')]
  expect(nextToClose([later, sooner])?.key).toBe('2027-umum')
  expect(nextToClose([later, edition('2027-khusus', 2027, null)])?.key).toBe('2027-khusus')
  expect(nextToClose([edition('lain', null, null), later])?.key).toBe('2028-umum')
  expect(nextToClose([])).toBeUndefined()
})
