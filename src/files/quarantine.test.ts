import { randomBytes } from 'node:crypto'
import { readdir, rm, stat, truncate } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '#db'
import { listEntries } from '#journal'
import { startClamd, virus } from '#test/clamd.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { signedIn } from '#web/request.ts'
import { receiveFile, settleUpload, uploadPath } from './arrive.ts'
import { claimUpload } from './claim.ts'
import { bytesOf } from './hashing.ts'
import { pruneJob, quarantineJob } from './jobs.ts'
import { dbOf, makeActor, makeApp } from './make-app.ts'
import { idOf, makeSender, placeOf } from './make-sender.ts'
import { holdQuarantined, listQuarantined, saveChecked, waitsSince } from './quarantine-store.ts'
import { readUploads } from './read-uploads.ts'
import { findUpload } from './store.ts'
import { uploadRoutes } from './upload-routes.ts'

const database = await freshDatabase()
const daemon = await startClamd()
const actor = await makeActor(database)
const db = dbOf(database, actor)
const files = makeFiles(freshFolder(), { scanner: daemon.scanner })
const now = new Date('2026-11-24T09:00:00Z')
/** The decrees that the actor may read; all that were claimed, unless a test says otherwise. */
const readable = new Set<string>()
const readers = { decree: (_: unknown, __: unknown, thingId: string) => readable.has(thingId) }
const app = makeApp(database, files, { actor }).route('/', uploadRoutes(files, readers))
app.post('/form', signedIn, async (c) => c.json(await readUploads(c, 'scan')))
const { create, add, offsetOf, giveUp } = makeSender(() => app)

const pdf = (inside: Buffer) => Buffer.concat([Buffer.from('%PDF-1.7\n'), inside, Buffer.alloc(3000, 'x')])
const clean = () => pdf(randomBytes(20))

beforeEach(() => {
  daemon.mood = 'well'
  daemon.most = 1_000_000
  daemon.before = async () => {}
  daemon.failures.length = 0
})

async function send(bytes: Buffer) {
  const address = placeOf(await create('SK.pdf', bytes.length))
  const answer = await add(address, 0, bytes)
  return { id: idOf(address), address, status: answer.status, said: await answer.text() }
}

async function sendForm(id: string) {
  const form = new FormData()
  form.append('scan_upload', `${id}/SK.pdf`)
  return (await app.request('/form', { method: 'POST', body: form })).json()
}

/** Whether anything could be read of it through the file store. */
const isKept = async (bytes: Buffer, id: string) =>
  (await findUpload(db, id))?.sha256 !== null ||
  (await files.blobs.sizeOf(db.agencyId, await digestOf(bytes))) !== undefined
const digestOf = async (bytes: Buffer) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')

async function claim(id: string) {
  const thingId = crypto.randomUUID()
  readable.add(thingId)
  return transact(db, (tx) => claimUpload(tx, actor, id, { kind: 'decree', id: thingId }, now))
}

describe('what became of an upload', () => {
  const ask = async (address: string, sha256?: string) => {
    const answer = await app.request(`${address}/keadaan`, {
      method: 'POST',
      body: new URLSearchParams(sha256 === undefined ? {} : { sha256 }),
    })
    return answer.json()
  }

  test('is that it is kept, the same as on the device where that said what it sent', async () => {
    const bytes = clean()
    const { address } = await send(bytes)
    expect(await ask(address)).toEqual({ state: 'kept', isSame: null, known: null })
    expect(await ask(address, 'no hash at all')).toMatchObject({ state: 'kept', isSame: null })
    expect(await ask(address, await digestOf(bytes))).toEqual({ state: 'kept', isSame: true, known: null })
  })

  test('is that it came damaged; then it is gone, and can be sent again', async () => {
    const { id, address } = await send(clean())
    expect(await ask(address, '0'.repeat(64))).toMatchObject({ state: 'damaged' })
    expect(await findUpload(db, id)).toBeUndefined()
    await expect(claim(id)).rejects.toThrow('tidak ada')
  })

  test('names the same file only to who may read it', async () => {
    const bytes = clean()
    const first = await send(bytes)
    const { thingId } = await claim(first.id)
    const { address } = await send(bytes)
    expect(await ask(address)).toMatchObject({ known: { name: 'SK.pdf', path: `/berkas/${first.id}/SK.pdf` } })
    readable.clear()
    expect(await ask(address)).toMatchObject({ state: 'kept', known: null })
    readable.add(thingId)
  })

  test('is said of what waits, is held or was refused', async () => {
    daemon.mood = 'refused'
    const waiting = await send(clean())
    expect(await ask(waiting.address)).toMatchObject({ state: 'waiting' })
    daemon.mood = 'well'
    expect(await ask(waiting.address)).toMatchObject({ state: 'kept' })
    const infected = await send(pdf(virus))
    expect(await ask(infected.address)).toMatchObject({ state: 'refused' })
    daemon.most = 1000
    expect(await ask((await send(clean())).address)).toMatchObject({ state: 'held' })
    expect(await ask('/unggah/00000000-0000-0000-0000-000000000000')).toMatchObject({ state: 'refused' })
  })
})

