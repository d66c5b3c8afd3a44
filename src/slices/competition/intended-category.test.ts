import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aimedIn, aimIn, demandCategory, type IntendedCategory, offeredOn } from './intended-category.ts'
import { anEdition } from './make-entry.ts'

const health = { key: 'kesehatan', label: 'Kesehatan' }
const school = { key: 'pendidikan', label: 'Pendidikan' }
const edition = (year: number, group = 'umum', categories = [health, school]) => ({
  ...anEdition(),
  ...{ key: `${year}-${group}`, label: `KIPP ${year} ${group}`, year, group, categories },
  closingOn: `${year}-05-06`,
})
const today = '2026-11-24'
const said = (key: string, category: string | null, day = 1, projectId = 'p'): IntendedCategory => ({
  ...{ projectId, edition: key, category, reason: 'Cocok.', revision: 1 },
  chosenAt: new Date(Date.UTC(2026, 0, day)),
})
const keyIn = (...asked: Parameters<typeof aimIn>) => aimIn(...asked)?.category.key ?? null

describe('the editions of which a project names a category', () => {
  test('are those still to close; the newest year stands in while the next is not known', () => {
    const keys = (...editions: ReturnType<typeof edition>[]) => offeredOn(editions, today).map(({ key }) => key)
    expect(keys(edition(2023), edition(2027))).toEqual(['2027-umum'])
    expect(keys(edition(2022), edition(2023), edition(2023, 'khusus'))).toEqual(['2023-umum', '2023-khusus'])
    expect(keys(edition(2027, 'umum', []), { ...edition(2028), form: 'other' as never })).toEqual([])
  })
})

describe('at which category a project aims', () => {
  const [old, next] = [edition(2023), edition(2027)]

  test('is what was said of the edition itself, or last of another of its group', () => {
    const all = [old, next]
    expect(keyIn(next, [said('2027-umum', 'kesehatan'), said('2023-umum', 'pendidikan', 9)], all)).toBe('kesehatan')
    expect(keyIn(next, [said('2023-umum', 'pendidikan')], all)).toBe('pendidikan')
    const older = edition(2022)
    const twice = [said('2022-umum', 'kesehatan', 2), said('2023-umum', 'pendidikan', 1)]
    expect(keyIn(next, twice, [...all, older])).toBe('kesehatan')
    expect(aimIn(next, [said('2023-umum', 'pendidikan')], all)).toMatchObject({ from: 'KIPP 2023 umum' })
  })

  test('is none where that was said, where the category is another one, or of another group', () => {
    expect(keyIn(next, [said('2027-umum', null), said('2023-umum', 'kesehatan')], [old, next])).toBeNull()
    const renamed = edition(2027, 'umum', [{ ...health, label: 'Kesehatan dan gizi' }])
    expect(keyIn(renamed, [said('2023-umum', 'kesehatan')], [old, renamed])).toBeNull()
    const special = edition(2023, 'khusus')
    expect(keyIn(next, [said('2023-khusus', 'kesehatan')], [special, next])).toBeNull()
    expect(keyIn(next, [said('2027-umum', 'hilang')], [next])).toBeNull()
  })

  test('is always a category of the edition, whatever was said of any', () => {
    const keys = fc.constantFrom('2022-umum', '2023-umum', '2027-umum', '2027-khusus', 'hilang')
    const category = fc.constantFrom('kesehatan', 'pendidikan', 'hilang', null)
    const all = [edition(2022, 'umum', [health]), old, next, edition(2027, 'khusus')]
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, category, fc.nat(20)), { maxLength: 6 }), (rows) => {
        const intended = rows.map(([key, named, day]) => said(key, named, day + 1))
        for (const one of all) {
          const aim = aimIn(one, intended, all)
          expect(aim === null || one.categories.some(({ key }) => key === aim.category.key)).toBe(true)
        }
      }),
    )
  })

  test('is told of several projects edition by edition, without those at which nobody aims', () => {
    const rows = [said('2027-umum', 'pendidikan', 1, 'a'), said('2027-umum', null, 1, 'b')]
    expect(aimedIn(rows, ['a', 'b', 'c'], [next, edition(2027, 'khusus')], today)).toEqual([
      { label: next.label, categories: [school], aims: [{ projectId: 'a', category: 'pendidikan', reason: 'Cocok.' }] },
    ])
  })
})

test('a category of another edition is refused, and any of a project that was stopped', () => {
  expect(() => demandCategory(edition(2027), 'kesehatan', 'running')).not.toThrow()
  expect(() => demandCategory(edition(2027), null, 'preparing')).not.toThrow()
  expect(() => demandCategory(edition(2027), 'hilang', 'running')).toThrow('Pilih salah satu')
  expect(() => demandCategory(edition(2027), null, 'stopped')).toThrow('sudah dihentikan')
})
