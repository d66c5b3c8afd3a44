import type { Range } from './blobs.ts'
import { type Family, familyOf } from './kinds.ts'

/** The part of a file that `Range` asks for (RFC 9110, 14.2): all of it, one range, or one that isn't there. */
export function rangeOf(header: string | undefined, size: number): Range | 'whole' | 'unsatisfiable' {
  // Several ranges, other units and nonsense may be answered with the whole.
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return 'whole'
  if (from === '')
    return to === '0' || size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - Number(to)), last: size - 1 }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return 'whole'
  return first < size ? { first, last } : 'unsatisfiable'
}

/** Whether `If-None-Match` (or `If-Range`) names this entity tag, which is always a strong one. */
export const names = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*')

const shownInline = ['pdf', 'picture', 'film', 'sound', 'text']

/** How a browser may treat a file of this type: what it is told it is, whether it shows it, and what that may do. */
export function treatment(mediaType: string): { contentType: string; isShown: boolean; policy: string; cache: string } {
  const family = familyOf(mediaType)
  const isShown = family !== undefined && shownInline.includes(family) && mediaType !== 'text/csv'
  return {
    contentType: contentType(mediaType, family),
    isShown,
    policy: policies[family ?? 'markup'] ?? sandboxed,
    // Pictures and films are seen again and again, and asked for each time; documents leave nothing on the machine.
    cache: family === 'picture' || family === 'film' || family === 'sound' ? 'private, no-cache' : 'private, no-store',
  }
}

const sandboxed = "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'"

const player = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'"

/**
 * In a sandbox the browser's own viewer of PDF does not open, and its player may not fetch the film that it was opened
 * for (both seen in Chromium 156). Scripts and connections stay shut all the same.
 */
const policies: Partial<Record<Family, string>> = {
  pdf: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  film: player,
  sound: player,
}

/** Kinds that a browser would carry out, and whatever we don't know, are handed out as bytes. */
function contentType(mediaType: string, family: string | undefined): string {
  if (family === undefined || family === 'markup') return 'application/octet-stream'
  return family === 'text' ? `${mediaType}; charset=utf-8` : mediaType
}

/** `Content-Disposition` (RFC 6266): a name for old programs, then the true one in UTF-8 (RFC 8187). */
export function disposition(isShown: boolean, name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${isShown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
