/** What stands in somebody's calendar: instants in ISO form, so that it can wait in a queue. */
export type CalendarEvent = {
  uid: string
  /** Grows with every change, so that a calendar that takes it in again moves what it has. */
  sequence: number
  begins: string
  ends: string
  title: string
  place: string
  link: string
}

/** Who asks whom to come; without them the file is one's own to keep. */
type Asked = { organizer: string; attendee: string }

type How = { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; now: Date; asked?: Asked }

/**
 * Events as a file that calendars take in (RFC 5545), and one as an invitation that mail programs answer to (RFC 5546):
 * REQUEST asks, and asks anew under a higher SEQUENCE; CANCEL takes it back under the same UID. Hours are in UTC:
 * Indonesia's zones need no table of their own.
 */
export function calendarFile(events: CalendarEvent | readonly CalendarEvent[], { method, now, asked }: How): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rintis//Sidang paparan//ID',
    `METHOD:${method}`,
    ...[events].flat().flatMap((event) => linesOf(event, { method, now, ...(asked && { asked }) })),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function linesOf(
  { uid, sequence, begins, ends, title, place, link }: CalendarEvent,
  { method, now, asked }: How,
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(new Date(begins))}`,
    `DTEND:${stamp(new Date(ends))}`,
    `SEQUENCE:${sequence}`,
    ...(method === 'CANCEL' ? ['STATUS:CANCELLED'] : []),
    `SUMMARY:${escaped(title)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    ...(link === '' ? [] : [`DESCRIPTION:${escaped(link)}`]),
    // Nobody reads an answer to our letters, so none is asked for.
    ...(asked
      ? [
          `ORGANIZER;CN=Rintis:mailto:${address(asked.organizer)}`,
          `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${address(asked.attendee)}`,
        ]
      : []),
    'END:VEVENT',
  ]
}

/** 20261124T020000Z */
const stamp = (instant: Date): string => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** What stands between the brackets of `Rintis <rintis@example.go.id>`, or the whole; nothing that ends a line. */
const address = (from: string): string => (/<([^<>]+)>/.exec(from)?.[1] ?? from).replaceAll(/[^\x21-\x7e]/g, '')

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
