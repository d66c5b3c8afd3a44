import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { receiveFile } from './arrive.ts'
import { claimUpload } from './claim.ts'
import type { StoredFile } from './file.ts'
import { bytesOf } from './hashing.ts'
import { fileKinds } from './kinds.ts'
import { dbOf, makeActor, makeApp, makeColleague } from './make-app.ts'
import { addressOf, fileRoutes } from './routes.ts'
import { disposition, rangeOf, treatment } from './serving.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const now = new Date('2026-11-24T09:00:00Z')
const owner = await makeActor(database)
const colleague = await makeColleague(database, owner)
const stranger = await makeActor(database)
const who: { actor: Actor | null } = { actor: owner }
const app = makeApp(database, files, who)
app.route('/', fileRoutes({ decree: (_, actor) => actor.accountId === owner.accountId }))

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')

async function makeFile(name: string, bytes: Buffer, kind: 'decree' | 'evidence' = 'decree'): Promise<StoredFile> {
  const db = dbOf(database, owner)
  const sent = { actor: owner, name, size: bytes.length, source: bytesOf(bytes) }
  const arrival = await receiveFile(db, files, sent, now)
  if ('refused' in arrival) throw new Error(arrival.refused)
  return transact(db, (tx) => claimUpload(tx, owner, arrival.upload.id, { kind, id: randomUUID() }, now))
}

async function ask(file: StoredFile, headers: Record<string, string> = {}, as: Actor | null = owner, method = 'GET') {
  who.actor = as
  return app.request(addressOf(file), { method, headers })
}

describe('who may read a file', () => {
  it('is said by who owns its thing; for anybody else it is not found', async () => {
    const file = await makeFile('SK.pdf', pdf)
    expect((await ask(file)).status).toBe(200)
    expect((await ask(file, {}, colleague)).status).toBe(404)
    expect((await ask(file, {}, stranger)).status).toBe(404)
    expect((await ask(file, {}, null)).status).toBe(303)
  })

  it('nobody reads what belongs to a kind of thing that nobody answers for', async () => {
    expect((await ask(await makeFile('bukti.pdf', pdf, 'evidence'))).status).toBe(404)
  })
})

describe('how a file is sent', () => {
  it('says what it is, and lets a browser do nothing else with it', async () => {
    const answer = await ask(await makeFile('SK Kepala “14”.pdf', pdf))
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': `inline; filename="SK Kepala 14.pdf"; filename*=UTF-8''SK%20Kepala%20%E2%80%9C14%E2%80%9D.pdf`,
    })
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('only what a browser has a viewer of its own for is shown outside a sandbox, and without scripts', () => {
    for (const [extension, { mediaType, family }] of Object.entries(fileKinds)) {
      const { policy } = treatment(mediaType)
      expect(policy, extension).toContain("default-src 'none'")
      expect(policy, extension).not.toContain('script-src')
      expect(policy.startsWith('sandbox'), extension).toBe(!['pdf', 'film', 'sound'].includes(family))
    }
  })

  it.each(['lambang.svg', 'halaman.html', 'isi.xml'])('%s leaves as bytes to download', async (name) => {
    const answer = await ask(await makeFile(name, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox/)
  })

  it('sends the part that was asked for, while it is still the same file', async () => {
    const file = await makeFile('SK.pdf', pdf)
    const part = await ask(file, { range: 'bytes=1-3' })
    expect(part.status).toBe(206)
    expect(await part.text()).toBe('PDF')
    expect(part.headers.get('content-range')).toBe(`bytes 1-3/${pdf.length}`)
    expect((await ask(file, { range: 'bytes=1-3', 'if-range': `"${file.sha256}"` })).status).toBe(206)
    expect((await ask(file, { range: 'bytes=1-3', 'if-range': '"older"' })).status).toBe(200)
    expect((await ask(file, { range: 'bytes=99999-' })).status).toBe(416)
  })

  it('is not sent again to who has it', async () => {
    const file = await makeFile('SK.pdf', pdf)
    const again = await ask(file, { 'if-none-match': `"other", "${file.sha256}"` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it('shows its headers alone when only they are asked for', async () => {
    const answer = await ask(await makeFile('SK.pdf', pdf), {}, owner, 'HEAD')
    expect(answer.headers.get('content-length')).toBe(String(pdf.length))
    expect(await answer.text()).toBe('')
  })
})

describe('ranges', () => {
  it('lie within the file, whatever is asked', () => {
    const figure = fc.option(fc.nat(300), { nil: '' })
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 1, max: 200 }), (first, last, size) => {
        const range = rangeOf(`bytes=${first}-${last}`, size)
        if (typeof range === 'string') return
        expect(range.first).toBeGreaterThanOrEqual(0)
        expect(range.first).toBeLessThanOrEqual(range.last)
        expect(range.last).toBeLessThan(size)
      }),
    )
  })

  it.each([
    ['bytes=0-', { first: 0, last: 9 }],
    ['bytes=-3', { first: 7, last: 9 }],
    ['bytes=-30', { first: 0, last: 9 }],
    ['bytes=4-4', { first: 4, last: 4 }],
    ['bytes=4-2', 'whole'],
    ['bytes=0-1,3-4', 'whole'],
    ['items=0-1', 'whole'],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
  ])('%s of ten bytes', (header, range) => {
    expect(rangeOf(header, 10)).toEqual(range)
  })
})

it('a name cannot break out of its header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(disposition(false, name.toWellFormed())).toMatch(
        /^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.!~%-]*$/,
      )
    }),
  )
})
