import { randomUUID } from 'node:crypto'
import { mkdir, rmdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { transact } from '#db'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { receiveFile, settleUpload } from './arrive.ts'
import type { Blobs } from './blobs.ts'
import { claimUpload } from './claim.ts'
import type { Files } from './files.ts'
import { checkFixity } from './fixity.ts'
import { bytesOf } from './hashing.ts'
import { dbOf, makeActor } from './make-app.ts'
import { addUpload, findUpload } from './store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const actor = await makeActor(database)
const db = dbOf(database, actor)
const now = new Date('2026-11-24T09:00:00Z')

class Dies extends Error {}

/** The server dies before or after one step of the file store: nothing that follows is carried out. */
function dying(step: 'putFile' | 'sizeOf', when: 'before' | 'after'): Files {
  const dies = async (...args: never[]) => {
    if (when === 'after') await (files.blobs[step] as (...args: never[]) => Promise<unknown>)(...args)
    throw new Dies()
  }
  return { ...files, blobs: { ...files.blobs, [step]: dies } as Blobs }
}

// What must hold after whatever happened: every row that names a content finds it, unchanged.
afterEach(async () => expect((await checkFixity(database, files)).spoilt).toEqual([]))

it.each([
  ['before the content is put', 'putFile', 'before'],
  ['between the content and its row', 'putFile', 'after'],
  ['while the row is written', 'sizeOf', 'after'],
] as const)(
  'a server that dies %s leaves no row without its content, and the claim makes it good',
  async (_, step, when) => {
    const content = Buffer.from(`isi ${randomUUID()}`)
    const sent = { actor, name: 'catatan.txt', size: content.length, source: bytesOf(content) }
    await expect(receiveFile(db, dying(step, when), sent, now)).rejects.toThrow(Dies)
    const [{ id }] = (await database.query.selectFrom('upload').select('id').execute()) as [{ id: string }]
    const waiting = await findUpload(db, id)
    expect(waiting).toMatchObject({ sha256: null })
    const arrival = waiting && (await settleUpload(db, files, waiting, now))
    expect(arrival).toMatchObject({ upload: { mediaType: 'text/plain' } })
    const file = await transact(db, (tx) => claimUpload(tx, actor, id, { kind: 'decree', id: randomUUID() }, now))
    expect(await files.blobs.sizeOf(db.agencyId, file.sha256)).toBe(content.length)
    await expect(stat(path.join(files.uploadFolder, id))).rejects.toThrow('ENOENT')
  },
)

it('a file that could not be looked into stays, to be looked into again when it is claimed', async () => {
  const id = randomUUID()
  const unreadable = path.join(files.uploadFolder, id)
  await mkdir(unreadable, { recursive: true })
  const { size } = await stat(unreadable)
  const upload = { id, accountId: actor.accountId, name: 'catatan.txt', size, sha256: null, mediaType: null }
  await addUpload(db, { ...upload, createdAt: now })
  const waiting = await findUpload(db, id)
  expect(waiting && (await settleUpload(db, files, waiting, now))).toMatchObject({ refused: expect.any(String) })
  await rmdir(unreadable)
  await writeFile(unreadable, 'a'.repeat(size))
  const again = await findUpload(db, id)
  expect(again && (await settleUpload(db, files, again, now))).toMatchObject({ upload: { mediaType: 'text/plain' } })
})
