import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { routes, signedIn, type Web } from '#web/request.ts'
import { makeUploadFolder, removeParts } from './arrive.ts'
import { isSettled, type Upload } from './file.ts'
import type { Files } from './files.ts'
import { hasRoom, noRoom } from './room.ts'
import { findUpload, removeUpload } from './store.ts'
import { openTus } from './tus.ts'

/** A script reads these answers: one plain sentence, under the status that tells it whether to try again. */
const refuse = (c: Context<Web>, status: 400 | 401 | 404 | 409 | 507, sentence: string) =>
  c.text(sentence, status, { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' })

/** A redirect to the sign-in would be followed by the script, and a page taken for an answer. */
const stillSignedIn = createMiddleware<Web>(async (c, next) => {
  if (c.get('session') === null) return refuse(c, 401, 'Anda sudah keluar. Masuk lagi, lalu lanjutkan unggahannya.')
  return next()
})

/** `/unggah` and `/unggah/<id>`: tus 1.0. An upload is its account's alone, and every request is asked again. */
export function uploadRoutes(files: Files) {
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
    // tus ends a part that is still on its way; one that was settled has nothing there any more.
    const answer = isSettled(upload) ? c.body(null, 204, { 'tus-resumable': '1.0.0' }) : await send(c)
    await removeUpload(c.get('db'), upload.id)
    await removeParts(files, upload.id)
    return answer
  }

  return routes()
    .options('/unggah', stillSignedIn, signedIn, send)
    .post('/unggah', stillSignedIn, signedIn, create)
    .get('/unggah/:id', stillSignedIn, signedIn, ask)
    .patch('/unggah/:id', stillSignedIn, signedIn, add)
    .delete('/unggah/:id', stillSignedIn, signedIn, giveUp)
}

const notThere = (c: Context<Web>) => refuse(c, 404, 'Unggahan ini tidak ada atau sudah kedaluwarsa. Mulai lagi.')

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
