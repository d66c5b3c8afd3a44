import { existsSync, readFileSync, rmSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { forAgency } from '#db'
import { bytesOf, listQuarantined, quarantineJob, receiveFile } from '#files'
import { findEntry } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { noticeJobs } from '#notices'
import { makeApp, testNow } from '#test/app.ts'
import { startClamd, virus } from '#test/clamd.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { quarantinePolicy } from './policy.ts'
import { letIn } from './quarantine.ts'
import { letInUpload } from './quarantine-commands.ts'
import { listPreservation } from './store.ts'
import { preservationSentence } from './words.ts'

const entries: { agencyId: string; entryId: string }[] = []
const database = await freshDatabase({ publish: async (_, __, entry) => void entries.push(entry) })
const daemon = await startClamd()
const files = makeFiles(freshFolder(), { scanner: daemon.scanner })
const app = makeApp(database, () => testNow, { files })
let scene: Scene
let admin: Actor

beforeEach(async () => {
  daemon.mood = 'well'
  daemon.most = 1_000_000
  scene = await makeScene(database)
  admin = await scene.addActor('Rahma Yuniar', undefined, ['admin'])
  entries.length = 0
})

async function receive(name: string, inside: Buffer) {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), inside, Buffer.alloc(2000)])
  const sent = { actor: scene.agent, name, size: bytes.length, source: bytesOf(bytes) }
  await receiveFile(scene.db, files, sent, testNow)
  const held = (await listQuarantined(scene.db)).find((one) => one.name === name)
  if (!held) throw new Error(`${name} is not held`)
  return held.id
}

const ask = async (actor: Actor, path = '', method = 'GET') =>
  app.request(`/pengaturan/karantina${path}`, { method, headers: await scene.headersOf(actor) })

/** What everybody was told, after the jobs that answer what happened. */
async function told(): Promise<string[]> {
  for (const { agencyId, entryId } of entries.splice(0)) {
    const db = forAgency(database, agencyId)
    const entry = await findEntry(db, entryId)
    for (const job of noticeJobs)
      if (entry && job.events.includes(entry.event)) await job.answer(db, entry, testNow, {})
  }
  const { rows } = await database.pool.query<{ subject: string; name: string }>(
    'select n.subject, p.name from notice n join person p on p.agency_id = n.agency_id and p.id = n.person_id where n.agency_id = $1',
    [scene.agencyId],
  )
  return rows.map(({ subject, name }) => `${name}: ${subject}`).sort()
}

test('only admins see what is held, and decide about it', () => {
  const thing = { agencyId: scene.agencyId }
  const { agent, head, secretariat, leadership, stranger } = scene
  for (const act of ['read', 'letIn', 'remove'] as const) {
    expect(
      [agent, head, secretariat, leadership, stranger].map((actor) => can(quarantinePolicy, actor, act, thing)),
    ).toEqual(Array(5).fill(false))
    expect(can(quarantinePolicy, admin, act, thing)).toBe(true)
    expect(can(quarantinePolicy, admin, act, { agencyId: crypto.randomUUID() })).toBe(false)
  }
})

test('only what was too large to be checked is let in', () => {
  expect(letIn({ quarantine: 'too_large' })).toBe('let_in')
  expect(() => letIn({ quarantine: 'infected' })).toThrow('tidak dapat diterima')
  expect(() => letIn({ quarantine: 'waiting' })).toThrow('masih menunggu')
})

