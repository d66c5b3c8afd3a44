import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { transact } from '#db'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { startS3 } from '#test/s3.ts'
import { receiveFile } from './arrive.ts'
import { claimUpload } from './claim.ts'
import { keepDerived } from './derive.ts'
import type { StoredFile } from './file.ts'
import { checkFixity } from './fixity.ts'
import { bytesOf } from './hashing.ts'
import { dbOf, makeActor, makeApp } from './make-app.ts'
import { addressOf, fileRoutes } from './routes.ts'
import { openS3Bucket } from './s3-bucket.ts'
import { sendDerivative } from './send-file.ts'
import { pruneUploads } from './sweep.ts'

const database = await freshDatabase()
const bucket = await startS3()
const folder = freshFolder()
const open = (prefix: string) => openS3Bucket(bucket, { prefix, spoolFolder: path.join(folder, prefix) })
const files = makeFiles(folder, { blobs: open('files'), derived: open('derived') })
const now = new Date('2026-11-24T09:00:00Z')
const actor = await makeActor(database)
const db = dbOf(database, actor)
const app = makeApp(database, files, { actor })
app.route('/', fileRoutes({ decree: () => true }))

const made = path.join(freshFolder(), 'index.mp4')
await writeFile(made, 'bagian film yang diputar')
const [segment] = await keepDerived(files, actor.agencyId, path.dirname(made))
if (segment) app.get('/media/index.mp4', (c) => sendDerivative(c, { agencyId: actor.agencyId, ...segment }))

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')

async function makeFile(name: string, bytes: Buffer): Promise<StoredFile> {
  const sent = { actor, name, size: bytes.length, source: bytesOf(bytes) }
  const arrival = await receiveFile(db, files, sent, now)
  if ('refused' in arrival) throw new Error(arrival.refused)
  return transact(db, (tx) => claimUpload(tx, actor, arrival.upload.id, { kind: 'decree', id: randomUUID() }, now))
}

describe('files in a bucket', () => {
  it('what is shown comes through us, with our headers, and by parts', async () => {
    const file = await makeFile('SK.pdf', pdf)
    const whole = await app.request(addressOf(file))
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(pdf)
    expect(whole.headers.get('content-security-policy')).toContain("default-src 'none'")
    const part = await app.request(addressOf(file), { headers: { range: 'bytes=1-3' } })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 1-3/${pdf.length}`,
      'PDF',
    ])
  })

  it('what is saved comes from the bucket itself, under its own name, for five minutes', async () => {
    const file = await makeFile('SK Kepala.pdf', pdf)
    const sent = await app.request(`${addressOf(file)}?unduh`)
    expect([sent.status, sent.headers.get('cache-control')]).toEqual([302, 'private, no-store'])
    const location = sent.headers.get('location') ?? ''
    expect(new URL(location).origin).toBe(bucket.endpoint)
    expect(new URL(location).searchParams.get('X-Amz-Expires')).toBe('300')
    const saved = await fetch(location)
    expect(Buffer.from(await saved.arrayBuffer())).toEqual(pdf)
    expect(saved.headers.get('content-type')).toBe('application/pdf')
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="SK Kepala.pdf"/)
  })

  it.each(['lambang.svg', 'halaman.html', 'isi.xml'])('%s is bytes to download there too', async (name) => {
    const file = await makeFile(name, Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><!-- ${name} --></svg>`))
    const sent = await app.request(addressOf(file))
    const saved = await fetch(sent.headers.get('location') ?? '')
    expect(saved.headers.get('content-type')).toBe('application/octet-stream')
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  it('answers for headers alone itself, and hands out nothing that is lost', async () => {
    const file = await makeFile('catatan.txt', Buffer.from('sebuah catatan'))
    const head = await app.request(`${addressOf(file)}?unduh`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '14'])
    await files.blobs.remove(file.agencyId, file.sha256)
    expect((await app.request(`${addressOf(file)}?unduh`)).headers.get('location')).toBeNull()
    expect((await checkFixity(database, files)).spoilt).toMatchObject([{ sha256: file.sha256, why: 'missing' }])
    await files.blobs.put(file.agencyId, bytesOf(Buffer.from('sebuah catatan')))
    expect((await checkFixity(database, files)).spoilt).toEqual([])
  })

  it('a part of a film comes through us, so that what is taken back is gone at once', async () => {
    const part = await app.request('/media/index.mp4', { headers: { range: 'bytes=7-10' } })
    expect([part.status, await part.text()]).toEqual([206, 'film'])
    expect(part.headers.get('content-type')).toBe('video/mp4')
    expect(part.headers.get('cache-control')).toBe('private, no-cache')
  })

  it('goes from the bucket a day after its last row', async () => {
    const { sha256 } = await files.blobs.put(actor.agencyId, bytesOf(Buffer.from('tanpa baris')))
    const at = (days: number) => new Date(Date.now() + days * 86_400_000)
    await pruneUploads(database, files, at(0.5))
    expect(await files.blobs.sizeOf(actor.agencyId, sha256)).toBe(11)
    await pruneUploads(database, files, at(1.5))
    expect(await files.blobs.sizeOf(actor.agencyId, sha256)).toBeUndefined()
    expect((await checkFixity(database, files)).spoilt).toEqual([])
  })
})
