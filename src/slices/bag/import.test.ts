import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inFolder, inZip } from '#bagit'
import { forAgency, update } from '#db'
import { listEntries } from '#journal'
import { listPreservation } from '#preservation'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { addFilm, film } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { seal } from '#test/sealed.ts'
import { signInAs } from '#test/sign-in.ts'
import { exportBag } from './export-commands.ts'
import { importBag } from './import-commands.ts'

const here = await freshDatabase()
const there = await freshDatabase()
const files = makeFiles(freshFolder())
const theirs = makeFiles(freshFolder())
const url = 'https://rintis.example.go.id'
const project = 'b7k3m9qt'
const bag = path.join(freshFolder(), 'kantong')
const zip = path.join(freshFolder(), 'kantong.zip')
let scene: Scene
let code: string

beforeAll(async () => {
  scene = await makeScene(here)
  await makeRunningProject(scene.db, scene, { code: project, title: 'Layanan rujukan' })
  for (const name of ['film.mp4', 'FILM.mp4']) {
    const about = { title: `Satu jam ${name}`, description: 'Pustakawan bercerita.', recordedOn: '2026-11-20' }
    code = (await addFilm(scene, files, project, { name, ...about })).code
  }
  await exportBag(here, files.blobs, { scope: { all: true }, to: await inFolder(bag), url, now: testNow })
  await exportBag(here, files.blobs, { scope: { all: true }, to: await inZip(zip, 'kantong'), url, now: testNow })
})

const take = (from: string, dryRun = false, database = there) =>
  importBag(database, theirs, { from, dryRun, now: testNow })
/** A copy of the bag that something is done to. */
const spoilt = (spoil: (folder: string) => void): string => {
  const folder = path.join(freshFolder(), 'kantong')
  cpSync(bag, folder, { recursive: true })
  spoil(folder)
  return folder
}
const objectOf = (folder: string) =>
  path.join(folder, 'data/objects', readdirSync(path.join(folder, 'data/objects'))[0] ?? '')
