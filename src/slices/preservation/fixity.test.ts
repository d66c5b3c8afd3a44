import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { remove, update } from '#db'
import { readWorkbook } from '#documents/sheet.ts'
import { bytesOf, type FindCopy } from '#files'
import { listEntries } from '#journal'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { addFilm, film } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { dueAt, isDue, rateOf, restOf } from './fixity.ts'
import { checkOn, type FixityTools, recordPlaced } from './fixity-commands.ts'
import { beginRound, findLastRound, findOpenRound, fixityFigures, listSpoilt } from './fixity-store.ts'
import { listPreservation } from './store.ts'
import { preservationSentence } from './words.ts'

const week = 7 * 86_400_000
const database = await freshDatabase()
let folder: string
let files: ReturnType<typeof makeFiles>
let scene: Scene
let recordingId: string

/** The round begins anew for every test: time goes on by a week each time. */
let at = testNow.getTime()
beforeEach(async () => {
  at += 2 * week
  folder = freshFolder()
  files = makeFiles(folder)
  await database.pool.query('delete from file')
  scene = await makeScene(database)
  await makeRunningProject(scene.db, scene)
  recordingId = await addNumbered(0)
})

/** A film whose bytes differ from those of the others. */
async function addNumbered(number: number): Promise<string> {
  const bytes = Buffer.concat([film, Buffer.alloc(number + 1)])
  return (await addFilm(scene, files, 'b7k3m9qt', { name: `${number}.mp4`, bytes })).id
}

const none: FindCopy = async function* find() {}
const toolsWith = (but: Partial<FixityTools> = {}, findCopy = none): FixityTools => ({
  storage: { name: 'local', blobs: files.blobs, findCopy },
  rest: async () => undefined,
  clock: () => new Date(at),
  ...but,
})
const check = (but?: Partial<FixityTools>, findCopy?: FindCopy, until = new Date(at + 1000)) =>
  checkOn(database, toolsWith(but, findCopy), until)
const spoil = async () => {
  const row = await scene.db.query
    .selectFrom('file')
    .select('sha256')
    .where('thingId', '=', recordingId)
    .executeTakeFirst()
  await appendFile(path.join(folder, 'files', scene.agencyId, row?.sha256 ?? ''), 'x')
}
const fixityEvents = async () =>
  (await listPreservation(scene.db, recordingId, 1)).rows
    .filter(({ kind }) => kind === 'fixity check')
    .map(({ detail, outcome }) => `${detail} ${outcome}`)
    .toSorted()
const alarms = async () => (await listEntries(scene.db, 1, { event: 'agency.files-spoilt' })).total

