/** A letter of the outbox as its page shows it. */
export type ReadLetter = { to: string; subject: string; date: string; text: string }

/** Reads an .eml that our own mailer wrote: the headers, and the first part, which is the text. */
export function readEml(source: string): ReadLetter {
  const { headers } = split(source)
  const first = firstPart(source)
  return {
    to: words(headers.get('to') ?? ''),
    subject: words(headers.get('subject') ?? ''),
    date: headers.get('date') ?? '',
    text: decode(first.body, first.headers.get('content-transfer-encoding') ?? '7bit').trimEnd(),
  }
}

/** The innermost first part: of a letter with an invitation, the text of what stands beside it. */
function firstPart(source: string): ReturnType<typeof split> {
  const { headers, body } = split(source)
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1]
  return boundary ? firstPart(body.split(`--${boundary}\n`)[1]?.split(`\n--${boundary}`)[0] ?? '') : { headers, body }
}

/** Headers by lower-case name, unfolded; and what follows the first empty line. */
function split(source: string): { headers: Map<string, string>; body: string } {
  const at = source.indexOf('\n\n')
  const lines = source
    .slice(0, at)
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
  const pairs = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { headers: new Map(pairs), body: source.slice(at + 2) }
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? unquote(body.replace(/=\n/g, '')) : body
}

/** `=C3=A9` is "é". */
const unquote = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

/** RFC 2047: `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`; white space between two such words is none. */
const words = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? decode(text, 'base64') : unquote(text.replaceAll('_', ' ')),
    )
