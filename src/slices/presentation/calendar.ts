import { beginningOf, type Zone } from '#kit/date.ts'
import type { Sitting } from './sitting.ts'

type Called = Omit<Sitting, 'agencyId' | 'guests'> & { zone: Zone }

/**
 * A sitting as a file that calendars take in (RFC 5545). Its UID stays and its SEQUENCE grows with every change, so that
 * a calendar that takes it in again moves what it has. Hours are in UTC: Indonesia's zones need no table of their own.
 */
export function calendarOf(sitting: Called, now: Date): string {
  const { id, title, place, link, revision } = sitting
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rintis//Sidang paparan//ID',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@rintis`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(instantOf(sitting, sitting.beginsAt))}`,
    `DTEND:${stamp(instantOf(sitting, sitting.endsAt))}`,
    `SEQUENCE:${revision}`,
    `SUMMARY:${escaped(title)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    ...(link === '' ? [] : [`DESCRIPTION:${escaped(link)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const instantOf = ({ zone, heldOn }: Called, clock: string): Date => {
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  return new Date(beginningOf(zone, heldOn).getTime() + minutes * 60_000)
}

/** 20261124T020000Z */
const stamp = (instant: Date): string => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** RFC 5545, 3.3.11; other characters that steer a line are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
    .replaceAll(/[\u0000-\u001f\u007f]/g, '')

/** No line is longer than 75 bytes; what goes on begins with a space. No letter is cut in two. */
function folded(line: string): string {
  const parts = ['']
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > 75) {
      parts.push(' ')
      bytes = 1
    }
    parts[parts.length - 1] += letter
    bytes += size
  }
  return parts.join('\r\n')
}