describe('a round', () => {
  test('reads everything once a week, and says of each storage what was checked when', async () => {
    await addNumbered(1)
    expect(await check()).toMatchObject({ checked: 2, spoilt: 0, endedAt: new Date(at) })
    expect(await check()).toBeUndefined()
    expect(await findLastRound(database, 'local')).toMatchObject({ checked: 2, bytes: 2 * film.length + 3 })
    expect(await findLastRound(database, 'mirror')).toBeUndefined()
    expect(await fixityEvents()).toEqual(['first success'])
    at += week
    expect(await check()).toMatchObject({ checked: 2 })
    // What is whole each week is said by its last check, not by an event for each.
    expect(await fixityEvents()).toEqual(['first success'])
  })

  test('that was broken off goes on where it stood, and reads nothing twice', async () => {
    for (const number of [1, 2]) await addNumbered(number)
    const opened: string[] = []
    const blobs = {
      ...files.blobs,
      open: (agencyId: string, sha256: string) => {
        opened.push(sha256)
        return files.blobs.open(agencyId, sha256)
      },
    }
    const storage = { name: 'local', blobs, findCopy: none }
    // Each look at the clock is a second later: there is time for one content a call.
    const until = () => {
      let seconds = 0
      return { clock: () => new Date(at + seconds++ * 1000), storage }
    }
    await check(until(), none, new Date(at + 3000))
    const open = await findOpenRound(database, 'local')
    expect([open?.checked, opened.length]).toEqual([1, 1])
    while (await findOpenRound(database, 'local')) await check(until(), none, new Date(at + 4000))
    expect(new Set(opened).size).toBe(3)
    expect(opened).toHaveLength(3)
  })

  test('is kept by one of two workers that are at it at once, and the other ends: nothing counts twice', async () => {
    let met = () => {}
    const both = new Promise<void>((resolve) => {
      met = resolve
    })
    let readers = 0
    const meeting = () => {
      const sizeOf: typeof files.blobs.sizeOf = async (agencyId, sha256) => {
        readers += 1
        if (readers === 2) met()
        await both
        return files.blobs.sizeOf(agencyId, sha256)
      }
      return check({ storage: { name: 'local', blobs: { ...files.blobs, sizeOf }, findCopy: none } })
    }
    await beginRound(database, 'local', new Date(at))
    const rounds = await Promise.all([meeting(), meeting()])
    expect(readers).toBe(2)
    expect(rounds.filter((round) => round?.endedAt)).toHaveLength(1)
    expect(await findLastRound(database, 'local')).toMatchObject({ checked: 1, spoilt: 0 })
    expect(await fixityEvents()).toEqual(['first success'])
  })

  test('says nothing of what was taken out of the archive while it was being read', async () => {
    const sizeOf: typeof files.blobs.sizeOf = async (agencyId, sha256) => {
      await remove(scene.db, 'file').where('sha256', '=', sha256).execute()
      await files.blobs.remove(agencyId, sha256)
      return undefined
    }
    const round = await check({ storage: { name: 'local', blobs: { ...files.blobs, sizeOf }, findCopy: none } })
    expect(round).toMatchObject({ checked: 0, spoilt: 0, endedAt: new Date(at) })
    expect(await alarms()).toBe(0)
  })

  test('alarms once of what is spoilt, and the admin reads which file it is', async () => {
    await check()
    await spoil()
    at += week
    expect(await check()).toMatchObject({ spoilt: 1, mended: 0 })
    expect(await fixityEvents()).toEqual(['changed failure', 'first success'])
    expect(await alarms()).toBe(1)
    expect(await fixityFigures(database)).toMatchObject({ spoilt: 1 })
    const app = makeApp(database, undefined, { files })
    const page = await app.request('/pengaturan/keutuhan', { headers: await scene.headersOf(scene.secretariat) })
    expect(await page.text()).toMatch(/1 berkas hilang atau berubah[\s\S]*0\.mp4[\s\S]*berubah/)
    const closed = await app.request('/pengaturan/keutuhan', { headers: await scene.headersOf(scene.agent) })
    expect(closed.status).toBe(403)
  })

  test('tells of more than it lists how many there are, and of the installation no more than how many', async () => {
    await addNumbered(1)
    await check()
    await update(scene.db, 'fixityCheck').set({ flaw: 'missing' }).execute()
    expect(await listSpoilt(scene.db, 1)).toMatchObject([{ total: 2 }])
    const app = makeApp(database, undefined, { files })
    const asked = await app.request('/pengaturan/keutuhan', { headers: await scene.headersOf(scene.secretariat) })
    const page = await asked.text()
    expect(page).toContain('2 berkas hilang atau berubah')
    expect(page).toMatch(/Putaran terakhir[\s\S]*2 isi berkas seluruh pemasangan, semua utuh/)
    expect(page).toMatch(/<td[^>]*>2 isi<\/td>/)
  })

  test('is told of in a report of every file, as a sheet and as text, and as many queries whatever there is', async () => {
    await check()
    await spoil()
    await addNumbered(1)
    at += week
    await check()
    const app = makeApp(database, undefined, { files, storages: ['local', 'mirror'] })
    const headers = await scene.headersOf(scene.secretariat)
    const ask = (path: string) => app.request(`/pengaturan/${path}`, { headers })
    const lines = (await (await ask('keutuhan.csv')).text()).trim().split('\r\n').slice(1)
    expect(lines.map((line) => [line.split(';')[0], line.split(';').at(-1)])).toEqual([
      ['0.mp4', 'berubah'],
      ['1.mp4', 'utuh'],
    ])
    const sheet = await readWorkbook(new Uint8Array(await (await ask('keutuhan.xlsx')).arrayBuffer()), 'a.xlsx')
    expect(sheet.ok && sheet.workbook.sheets[0]?.cells).toHaveLength(3)
    // Checked in a storage that is no longer one, a file is in the report all the same, as not read yet.
    await update(scene.db, 'fixityCheck').set({ storage: 's3' }).where('storage', '=', 'local').execute()
    expect((await (await ask('keutuhan.csv')).text()).trim().split('\r\n')).toHaveLength(3)
    await update(scene.db, 'fixityCheck').set({ storage: 'local' }).where('storage', '=', 's3').execute()
    for (const path of ['keutuhan.csv', 'keutuhan.xlsx'])
      expect(
        (await app.request(`/pengaturan/${path}`, { headers: await scene.headersOf(scene.leadership) })).status,
      ).toBe(403)
    const queries = async () => {
      const before = database.statements.length
      await ask('keutuhan')
      return database.statements.length - before
    }
    const few = await queries()
    for (const number of [2, 3]) await addNumbered(number)
    at += week
    await check()
    expect(await queries()).toBe(few)
  })

  test('mends what is spoilt from the first copy that is whole, and says so', async () => {
    const bytes = Buffer.concat([film, Buffer.alloc(1)])
    await spoil()
    const copies: FindCopy = async function* find() {
      yield bytesOf(Buffer.from('spoilt too'))
      yield bytesOf(bytes)
    }
    expect(await check({}, copies)).toMatchObject({ spoilt: 1, mended: 1 })
    expect(await fixityEvents()).toEqual(['changed failure', 'mended success'])
    expect(await fixityFigures(database)).toMatchObject({ spoilt: 0 })
    at += week
    expect(await check()).toMatchObject({ spoilt: 0 })
  })
})

