import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { Web } from '#web/request.ts'
import type { Blobs } from './blobs.ts'
import type { StoredFile } from './file.ts'
import { disposition, names, rangeOf, treatment } from './serving.ts'

type Sent = Pick<StoredFile, 'agencyId' | 'sha256' | 'size' | 'name' | 'mediaType'>
type Kept = Pick<Sent, 'agencyId' | 'sha256' | 'size'>

/**
 * Answers with a file or the part of it that was asked for. Whoever calls it has asked whether this person may read it.
 * `asDownload` hands out also what a browser could show. What is only saved, the storage may hand out itself; what is
 * shown needs our headers, and is asked for each time.
 */
export async function sendFile(c: Context<Web>, file: Sent, asDownload = false): Promise<Response> {
  const { contentType, isShown, policy, cache } = treatment(file.mediaType)
  const isSaved = asDownload || !isShown
  const headers = new Headers({
    'cache-control': cache,
    'content-security-policy': policy,
    'content-disposition': disposition(!isSaved, file.name),
  })
  const elsewhere = isSaved && c.req.method === 'GET' ? await addressElsewhere(c, file, contentType) : undefined
  if (elsewhere !== undefined) return sendThere(elsewhere)
  return answer(c, c.get('files').blobs, file, contentType, headers)
}

/** The storage's own address of the file, where browsers reach it and it lies there. */
const addressElsewhere = (c: Context<Web>, { agencyId, sha256, name }: Sent, contentType: string) =>
  c.get('files').blobs.addressOf?.(agencyId, sha256, { contentType, disposition: disposition(false, name) })

/** Whoever has the address has the file: nothing keeps it, and no other site is told where one came from. */
const sendThere = (location: string): Response =>
  new Response(null, {
    status: 302,
    headers: { location, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  })

/**
 * Answers with a derivative, which we made ourselves. It is asked for each time: what is public today may not be
 * tomorrow, and nothing between us and the browser may keep what only some may see.
 */
export function sendDerivative(c: Context<Web>, made: Omit<Sent, 'name'>): Response {
  const { policy, cache } = treatment('video/mp4')
  const headers = new Headers({ 'cache-control': cache, 'content-security-policy': policy })
  return answer(c, c.get('files').derived, made, made.mediaType, headers)
}

/** Answers with something that was packed for this person to take away: of it nothing stays on the machine between. */
export function sendPacked(c: Context<Web>, made: Sent): Response {
  const headers = new Headers({
    'cache-control': 'private, no-store',
    'content-security-policy': treatment(made.mediaType).policy,
    'content-disposition': disposition(false, made.name),
  })
  return answer(c, c.get('files').derived, made, made.mediaType, headers)
}

function answer(c: Context<Web>, store: Blobs, file: Kept, contentType: string, headers: Headers): Response {
  const tag = `"${file.sha256}"`
  headers.set('etag', tag)
  headers.set('accept-ranges', 'bytes')
  headers.set('x-content-type-options', 'nosniff')
  if (names(c.req.header('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  const isSame = c.req.header('if-range') === undefined || names(c.req.header('if-range'), tag)
  const range = isSame ? rangeOf(c.req.header('range'), file.size) : 'whole'
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${file.size}`)
    return new Response(null, { status: 416, headers })
  }
  const { first, last } = range === 'whole' ? { first: 0, last: file.size - 1 } : range
  headers.set('content-type', contentType)
  headers.set('content-length', String(last - first + 1))
  if (range !== 'whole') headers.set('content-range', `bytes ${first}-${last}/${file.size}`)
  const status = range === 'whole' ? 200 : 206
  // Nothing is opened for an answer that shows only its headers.
  if (c.req.method === 'HEAD') return new Response(null, { status, headers })
  const stream = store.open(file.agencyId, file.sha256, { first, last })
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { status, headers })
}
