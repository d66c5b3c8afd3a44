import { randomUUID } from 'node:crypto'
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { bytesOf } from './hashing.ts'
import { openLocalFolder } from './local-folder.ts'

const folder = freshFolder()
const blobs = openLocalFolder(folder)
const agencyId = randomUUID()

describe('blobs in a folder', () => {
  it('keeps the same content once, and mends it when the disk has spoilt it', async () => {
    const { sha256 } = await blobs.put(agencyId, bytesOf(Buffer.from('rencana')))
    const kept = path.join(folder, agencyId, sha256)
    await writeFile(kept, 'rencanA')
    await blobs.put(agencyId, bytesOf(Buffer.from('rencana')))
    expect(await readFile(kept, 'utf8')).toBe('rencana')
    expect((await readdir(path.join(folder, agencyId))).filter((name) => name === sha256)).toHaveLength(1)
  })

  it('keeps a file of the machine and leaves it where it is', async () => {
    const given = path.join(folder, 'unggahan')
    await writeFile(given, 'film')
    const first = await blobs.putFile(agencyId, given)
    expect(await blobs.putFile(agencyId, given)).toEqual(first)
    expect(await blobs.sizeOf(agencyId, first.sha256)).toBe(4)
    expect((await stat(path.join(folder, agencyId, first.sha256))).mode & 0o777).toBe(0o400)
    expect(await readdir(path.join(folder, '.incoming'))).toEqual([])
    expect(await readFile(given, 'utf8')).toBe('film')
  })

  it('keeps nothing of a source that breaks', async () => {
    async function* breaking() {
      yield Buffer.from('separuh')
      throw new Error('the line is gone')
    }
    await expect(blobs.put(agencyId, breaking())).rejects.toThrow('the line is gone')
    expect(await readdir(path.join(folder, '.incoming'))).toEqual([])
  })

  it('takes away what a killed writer left, and not what is being written', async () => {
    const left = path.join(folder, '.incoming', 'left')
    await writeFile(left, 'separuh')
    const { mtimeMs } = await stat(left)
    await blobs.tidy(new Date(mtimeMs - 1000))
    expect(await readdir(path.join(folder, '.incoming'))).toEqual(['left'])
    await blobs.tidy(new Date(mtimeMs + 1000))
    expect(await readdir(path.join(folder, '.incoming'))).toEqual([])
  })

  it('takes away what a killed reader left, and not from one who is at an old content', async () => {
    const { sha256 } = await blobs.put(agencyId, bytesOf(Buffer.from('lama')))
    const longAgo = new Date('2020-01-01T00:00:00Z')
    await utimes(path.join(folder, agencyId, sha256), longAgo, longAgo)
    await blobs.withLocalCopy(agencyId, sha256, async (file) => {
      await blobs.tidy(new Date('2025-01-01T00:00:00Z'))
      expect(await readFile(file, 'utf8')).toBe('lama')
      await blobs.tidy(new Date(Date.now() + 60_000))
      expect(await readdir(path.join(folder, '.incoming'))).toEqual([])
    })
    expect(await readFile(path.join(folder, agencyId, sha256), 'utf8')).toBe('lama')
  })
})
