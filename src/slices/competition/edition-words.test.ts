import { expect, test } from 'vitest'
import { letterPaper } from './letter.ts'
import { makeEntry } from './make-entry.ts'
import { outcomeAt } from './result.ts'

const innovator = { name: 'Nadia', nip: '199001012015032001', position: 'Pustakawan', unitName: 'Pusat Jasa' }
const paragraphsOf = (but: Partial<Parameters<typeof letterPaper>[0]>) =>
  letterPaper({
    ...{ kind: 'implementation', label: 'Surat Implementasi', stamped: true, entry: makeEntry() },
    ...{ agencyName: 'Perpustakaan', unitName: 'Pusat Jasa', signatory: innovator, innovators: [innovator] },
    ...but,
  }).blocks.flatMap((block) => ('text' in block ? [block.text] : []))

test('a letter states what its edition has it state, filled from the entry, and who signs it', () => {
  const statement =
    'menyatakan “{judul}” dari {unit}, {instansi}, diterapkan sejak {mulai}.\n{lain}{constructor} tetap.'
  const said = paragraphsOf({ statement, signedBy: 'Kepala unit' })
  expect(said).toContain(
    'menyatakan “Jawab satu jam” dari Pusat Jasa, Perpustakaan, diterapkan sejak 22 Februari 2021.',
  )
  expect(said).toContain('{lain}{constructor} tetap.')
  expect(said).toContain('Meterai Rp10.000,00 dan tanda tangan Kepala unit')
  expect(said).not.toContain('menyatakan bahwa inovasi berikut sudah diterapkan:')
  expect(paragraphsOf({})).toContain('menyatakan bahwa inovasi berikut sudah diterapkan:')
  expect(paragraphsOf({ kind: 'own', statement: 'Isi sendiri.' })).toContain('Isi sendiri.')
})

test('a result is called what its stage calls it', () => {
  expect(outcomeAt({ passed: 'Tanpa sanggahan' }, 'passed')).toBe('Tanpa sanggahan')
  expect(outcomeAt({ passed: 'Tanpa sanggahan' }, 'failed')).toBe('Tidak lolos')
})
