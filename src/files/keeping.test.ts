import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { KyselyPlugin } from 'kysely'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Database } from '#db'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { signedIn } from '#web/request.ts'
import { settleUpload, uploadPath } from './arrive.ts'
import type { Files } from './files.ts'
import { checkFixity } from './fixity.ts'
import { dbOf, makeActor, makeApp } from './make-app.ts'
import { idOf, makeSender, placeOf } from './make-sender.ts'
import { readUploads } from './read-uploads.ts'
import { findUpload, saveContent } from './store.ts'
import { uploadRoutes } from './upload-routes.ts'

const database = await freshDatabase()
const actor = await makeActor(database)
const db = dbOf(database, actor)
const files = makeFiles(freshFolder())
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 'x')])

/** The server over this database and these files. */
function serve(over: { database?: Database; files?: Files } = {}) {
  const app = makeApp(over.database ?? database, over.files ?? files, { actor })
  app.post('/form', signedIn, async (c) => c.json(await readUploads(c, 'scan')))
  return app.route('/', uploadRoutes(over.files ?? files))
}

const sender = makeSender(() => serve())

/** An upload of which all but the last bytes were acknowledged. */
async function begin(): Promise<{ address: string; id: string; rest: [number, Buffer] }> {
  const address = placeOf(await sender.create('SK.pdf', pdf.length))
  expect((await sender.add(address, 0, pdf.subarray(0, 5000))).status).toBe(204)
  return { address, id: idOf(address), rest: [5000, pdf.subarray(5000)] }
}

async function find(id: string) {
  const upload = await findUpload(db, id)
  if (!upload) throw new Error('The upload was forgotten.')
  return upload
}

/** The database as one request sees it to which `happens` right after its first answer: what it was told is old. */
function outrunBy(happens: () => Promise<unknown>): Database {
  let isFirst = true
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (isFirst) {
        isFirst = false
        await happens()
      }
      return result
    },
  }
  return { ...database, query: database.query.withPlugin(plugin) }
}

/** The machine starts no process any more, as when its memory is full, until it is told that it can. */
function unableToLook(): () => void {
  const { execPath } = process
  const mend = () => {
    process.execPath = execPath
  }
  process.execPath = '/bin/false'
  onTestFinished(mend)
  return mend
}

afterEach(async () => expect((await checkFixity(database, files)).spoilt).toEqual([]))

describe('an upload that arrives whole while it is asked for', () => {
  it.each(['HEAD', 'PATCH'] as const)('is not denied to a %s that was told of it before', async (method) => {
    const { address, id, rest } = await begin()
    const outrun = serve({ database: outrunBy(() => sender.add(address, ...rest)) })
    const late = makeSender(() => outrun)
    if (method === 'HEAD') expect(await late.offsetOf(address)).toBe(pdf.length)
    // Whoever is told so asks how far it came, and hears that all is there.
    else expect((await late.add(address, ...rest)).status).toBe(409)
    expect(await find(id)).toMatchObject({ mediaType: 'application/pdf' })
  })

  it('is not denied to whoever sends its end again', async () => {
    const { address, rest } = await begin()
    expect((await sender.add(address, ...rest)).status).toBe(204)
    expect((await sender.add(address, ...rest)).status).toBe(409)
    expect(await sender.offsetOf(address)).toBe(pdf.length)
  })

  it('is settled once by two who settle it', async () => {
    const { address, id } = await begin()
    await writeFile(uploadPath(files, id), pdf)
    const waiting = await find(id)
    const first = async () => expect(await settleUpload(db, files, waiting, testNow)).toHaveProperty('upload')
    const putFile: Files['blobs']['putFile'] = async (...args) => {
      await first()
      return files.blobs.putFile(...args)
    }
    const second = await settleUpload(db, { ...files, blobs: { ...files.blobs, putFile } }, waiting, testNow)
    expect(second).toMatchObject({ upload: { id, mediaType: 'application/pdf' } })
    expect(await sender.offsetOf(address)).toBe(pdf.length)
  })
})

describe('an upload whose bytes were acknowledged', () => {
  it('waits for its form when the machine cannot look into it, and the form for the machine', async () => {
    const { address, id, rest } = await begin()
    const mend = unableToLook()
    expect((await sender.add(address, ...rest)).status).toBe(204)
    expect(await sender.offsetOf(address)).toBe(pdf.length)
    const send = async () => {
      const form = new FormData()
      form.append('scan_upload', `${id}/SK.pdf`)
      return (await serve().request('/form', { method: 'POST', body: form })).json()
    }
    expect(await send()).toEqual({
      ids: [],
      files: [],
      turnedAway: [],
      typed: { scan_upload: [`${id}/SK.pdf`] },
      refused: expect.stringContaining('belum dapat diperiksa'),
    })
    mend()
    expect(await send()).toMatchObject({ ids: [id], refused: null })
  })

  it('is settled already where a server died between its row and its parts', async () => {
    const { id } = await begin()
    await writeFile(uploadPath(files, id), pdf)
    const waiting = await find(id)
    await saveContent(db, id, await files.blobs.putFile(db.agencyId, uploadPath(files, id)), 'application/pdf')
    unableToLook()
    expect(await settleUpload(db, files, waiting, testNow)).toMatchObject({ upload: { mediaType: 'application/pdf' } })
  })

  it('is not denied when the disk does not give back what was noted of it', async () => {
    const { address, id, rest } = await begin()
    const note = `${uploadPath(files, id)}.json`
    await rm(note)
    await mkdir(note)
    await expect(sender.offsetOf(address)).rejects.toThrow('EISDIR')
    await expect(sender.add(address, ...rest)).rejects.toThrow('EISDIR')
    await rm(note, { recursive: true })
  })

  it('is not denied when the database is away, and it is the application that says so', async () => {
    const { address, rest } = await begin()
    const away = new Error('Connection terminated unexpectedly')
    const blobs = { ...files.blobs, sizeOf: () => Promise.reject(away) }
    const broken = makeSender(() => serve({ files: { ...files, blobs } }))
    await expect(broken.add(address, ...rest)).rejects.toThrow(away)
    expect(await sender.offsetOf(address)).toBe(pdf.length)
  })
})

it('a folder that cannot be made is told to whoever uploads, and ends nobody else', async () => {
  const place = path.join(freshFolder(), 'a-file')
  await writeFile(place, '')
  const nowhere = makeSender(() => serve({ files: { ...files, uploadFolder: path.join(place, 'uploads') } }))
  await expect(nowhere.create('SK.pdf', pdf.length)).rejects.toThrow('ENOTDIR')
})
