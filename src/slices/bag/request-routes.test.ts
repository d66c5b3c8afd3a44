import { randomUUIDv7 } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { readBag, verifyBag } from '#bagit'
import { update } from '#db'
import { type Blobs, pruneUploads } from '#files'
import { listEntries } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { makeApp, ours, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { addFilm, film } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { importBag } from './import-commands.ts'
import { type BagTools, bagJobs } from './jobs.ts'
import { bagPolicy } from './policy.ts'
import { bagQueue } from './request-commands.ts'
import { findRequest, listRequests } from './request-store.ts'

const sent: { queue: string; data: object }[] = []
const database = await freshDatabase({ send: async (_, queue, data) => void sent.push({ queue, data }) })
let made = 0
let files: ReturnType<typeof makeFiles>
let scene: Scene
let project: { id: string; code: string }
let app: ReturnType<typeof makeApp>

beforeEach(async () => {
  sent.length = 0
  files = makeFiles(freshFolder())
  scene = await makeScene(database)
  project = await makeRunningProject(scene.db, scene, { code: `b7k3m9q${made++}`, title: 'Layanan rujukan' })
  await addFilm(scene, files, project.code)
  app = makeApp(database, () => testNow, { files })
})

const tools = (but: Partial<BagTools> = {}): BagTools => ({
  files,
  url: 'https://rintis.example.go.id',
  stopping: new AbortController().signal,
  ...but,
})
const [make, sweep] = bagJobs
/** What the worker is told, as often as it is told. */
async function workOff(but?: Partial<BagTools>): Promise<void> {
  for (const { queue, data } of sent.splice(0))
    if (queue === bagQueue && make && 'take' in make) await make.take(database, data, testNow, tools(but))
}
const goRound = () => (sweep && 'run' in sweep ? sweep.run(database, testNow, tools()) : undefined)

async function ask(who: Actor, thing: string, id: string = randomUUIDv7()): Promise<{ id: string; answer: Response }> {
  const headers = { ...ours, ...(await scene.headersOf(who)) }
  const answer = await app.request('/arsip', { method: 'POST', headers, body: new URLSearchParams({ id, thing }) })
  return { id, answer }
}
const see = async (who: Actor, at = '/arsip') => app.request(at, { headers: await scene.headersOf(who) })
const stateOf = async (id: string) => (await findRequest(scene.db, id))?.state
const events = async () =>
  (await listEntries(scene.db, 1)).rows.map(({ event }) => event).filter((one) => one.startsWith('bag.'))

describe('a bag', () => {
  test('that the secretariat asks for is made, downloaded in parts, and taken in elsewhere', async () => {
    const { id, answer } = await ask(scene.secretariat, 'agency')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/arsip'])
    expect(await (await see(scene.secretariat)).text()).toMatch(/Menunggu giliran[\s\S]*<progress/)
    expect((await see(scene.secretariat, `/arsip/${id}/unduh`)).status).toBe(404)
    await workOff()
    expect(await (await see(scene.secretariat)).text()).toMatch(/Siap diunduh[\s\S]*1 dokumentasi/)

    const download = await see(scene.secretariat, `/arsip/${id}/unduh`)
    expect(download.headers.get('content-disposition')).toContain('kantong-arsip-instansi-2026-11-24.zip')
    expect(download.headers.get('cache-control')).toBe('private, no-store')
    const zip = path.join(freshFolder(), 'a.zip')
    writeFileSync(zip, Buffer.from(await download.arrayBuffer()))
    expect(await verifyBag(await readBag(zip))).toEqual([])
    const part = await app.request(`/arsip/${id}/unduh`, {
      headers: { ...(await scene.headersOf(scene.secretariat)), range: 'bytes=0-3' },
    })
    expect([part.status, await part.text()]).toEqual([206, 'PK\u0003\u0004'])
    const empty = await freshDatabase()
    const taken = await importBag(empty, makeFiles(freshFolder()), { from: zip, dryRun: false, now: testNow })
    expect(taken).toMatchObject({ objects: 1, added: 1, refused: [] })
    expect(await events()).toEqual(['bag.made', 'bag.requested'])
    expect(readdirSync(files.workFolder)).toEqual([])
  })

  test('that a sweep takes before its row is there is put again', async () => {
    let taken = 0
    const putFile: Blobs['putFile'] = async (...args) => {
      const blob = await files.derived.putFile(...args)
      if (taken++ === 0) await files.derived.remove(scene.agencyId, blob.sha256)
      return blob
    }
    const { id } = await ask(scene.secretariat, 'agency')
    await workOff({ files: { ...files, derived: { ...files.derived, putFile } } })
    expect(await stateOf(id)).toBe('done')
    expect((await see(scene.secretariat, `/arsip/${id}/unduh`)).status).toBe(200)
    expect([taken, await events()]).toEqual([2, ['bag.made', 'bag.requested']])
  })

  test('of one agency holds nothing of another, though project codes and slugs are the same', async () => {
    const other = await makeScene(database)
    await makeRunningProject(other.db, other, { code: project.code })
    await addFilm(other, files, project.code)
    for (const thing of [`project:${project.id}`, `programme:${scene.programmeId}`, 'agency']) {
      const { id } = await ask(scene.secretariat, thing)
      await workOff()
      expect(await findRequest(scene.db, id)).toMatchObject({ state: 'done', objects: 1 })
    }
  })

  test('is asked for once: by the same form, and while one of the same is being made', async () => {
    const { id } = await ask(scene.secretariat, 'agency')
    expect((await ask(scene.secretariat, 'agency', id)).answer.status).toBe(303)
    const again = await ask(scene.secretariat, 'agency')
    expect(again.answer.status).toBe(422)
    expect(await again.answer.text()).toContain('sudah diminta dan sedang dikerjakan')
    expect(await events()).toEqual(['bag.requested'])
  })

  test('is refused where nothing is to be put in, where the disk has no room, and where nothing was chosen', async () => {
    const seat = await scene.addSeat(2)
    const empty = await makeRunningProject(scene.db, { ...scene, ...seat }, { code: `kosong0${made}` })
    expect(await (await ask(scene.secretariat, `project:${empty.id}`)).answer.text()).toContain('Belum ada dokumentasi')
    for (const none of ['project:tidak', `project:${'-'.repeat(36)}`, 'programme:', 'agency:', 'semua'])
      expect([none, (await ask(scene.secretariat, none)).answer.status]).toEqual([none, 422])
    files.space = async () => ({ free: 6e9, total: 100e9 })
    const full = await ask(scene.secretariat, 'agency')
    expect(full.answer.status).toBe(422)
    expect(await full.answer.text()).toContain('Disk server tidak cukup')
  })

  test('that the disk has no more room for when its turn comes fails and says so; room does not help it after', async () => {
    const { id } = await ask(scene.secretariat, 'agency')
    files.space = async () => ({ free: 1e9, total: 100e9 })
    await workOff()
    expect(await findRequest(scene.db, id)).toMatchObject({ state: 'failed', reason: expect.stringContaining('Disk') })
    expect(await events()).toEqual(['bag.failed', 'bag.requested'])
  })

  test('of which a file is spoilt fails and names it', async () => {
    const [{ sha256 } = { sha256: '' }] = await scene.db.query
      .selectFrom('file')
      .select('sha256')
      .where('agencyId', '=', scene.agencyId)
      .execute()
    await files.blobs.remove(scene.agencyId, sha256)
    const { id } = await ask(scene.secretariat, 'agency')
    await workOff()
    expect((await findRequest(scene.db, id))?.reason).toMatch(/original\/film\.mp4 hilang atau rusak/)
    expect(readdirSync(files.workFolder)).toEqual([])
  })

  test('that is cancelled while it is made is there no more, and its worker keeps nothing', async () => {
    const { id } = await ask(scene.secretariat, 'agency')
    const open: typeof files.blobs.open = (...given) => {
      cancelled ??= cancel()
      return files.blobs.open(...given)
    }
    let cancelled: Promise<Response> | undefined
    const cancel = async () => {
      const headers = { ...ours, ...(await scene.headersOf(scene.secretariat)) }
      return app.request(`/arsip/${id}/batal`, { method: 'POST', headers })
    }
    /** The bag is not whole before it was cancelled. */
    const putFile: typeof files.derived.putFile = async (...given) => {
      await cancelled
      return files.derived.putFile(...given)
    }
    await workOff({ files: { ...files, blobs: { ...files.blobs, open }, derived: { ...files.derived, putFile } } })
    expect((await cancelled)?.status).toBe(303)
    expect(await stateOf(id)).toBe('cancelled')
    expect((await see(scene.secretariat, `/arsip/${id}/unduh`)).status).toBe(404)
    expect(await events()).toEqual(['bag.cancelled', 'bag.requested'])
  })

  test('whose worker was killed is made by another, three times at most', async () => {
    const { id } = await ask(scene.secretariat, 'agency')
    sent.length = 0
    const kill = (attempts: number) =>
      update(scene.db, 'bagRequest')
        .set({ state: 'running', run: randomUUIDv7(), heardAt: new Date(Date.now() - 60_000), attempts, endedAt: null })
        .where('id', '=', id)
        .execute()
    await kill(1)
    mkdirSync(path.join(files.workFolder, `bag-${id}`), { recursive: true })
    writeFileSync(path.join(files.workFolder, `bag-${id}`, 'kantong.zip.unfinished'), 'half')
    mkdirSync(path.join(files.workFolder, `bag-${randomUUIDv7()}`))
    await goRound()
    expect(readdirSync(files.workFolder)).toEqual([`bag-${id}`])
    await workOff()
    expect(await stateOf(id)).toBe('done')
    const { id: other } = await ask(scene.secretariat, `project:${project.id}`)
    await update(scene.db, 'bagRequest').set({ attempts: 3 }).where('id', '=', other).execute()
    await workOff()
    expect((await findRequest(scene.db, other))?.reason).toContain('berkali-kali terhenti')
  })

  test('whose worker is told to end goes back, and this is no attempt', async () => {
    const { id } = await ask(scene.secretariat, 'agency')
    const ending = new AbortController()
    ending.abort()
    await expect(workOff({ stopping: ending.signal })).rejects.toThrow()
    const row = await scene.db.query
      .selectFrom('bagRequest')
      .select(['state', 'attempts'])
      .where('id', '=', id)
      .execute()
    expect(row).toEqual([{ state: 'waiting', attempts: 0 }])
  })

  test('is kept from sweeps for seven days, then taken away with its bytes', async () => {
    const { id } = await ask(scene.secretariat, 'agency')
    await workOff()
    const { sha256 } = (await findRequest(scene.db, id)) ?? {}
    const days = (count: number) => new Date(Date.now() + count * 86_400_000)
    await pruneUploads(database, files, days(3))
    expect(await files.derived.sizeOf(scene.agencyId, sha256 ?? '')).toBeGreaterThan(film.length)
    await update(scene.db, 'bagRequest').set({ keptUntil: testNow }).where('id', '=', id).execute()
    expect((await see(scene.secretariat, `/arsip/${id}/unduh`)).status).toBe(404)
    await goRound()
    expect(await stateOf(id)).toBe('removed')
    await pruneUploads(database, files, days(8))
    expect(await files.derived.sizeOf(scene.agencyId, sha256 ?? '')).toBeUndefined()
  })
})

describe('whoever keeps documentation', () => {
  test('sees just the bags of what they keep, as the policy says, and others see no page', async () => {
    for (const thing of ['agency', `programme:${scene.programmeId}`, `project:${project.id}`])
      await ask(scene.secretariat, thing)
    const all = (await listRequests(scene.db, scene.secretariat, 1)).rows
    const stewardOf = (thingId: string) => scene.addActor('Wening Sulistyo', { relation: 'steward', thingId })
    const counts: number[] = []
    for (const actor of [
      ...[scene.secretariat, scene.agent, scene.stranger, scene.leadership],
      ...[await stewardOf(project.id), await stewardOf(scene.programmeId), await stewardOf(randomUUIDv7())],
    ]) {
      const { rows } = await listRequests(scene.db, actor, 1)
      const readable = all.filter((row) => can(bagPolicy, actor, 'read', row))
      expect(rows.map((row) => row.id)).toEqual(readable.map((row) => row.id))
      counts.push(rows.length)
    }
    expect(counts).toEqual([3, 0, 0, 0, 1, 2, 0])
    expect((await see(scene.agent)).status).toBe(403)
    expect((await see(scene.leadership)).status).toBe(403)
  })

  test('asks for a bag of their project from its page, and for no other', async () => {
    const steward = await scene.addActor('Wening Sulistyo', { relation: 'steward', thingId: project.id })
    const page = await (await see(steward, `/proyek/${project.code}/dokumentasi`)).text()
    expect(page).toContain(`href="/arsip?proyek=${project.code}"`)
    expect(await (await see(steward, `/arsip?proyek=${project.code}`)).text()).toMatch(
      new RegExp(`<option value="project:${project.id}" selected`),
    )
    const { id, answer } = await ask(steward, `project:${project.id}`)
    expect(answer.status).toBe(303)
    await workOff()
    expect((await see(steward, `/arsip/${id}/unduh`)).status).toBe(200)
    expect((await ask(steward, 'agency')).answer.status).toBe(404)
    expect((await ask(steward, `programme:${scene.programmeId}`)).answer.status).toBe(404)
    expect((await see(scene.agent, `/arsip/${id}/unduh`)).status).toBe(404)
    expect((await see(scene.agent, `/proyek/${project.code}/dokumentasi`)).status).toBe(200)
  })

  test('reads a list of three with as many queries as one of one', async () => {
    const queries = async () => {
      await see(scene.secretariat)
      const before = database.statements.length
      await see(scene.secretariat)
      return database.statements.length - before
    }
    await ask(scene.secretariat, 'agency')
    const one = await queries()
    await ask(scene.secretariat, `programme:${scene.programmeId}`)
    await ask(scene.secretariat, `project:${project.id}`)
    expect(await queries()).toBe(one)
  })
})
