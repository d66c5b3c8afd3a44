import { randomUUID } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { watchWaiting } from '#test/waiting.ts'
import { settleUpload } from './arrive.ts'
import { claimUpload, removeFile } from './claim.ts'
import type { StoredFile } from './file.ts'
import { dbOf, makeActor, makeApp, makeColleague } from './make-app.ts'
import { idOf, makeSender, placeOf } from './make-sender.ts'
import type { Space } from './room.ts'
import { findFile, findUpload, holdUpload } from './store.ts'
import { uploadRoutes } from './upload-routes.ts'

const database = await freshDatabase()
const folder = freshFolder()
const now = new Date('2026-11-24T09:00:00Z')
const owner = await makeActor(database)
const colleague = await makeColleague(database, owner)
const db = dbOf(database, owner)
const disk: Space = { free: 80e9, total: 100e9 }
const files = makeFiles(folder, { space: async () => disk, maxUpload: 1_000_000, quota: 3_000_000 })
const who: { actor: Actor | null } = { actor: owner }

/** The server as it is after each start: nothing but disk and database is remembered. */
const start = () => makeApp(database, files, who).route('/', uploadRoutes(files))
let app = start()

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 'x')])
const countWaiting = watchWaiting(database)

const { create, add, giveUp, offsetOf } = makeSender(() => app)

async function upload(name: string, bytes: Buffer): Promise<string> {
  const address = placeOf(await create(name, bytes.length))
  const answer = await add(address, 0, bytes)
  expect(answer.status).toBe(204)
  return idOf(address)
}

describe('an upload', () => {
  it('comes in parts, over a restart of the server, and is kept under its SHA-256', async () => {
    const created = await create('Rencana aksi.pdf', pdf.length)
    expect(created.status).toBe(201)
    expect(created.headers.get('upload-expires')).not.toBeNull()
    const address = placeOf(created)
    expect(address).toMatch(/^\/unggah\/[0-9a-f-]{36}$/)
    expect((await add(address, 0, pdf.subarray(0, 2000))).status).toBe(204)
    app = start()
    expect(await offsetOf(address)).toBe(2000)
    expect((await add(address, 2000, pdf.subarray(2000))).status).toBe(204)
    const settled = await findUpload(db, idOf(address))
    expect(settled).toMatchObject({ name: 'Rencana aksi.pdf', mediaType: 'application/pdf', size: pdf.length })
    expect(await readFile(path.join(folder, 'files', owner.agencyId, settled?.sha256 ?? ''))).toEqual(pdf)
    expect(await readdir(files.uploadFolder)).toEqual([])
    expect(await offsetOf(address)).toBe(pdf.length)
  })

  it('that lost its server after the last part is settled by whoever claims it', async () => {
    const address = placeOf(await create('SK.pdf', pdf.length))
    await writeFile(path.join(files.uploadFolder, idOf(address)), pdf)
    expect(await offsetOf(address)).toBe(pdf.length)
    const waiting = await findUpload(db, idOf(address))
    expect(waiting && (await settleUpload(db, files, waiting, now))).toMatchObject({
      upload: { mediaType: 'application/pdf' },
    })
  })

  it('is its account’s alone, and nobody’s who has signed out', async () => {
    const address = placeOf(await create('SK.pdf', pdf.length))
    who.actor = colleague
    expect(await offsetOf(address)).toBe(404)
    expect((await add(address, 0, pdf)).status).toBe(404)
    expect((await giveUp(address)).status).toBe(404)
    who.actor = null
    expect((await add(address, 0, pdf)).status).toBe(401)
    who.actor = owner
    expect((await add(address, 0, pdf)).status).toBe(204)
  })

  it('cannot be read back', async () => {
    const address = placeOf(await create('SK.pdf', pdf.length))
    await add(address, 0, pdf.subarray(0, 100))
    expect((await app.request(address)).status).toBe(404)
  })

  it('whose content is not what its name says is refused with its sentence, and gone', async () => {
    const address = placeOf(await create('foto.png', pdf.length))
    const answer = await add(address, 0, pdf)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Isi berkas ini .pdf, bukan .png.')
    expect(await offsetOf(address)).toBe(404)
  })

  it('that is given up leaves nothing', async () => {
    const address = placeOf(await create('SK.pdf', pdf.length))
    await add(address, 0, pdf.subarray(0, 100))
    expect((await giveUp(address)).status).toBe(204)
    expect(await offsetOf(address)).toBe(404)
    expect((await readdir(files.uploadFolder)).filter((name) => name.startsWith(idOf(address)))).toEqual([])
  })
})

