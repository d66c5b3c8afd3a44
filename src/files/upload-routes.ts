import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { routes, signedIn, type Web } from '#web/request.ts'
import { makeUploadFolder, removeParts, settleUpload } from './arrive.ts'
import { isSettled, type Upload } from './file.ts'
import type { Files } from './files.ts'
import { hasRoom, noRoom } from './room.ts'
import { addressOf, type FileReaders } from './routes.ts'
import { findUpload, listFilesLike, removeUpload } from './store.ts'
import { openTus } from './tus.ts'
import type { UploadState } from './upload-state.ts'

/** A script reads these answers: one plain sentence, under the status that tells it whether to try again. */
const refuse = (c: Context<Web>, status: 400 | 401 | 404 | 409 | 507, sentence: string) =>
  c.text(sentence, status, { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' })

/** A redirect to the sign-in would be followed by the script, and a page taken for an answer. */
const stillSignedIn = createMiddleware<Web>(async (c, next) => {
  if (c.get('session') === null) return refuse(c, 401, 'Anda sudah keluar. Masuk lagi, lalu lanjutkan unggahannya.')
  return next()
})

/** What the browser computed while it sent: the SHA-256 of the file, where it could. */
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/)

const damaged =
  'Berkas ini sampai dalam keadaan rusak: sidik jarinya lain dari yang di perangkat Anda. Kirim lagi; bila berulang, ' +
  'periksa sambungan atau salin berkasnya ke tempat lain dahulu.'

/**
 * `/unggah` and `/unggah/<id>`: tus 1.0. An upload is its account's alone, and every request is asked again.
 * `/unggah/<id>/keadaan` says what became of a whole one; of what is there already only what `readers` let one read.
 */
export function uploadRoutes(files: Files, readers: FileReaders = {}) {
  // Opened by the first request: an application that takes no uploads makes no folder.
  let tus: ReturnType<typeof openTus> | undefined
  const send = async (c: Context<Web>): Promise<Response> => {
    if (!tus) await makeUploadFolder(files)
    tus ??= openTus(files)
    return tus(c.req.raw, { db: c.get('db'), accountId: c.get('actor').accountId, now: c.get('now') })
  }

  const create = async (c: Context<Web>) => {
    if (c.req.header('content-type') === 'application/offset+octet-stream')
      return refuse(c, 400, 'Kirim bagian pertama setelah unggahan dibuat.')
    return send(c)
  }

  const findOwn = async (c: Context<Web>): Promise<Upload | undefined> => {
    const id = c.req.param('id') ?? ''
    const upload = /^[0-9a-f-]{36}$/.test(id) ? await findUpload(c.get('db'), id) : undefined
    return upload?.accountId === c.get('actor').accountId ? upload : undefined
  }

  const ask = async (c: Context<Web>) => {
    const upload = c.req.method === 'HEAD' ? await findOwn(c) : undefined
    // A browser that goes on where it stood would take it for one that arrived.
    if (upload?.quarantine === 'infected') return notThere(c)
    return upload ? sendUnsettled(c, upload, settledHead) : notThere(c)
  }

  /**
   * What tus has of it goes away as soon as it is settled. Another request may do that after this one read the row:
   * a browser that was told then that it is not there would throw it away.
   */
  const sendUnsettled = async (
    c: Context<Web>,
    upload: Upload,
    whenSettled: (c: Context<Web>, size: number) => Response,
  ): Promise<Response> => {
    if (isSettled(upload)) return whenSettled(c, upload.size)
    const answer = await send(c)
    if (answer.status !== 404 && answer.status !== 410) return answer
    const now = await findOwn(c)
    return now && isSettled(now) ? whenSettled(c, now.size) : notThere(c)
  }

  const add = async (c: Context<Web>) => {
    const upload = await findOwn(c)
    if (!upload) return notThere(c)
    if (!hasRoom(await files.space(), Number(c.req.header('content-length') ?? 0))) return refuse(c, 507, noRoom)
    return sendUnsettled(c, upload, settledPart)
  }

  const giveUp = async (c: Context<Web>) => {
    const upload = await findOwn(c)
    if (!upload) return notThere(c)
    // It is the admin's now.
    if (upload.quarantine === 'infected') return c.body(null, 204, { 'tus-resumable': '1.0.0' })
    // First, so that nobody finds it without its bytes and calls it lost.
    await removeUpload(c.get('db'), upload.id)
    // tus ends a part that is still on its way; one that was settled has nothing there any more.
    const answer = isSettled(upload) ? c.body(null, 204, { 'tus-resumable': '1.0.0' }) : await send(c)
    await removeParts(files, upload.id)
    return answer
  }

  const tellState = async (c: Context<Web>) => {
    const upload = await findOwn(c)
    const sent = fingerprint.safeParse((await c.req.parseBody()).sha256)
    return c.json(upload ? await stateOf(c, upload, sent.data) : { state: 'refused', sentence: goneAway })
  }

  async function stateOf(c: Context<Web>, found: Upload, sent: string | undefined): Promise<UploadState> {
    const arrival = await settleUpload(c.get('db'), files, found, c.get('now'))
    if ('refused' in arrival) {
      const { refused: sentence, waits } = arrival
      if (!waits) return { state: 'refused', sentence }
      return { state: waits.quarantine === 'too_large' ? 'held' : 'waiting', sentence }
    }
    const { id, sha256 } = arrival.upload
    if (sent !== undefined && sent !== sha256) {
      await removeUpload(c.get('db'), id)
      return { state: 'damaged', sentence: damaged }
    }
    return { state: 'kept', isSame: sent === undefined ? null : true, known: await findKnown(c, sha256) }
  }

  /** The same content where whoever uploads may read it; of what else is there nothing is said. */
  async function findKnown(c: Context<Web>, sha256: string): Promise<{ name: string; path: string } | null> {
    for (const file of await listFilesLike(c.get('db'), sha256)) {
      const mayRead = readers[file.thingKind]
      if (await mayRead?.(c.get('db'), c.get('actor'), file.thingId, file.part))
        return { name: file.name, path: addressOf(file) }
    }
    return null
  }

  return routes()
    .post('/unggah/:id/keadaan', stillSignedIn, signedIn, tellState)
    .options('/unggah', stillSignedIn, signedIn, send)
    .post('/unggah', stillSignedIn, signedIn, create)
    .get('/unggah/:id', stillSignedIn, signedIn, ask)
    .patch('/unggah/:id', stillSignedIn, signedIn, add)
    .delete('/unggah/:id', stillSignedIn, signedIn, giveUp)
}

const goneAway = 'Unggahan ini tidak ada atau sudah kedaluwarsa. Mulai lagi.'
const notThere = (c: Context<Web>) => refuse(c, 404, goneAway)

/** Its parts are gone, and it is as long as it was announced. */
const settledHead = (c: Context<Web>, size: number) =>
  c.body(null, 200, {
    'tus-resumable': '1.0.0',
    'cache-control': 'no-store',
    'upload-offset': String(size),
    'upload-length': String(size),
  })

/** Whoever sends a part of it again is told to ask how far it came. */
const settledPart = (c: Context<Web>) => refuse(c, 409, 'Unggahan ini sudah lengkap.')
