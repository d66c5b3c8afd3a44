import { expect, test } from 'vitest'
import { eventOfSitting, eventOfSlot } from './calendar.ts'

const sitting = {
  ...{ id: 'sitting', title: 'Sidang Paparan I', heldOn: '2026-11-24', beginsAt: '07:30', endsAt: '11:30' },
  ...{ place: 'Ruang Sidang', link: '', revision: 2 },
}

test.each([
  ['Asia/Jakarta', '2026-11-24T00:30:00.000Z'],
  ['Asia/Makassar', '2026-11-23T23:30:00.000Z'],
  ['Asia/Jayapura', '2026-11-23T22:30:00.000Z'],
] as const)('half past seven in %s is %s', (zone, begins) => {
  expect(eventOfSitting(sitting, zone)).toMatchObject({ uid: 'sitting@rintis', sequence: 2, begins })
})

test('a slot has its own name, hour and number', () => {
  const slot = { id: 'slot', title: 'Satu antrean', heldOn: '2026-11-24', beginsAt: '09:10', minutes: 25, sequence: 4 }
  expect(eventOfSlot(slot, sitting, 'Asia/Jakarta')).toEqual({
    ...{ uid: 'slot@rintis', sequence: 4, title: 'Paparan: Satu antrean', place: 'Ruang Sidang', link: '' },
    ...{ begins: '2026-11-24T02:10:00.000Z', ends: '2026-11-24T02:35:00.000Z' },
  })
})