describe('a bag', () => {
  test('is only looked at by a dry run, then taken in as it was, and once', async () => {
    expect(await take(bag, true)).toMatchObject({ objects: 2, added: 2, refused: [] })
    expect(await there.query.selectFrom('recording').select('id').execute()).toEqual([])

    expect(await take(bag)).toMatchObject({ objects: 2, added: 2, refused: [] })
    const recordingsOf = (database: typeof here) =>
      database.query
        .selectFrom('recording')
        .select([
          'agencyId',
          'id',
          'code',
          'arkNaan',
          'arkName',
          'title',
          'createdAt',
          'recordedOn',
          'access',
          'personId',
        ])
        .orderBy('id')
        .execute()
    expect(await recordingsOf(there)).toEqual(await recordingsOf(here))
    const db = forAgency(there, scene.agencyId)
    for (const { id } of await recordingsOf(here))
      expect(await listPreservation(db, id, 1)).toEqual(await listPreservation(scene.db, id, 1))
    const [file] = await there.query.selectFrom('file').select(['sha256', 'name']).execute()
    expect(await theirs.blobs.sizeOf(scene.agencyId, file?.sha256 ?? '')).toBe(film.length)
    expect((await listEntries(db, 1)).rows.map(({ event }) => event)).toEqual([
      'recording.imported',
      'recording.imported',
    ])

    expect(await take(bag)).toEqual({ objects: 2, added: 0, rows: 0, refused: [] })
    expect((await listEntries(db, 1)).rows).toHaveLength(2)
  })

  test('that was taken in is read in its pages, and leaves as the same bag again', async () => {
    const { headers } = await signInAs(forAgency(there, scene.agencyId), { roles: ['secretariat'] })
    const app = makeApp(there, undefined, { files: theirs })
    for (const where of [
      `/dokumentasi/${code}`,
      '/dokumentasi',
      `/dokumentasi/${code}/riwayat`,
      `/proyek/${project}/dokumentasi`,
    ])
      expect([where, (await app.request(where, { headers })).status]).toEqual([where, 200])
    const again = path.join(freshFolder(), 'kantong')
    await exportBag(there, theirs.blobs, { scope: { all: true }, to: await inFolder(again), url, now: testNow })
    expect(readFileSync(path.join(again, 'manifest-sha256.txt'), 'utf8')).toBe(
      readFileSync(path.join(bag, 'manifest-sha256.txt'), 'utf8'),
    )
  })

  test('in a ZIP is taken in as its folder is, into an empty installation, and leaves as the same ZIP again', async () => {
    const empty = await freshDatabase()
    const { blobs, ...others } = makeFiles(freshFolder())
    const none = { free: 1e9, total: 100e9 }
    const taking = { from: zip, dryRun: false, now: testNow }
    const refused = await importBag(empty, { blobs, space: async () => none }, taking)
    expect(refused.refused.join()).toMatch(/Ruang simpan/)
    expect(await importBag(empty, { blobs, ...others }, taking)).toMatchObject({ objects: 2, added: 2, refused: [] })
    const again = path.join(freshFolder(), 'kantong.zip')
    await exportBag(empty, blobs, { scope: { all: true }, to: await inZip(again, 'kantong'), url, now: testNow })
    expect(readFileSync(again).equals(readFileSync(zip))).toBe(true)
  })

  test('whose contents are swept away before their rows are there has them put again', async () => {
    const empty = await freshDatabase()
    const { blobs, space } = makeFiles(freshFolder())
    let swept = false
    const sizeOf: typeof blobs.sizeOf = async (agencyId, sha256) => {
      if (!swept) await blobs.remove(agencyId, sha256)
      swept = true
      return blobs.sizeOf(agencyId, sha256)
    }
    const taken = await importBag(
      empty,
      { blobs: { ...blobs, sizeOf }, space },
      { from: bag, dryRun: false, now: testNow },
    )
    expect(taken).toMatchObject({ added: 2, refused: [] })
    for (const { agencyId, sha256 } of await empty.query.selectFrom('file').select(['agencyId', 'sha256']).execute())
      expect(await blobs.sizeOf(agencyId, sha256)).toBe(film.length)
  })

  test('is refused with what differs where a recording is there otherwise, and nothing changes', async () => {
    await take(bag)
    const say = (title: string) =>
      update(forAgency(there, scene.agencyId), 'recording').set({ title }).where('code', '=', code).execute()
    await say('Lain')
    const { added, refused } = await take(bag)
    expect([added, refused]).toEqual([0, [`recording ${code}: berbeda pada title.`]])
    expect(await there.query.selectFrom('recording').select('title').where('code', '=', code).execute()).toEqual([
      { title: 'Lain' },
    ])
    await say('Satu jam FILM.mp4')
  })

  const flaws: [string, (folder: string) => void, RegExp][] = [
    [
      'has one byte more in a file',
      (one) => appendFileSync(path.join(objectOf(one), 'dc.xml'), ' '),
      /dc\.xml: isinya tidak sama[\s\S]*|Payload-Oxum/,
    ],
    [
      'lacks a file',
      (one) => rmSync(path.join(objectOf(one), 'premis.json')),
      /premis\.json: disebut manifes tetapi tidak ada/,
    ],
    [
      'has a file too many',
      (one) => writeFileSync(path.join(one, 'data/lagi.txt'), 'x'),
      /data\/lagi\.txt: ada tetapi tidak disebut/,
    ],
    [
      'has a changed description of itself',
      (one) => appendFileSync(path.join(one, 'bag-info.txt'), 'X: y\n'),
      /bag-info\.txt: isinya tidak sama/,
    ],
    [
      'names a path outside',
      (one) => seal(one, (lines) => [...lines, `${'0'.repeat(64)}  data/../../jahat`]),
      /data\/\.\.\/\.\.\/jahat: menunjuk ke luar/,
    ],
    [
      'names an absolute path',
      (one) => seal(one, (lines) => [...lines, `${'0'.repeat(64)}  /etc/passwd`]),
      /\/etc\/passwd: menunjuk ke luar/,
    ],
    [
      'holds a link',
      (one) => symlinkSync('/etc/hostname', path.join(one, 'data/tautan')),
      /data\/tautan: bukan berkas biasa/,
    ],
    [
      'has two names that differ in capitals',
      (one) => {
        writeFileSync(path.join(one, 'data/INDEX.html'), 'x')
        seal(one)
      },
      /hanya berbeda huruf besar/,
    ],
    [
      'has a name in another form of Unicode',
      (one) => {
        writeFileSync(path.join(one, 'data/e\u0301.txt'), 'x')
        seal(one)
      },
      /tidak berbentuk NFC/,
    ],
    [
      'is to be completed from elsewhere',
      (one) => writeFileSync(path.join(one, 'fetch.txt'), 'http://x 1 data/x\n'),
      /fetch\.txt: menyebut berkas yang harus diambil/,
    ],
    ['is none', (one) => rmSync(path.join(one, 'bagit.txt')), /bukan kantong BagIt/],
  ]
  test.each(flaws)('that %s is refused before anything is written', async (_, spoil, why) => {
    const empty = await refusedBy(spoilt(spoil))
    expect(empty.join('\n')).toMatch(why)
  })

  const lies: [string, (object: Record<string, never>) => void, RegExp][] = [
    [
      'has a file elsewhere',
      (one) =>
        void Object.keys(one.paths ?? {}).map((id) => Object.assign(one.paths ?? {}, { [id]: '../../../rahasia' })),
      /tidak ada di foldernya/,
    ],
    [
      'brings rows of a table that none carries',
      (one) => void Object.assign(one.tables ?? {}, { standing: [{}] }),
      /"standing" tidak dikenal/,
    ],
    [
      'brings a column that none carries',
      (one) =>
        void Object.assign((one.tables as never as { recording: object[] }).recording[0] ?? {}, { account_id: 'x' }),
      /recording\.account_id" tidak dikenal/,
    ],
    ['is of a later make', (one) => void Object.assign(one, { version: 99 }), /lebih baru/],
    [
      'has a value that no column takes',
      (one) =>
        void Object.assign((one.tables as never as { recording: object[] }).recording[0] ?? {}, { kind: 'hologram' }),
      /nilai yang tidak dapat diterima/,
    ],
  ]
  test.each(lies)('whose metadata %s is refused, though its sums are right', async (_, lie, why) => {
    const folder = spoilt((one) => {
      const file = path.join(objectOf(one), 'metadata.json')
      const object = JSON.parse(readFileSync(file, 'utf8'))
      lie(object)
      writeFileSync(file, JSON.stringify(object))
      seal(one)
    })
    expect((await refusedBy(folder)).join('\n')).toMatch(why)
  })

  async function refusedBy(folder: string): Promise<string[]> {
    const before = await there.query.selectFrom('recording').select(['id', 'revision']).orderBy('id').execute()
    const { refused, added } = await take(folder)
    expect(added).toBe(0)
    expect(await there.query.selectFrom('recording').select(['id', 'revision']).orderBy('id').execute()).toEqual(before)
    return refused
  }
})
