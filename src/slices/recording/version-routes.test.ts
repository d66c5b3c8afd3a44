import { beforeEach, expect, test } from 'vitest'
import { listFilesOf } from '#files'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { noticeJobs } from '#notices'
import { listAccesses } from '#people'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { addFilm, film } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makePdf } from '#test/pdf.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { settleReach } from './consent-commands.ts'
import { findRecording } from './store.ts'
import { listEarlier } from './version-store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
/** The same film with a box behind it that players pass over: other bytes. */
const other = Buffer.concat([film, Buffer.from([0, 0, 0, 8]), Buffer.from('free')])
let scene: Scene
let code: string
let id: string

beforeEach(async () => {
  scene = await makeScene(database)
  const project = await makeRunningProject(scene.db, scene)
  ;({ id, code } = await addFilm(scene, files, project.code, { access: 'public', consent: 'nobody' }))
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const replace = async (actor: Actor, revision: number, more: Record<string, string | File> = {}) => {
  const form = new FormData()
  const said = { revision: String(revision), reason: 'Suaranya pecah.', recording: new File([other], 'baru.mp4') }
  for (const [name, value] of Object.entries({ ...said, ...more })) form.append(name, value)
  const headers = await scene.headersOf(actor)
  return app.request(`/dokumentasi/${code}/ganti-berkas`, { method: 'POST', headers, body: form })
}
const part = async (wanted: string) =>
  (await listFilesOf(scene.db, 'recording', [id])).find((one) => one.part === wanted)

test('a replaced file keeps its past, which opens for whoever may change it', async () => {
  expect((await replace(scene.secretariat, 1, { same_people: 'yes' })).status).toBe(303)
  expect((await part('master'))?.name).toBe('baru.mp4')
  const [earlier] = await listEarlier(scene.db, id)
  expect(earlier).toMatchObject({ number: 1, name: 'film.mp4', reason: 'Suaranya pecah.', by: 'Sri Wahyuningtyas' })
  const seenBy = async (actor: Actor) => (await open(actor, `/dokumentasi/${code}`)).text()
  expect(await seenBy(scene.agent)).toMatch(
    /Versi 1[\s\S]*film\.mp4[\s\S]*digantikan versi 2[\s\S]* oleh Sri Wahyuningtyas: Suaranya pecah/,
  )
  // What it was called, and why it went, may say who was in it.
  const outside = await seenBy(scene.stranger)
  expect(outside).toMatch(/Versi 1[\s\S]*digantikan versi 2/)
  expect(outside).not.toMatch(/film\.mp4<|Suaranya pecah/)
  const status = async (actor: Actor) => (await open(actor, `/berkas/${earlier?.fileId}`)).status
  expect(await Promise.all([scene.agent, scene.secretariat, scene.stranger].map(status))).toEqual([200, 200, 404])
  expect((await findRecording(scene.db, code))?.access).toBe('public')
  expect((await listEntriesOf(scene.db, [id])).map(({ event }) => event)[0]).toBe('recording.file-replaced')
  await replace(scene.agent, 2, { same_people: 'yes', recording: new File([film], 'lagi.mp4') })
  expect((await listEarlier(scene.db, id)).map(({ number }) => number)).toEqual([2, 1])
})

test('what stood before the public comes back to it only by somebody who keeps the documentation', async () => {
  expect((await replace(scene.agent, 1, { same_people: 'yes' })).status).toBe(303)
  expect(await findRecording(scene.db, code)).toMatchObject({ access: 'agency', consent: 'nobody' })
  const [replaced, changed] = await listEntriesOf(scene.db, [id])
  expect([replaced?.event, replaced?.details.wasPublic]).toEqual(['recording.file-replaced', true])
  expect(changed).toMatchObject({ event: 'recording.access-changed', details: { from: 'public', to: 'agency' } })
  if (replaced)
    for (const job of noticeJobs)
      if (job.events.includes(replaced.event)) await job.answer(scene.db, replaced, testNow, {})
  const told = await database.pool.query('select path, person_id from notice where agency_id = $1', [scene.agencyId])
  expect(told.rows).toEqual([{ path: `/dokumentasi/${code}`, person_id: scene.secretariat.personId }])
  const forAll = { access: 'public', embargoUntil: null, consent: 'nobody', consentOn: null } as const
  const asked = { revision: 2, uploadIds: [], removedIds: [], ...forAll }
  await expect(settleReach(scene.db, scene.agent, code, asked, testNow)).rejects.toThrow('melihatnya dahulu')
  await settleReach(scene.db, scene.secretariat, code, asked, testNow)
  expect((await findRecording(scene.db, code))?.access).toBe('public')
  // What is public already the agent may still describe and restrict.
  await settleReach(scene.db, scene.agent, code, { ...asked, revision: 3, embargoUntil: '2026-12-01' }, testNow)
})

test('whoever else is seen in the new one is asked anew, and the public waits', async () => {
  const paper = { name: 'surat.pdf', bytes: Buffer.from(makePdf('')) }
  const form = await upload(files, scene.db, scene.agent, paper, testNow)
  const all = { access: 'public', embargoUntil: null, consent: 'all', consentOn: '2026-11-20' } as const
  await settleReach(scene.db, scene.agent, code, { revision: 1, uploadIds: [form], removedIds: [], ...all }, testNow)
  await replace(scene.agent, 2)
  const unasked = { access: 'agency', consent: 'unasked', consentOn: null, consentAt: null }
  expect(await findRecording(scene.db, code)).toMatchObject(unasked)
  // What the people of the earlier film signed is kept with it, and vouches for nobody else.
  expect([await part('consent'), (await part('earlier-consent'))?.name]).toEqual([undefined, 'surat.pdf'])
  await expect(
    settleReach(scene.db, scene.agent, code, { revision: 3, uploadIds: [], removedIds: [], ...all }, testNow),
  ).rejects.toThrow()
  const events = (await listEntriesOf(scene.db, [id])).map(({ event }) => event)
  expect(events.slice(0, 3)).toEqual([
    ...['recording.file-replaced', 'recording.consent-recorded', 'recording.access-changed'],
  ])
})

test('another kind, a page that is out of date, no reason and a stranger are refused, and nothing changes', async () => {
  const paper = await replace(scene.agent, 1, { recording: new File([new Uint8Array(makePdf(''))], 'baru.pdf') })
  expect([paper.status, (await paper.text()).includes('harus sejenis')]).toEqual([422, true])
  expect((await replace(scene.agent, 7)).status).toBe(409)
  expect((await replace(scene.agent, 1, { reason: ' ' })).status).toBe(422)
  expect((await replace(scene.stranger, 1)).status).toBe(403)
  expect((await part('master'))?.name).toBe('film.mp4')
  expect(await listEarlier(scene.db, id)).toEqual([])
})

test('a film belongs to the archive: neither its uploader nor the end of an account takes it away', async () => {
  const headers = await scene.headersOf(scene.agent)
  const body = new URLSearchParams({ reason: 'Milik saya.' })
  expect((await app.request(`/dokumentasi/${code}/hapus`, { method: 'POST', headers, body })).status).toBe(403)
  const admin = await scene.addActor('Tri Handayani', undefined, ['admin'])
  const access = (await listAccesses(scene.db, 1)).rows.find(({ accountId }) => accountId === scene.agent.accountId)
  const ended = await app.request(`/orang/peran/${access?.id}/akhiri`, {
    method: 'POST',
    headers: await scene.headersOf(admin),
  })
  expect(ended.status).toBe(303)
  expect((await app.request(`/dokumentasi/${code}`, { headers })).status).not.toBe(200)
  expect((await open(scene.stranger, `/dokumentasi/${code}`)).status).toBe(200)
  expect((await open(scene.stranger, `/berkas/${(await part('master'))?.id}`)).status).toBe(200)
})
