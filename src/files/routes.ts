import type { Context } from 'hono'
import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import { notFound } from '#kit/refusal.ts'
import { routes, signedIn, type Web } from '#web/request.ts'
import type { ThingKind } from './file.ts'
import { sendFile } from './send-file.ts'
import { findFile } from './store.ts'

/** Whether the actor may read this part of what is attached to the thing: said by the slice that owns the thing. */
export type MayReadFile = (db: Db, actor: Actor, thingId: string, part: string) => boolean | Promise<boolean>

/** One for each kind of thing that has files; what is not listed nobody reads. */
export type FileReaders = Partial<Record<ThingKind, MayReadFile>>

/** `/berkas/<id>` and `/berkas/<id>/<name>`: a stored file, for whoever may read the thing that it belongs to. */
export function fileRoutes(readers: FileReaders) {
  const send = async (c: Context<Web>): Promise<Response> => {
    const id = c.req.param('id') ?? ''
    const file = /^[0-9a-f-]{36}$/.test(id) ? await findFile(c.get('db'), id) : undefined
    if (!file) throw notFound()
    const { thingKind, thingId, part } = file
    if (!(await readers[thingKind]?.(c.get('db'), c.get('actor'), thingId, part))) throw notFound()
    return sendFile(c, file, c.req.query('unduh') !== undefined)
  }
  // The name is for people and for what they save it as: the file is found by its id alone.
  return routes().get('/berkas/:id', signedIn, send).get('/berkas/:id/:name', signedIn, send)
}

/** Where a file is found. */
export const addressOf = (file: { id: string; name: string }): string =>
  `/berkas/${file.id}/${encodeURIComponent(file.name)}`
