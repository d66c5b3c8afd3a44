import { randomUUID } from 'node:crypto'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { openVault } from '#db/vault.ts'
import { verifyJournal } from '#journal'
import { addDays } from '#kit/date.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { backup } from './backup.ts'
import { copiesIn, dailyBackup } from './daily.ts'
import { copiesToKeep } from './keep.ts'
import { asOwner, everything, fill, makeKeys, makeMigrations } from './make-installation.ts'
import { names } from './manifest.ts'
import { restore } from './restore.ts'
import { findLastRun, findLastSuccess } from './store.ts'

const source = await freshDatabase()
const target = await freshDatabase()
const folder = freshFolder()
const files = makeFiles(path.join(folder, 'source'))
const other = makeFiles(path.join(folder, 'target'))
const migrations = makeMigrations(folder)
const now = new Date('2026-11-24T19:00:00Z')
const from = { databaseUrl: source.url, blobs: files.blobs, keys: makeKeys(), version: '0.1.0', now }
/** What a new installation made for itself. */
const fresh = { ...makeKeys(), fieldKey: Buffer.alloc(32, 8), indexKey: Buffer.alloc(32, 9) }
const into = { databaseUrl: target.url, blobs: other.blobs, migrations, keys: fresh, keysMayChange: true }
const made = path.join(folder, 'cadangan')

beforeAll(async () => {
  await migrate(source.url, migrations)
  await fill(source, files)
  await backup({ ...from, to: made })
})

/** Everything under the folder, with its content. */
async function contents(root: string): Promise<Record<string, string>> {
  const all = await readdir(root, { recursive: true, withFileTypes: true })
  const found = all.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name))
  const read = found.sort().map(async (file) => [path.relative(root, file), await readFile(file, 'utf8')])
  return Object.fromEntries(await Promise.all(read))
}

/** A copy of the backup to be spoilt. */
async function spoilt(spoil: (copy: string) => Promise<unknown>): Promise<string> {
  const copy = path.join(folder, randomUUID())
  await cp(made, copy, { recursive: true })
  await spoil(copy)
  return copy
}

async function flipByte(file: string): Promise<void> {
  const bytes = await readFile(file)
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await chmod(file, 0o600)
  await writeFile(file, bytes)
}

describe('what is refused leaves the installation as it is', () => {
  it.each([
    ['a flipped byte in a table', async (copy: string) => flipByte(path.join(copy, names.table('person')))],
    ['a flipped byte in the manifest', async (copy: string) => flipByte(path.join(copy, names.manifest))],
    ['a flipped byte in the sums', async (copy: string) => flipByte(path.join(copy, names.sums))],
    ['a missing table', async (copy: string) => rm(path.join(copy, names.table('person')))],
    [
      'a flipped byte in a file',
      async (copy: string) => {
        const [agency = ''] = await readdir(path.join(copy, 'files'))
        const [file = ''] = await readdir(path.join(copy, 'files', agency))
        await flipByte(path.join(copy, 'files', agency, file))
      },
    ],
    [
      'sums that were cut',
      async (copy: string) => {
        const sums = await readFile(path.join(copy, names.sums), 'utf8')
        await writeFile(path.join(copy, names.sums), `${sums.split('\n').slice(0, -3).join('\n')}\n`)
      },
    ],
  ])('%s', async (_, spoil) => {
    const before = await everything(target.url)
    await expect(restore({ ...into, from: await spoilt(spoil) })).rejects.toThrow('Cadangan ini rusak')
    expect(await everything(target.url)).toEqual(before)
    expect(await other.blobs.agencies()).toEqual([])
  })

  it('a folder that no backup finished', async () => {
    const copy = await spoilt((one) => rm(path.join(one, names.sums)))
    await expect(restore({ ...into, from: copy })).rejects.toThrow('bukan cadangan Rintis yang selesai')
  })

  it('a backup of a newer Rintis', async () => {
    await expect(restore({ ...into, from: made, migrations: 'migrations' })).rejects.toThrow('yang tidak dikenal')
  })

  it('a backup without its keys, and an installation with others', async () => {
    const copy = await spoilt((one) => rm(path.join(one, names.keys)))
    await expect(restore({ ...into, from: copy })).rejects.toThrow('Kunci cadangan ini tidak ada')
    const fixed = { ...into, keysMayChange: false }
    await expect(restore({ ...fixed, from: made })).rejects.toThrow('bukan kunci cadangan ini')
  })

  it('a database that somebody uses', async () => {
    await asOwner(target.url, async () => {
      await expect(restore({ ...into, from: made })).rejects.toThrow('sedang dipakai')
    })
  })
})

