import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { inFolder, readBag, verifyBag } from '#bagit'
import { update } from '#db'
import { agreeToBeNamed } from '#gallery'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { addFilm, film } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { carriedColumns, carriedTables, recordingKeyOf } from './carried.ts'
import { exportBag } from './export-commands.ts'
import { listTables } from './row-store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const url = 'https://rintis.example.go.id'
let made = 0
let scene: Scene
let project: string
let projectId: string
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  project = `b7k3m9q${made++}`
  projectId = (await makeRunningProject(scene.db, scene, { code: project, title: 'Layanan rujukan' })).id
  const nip = scene.db.vault.seal('198504122009122003')
  await update(scene.db, 'person')
    .set({ email: 'nadia@instansi.example', noNipReason: null, nipSealed: nip, nipIndex: Buffer.alloc(32, made) })
    .where('id', '=', scene.agent.personId ?? '')
    .execute()
  await agreeToBeNamed(scene.db, scene.agent, { code: project, revision: 1 }, testNow)
  code = await add('film.mp4')
})

async function add(name: string): Promise<string> {
  const about = { title: 'Satu jam & <tiga> hari', description: 'Pustakawan bercerita.', recordedOn: '2026-11-20' }
  return (await addFilm(scene, files, project, { name, ...about })).code
}
const exportTo = async (to: string, scope: Parameters<typeof exportBag>[2]['scope'] = { project }) =>
  exportBag(database, files.blobs, { scope, to: await inFolder(to), url, now: testNow })
const freshBag = () => path.join(freshFolder(), 'kantong')
const read = (...parts: string[]) => readFileSync(path.join(...parts), 'utf8')
const allOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted()

