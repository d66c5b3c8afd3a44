import type { Context } from 'hono'
import { notFound } from '#kit/refusal.ts'
import type { Web } from '#web/request.ts'
import type { StoredFile } from './file.ts'
import { names, treatment } from './serving.ts'
import { strippable, withoutPlace } from './strip-place.ts'

type Picture = Pick<StoredFile, 'agencyId' | 'sha256' | 'size' | 'mediaType'>

/** The largest picture that is handed to everybody: it is held in memory while its copy is made. */
export const largestPublic = 20_000_000

/** Whether `sendPicture` can make a copy of it that does not say where it was taken. */
export const isCopyable = ({ mediaType, size }: Pick<Picture, 'mediaType' | 'size'>): boolean =>
  strippable.includes(mediaType) && size <= largestPublic

/**
 * Answers with a copy of a picture that does not say where or with what it was taken; the original stays as it is.
 * Whoever calls it has asked whether everybody may see the picture.
 */
export async function sendPicture(c: Context<Web>, file: Picture): Promise<Response> {
  const { contentType, policy, cache } = treatment(file.mediaType)
  const tag = `"${file.sha256}-copy"`
  const headers = new Headers({
    etag: tag,
    'cache-control': cache,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
  })
  if (names(c.req.header('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  if (file.size > largestPublic) throw notFound()
  const parts: Uint8Array[] = []
  for await (const part of c.get('files').blobs.open(file.agencyId, file.sha256)) parts.push(part)
  const copy = withoutPlace(Buffer.concat(parts), file.mediaType)
  if (copy === null) throw notFound()
  headers.set('content-type', contentType)
  headers.set('content-length', String(copy.length))
  return new Response(new Uint8Array(copy), { status: 200, headers })
}
