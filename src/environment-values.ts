const units = { '': 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 }

/** "20GB" is 20e9 bytes; NaN for what isn't a size. */
export function sizeInBytes(text: string): number {
  const [, figure, unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMGT]?B?)$/i.exec(text.trim()) ?? []
  const factor = Object.entries(units).find(
    ([name]) => name.charAt(0) === unit.charAt(0).toUpperCase().replace('B', ''),
  )
  return figure && factor ? Number(figure) * factor[1] : Number.NaN
}

/** The 32 bytes that hex or base64 text stands for; null for any other text. */
export function keyBytes(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === 32 && /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? bytes : null
}

/** Whether the host name is this machine's own, reachable from nowhere else. */
export const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host)

/**
 * Whether whoever has opened a page at `url` may be sent to `other`: a browser takes nothing over http from a page that
 * came over https, and a machine's own or short name means nothing elsewhere.
 */
export const isReachedFrom = (url: URL, other: URL): boolean =>
  (url.protocol === 'http:' || other.protocol === 'https:') &&
  (isLoopback(other.hostname) ? isLoopback(url.hostname) : /[.:]/.test(other.hostname))

/** Orders names by how few letters must change to make them `name`. */
export const isCloseTo =
  (name: string) =>
  (a: string, b: string): number =>
    distance(name, a) - distance(name, b)

/** Levenshtein's: insertions, deletions and replacements of one letter. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [line, letter] of [...a].entries()) {
    const next = [line + 1]
    for (const [column, other] of [...b].entries())
      next.push(
        Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)),
      )
    row = next
  }
  return row[b.length] ?? 0
}
