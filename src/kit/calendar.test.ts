import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFile } from './calendar.ts'

const now = new Date('2026-11-20T03:04:05.678Z')
const event = {
  uid: '01a216a4-0cc0-7f90-9b0f-f6f8bcd85a9a@rintis',
  sequence: 2,
  begins: '2026-11-24T02:00:00.000Z',
  ends: '2026-11-24T04:30:00.000Z',
  title: 'Sidang Paparan I',
  place: 'Ruang Sidang, lantai 3',
  link: 'https://rapat.example.go.id/sidang',
}
const fileOf = (but: Partial<typeof event> = {}) => calendarFile({ ...event, ...but }, { method: 'PUBLISH', now })

const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')
const lineOf = (file: string, name: string) =>
  unfolded(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
/** As a calendar reads a text (RFC 5545, 3.3.11). */
const read = (text = '') => text.replaceAll(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign))

test('a sitting is one event, its hours in UTC, its number growing with every change', () => {
  expect(unfolded(fileOf())).toEqual([
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

test('as an invitation it names who asks and who is asked, and is taken back under the same name', () => {
  const asked = { organizer: 'Rintis <rintis@example.go.id>', attendee: 'nadia@example.go.id' }
  const lines = (method: 'REQUEST' | 'CANCEL') => unfolded(calendarFile(event, { method, now, asked }))
  expect(lines('REQUEST')).toEqual(
    expect.arrayContaining([
      ...['METHOD:REQUEST', 'ORGANIZER;CN=Rintis:mailto:rintis@example.go.id'],
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:nadia@example.go.id',
    ]),
  )
  expect(lines('CANCEL')).toEqual(
    expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', `UID:${event.uid}`, 'SEQUENCE:2']),
  )
})

test('whatever its name holds, it is read as it was written, on lines of 75 bytes, and adds no line of its own', () => {
  const count = unfolded(fileOf()).length
  const letters = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom(';', ',', '\\', '\n', 'n', 'é'),
  )
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 120 }), (parts) => {
      const title = parts.join('')
      const file = fileOf({ title })
      expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
      expect(unfolded(file)).toHaveLength(count)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
      const kept = title.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
      expect(read(lineOf(file, 'SUMMARY'))).toBe(kept)
    }),
  )
})
