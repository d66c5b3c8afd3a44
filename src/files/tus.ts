import { randomUUIDv7 } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { FileConfigstore, FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import type { Db } from '#db'
import { absent, syncFolder } from '#kit/disk.ts'
import { type Arrival, refuseSize, settleUpload } from './arrive.ts'
import { cleanName, uploadDays } from './file.ts'
import type { Files } from './files.ts'
import { noRoom } from './room.ts'
import { addUpload, findUpload } from './store.ts'

/** Who sends a part: found by the route before tus sees the request. */
export type Sender = { db: Db; accountId: string; now: Date }

/** What tus answers when a hook refuses: its own way to say a status and a text. */
class Refused extends Error {
  readonly status_code: number
  readonly body: string

  constructor(status: number, sentence: string) {
    super(sentence)
    this.status_code = status
    this.body = sentence
  }
}

/** What was noted of each upload. Only what is not there is answered so: a disk that fails says nothing of it. */
class Notes extends FileConfigstore {
  override async get(id: string): Promise<Upload | undefined> {
    const text = await readFile(path.join(this.directory, `${id}.json`), 'utf8').catch(absent)
    return text === undefined ? undefined : JSON.parse(text)
  }
}

/** A part that was acknowledged is on the disk: the browser will not send it again. */
class SyncedFileStore extends FileStore {
  override extensions = ['creation', 'termination', 'expiration']

  override async create(upload: Upload): Promise<Upload> {
    const created = await super.create(upload)
    await this.#sync(`${upload.id}.json`)
    await syncFolder(this.directory)
    return created
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const reached = await super.write(readable, id, offset)
    await this.#sync(id)
    return reached
  }

  async #sync(name: string): Promise<void> {
    const handle = await open(path.join(this.directory, name))
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}

/**
 * tus 1.0 over the upload folder. It must be there: where it cannot be made, the store would end the process. A request
 * is answered for the sender that comes with it.
 */
export function openTus(files: Files): (request: Request, sender: Sender) => Promise<Response> {
  const senders = new WeakMap<Request, Sender>()
  const senderOf = (request: object): Sender => {
    const sender = senders.get(request as Request)
    if (!sender) throw new Error('An upload without a sender')
    return sender
  }

  const tus = new Server({
    path: '/unggah',
    relativeLocation: true,
    // Without this every origin would be told that it may read the answers.
    allowedOrigins: () => false,
    datastore: new SyncedFileStore({
      directory: files.uploadFolder,
      configstore: new Notes(files.uploadFolder),
      expirationPeriodInMilliseconds: uploadDays * 86_400_000,
    }),
    namingFunction: () => randomUUIDv7(),

    onUploadCreate: async (request, { id, size, metadata }) => {
      const { db, accountId, now } = senderOf(request)
      if (!size) throw new Refused(400, 'Berkas ini kosong, atau ukurannya tidak disebut. Pilih berkas yang berisi.')
      const refused = await refuseSize(db, files, size)
      if (refused !== null) throw new Refused(refused === noRoom ? 507 : 413, refused)
      const name = cleanName(metadata?.filename ?? '')
      await addUpload(db, { id, accountId, name, size, createdAt: now })
      return { metadata: { filename: name } }
    },

    onUploadFinish: async (request, { id }) => {
      const { db, now } = senderOf(request)
      const upload = await findUpload(db, id)
      const arrival: Arrival = upload
        ? await settleUpload(db, files, upload, now)
        : { refused: 'Unggahan ini dibatalkan.' }
      // All its bytes are here; whoever claims it has it looked into again.
      if ('refused' in arrival && !arrival.waits) throw new Refused(422, arrival.refused)
      return {}
    },

    // What neither tus nor a hook of ours says is a fault, and the application's to answer and to write down.
    onResponseError: (_, error) => {
      if (!('status_code' in error)) throw error
      return undefined
    },
  })

  return (request, sender) => {
    senders.set(request, sender)
    return tus.handleWeb(request as Parameters<typeof tus.handleWeb>[0])
  }
}
