import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { attendanceGroups } from './attendance.ts'

const units = [
  { id: 'layanan', name: 'Layanan' },
  { id: 'arsip', name: 'Arsip' },
]
const person = (personId: string, unitId: string | null = 'layanan') => ({ personId, name: personId, unitId })
const names = (persons: { name: string }[]) => persons.map(({ name }) => name)

test('whom the sitting is about comes first, then whoever is ticked, then the others in the order of their units', () => {
  const groups = attendanceGroups({
    persons: [person('Adi', 'arsip'), person('Beni'), person('Citra', null), person('Dewi'), person('Eko')],
    concernedIds: new Set(['Eko']),
    recorded: [{ personId: 'Dewi', name: 'Dewi' }],
    tickedIds: ['Dewi'],
    units,
  })
  expect([names(groups.concerned), names(groups.present)]).toEqual([['Eko'], ['Dewi']])
  expect(groups.rest.map(({ unit, persons }) => [unit, ...names(persons)])).toEqual([
    ['Layanan', 'Beni'],
    ['Arsip', 'Adi'],
    ['Tanpa unit kerja', 'Citra'],
  ])
})

test('whoever was present and can no longer sign in is still there to stay ticked', () => {
  const recorded = [{ personId: 'Lama', name: 'Lama' }]
  const groups = attendanceGroups({ persons: [], concernedIds: new Set(), recorded, tickedIds: ['Lama'], units })
  expect(names(groups.present)).toEqual(['Lama'])
})

test('nobody is lost and nobody is there twice', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  fc.assert(
    fc.property(fc.uniqueArray(id), fc.array(id), fc.uniqueArray(id), fc.array(id), (all, near, was, ticked) => {
      const recorded = was.map((personId) => ({ personId, name: personId }))
      const persons = all.map((one, at) => person(one, at % 3 === 0 ? null : 'arsip'))
      const groups = attendanceGroups({ persons, concernedIds: new Set(near), recorded, tickedIds: ticked, units })
      const shown = [...groups.concerned, ...groups.present, ...groups.rest.flatMap((group) => group.persons)]
      expect(names(shown).toSorted()).toEqual([...new Set([...all, ...was])].toSorted())
    }),
  )
})