describe('a bag', () => {
  test('is whole to whoever knows nothing of us: each manifest names every payload file, with its digest', async () => {
    const bag = freshBag()
    await exportTo(bag)
    expect(read(bag, 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    const payload = allOf(bag).filter((one) => one.startsWith('data/'))
    for (const algorithm of ['sha256', 'sha512']) {
      const manifest = read(bag, `manifest-${algorithm}.txt`)
      expect(manifest.match(/(?<= {2}).+/g)).toEqual(payload)
      for (const name of [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`])
        execFileSync(`${algorithm}sum`, ['-c', '--strict', '--quiet', name], { cwd: bag })
    }
    const bytes = payload.reduce((sum, one) => sum + readFileSync(path.join(bag, one)).length, 0)
    const info = read(bag, 'bag-info.txt')
    expect(info).toContain(`Payload-Oxum: ${bytes}.${payload.length}\n`)
    expect(info).toContain('Bagging-Date: 2026-11-24\n')
    expect(info).toMatch(/External-Identifier: ark:\/99999\/r1\w{9}\n/)
    expect(await verifyBag(await readBag(bag))).toEqual([])
  })

  test('holds the original, what is said of it, and a page to read it with, but no NIP and no e-mail of anybody', async () => {
    const bag = freshBag()
    await exportTo(bag)
    const [folder = ''] = readdirSync(path.join(bag, 'data/objects'))
    const object = path.join(bag, 'data/objects', folder)
    expect(readFileSync(path.join(object, 'original/film.mp4')).equals(film)).toBe(true)
    const dc = read(object, 'dc.xml')
    expect(dc).toContain('<dc:title>Satu jam &amp; &lt;tiga&gt; hari</dc:title>')
    expect(dc).toContain(`<dc:identifier>${url}/ark:/99999/${folder}</dc:identifier>`)
    expect(dc).toContain('Agen Perubahan Nadia Kusumastuti')
    const premis = JSON.parse(read(object, 'premis.json'))
    expect(premis.events.map(({ eventType }: { eventType: string }) => eventType).toSorted()).toEqual([
      'format identification',
      'ingestion',
      'message digest calculation',
      'policy assignment',
    ])
    const page = read(bag, 'data/index.html')
    expect(page).toContain('lang="id"')
    expect(page).toContain(`href="objects/${folder}/original/film.mp4"`)
    const texts = allOf(bag).filter((one) => /\.(json|xml|html|txt)$/.test(one))
    // A hash may hold eighteen figures in a row by itself.
    for (const text of texts) expect(read(bag, text)).not.toMatch(/(?<![\da-f])\d{18}(?![\da-f])|nadia@|nip_/)
  })

  test('says its days as the agency has them, each title once, and of what is not for everybody that it is not', async () => {
    const late = new Date('2026-11-24T20:00:00Z')
    await update(scene.db, 'publication').set({ publishedAt: late }).where('projectId', '=', projectId).execute()
    await update(scene.db, 'recording').set({ access: 'public' }).where('code', '=', code).execute()
    const second = await add('lain.mp4')
    await update(scene.db, 'recording')
      .set({ removedAt: late, removedBecause: 'Keliru.' })
      .where('code', '=', second)
      .execute()
    const bag = freshBag()
    await exportBag(database, files.blobs, { scope: { project }, to: await inFolder(bag), url, now: late })
    expect(read(bag, 'bag-info.txt')).toContain('Bagging-Date: 2026-11-25\n')
    const said = readdirSync(path.join(bag, 'data/objects')).map((one) => read(bag, 'data/objects', one, 'dc.xml'))
    expect(said.join()).toContain('<dcterms:issued>2026-11-25</dcterms:issued>')
    expect(said.join()).not.toContain('<dcterms:alternative>')
    expect(said.map((one) => /accessRights>([^<]+)</.exec(one)?.[1]).toSorted()).toEqual(['Instansi', 'Publik'])
    const page = read(bag, 'data/index.html')
    expect(page).toMatch(/surat\s+persetujuan mereka yang terekam/)
    expect(page).toMatch(/Instansi\. Sudah dihapus dari daftar/)
  })

  test('of the same recordings is the same to the byte, on another day but for the day', async () => {
    const bags = [freshBag(), freshBag()] as const
    await exportTo(bags[0])
    const later = new Date('2027-01-05T02:00:00Z')
    await exportBag(database, files.blobs, { scope: { project }, to: await inFolder(bags[1]), url, now: later })
    expect(allOf(bags[0])).toEqual(allOf(bags[1]))
    const differing = allOf(bags[0]).filter((one) => read(bags[0], one) !== read(bags[1], one))
    expect(differing).toEqual(['bag-info.txt', 'tagmanifest-sha256.txt', 'tagmanifest-sha512.txt'])
  })

  test('that cannot be whole is none: nothing lies there, and why is said', async () => {
    const bag = freshBag()
    await add('lain.mp4')
    const [{ sha256 } = { sha256: '' }] = await database.query.selectFrom('file').select('sha256').execute()
    await files.blobs.remove(scene.agencyId, sha256)
    await expect(exportTo(bag)).rejects.toThrow('hilang atau rusak')
    expect(readdirSync(path.dirname(bag))).toEqual([])
    await expect(exportTo(bag, { project: 'tidakada' })).rejects.toThrow('Tidak ada dokumentasi')
  })

  test('is of one recording by its code, of a programme by its slug, and of everything', async () => {
    await add('kedua.mp4')
    const slug = (
      await database.query.selectFrom('agency').select('slug').where('id', '=', scene.agencyId).execute()
    )[0]
    expect((await exportTo(freshBag(), { recording: code, ark: undefined })).objects).toBe(1)
    expect((await exportTo(freshBag(), { programme: `${slug?.slug}-2026` })).objects).toBe(2)
  })
})

test('what a table holds of a recording comes along, whatever columns it is given', async () => {
  const tables = await listTables(database)
  const recording = tables.find(({ name }) => name === 'recording')
  const carried = recording ? carriedColumns(recording) : []
  expect(recording?.columns.filter((column) => !carried.includes(column))).toEqual([
    ...['account_id', 'words', 'consent_account_id'],
  ])
  /** Whatever refers to a recording is a part of it; what a bag leaves out of that is named in `carried.ts`. */
  const parts = tables.filter((table) => recordingKeyOf(table) !== undefined).map(({ name }) => name)
  expect(parts).toEqual(expect.arrayContaining(['recording', 'file', 'preservation_event', 'appearance']))
  const secret = /nip|e_?mail|password|secret|token/
  const names = carriedTables(tables).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['agency', 'person', 'programme', 'project', 'seat', 'stage', 'unit']))
  for (const closed of ['account', 'access', 'standing', 'journal', 'session']) expect(names).not.toContain(closed)
  const leaving = carriedTables(tables).flatMap(carriedColumns)
  expect(leaving.filter((column) => secret.test(column))).toEqual([])
})
