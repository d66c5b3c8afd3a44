import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'

const now = new Date('2026-11-20T03:04:05.678Z')
const sitting = {
  id: '01a216a4-0cc0-7f90-9b0f-f6f8bcd85a9a',
  title: 'Sidang Paparan I',
  heldOn: '2026-11-24',
  beginsAt: '09:00',
  endsAt: '11:30',
  place: 'Ruang Sidang, lantai 3',
  link: 'https://rapat.example.go.id/sidang',
  slidesDueOn: null,
  revision: 2,
  zone: 'Asia/Jakarta' as const,
}

const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')
const lineOf = (file: string, name: string) =>
  unfolded(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
/** As a calendar reads a text (RFC 5545, 3.3.11). */
const read = (text = '') => text.replaceAll(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign))

test('a sitting is one event, its hours in UTC, its number growing with every change', () => {
  expect(unfolded(calendarOf(sitting, now))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rintis//Sidang paparan//ID',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:01a216a4-0cc0-7f90-9b0f-f6f8bcd85a9a@rintis',
    'DTSTAMP:20261120T030405Z',
    'DTSTART:20261124T020000Z',
    'DTEND:20261124T043000Z',
    'SEQUENCE:2',
    'SUMMARY:Sidang Paparan I',
    'LOCATION:Ruang Sidang\\, lantai 3',
    'DESCRIPTION:https://rapat.example.go.id/sidang',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test.each([
  ['Asia/Makassar', '20261123T233000Z'],
  ['Asia/Jayapura', '20261123T223000Z'],
] as const)('half past seven in %s is %s', (zone, stamp) => {
  expect(lineOf(calendarOf({ ...sitting, zone, beginsAt: '07:30' }, now), 'DTSTART')).toBe(stamp)
})

test('whatever its name holds, it is read as it was written, on lines of 75 bytes, and adds no line of its own', () => {
  const count = unfolded(calendarOf(sitting, now)).length
  const letters = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom(';', ',', '\\', '\n', 'n', 'é'),
  )
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 120 }), (parts) => {
      const title = parts.join('')
      const file = calendarOf({ ...sitting, title }, now)
      expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
      expect(unfolded(file)).toHaveLength(count)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
      const kept = title.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
      expect(read(lineOf(file, 'SUMMARY'))).toBe(kept)
    }),
  )
})