describe('a backup', () => {
  it('brings back every row, every sequence and every file', async () => {
    const { keys } = await restore({ ...into, from: made })
    expect(await everything(target.url)).toEqual(await everything(source.url))
    expect(await contents(path.join(folder, 'target', 'files'))).toEqual(
      await contents(path.join(folder, 'source', 'files')),
    )
    const { fieldKey, indexKey } = keys
    const person = await target.query.selectFrom('person').select('nipSealed').executeTakeFirstOrThrow()
    expect(openVault(fieldKey, indexKey).open(person.nipSealed ?? Buffer.alloc(0))).toBe('198504122009122903')
    const { id } = await target.query.selectFrom('agency').select('id').executeTakeFirstOrThrow()
    expect(await verifyJournal({ ...target, agencyId: id })).toBeUndefined()
  })

  it('leaves the rights of the application and the promises between tables as they were', async () => {
    const shape = `select conrelid::regclass::text, conname::text, pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace order by 1, 2`
    const rights = `select table_name, privilege_type from information_schema.role_table_grants
      where grantee = 'rintis_app' and table_schema = 'public' order by 1, 2`
    for (const question of [shape, rights]) {
      const ask = async (url: string) => asOwner(url, async (client) => (await client.query(question)).rows)
      expect(await ask(target.url)).toEqual(await ask(source.url))
    }
  })

  it('is not restored over an installation that holds something, unless it is told to', async () => {
    await target.query.destroy()
    await asOwner(target.url, (client) => client.query(`update agency set name = 'Lain'`))
    await expect(restore({ ...into, from: made })).rejects.toThrow('sudah berisi data')
    await restore({ ...into, from: made, force: true })
    expect(await everything(target.url)).toEqual(await everything(source.url))
  })

  it('is checked by sha256sum as well, and its keys are their owner’s alone', async () => {
    const sums = await readFile(path.join(made, names.sums), 'utf8')
    expect(sums).toMatch(/^([0-9a-f]{64} {2}\S+\n)+$/)
    expect(sums).not.toContain(names.keys)
    expect((await stat(path.join(made, names.keys))).mode & 0o777).toBe(0o600)
  })

  it('is not written over anything', async () => {
    await expect(backup({ ...from, to: made })).rejects.toThrow('sudah ada')
  })

  it('that breaks off leaves nothing', async () => {
    const to = path.join(folder, 'terputus')
    const blobs = { ...files.blobs, sizeOf: () => Promise.reject(new Error('the disk is gone')) }
    await expect(backup({ ...from, blobs, to })).rejects.toThrow('the disk is gone')
    expect((await readdir(folder)).filter((name) => name.startsWith('terputus'))).toEqual([])
  })

  it('names a content that is lost, and holds all the others', async () => {
    const [agency = ''] = await files.blobs.agencies()
    const [lost = ''] = await readdir(path.join(folder, 'source', 'files', agency))
    const place = path.join(folder, 'source', 'files', agency, lost)
    await rename(place, path.join(folder, 'away'))
    const manifest = await backup({ ...from, to: path.join(folder, 'kurang') })
    await rename(path.join(folder, 'away'), place)
    expect(manifest.files).toMatchObject({ count: 2, spoilt: [{ agencyId: agency, sha256: lost }] })
  })
})

describe('the daily copy', () => {
  const daily = path.join(folder, 'harian')
  const on = (day: string) => ({
    ...from,
    database: source,
    folder: daily,
    space: files.space,
    clock: () => new Date(`${day}T19:00:00Z`),
  })

  it('is made once a day, shares what did not change, and is written down', async () => {
    await dailyBackup(on('2026-11-24'))
    await dailyBackup(on('2026-11-24'))
    await dailyBackup(on('2026-11-25'))
    expect(await readdir(daily)).toEqual(['2026-11-24', '2026-11-25'])
    const [agency = ''] = await files.blobs.agencies()
    const inodes = await Promise.all(
      ['2026-11-24', '2026-11-25'].map(async (day) => {
        const place = path.join(daily, day, 'files', agency)
        const [name = ''] = await readdir(place)
        return (await stat(path.join(place, name))).ino
      }),
    )
    expect(inodes[0]).toBe(inodes[1])
    expect(await findLastSuccess(source)).toMatchObject({ fileCount: 3, folder: path.join(daily, '2026-11-25') })
  })

  it('does not share what the disk has spoilt', async () => {
    const [agency = ''] = await files.blobs.agencies()
    const place = path.join(daily, '2026-11-25', 'files', agency)
    const [name = ''] = await readdir(place)
    await flipByte(path.join(place, name))
    expect(await dailyBackup(on('2026-11-26'))).toMatchObject({ fileCount: 3, problem: null })
    await expect(restore({ ...into, from: path.join(daily, '2026-11-25') })).rejects.toThrow('rusak')
    const restored = makeFiles(path.join(folder, 'third')).blobs
    await restore({ ...into, blobs: restored, from: path.join(daily, '2026-11-26'), force: true })
  })

  it('is not made on a disk that is nearly full; the last good one is remembered', async () => {
    const full = await dailyBackup({ ...on('2026-11-27'), space: async () => ({ free: 1e9, total: 100e9 }) })
    expect(full.problem).toContain('hampir penuh')
    expect(await findLastRun(source)).toMatchObject({ problem: full.problem })
    expect(await findLastSuccess(source)).toMatchObject({ folder: path.join(daily, '2026-11-26') })
  })

  it('is begun only where all that it does not share with the last one finds room', async () => {
    // As much as must stay free, and one byte for the files.
    const tight = { space: async () => ({ free: 10e9 + 1, total: 100e9 }) }
    const first = await dailyBackup({ ...on('2026-11-27'), ...tight, folder: path.join(folder, 'sempit') })
    expect(first.problem).toContain('hampir penuh')
    expect(await dailyBackup({ ...on('2026-11-27'), ...tight })).toMatchObject({ fileCount: 3, problem: null })
  })

  it('goes when there are enough newer ones', async () => {
    for (let back = 1; back <= 40; back++) await mkdir(path.join(daily, addDays('2026-11-24', -back)))
    await dailyBackup(on('2026-11-28'))
    const left = await readdir(daily)
    expect(left).toEqual(copiesToKeep(left).sort())
    expect(left).toHaveLength(11)
  })

  it('gives back contents that the store has lost', async () => {
    const [agency = ''] = await files.blobs.agencies()
    const [name = ''] = await readdir(path.join(daily, '2026-11-26', 'files', agency))
    const found = []
    for await (const copy of copiesIn(daily)(agency, name)) found.push(copy)
    expect(found.length).toBeGreaterThan(0)
  })
})