describe('what may come in', () => {
  it('no new part while the disk is nearly full; what is stored stays, and it goes on afterwards', async () => {
    const address = placeOf(await create('SK.pdf', pdf.length))
    await add(address, 0, pdf.subarray(0, 1000))
    Object.assign(disk, { free: 9e9, total: 100e9 })
    const refused = await add(address, 1000, pdf.subarray(1000))
    expect(refused.status).toBe(507)
    expect(await refused.text()).toContain('Ruang simpan server hampir penuh')
    expect((await create('lain.pdf', 10)).status).toBe(507)
    Object.assign(disk, { free: 80e9, total: 100e9 })
    expect(await offsetOf(address)).toBe(1000)
    expect((await add(address, 1000, pdf.subarray(1000))).status).toBe(204)
  })

  it('nothing larger than one upload may be, and nothing without a length', async () => {
    const refused = await create('film.mp4', 1_000_001)
    expect(refused.status).toBe(413)
    expect(await refused.text()).toContain('lebih dari 1 MB')
    const deferred = await app.request('/unggah', {
      method: 'POST',
      headers: { 'tus-resumable': '1.0.0', 'upload-defer-length': '1' },
    })
    expect(deferred.status).toBe(501)
  })

  it('nothing beyond what the agency may fill, counting what is on its way', async () => {
    const other = await makeActor(database)
    who.actor = other
    for (const name of ['a.mp4', 'b.mp4', 'c.mp4']) expect((await create(name, 950_000)).status).toBe(201)
    expect((await create('d.mp4', 950_000)).status).toBe(413)
    who.actor = owner
  })
})

describe('claiming', () => {
  it('makes the upload a file of its thing, once', async () => {
    const id = await upload('SK.pdf', pdf)
    const to = { kind: 'decree', id: randomUUID() } as const
    const claim = () => transact(db, (tx) => claimUpload(tx, owner, id, to, now))
    const file = await claim()
    expect(file).toMatchObject({
      id,
      name: 'SK.pdf',
      thingKind: 'decree',
      thingId: to.id,
      mediaType: 'application/pdf',
    })
    expect(await claim()).toEqual(file)
    expect(await findUpload(db, id)).toBeUndefined()
  })

  it('of the same upload by two at once gives one file', async () => {
    const id = await upload('SK.pdf', pdf)
    const to = { kind: 'decree', id: randomUUID() } as const
    const claims: Promise<StoredFile>[] = []
    await transact(db, async (tx) => {
      await holdUpload(tx, id)
      for (const _ of [1, 2]) claims.push(transact(db, (other) => claimUpload(other, owner, id, to, now)))
      await vi.waitUntil(async () => (await countWaiting()) === 2)
    })
    expect((await Promise.all(claims)).map((file) => file.id)).toEqual([id, id])
  })

  it('is refused for another thing, another account and an upload that is not whole', async () => {
    const id = await upload('SK.pdf', pdf)
    const to = { kind: 'decree', id: randomUUID() } as const
    await expect(transact(db, (tx) => claimUpload(tx, colleague, id, to, now))).rejects.toThrow('tidak ada')
    await transact(db, (tx) => claimUpload(tx, owner, id, to, now))
    const other = { kind: 'decree', id: randomUUID() } as const
    await expect(transact(db, (tx) => claimUpload(tx, owner, id, other, now))).rejects.toThrow('tidak ada')
    const open = idOf(placeOf(await create('SK.pdf', pdf.length)))
    await expect(transact(db, (tx) => claimUpload(tx, owner, open, to, now))).rejects.toThrow('tidak ada')
  })

  it('leaves no row when its transaction fails', async () => {
    const id = await upload('SK.pdf', pdf)
    const failing = transact(db, async (tx) => {
      await claimUpload(tx, owner, id, { kind: 'decree', id: randomUUID() }, now)
      throw new Error('after the claim')
    })
    await expect(failing).rejects.toThrow('after the claim')
    expect(await findFile(db, id)).toBeUndefined()
    expect(await findUpload(db, id)).toBeDefined()
  })

  it('a file is taken only from its own thing', async () => {
    const id = await upload('SK.pdf', pdf)
    const to = { kind: 'decree', id: randomUUID() } as const
    await transact(db, (tx) => claimUpload(tx, owner, id, to, now))
    expect(await transact(db, (tx) => removeFile(tx, id, { kind: 'decree', id: randomUUID() }))).toBeUndefined()
    expect(await transact(db, (tx) => removeFile(tx, id, to))).toMatchObject({ id })
    expect(await findFile(db, id)).toBeUndefined()
  })
})
