import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { addFollowUp } from './commands.ts'
import { tellOfOverdue } from './jobs.ts'
import { followUpPolicy } from './policy.ts'
import { findFollowUp, listFollowUps } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database, () => testNow, { files: makeFiles(freshFolder()) })
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let projectId: string
let id: string

const agree = (but: { id?: string; what?: string; ownerId?: string; projectId?: string | null } = {}) => {
  const isProgramme = but.projectId === null
  return addFollowUp(
    scene.db,
    scene.secretariat,
    {
      id: but.id ?? randomUUIDv7(),
      programmeId: scene.programmeId,
      projectId: isProgramme ? null : projectId,
      seatId: isProgramme ? null : scene.seatId,
      unitId: isProgramme ? null : scene.unitId,
      source: 'sitting',
      sourceId: null,
      what: but.what ?? 'Lampirkan data waktu jawab',
      ownerId: but.ownerId ?? scene.agent.personId ?? '',
      dueOn: '2026-11-20',
    },
    moment,
  )
}

beforeEach(async () => {
  scene = await makeScene(database)
  projectId = randomUUIDv7()
  const { programmeId, seatId, unitId } = scene
  await insert(scene.db, 'project', { id: projectId, code: 'b7k3m9qt', programmeId, seatId, unitId }).execute()
  id = randomUUIDv7()
  await agree({ id })
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const post = async (actor: Actor, path: string, body: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(body) })

/** The owner's form as a browser without a script sends it. */
async function finish(actor: Actor, but: Record<string, string> = {}, ...files: File[]) {
  const form = new FormData()
  const said = { id: randomUUIDv7(), outcome: 'Data terlampir.', ...but }
  for (const [name, value] of Object.entries(said)) form.set(name, value)
  for (const file of files) form.append('files', file)
  const headers = await scene.headersOf(actor)
  return app.request(`/tindak-lanjut/${id}/selesai`, { method: 'POST', headers, body: form })
}
const proof = (name = 'waktu-jawab.pdf') =>
  new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF'], name, { type: 'application/pdf' })
const addressesIn = (page: string) => [...page.matchAll(/href="(\/berkas\/[^"]+)"/g)].map(([, at]) => at ?? '')

describe('a follow-up', () => {
  test('is done by its owner, who says what was done, and closed by who asked for it', async () => {
    expect((await finish(scene.agent)).status).toBe(303)
    expect((await post(scene.agent, `/tindak-lanjut/${id}/tutup`)).status).toBe(403)
    expect((await post(scene.head, `/tindak-lanjut/${id}/tutup`)).status).toBe(303)
    expect(await findFollowUp(scene.db, id)).toMatchObject({ state: 'closed', outcome: 'Data terlampir.' })
    const events = (await listEntriesOf(scene.db, [id])).map((entry) => entry.event)
    expect(events).toEqual(['follow-up.closed', 'follow-up.finished', 'follow-up.agreed'])
  })

  test('finished by the secretariat is finished atas nama its owner', async () => {
    await finish(scene.secretariat, { outcome: 'Diserahkan lewat surat.' })
    expect((await listEntriesOf(scene.db, [id]))[0]).toMatchObject({ onBehalfOf: scene.agent.personId })
  })

  test('keeps what was typed when it says too little', async () => {
    const answer = await finish(scene.agent, { outcome: '  ' }, proof())
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Tulis apa yang sudah dilakukan.')
    expect(page).toContain('waktu-jawab.pdf (sudah diunggah)')
  })

  test('belongs to a person of the agency', async () => {
    const elsewhere = await makeScene(database)
    const form = {
      id: randomUUIDv7(),
      what: 'Undang penilai',
      due_on: '2026-12-01',
      origin: 'rapat 12 Maret',
      project_id: projectId,
    }
    for (const owner_id of [randomUUIDv7(), elsewhere.agent.personId ?? '']) {
      const answer = await post(scene.head, '/tindak-lanjut', { ...form, owner_id })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      for (const kept of ['Pilih pegawai yang ada', 'Undang penilai']) expect(page).toContain(kept)
    }
    expect(await listFollowUps(scene.db, scene.secretariat, { projectId })).toHaveLength(1)
  })

  test('shows nobody whom one may ask, but who may', async () => {
    for (const project_id of [projectId, '']) {
      const answer = await post(scene.agent, '/tindak-lanjut', { project_id, what: '' })
      expect(answer.status).toBe(403)
      expect(await answer.text()).not.toContain('<option')
    }
    expect((await post(scene.agent, '/tindak-lanjut', { project_id: 'x', what: '' })).status).toBe(404)
  })

  test('is not found where an address names none', async () => {
    for (const path of ['/tindak-lanjut/x', '/tindak-lanjut/baru?proyek=x'])
      expect((await open(scene.secretariat, path)).status).toBe(404)
    expect((await post(scene.secretariat, '/tindak-lanjut/x/tutup', {})).status).toBe(404)
  })

  test('is not found by who may not read it', async () => {
    expect((await open(scene.stranger, `/tindak-lanjut/${id}`)).status).toBe(404)
    expect((await post(scene.stranger, `/tindak-lanjut/${id}/selesai`, { outcome: 'x' })).status).toBe(404)
  })

  test('is added by hand once, however often its form is posted', async () => {
    const form = {
      id: randomUUIDv7(),
      what: 'Undang penilai',
      owner_id: scene.agent.personId ?? '',
      due_on: '2026-12-01',
      origin: 'rapat 12 Maret',
      project_id: projectId,
    }
    expect((await post(scene.head, '/tindak-lanjut', form)).status).toBe(303)
    expect((await post(scene.head, '/tindak-lanjut', form)).status).toBe(303)
    expect(await listFollowUps(scene.db, scene.secretariat, { projectId })).toHaveLength(2)
    expect((await post(scene.agent, '/tindak-lanjut', { ...form, id: randomUUIDv7() })).status).toBe(403)
  })
})

describe('a follow-up of a meeting', () => {
  const form = (but: Record<string, string> = {}) => ({
    id: randomUUIDv7(),
    what: 'Siapkan ruang baca',
    owner_id: scene.agent.personId ?? '',
    due_on: '2026-12-01',
    origin: 'rapat 12 Maret',
    project_id: '',
    ...but,
  })

  test('says in words where it was agreed, and asks for it', async () => {
    const refused = await post(scene.secretariat, '/tindak-lanjut', form({ origin: ' ' }))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Tulis di mana hal ini disepakati')
    const said = form()
    expect((await post(scene.secretariat, '/tindak-lanjut', said)).status).toBe(303)
    expect(await (await open(scene.agent, `/tindak-lanjut/${said.id}`)).text()).toContain('rapat 12 Maret')
  })

  test('is asked by a head of the people of his unit, and of nobody else', async () => {
    const other = await scene.addSeat(2)
    await update(scene.db, 'person').set({ unitId: other.unitId }).where('id', '=', other.agent.personId).execute()
    const page = await (await open(scene.head, '/tindak-lanjut/baru')).text()
    expect(page).toContain('Nadia Kusumastuti')
    expect(page).not.toContain('Agen 2')
    const said = form()
    expect((await post(scene.head, '/tindak-lanjut', said)).status).toBe(303)
    expect((await open(scene.head, `/tindak-lanjut/${said.id}`)).status).toBe(200)
    expect((await open(other.agent, `/tindak-lanjut/${said.id}`)).status).toBe(404)
    const correction = { revision: '1', due_on: '2026-12-02', reason: 'Orang lain lebih tepat.' }
    const path = `/tindak-lanjut/${said.id}/koreksi`
    expect(await (await open(scene.head, path)).text()).not.toContain('Agen 2')
    const handed = { ...correction, owner_id: other.agent.personId ?? '' }
    expect((await post(scene.head, path, handed)).status).toBe(403)
    expect((await post(scene.head, path, { ...handed, owner_id: said.owner_id })).status).toBe(303)
    expect((await post(scene.secretariat, path, { ...handed, revision: '2' })).status).toBe(303)
    const foreign = form({ owner_id: other.agent.personId ?? '' })
    expect((await post(scene.head, '/tindak-lanjut', foreign)).status).toBe(403)
    expect((await open(scene.agent, '/tindak-lanjut/baru')).status).toBe(403)
  })
})

describe('a correction', () => {
  const to = (but: Record<string, string> = {}) => ({
    revision: '1',
    owner_id: scene.stranger.personId ?? '',
    due_on: '2026-12-10',
    reason: 'Pemiliknya pindah tugas.',
    ...but,
  })
  const path = () => `/tindak-lanjut/${id}/koreksi`

  test('gives it another owner and due day, with its reason, and what it was stays in the journal', async () => {
    expect((await post(scene.agent, path(), to())).status).toBe(403)
    expect((await post(scene.head, path(), to({ reason: ' ' }))).status).toBe(422)
    expect((await post(scene.head, path(), to())).status).toBe(303)
    const changed = { ownerId: scene.stranger.personId, dueOn: '2026-12-10', state: 'open' }
    expect(await findFollowUp(scene.db, id)).toMatchObject(changed)
    expect(await (await open(scene.stranger, `/tindak-lanjut/${id}`)).text()).toContain('Pemiliknya pindah tugas.')
    const [entry] = await listEntriesOf(scene.db, [id])
    const details = { formerOwnerId: scene.agent.personId, formerDueOn: '2026-11-20', dueOn: '2026-12-10' }
    expect(entry).toMatchObject({ event: 'follow-up.changed', details })
  })

  test('that somebody else made first shows both, and keeps what was typed', async () => {
    await post(scene.head, path(), to())
    const answer = await post(scene.secretariat, path(), to({ due_on: '2026-12-20', reason: 'Menunggu anggaran.' }))
    expect(answer.status).toBe(409)
    const page = await answer.text()
    for (const words of ['2026-12-20', '2026-12-10', 'Menunggu anggaran.']) expect(page).toContain(words)
  })
})

describe('a delay', () => {
  const told = async () =>
    (await listEntriesOf(scene.db, [id])).map(({ event }) => event).filter((event) => event.includes('overdue'))

  test('is told once to each, by the day of the agency’s own zone, however often the job runs', async () => {
    // 18.30 UTC on the 20th is the 21st in Jakarta, the day after it was due.
    await tellOfOverdue(database, new Date('2026-11-20T16:30:00Z'))
    expect(await told()).toEqual([])
    await tellOfOverdue(database, new Date('2026-11-20T18:30:00Z'))
    await tellOfOverdue(database, new Date('2026-11-21T02:00:00Z'))
    expect(await told()).toEqual(['follow-up.overdue'])
    for (const _ of [1, 2]) await tellOfOverdue(database, new Date('2026-11-28T02:00:00Z'))
    expect(await told()).toEqual(['follow-up.overdue-secretariat', 'follow-up.overdue-head', 'follow-up.overdue'])
  })

  test('is no delay once its owner has done it', async () => {
    await finish(scene.agent)
    await tellOfOverdue(database, new Date('2026-12-28T02:00:00Z'))
    expect(await told()).toEqual([])
  })
})

describe('the proof', () => {
  test('is read by exactly those who may read the follow-up', async () => {
    await finish(scene.agent, {}, proof())
    const [address = ''] = addressesIn(await (await open(scene.agent, `/tindak-lanjut/${id}`)).text())
    const other = await scene.addSeat(2)
    const member = await scene.addActor('Dedi Kurniawan', { relation: 'member', thingId: projectId })
    const actors = [scene.agent, scene.head, scene.secretariat, scene.leadership, scene.stranger, other.agent, member]
    const row = await findFollowUp(scene.db, id)
    if (!row) throw new Error('no follow-up')
    const read = actors.filter((actor) => can(followUpPolicy, actor, 'read', row))
    expect(read).toHaveLength(4)
    for (const actor of actors) {
      expect((await open(actor, address)).status, actor.personId ?? '').toBe(read.includes(actor) ? 200 : 404)
    }
    const elsewhere = await makeScene(database)
    const headers = await elsewhere.headersOf(elsewhere.secretariat)
    expect((await app.request(address, { headers })).status).toBe(404)
  })

  test('that was sent back stays in the history, beside what came after it', async () => {
    await finish(scene.agent, { outcome: 'Data bulan Januari.' }, proof('januari.pdf'))
    await post(scene.head, `/tindak-lanjut/${id}/kembalikan`, { remark: 'Bulan lain belum ada.' })
    await finish(scene.agent, { outcome: 'Data setahun.' }, proof('setahun.pdf'))
    const page = await (await open(scene.head, `/tindak-lanjut/${id}`)).text()
    for (const words of ['Data bulan Januari.', 'Bulan lain belum ada.', 'Data setahun.']) expect(page).toContain(words)
    const addresses = addressesIn(page)
    expect(addresses.map((at) => at.split('/').at(-1))).toEqual(['setahun.pdf', 'januari.pdf'])
    for (const at of addresses) expect((await open(scene.head, at)).status).toBe(200)
  })

  test('comes once, however often its form is posted', async () => {
    const said = { id: randomUUIDv7() }
    for (const _ of [1, 2]) expect((await finish(scene.agent, said, proof())).status).toBe(303)
    expect(addressesIn(await (await open(scene.agent, `/tindak-lanjut/${id}`)).text())).toHaveLength(1)
  })

  test('is what an office writes, scans or photographs', async () => {
    const answer = await finish(scene.agent, {}, new File(['<p>Selesai</p>'], 'bukti.html', { type: 'text/html' }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('bukti.html bukan dokumen Word')
  })
})

test('names its project without a link to an owner who may not open the project', async () => {
  const mine = randomUUIDv7()
  await agree({ id: mine, ownerId: scene.stranger.personId ?? '' })
  for (const path of ['/tindak-lanjut', `/tindak-lanjut/${mine}`]) {
    const page = await (await open(scene.stranger, path)).text()
    expect(page).toContain('Proyek tanpa judul')
    expect(page).not.toContain('href="/proyek/b7k3m9qt"')
  }
  expect(await (await open(scene.agent, `/tindak-lanjut/${id}`)).text()).toContain('href="/proyek/b7k3m9qt"')
})