describe('an upload', () => {
  test('that is clean is kept, and was asked about once', async () => {
    const before = daemon.streams
    const { id, status } = await send(clean())
    expect(status).toBe(204)
    expect(await findUpload(db, id)).toMatchObject({ quarantine: 'clean', mediaType: 'application/pdf' })
    expect(await sendForm(id)).toMatchObject({ ids: [id], refused: null })
    expect(daemon.streams).toBe(before + 1)
    await claim(id)
  })

  test('with a virus in it is refused with its name, and nothing can read, claim or go on with it', async () => {
    const bytes = pdf(Buffer.concat([virus, randomBytes(20)]))
    const { id, address, status, said } = await send(bytes)
    expect([status, said]).toEqual([422, expect.stringContaining('terjangkit virus (Uji.Virus)')])
    expect(await isKept(bytes, id)).toBe(false)
    expect(await sendForm(id)).toMatchObject({ ids: [], typed: {}, refused: expect.stringContaining('terjangkit') })
    await expect(claim(id)).rejects.toThrow('tidak ada')
    // Whoever chooses the same file again sends it anew; the one that is held stays the admin's.
    expect(await offsetOf(address)).toBe(404)
    expect((await giveUp(address)).status).toBe(204)
    expect((await stat(uploadPath(files, id))).size).toBe(bytes.length)
    expect((await listQuarantined(db)).map((held) => [held.id, held.threat, held.by])).toContainEqual([
      id,
      'Uji.Virus',
      'Sari',
    ])
    const [entry] = (await listEntries(db, 1)).rows
    expect(entry).toMatchObject({ event: 'agency.upload-infected', accountId: actor.accountId })
  })

  test('that came with a form is refused as well', async () => {
    const bytes = pdf(virus)
    const sent = { actor, name: 'SK.pdf', size: bytes.length, source: bytesOf(bytes) }
    expect(await receiveFile(db, files, sent, now)).toEqual({ refused: expect.stringContaining('terjangkit') })
  })

  test('waits while the scanner is away, longer than any other, and is kept once it is back', async () => {
    daemon.mood = 'refused'
    const bytes = clean()
    const { id, status, address } = await send(bytes)
    expect([status, await offsetOf(address)]).toEqual([204, bytes.length])
    expect(await isKept(bytes, id)).toBe(false)
    expect(await sendForm(id)).toMatchObject({
      ids: [],
      typed: { scan_upload: [`${id}/SK.pdf`] },
      refused: expect.stringContaining('belum dapat dikirim'),
    })
    await quarantineJob.run(database, now, { files })
    await pruneJob.run(database, new Date(Date.now() + 90 * 86_400_000), { files })
    expect(await findUpload(db, id)).toMatchObject({ quarantine: 'waiting', sha256: null })
    daemon.mood = 'well'
    await quarantineJob.run(database, now, { files })
    expect(await sendForm(id)).toMatchObject({ ids: [id], refused: null })
  })

  test('is checked by one at a time', async () => {
    daemon.mood = 'refused'
    const { id } = await send(clean())
    daemon.mood = 'well'
    const before = daemon.streams
    const waiting = await findUpload(db, id)
    await Promise.all([1, 2, 3].map(() => waiting && settleUpload(db, files, waiting, now)))
    expect(daemon.streams).toBe(before + 1)
  })

  test('is checked by a round until it is answered, and the next one after it', async () => {
    daemon.mood = 'refused'
    const { id } = await send(clean())
    const other = await send(clean())
    daemon.mood = 'well'
    const patient = { ...files, scanner: { ...daemon.scanner, patience: 10 } }
    let [atIt, most] = [0, 0]
    daemon.before = async () => {
      most = Math.max(most, ++atIt)
      // Longer than whoever uploads would be kept.
      await wait(100)
      atIt -= 1
    }
    await quarantineJob.run(database, now, { files: patient })
    expect([atIt, most]).toEqual([0, 1])
    for (const one of [id, other.id]) expect(await findUpload(db, one)).toMatchObject({ quarantine: 'clean' })
  })

  test('that nobody could check says why to whoever reads the log', async () => {
    daemon.mood = 'broken'
    await send(clean())
    expect(daemon.failures).toMatchObject([{ message: 'The virus scanner answers: stream: broken ERROR' }])
  })

  test.each(['gone', 'cut short'])(
    'whose bytes are %s while it waits is ended, and its sender is told',
    async (how) => {
      daemon.mood = 'refused'
      const { id, address } = await send(clean())
      daemon.mood = 'well'
      if (how === 'gone') await rm(uploadPath(files, id))
      else await truncate(uploadPath(files, id), 10)
      await quarantineJob.run(database, now, { files })
      expect(await findUpload(db, id)).toBeUndefined()
      const [entry] = (await listEntries(db, 1)).rows
      expect(entry).toMatchObject({
        event: 'agency.upload-lost',
        details: { uploadId: id, uploaderId: actor.accountId },
      })
      expect(await waitsSince(database)).toBeNull()
      expect(await sendForm(id)).toMatchObject({ ids: [], refused: expect.stringContaining('Unggah berkasnya lagi') })
      expect(await (await app.request(`${address}/keadaan`, { method: 'POST' })).json()).toMatchObject({
        state: 'refused',
      })
    },
  )

  test('whose disk is away waits on', async () => {
    daemon.mood = 'refused'
    const { id } = await send(clean())
    daemon.mood = 'well'
    const away = { ...files, uploadFolder: `${files.uploadFolder}-away` }
    await quarantineJob.run(database, now, { files: away })
    expect(await findUpload(db, id)).toMatchObject({ quarantine: 'waiting' })
    await quarantineJob.run(database, now, { files })
    expect(await findUpload(db, id)).toMatchObject({ quarantine: 'clean' })
  })

  test('that is settled by another is not lost when its bytes are gone', async () => {
    daemon.mood = 'refused'
    const { id } = await send(clean())
    daemon.mood = 'well'
    const waiting = await findUpload(db, id)
    const settle = async () => waiting && settleUpload(db, files, waiting, now)
    expect(await settle()).toHaveProperty('upload')
    expect(await settle()).toMatchObject({ upload: { id, quarantine: 'clean' } })
  })

  test('that is too large for the scanner stays shut until somebody lets it in', async () => {
    daemon.most = 1000
    const bytes = clean()
    const { id, status } = await send(bytes)
    expect(status).toBe(204)
    expect(await isKept(bytes, id)).toBe(false)
    expect(await sendForm(id)).toMatchObject({
      ids: [],
      refused: expect.stringContaining('terlalu besar untuk diperiksa'),
    })
    await expect(claim(id)).rejects.toThrow('tidak ada')
    await transact(db, async (tx) => {
      expect(await holdQuarantined(tx, id)).toBeDefined()
      await saveChecked(tx, id, 'too_large', { quarantine: 'let_in', threat: null })
    })
    expect(await sendForm(id)).toMatchObject({ ids: [id], refused: null })
    await claim(id)
    expect(await readdir(files.uploadFolder)).not.toContain(id)
  })

  test('that is infected cannot be given content, whoever asks the database for it', async () => {
    const { id } = await send(pdf(virus))
    const settle = database.pool.query(
      `update upload set sha256 = repeat('0', 64), media_type = 'application/pdf' where id = $1`,
      [id],
    )
    await expect(settle).rejects.toThrow('nothing_in_quarantine_is_settled')
  })

  test('meets no scanner where there is none', async () => {
    const plain = makeFiles(freshFolder())
    const sent = { actor, name: 'SK.pdf', size: pdf(virus).length, source: bytesOf(pdf(virus)) }
    expect(await receiveFile(db, plain, sent, now)).toMatchObject({ upload: { quarantine: null } })
  })

  test('comes in after all when it waited for a scanner that was taken out of the configuration', async () => {
    daemon.mood = 'refused'
    const { id } = await send(clean())
    const upload = await findUpload(db, id)
    expect(upload).toMatchObject({ quarantine: 'waiting', sha256: null })
    const arrival = upload && (await settleUpload(db, { ...files, scanner: undefined }, upload, now))
    expect(arrival).not.toHaveProperty('refused')
    expect(await findUpload(db, id)).toMatchObject({ quarantine: null, sha256: expect.any(String) })
    await claim(id)
  })
})
