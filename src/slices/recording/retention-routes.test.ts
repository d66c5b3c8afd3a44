import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { update } from '#db'
import { listFilesOf } from '#files'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { findPerson, nameInFull } from '#people'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { addFilm } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makePdf } from '#test/pdf.ts'
import { addPictureSet } from '#test/pictures.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { putCaption } from './caption-commands.ts'
import { listCaptions } from './caption-store.ts'
import { takeOutPicture } from './picture-commands.ts'
import { listProcessing } from './processing-store.ts'
import { retentionDue } from './retention.ts'
import { createRule, placeUnderRule } from './retention-commands.ts'
import { findRetained, isOpenProposal, listDecisions, listDue, listRules } from './retention-store.ts'
import { findRecording } from './store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
const programmeUntil = '2026-12-31'
let scene: Scene
let code: string
let id: string
let ruleId: string

beforeEach(async () => {
  scene = await makeScene(database)
  const project = await makeRunningProject(scene.db, scene)
  ;({ id, code } = await addFilm(scene, files, project.code, { access: 'public', consent: 'nobody' }))
  ruleId = randomUUIDv7()
  const rule = {
    code: 'HM.01',
    name: 'Dokumentasi kegiatan',
    activeYears: 1,
    inactiveYears: 2,
    fate: 'destroy',
  } as const
  const said = { id: ruleId, ...rule, basis: 'recorded', kinds: ['film'] } as const
  await createRule(scene.db, scene.secretariat, { ...said, kinds: ['film'] }, testNow)
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const post = async (actor: Actor, path: string, body: Record<string, string | File> = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) form.append(name, value)
  return app.request(`/dokumentasi/${path}`, { method: 'POST', headers: await scene.headersOf(actor), body: form })
}
const isDue = (recordedOn = '2020-01-01') =>
  update(scene.db, 'recording').set({ recordedOn }).where('id', '=', id).execute()
const minutes = () => new File([new Uint8Array(makePdf(''))], 'berita-acara.pdf')
const revisionNow = async () => String((await findRecording(scene.db, code))?.revision)
const decide = async (verdict: string, more: Record<string, string | File> = {}, actor = scene.secretariat) => {
  const said = { id: randomUUIDv7(), revision: await revisionNow(), verdict, reason: 'Sudah tidak dipakai.' }
  return post(actor, `${code}/retensi`, { ...said, ...more })
}
/** Answers a proposal to destroy, as it is now but for what the test says. */
const answer = async (actor: Actor, act: 'musnahkan' | 'tolak-musnah', revision?: string) =>
  post(actor, `${code}/${act}`, { revision: revision ?? (await revisionNow()) })
const nameOf = async ({ personId }: Actor) => {
  const person = personId === null ? undefined : await findPerson(scene.db, personId)
  return person && nameInFull(person)
}
const destroyed = async () => (await findRecording(scene.db, code))?.destroyedAt ?? null

describe('the schedule', () => {
  const rule = {
    code: 'HM.02',
    name: 'Foto',
    active_years: '2',
    inactive_years: '3',
    fate: 'permanent',
    basis: 'recorded',
  }

  test('is kept by the office alone, each code once, and whoever was late reads both', async () => {
    expect((await post(scene.secretariat, 'jadwal-retensi', { id: randomUUIDv7(), ...rule })).status).toBe(303)
    const again = await post(scene.secretariat, 'jadwal-retensi', { id: randomUUIDv7(), ...rule })
    expect([again.status, (await again.text()).includes('Kode ini sudah dipakai')]).toEqual([422, true])
    expect((await post(scene.leadership, 'jadwal-retensi', { id: randomUUIDv7(), ...rule })).status).toBe(403)
    expect((await open(scene.stranger, '/dokumentasi/jadwal-retensi')).status).toBe(404)
    const change = (name: string) =>
      post(scene.secretariat, `jadwal-retensi/${ruleId}`, { ...rule, code: 'HM.01', name, revision: '1' })
    expect((await change('Film kegiatan')).status).toBe(303)
    const late = await change('Film lama')
    expect(late.status).toBe(409)
    expect(await late.text()).toMatch(/Film lama[\s\S]*Film kegiatan/)
  })

  test('a line that was retired takes nothing new, and what was put under it stays there', async () => {
    const ruleOf = async () => (await findRetained(scene.db, code))?.ruleCode
    expect(await ruleOf()).toBe('HM.01')
    const retire = (revision: string) => post(scene.secretariat, `jadwal-retensi/${ruleId}/cabut`, { revision })
    await update(scene.db, 'retentionRule').set({ revision: 2, name: 'Kini lain' }).where('id', '=', ruleId).execute()
    const tooLate = await retire('1')
    expect([tooLate.status, await ruleOf()]).toEqual([409, 'HM.01'])
    expect(await tooLate.text()).toMatch(/diubah orang lain[\s\S]*Kini lain/)
    await update(scene.db, 'retentionRule').set({ name: 'Dokumentasi kegiatan' }).where('id', '=', ruleId).execute()
    expect((await retire('2')).status).toBe(303)
    expect(await ruleOf()).toBeNull()
    const place = async (actor: Actor, rule_id: string, revision = '1') =>
      post(actor, `${code}/aturan-retensi`, { rule_id, revision })
    expect((await place(scene.secretariat, ruleId)).status).toBe(303)
    expect(await ruleOf()).toBe('HM.01')
    expect((await place(scene.agent, '')).status).toBe(404)
    const late = await place(scene.secretariat, '')
    expect([late.status, await ruleOf()]).toEqual([409, 'HM.01'])
    expect(await late.text()).toMatch(
      /disimpan orang lain atau di tab lain sejak Anda membukanya[\s\S]*HM\.01 Dokumentasi kegiatan/,
    )
    expect((await place(scene.secretariat, '', '2')).status).toBe(303)
  })

  test('says in the database when something is due as the rule says it', async () => {
    for (const recordedOn of ['2024-02-29', '2023-03-01', null]) {
      for (const basis of ['recorded', 'programme-end'] as const) {
        await update(scene.db, 'retentionRule').set({ basis }).where('id', '=', ruleId).execute()
        await update(scene.db, 'recording').set({ recordedOn }).where('id', '=', id).execute()
        const [rule] = await listRules(scene.db)
        if (!rule) throw new Error('no rule')
        const said = { programmeUntil, recordedOn, keptOn: '2026-11-24', keptUntil: null }
        expect((await findRetained(scene.db, code))?.dueOn).toBe(retentionDue(rule, said))
      }
    }
  })
})

describe('what is due', () => {
  test('stands on the list until it is decided, and nothing happens to it by itself', async () => {
    expect((await listDue(scene.db, '2026-11-24')).rows).toEqual([])
    await isDue()
    expect(await (await open(scene.leadership, '/dokumentasi/retensi')).text()).toContain('HM.01 Dokumentasi kegiatan')
    expect((await decide('extend', { until_on: '2026-11-24' })).status).toBe(422)
    expect((await decide('extend', { until_on: '2031-01-01' })).status).toBe(303)
    expect((await listDue(scene.db, '2026-11-24')).rows).toEqual([])
    expect((await findRetained(scene.db, code))?.dueOn).toBe('2031-01-01')
    expect((await decide('permanent')).status).toBe(303)
    expect((await listDue(scene.db, '2099-01-01')).rows).toEqual([])
    expect((await decide('transfer')).status).toBe(422)
    await expect(placeUnderRule(scene.db, scene.secretariat, code, { ruleId, revision: 1 }, testNow)).rejects.toThrow(
      'sudah diputuskan',
    )
    expect(await destroyed()).toBeNull()
  })

  test('is not decided by whoever saw it as it was before somebody else changed it; what was typed stays', async () => {
    await isDue()
    const revision = await revisionNow()
    expect((await decide('extend', { until_on: '2031-01-01' })).status).toBe(303)
    const late = await decide('permanent', { revision, reason: 'Bernilai sejarah.' })
    expect(late.status).toBe(409)
    expect(await late.text()).toMatch(/1 Januari 2031[\s\S]*diubah orang lain[\s\S]*Bernilai sejarah\./)
    expect((await findRetained(scene.db, code))?.settledAt).toBeNull()
  })

  test('stands on pages, and none is left out', async () => {
    await isDue()
    await database.pool.query(
      `insert into recording (agency_id, id, code, project_id, kind, title, access, recorded_on, account_id, created_at)
       select agency_id, uuidv7(), 'z' || (2000000 + n), project_id, kind, 'Film ' || n, access, recorded_on, account_id, created_at
       from recording, generate_series(1, 100) n where id = $1`,
      [id],
    )
    expect(await listDue(scene.db, '2026-11-24')).toMatchObject({ total: 101, rows: { length: 100 } })
    expect(await listDue(scene.db, '2026-11-24', 2)).toMatchObject({ total: 101, rows: { length: 1 } })
    const second = await (await open(scene.secretariat, '/dokumentasi/retensi?halaman=2')).text()
    expect(second).toContain('HM.01 Dokumentasi kegiatan')
  })

  test('is destroyed by a second person alone, with minutes; its description stays, its bytes are named no more', async () => {
    await isDue()
    const cues = [{ start: 0, end: 2000, text: 'Nama saya disebut.' }]
    await putCaption(scene.db, scene.agent, code, { track: 'id', cues, uploadId: null, revision: 0 }, testNow)
    expect((await decide('destroy')).status).toBe(422)
    expect((await decide('destroy', { paper: minutes() }, scene.leadership)).status).toBe(403)
    expect((await decide('destroy', { paper: minutes() })).status).toBe(303)
    expect(await destroyed()).toBeNull()
    expect((await open(scene.stranger, `/dokumentasi/${code}`)).status).toBe(200)
    expect((await post(scene.secretariat, `${code}/musnahkan`)).status).toBe(403)
    expect((await open(scene.secretariat, `/dokumentasi/${code}/musnahkan`)).status).toBe(403)
    expect((await open(scene.leadership, `/dokumentasi/${code}/musnahkan`)).status).toBe(200)
    expect((await answer(scene.leadership, 'musnahkan')).status).toBe(303)
    expect(await destroyed()).toEqual(testNow)
    expect((await listDecisions(scene.db, id))[0]?.confirmedBy).toBe(await nameOf(scene.leadership))
    expect((await open(scene.leadership, `/dokumentasi/${code}/musnahkan`)).status).toBe(409)
    expect((await listFilesOf(scene.db, 'recording', [id])).map(({ part }) => part)).toEqual(['decision'])
    expect(await listCaptions(scene.db, [id])).toEqual([])
    // A worker that was at it finds that its step is gone.
    expect(await listProcessing(scene.db, id)).toEqual([])
    expect((await open(scene.stranger, `/dokumentasi/${code}`)).status).toBe(404)
    const tombstone = await (await open(scene.secretariat, `/dokumentasi/${code}`)).text()
    expect(tombstone).toContain('Dimusnahkan sesuai jadwal retensi')
    expect(tombstone).not.toContain('Pulihkan')
    const back = await post(scene.secretariat, `${code}/pulihkan`, { revision: await revisionNow() })
    expect(back.status).toBe(409)
    expect((await listEntriesOf(scene.db, [id])).map(({ event }) => event)).toEqual([
      ...['retention.destroyed', 'retention.decided', 'recording.captioned', 'recording.added'],
    ])
  })

  test('an admin does not confirm what they proposed; who refuses leaves it as it was', async () => {
    await isDue()
    const admin = await scene.addActor('Tri Handayani', undefined, ['admin'])
    await decide('destroy', { paper: minutes() }, admin)
    const isAskedOf = async (actor: Actor) => {
      const home = await (await open(actor, '/beranda')).text()
      return new RegExp(`href="/dokumentasi/${code}/retensi"[^>]*>Setujui atau tolak usul musnah`).test(home)
    }
    const another = await scene.addActor('Rahmat Hidayat', undefined, ['admin'])
    const asked = [scene.leadership, another, admin, scene.secretariat, scene.agent]
    expect(await Promise.all(asked.map(isAskedOf))).toEqual([true, true, false, false, false])
    expect((await post(admin, `${code}/musnahkan`)).status).toBe(403)
    expect((await answer(scene.leadership, 'tolak-musnah')).status).toBe(303)
    expect((await answer(scene.leadership, 'musnahkan')).status).toBe(409)
    expect(await isAskedOf(scene.leadership)).toBe(false)
    expect(await destroyed()).toBeNull()
    expect((await decide('destroy', { paper: minutes() }, admin)).status).toBe(303)
  })

  test('is answered as it was seen: a proposal that came in the place of another, or a recording that changed, is not', async () => {
    await isDue()
    await decide('destroy', { paper: minutes() })
    const seen = await revisionNow()
    const page = await (await open(scene.leadership, `/dokumentasi/${code}/retensi`)).text()
    expect(page.match(new RegExp(`name="revision" value="${seen}"`, 'g'))).toHaveLength(2)
    expect((await answer(scene.leadership, 'tolak-musnah')).status).toBe(303)
    await decide('destroy', { paper: minutes(), reason: 'Usul yang lain.' })
    for (const act of ['musnahkan', 'tolak-musnah'] as const) {
      const late = await answer(scene.leadership, act, seen)
      expect(late.status).toBe(409)
      expect(await late.text()).toMatch(/diubah orang lain[\s\S]*Diusulkan musnah[\s\S]*Usul yang lain\./)
    }
    expect((await post(scene.leadership, `${code}/musnahkan`)).status).toBe(422)
    expect([await destroyed(), (await listDecisions(scene.db, id)).some(isOpenProposal)]).toEqual([null, true])
    expect((await answer(scene.leadership, 'musnahkan')).status).toBe(303)
  })

  test('goes with all the pictures of a set, also those that were taken out of it', async () => {
    const set = await addPictureSet(scene, files, 'b7k3m9qt')
    const out = { revision: 1, fileId: set.pictures[1] ?? '', reason: 'Buram.' }
    await takeOutPicture(scene.db, scene.agent, set.code, out, testNow)
    ;({ id, code } = set)
    await placeUnderRule(scene.db, scene.secretariat, code, { ruleId, revision: 2 }, testNow)
    await isDue()
    await decide('destroy', { paper: minutes() })
    const admin = await scene.addActor('Tri Handayani', undefined, ['admin'])
    expect((await answer(admin, 'musnahkan')).status).toBe(303)
    expect((await listFilesOf(scene.db, 'recording', [id])).map(({ part }) => part)).toEqual(['decision'])
  })
})
