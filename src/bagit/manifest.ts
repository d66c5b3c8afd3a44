/** What a bag's declaration says (RFC 8493, 2.1.1). */
export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

export const algorithms = ['sha256', 'sha512'] as const
export type Algorithm = (typeof algorithms)[number]
/** The digests of one file. */
export type Sums = Record<Algorithm, string>

/** In a manifest only what would break its lines is written otherwise (2.1.3). */
const encoded = (path: string) =>
  path.replace(/[%\n\r]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
const decoded = (path: string) =>
  path.replace(/%(0A|0D|25)/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

const byPath = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A manifest's text, in the order of its paths. */
export const manifestText = (sums: ReadonlyMap<string, Sums>, algorithm: Algorithm): string =>
  [...sums]
    .toSorted(([a], [b]) => byPath(a, b))
    .map(([path, sum]) => `${sum[algorithm]}  ${encoded(path)}\n`)
    .join('')

/** What a manifest says of each path, in lower case; null where a line of it cannot be read, or a path stands twice. */
export function parseManifest(text: string): Map<string, string> | null {
  const sums = new Map<string, string>()
  for (const line of text.split(/\r\n|\n|\r/).filter(Boolean)) {
    const [, sum, path] = /^([0-9a-fA-F]+)[ \t]+\*?(?:\.\/)?(.+)$/.exec(line) ?? []
    if (sum === undefined || path === undefined || sums.has(decoded(path))) return null
    sums.set(decoded(path), sum.toLowerCase())
  }
  return sums
}

/** The lines of bag-info.txt; what was typed never begins a line of its own. */
export const bagInfoText = (fields: readonly (readonly [string, string])[]): string =>
  fields
    .map(([label, value]) => [label, value.replace(/\s+/g, ' ').trim()])
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('')

/** The fields of bag-info.txt; a line that begins with a space goes on with the one before it. */
export function parseBagInfo(text: string): Map<string, string> {
  const lines = text.replace(/(\r\n|\n|\r)[ \t]+/g, ' ').split(/\r\n|\n|\r/)
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const at = line.indexOf(':')
      return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]]
    }),
  )
}

/** Payload-Oxum: bytes and files of the payload, for a first look. */
export const oxumOf = (bytes: number, files: number): string => `${bytes}.${files}`

/**
 * What is wrong with a path that a bag names: it must stay in the bag on every system, and be one text for every
 * reader. Null where nothing is.
 */
export function flawOfPath(path: string): 'outside' | 'unreadable' | 'not-nfc' | null {
  if (/^[/\\~]|^[a-z]:|\\/i.test(path) || path.split('/').some((part) => part === '..')) return 'outside'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  if (path.split('/').some((part) => part === '' || part === '.') || /[\u0000-\u001f\u007f]/.test(path))
    return 'unreadable'
  return path === path.normalize('NFC') ? null : 'not-nfc'
}

/** The paths of which a system that takes capitals for small letters would make one. */
export function clashesOf(paths: Iterable<string>): string[] {
  const seen = new Set<string>()
  const clashes: string[] = []
  for (const path of paths) {
    const plain = path.normalize('NFC').toLowerCase()
    if (seen.has(plain)) clashes.push(path)
    seen.add(plain)
  }
  return clashes
}
