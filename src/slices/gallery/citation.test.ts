import { expect, test } from 'vitest'
import { citationOf } from './citation.ts'

const cited = {
  ...{ unitName: 'Pusat Jasa Informasi', agencyName: 'Perpustakaan Nasional', kind: 'Film', on: '2026-11-20' },
  ...{ title: 'Satu jam', address: 'https://rintis.example/ark:/99999/r1bcdfghjk' },
}

test('a recording is cited with who made it, when, what it is, who keeps it, and where it stays', () => {
  expect(citationOf(cited)).toBe(
    'Pusat Jasa Informasi. (2026). Satu jam [Film]. Perpustakaan Nasional. https://rintis.example/ark:/99999/r1bcdfghjk',
  )
  expect(citationOf({ ...cited, title: 'Satu jam. ' })).toBe(citationOf(cited))
})