describe('the page of the quarantine', () => {
  test('is the admins’; it says what is held, by whom, and why', async () => {
    await receive('virus.pdf', virus)
    daemon.most = 100
    await receive('besar.pdf', Buffer.from('x'))
    daemon.mood = 'refused'
    await receive('menunggu.pdf', Buffer.from('y'))
    expect((await ask(scene.secretariat)).status).toBe(403)
    const page = await (await ask(admin)).text()
    for (const words of ['Terjangkit virus: Uji.Virus', 'Tidak diperiksa: terlalu besar', 'Menunggu pemeriksa'])
      expect(page).toContain(words)
    expect(page).toMatch(/Pemeriksa virus sedang tidak bekerja\.[\s\S]*memutus sambungan tanpa menjawab/)
    expect(page).toContain('Nadia Kusumastuti')
    expect(page.match(/Terima tanpa diperiksa<\/a>/g)).toHaveLength(1)
  })

  test('lets in what was too large, and whoever uploaded it is told', async () => {
    daemon.most = 100
    const id = await receive('besar.pdf', Buffer.from('x'))
    expect(await told()).toEqual(['Rahma Yuniar: Berkas terlalu besar untuk diperiksa dari virus'])
    expect((await ask(admin, `/${id}/terima`)).status).toBe(200)
    expect((await ask(scene.secretariat, `/${id}/terima`, 'POST')).status).toBe(403)
    expect((await ask(admin, `/${id}/terima`, 'POST')).status).toBe(303)
    expect(await listQuarantined(scene.db)).toEqual([])
    expect(await told()).toContain('Nadia Kusumastuti: Berkas Anda diterima')
    expect((await ask(admin, `/${id}/terima`, 'POST')).status).toBe(404)
  })

  test('takes away what is infected, with its bytes, and never lets it in', async () => {
    const id = await receive('virus.pdf', virus)
    expect(await told()).toEqual([
      'Nadia Kusumastuti: Berkas Anda terjangkit virus',
      'Rahma Yuniar: Berkas yang terjangkit virus ditahan',
    ])
    expect((await ask(admin, `/${id}/terima`, 'POST')).status).toBe(409)
    const bytes = `${files.uploadFolder}/${id}`
    expect(existsSync(bytes)).toBe(true)
    expect((await ask(admin, `/${id}/hapus`, 'POST')).status).toBe(303)
    expect(existsSync(bytes)).toBe(false)
    expect(await told()).toContain('Nadia Kusumastuti: Berkas Anda dihapus dari karantina')
    expect((await ask(admin, `/${id}/hapus`)).status).toBe(404)
  })

  test('is left by what was lost, and its uploader and the admins are told', async () => {
    daemon.mood = 'refused'
    const id = await receive('menunggu.pdf', Buffer.from('y'))
    daemon.mood = 'well'
    rmSync(`${files.uploadFolder}/${id}`)
    await quarantineJob.run(database, testNow, { files })
    expect(await listQuarantined(scene.db)).toEqual([])
    expect(await told()).toEqual([
      'Nadia Kusumastuti: Unggah lagi berkas Anda',
      'Rahma Yuniar: Berkas unggahan hilang dari server',
    ])
  })

  test('is remembered in the life of a recording: found clean, or let in unchecked', async () => {
    await makeRunningProject(scene.db, scene)
    const keep = async (name: string) => {
      const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
      const bytes = Buffer.concat([film, Buffer.from(name)])
      const sent = { actor: scene.agent, name, size: bytes.length, source: bytesOf(bytes) }
      const arrival = await receiveFile(scene.db, files, sent, testNow)
      const [held] = await listQuarantined(scene.db)
      if (held) await letInUpload(scene.db, admin, held.id, testNow)
      const uploadId = 'upload' in arrival ? arrival.upload.id : (held?.id ?? '')
      const id = crypto.randomUUID()
      const said = { id, title: name, access: 'agency', consent: 'unasked', recording_upload: `${uploadId}/${name}` }
      const form = { method: 'POST', headers: await scene.headersOf(scene.agent), body: new URLSearchParams(said) }
      expect((await app.request('/proyek/b7k3m9qt/dokumentasi', form)).status).toBe(303)
      return (await listPreservation(scene.db, id, 1)).rows.filter(({ kind }) => kind === 'virus check')
    }
    expect(await keep('bersih.mp4')).toMatchObject([{ outcome: 'success', software: 'clamd' }])
    daemon.most = 100
    const [event] = await keep('besar.mp4')
    expect(event).toMatchObject({ outcome: 'warning', detail: 'unchecked' })
    expect(event && preservationSentence(event)).toContain('tidak diperiksa, terlalu besar')
  })

  test('shows nothing of another agency', async () => {
    const id = await receive('virus.pdf', virus)
    const other = await makeScene(database)
    const stranger = await other.addActor('Admin Lain', undefined, ['admin'])
    const headers = await other.headersOf(stranger)
    expect(await (await app.request('/pengaturan/karantina', { headers })).text()).not.toContain('virus.pdf')
    const taken = await app.request(`/pengaturan/karantina/${id}/hapus`, { method: 'POST', headers })
    expect(taken.status).toBe(404)
    expect(await listQuarantined(scene.db)).toHaveLength(1)
  })
})