test('a round is due a week after the last began, and at once where there was none', () => {
  expect(isDue(undefined, testNow)).toBe(true)
  expect(isDue({ beganAt: testNow }, new Date(testNow.getTime() + week - 1))).toBe(false)
  expect(isDue({ beganAt: testNow }, new Date(testNow.getTime() + week))).toBe(true)
})

test('the next round is due when it is time for it, and a round that ended says how fast it was', () => {
  expect(isDue({ beganAt: testNow }, dueAt({ beganAt: testNow }))).toBe(true)
  const endedAt = new Date(testNow.getTime() + 50_000)
  expect(rateOf({ beganAt: testNow, endedAt, checked: 100 })).toBe(2)
  expect(rateOf({ beganAt: testNow, endedAt: null, checked: 100 })).toBeNull()
})

test('as long as was worked is rested, and not for every small thing', async () => {
  let now = 0
  const rests: number[] = []
  const rest = restOf(
    () => now,
    async (milliseconds) => void rests.push(milliseconds),
  )
  for (const worked of [20, 20, 20, 80]) {
    now += worked
    await rest()
  }
  expect(rests).toEqual([60, 80])
})

test('that a file lies in another storage is told once for each move, whatever is begun again', async () => {
  const { sha256 } = await database.query.selectFrom('file').select('sha256').executeTakeFirstOrThrow()
  const put = (storage: string, minutes: number) =>
    recordPlaced(database, scene.agencyId, [sha256, 'a'.repeat(64)], { storage }, new Date(at + minutes * 60_000))
  await put('s3', 1)
  await put('s3', 2)
  await put('local', 3)
  await put('s3', 4)
  const told = (await listPreservation(scene.db, recordingId, 1)).rows.filter(({ kind }) => kind === 'replication')
  expect(told.map(({ figures }) => figures.storage)).toEqual(['s3', 'local', 's3'])
  expect(told[0] && preservationSentence(told[0])).toBe('Salinan dibuat: di tempat simpan lain.')
})

test('what was wrong with a content in a storage that it left is told no more', async () => {
  await spoil()
  await check()
  const { sha256 } = await database.query.selectFrom('file').select('sha256').executeTakeFirstOrThrow()
  expect(await fixityFigures(database)).toMatchObject({ spoilt: 1 })
  const placed = (left?: string) =>
    recordPlaced(database, scene.agencyId, [sha256], { storage: 's3', left }, new Date(at))
  await placed()
  expect(await fixityFigures(database)).toMatchObject({ spoilt: 1 })
  await placed('local')
  expect(await fixityFigures(database)).toMatchObject({ spoilt: 0 })
})
