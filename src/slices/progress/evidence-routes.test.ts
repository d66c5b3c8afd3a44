import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { select, update } from '#db'
import { listEntriesOf } from '#journal'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { listEvidence } from './evidence-store.ts'
import { askingAbout, minutes } from './make-asking.ts'
import { makeReportable } from './make-progress.ts'
import { listProgress } from './view.ts'

const database = await freshDatabase()
let now = testNow
const app = makeApp(database, () => now, { files: makeFiles(freshFolder()) })
let scene: Scene
let project: Awaited<ReturnType<typeof makeReportable>>
/** The page of the first activity, and that of all evidence. */
let path: string
let all: string
let asking: ReturnType<typeof askingAbout>

beforeEach(async () => {
  now = testNow
  scene = await makeScene(database)
  project = await makeReportable(scene.db, scene)
  path = `/proyek/${project.code}/laporan/${project.first}`
  all = `/proyek/${project.code}/eviden`
  asking = askingAbout(app, scene, project)
})

const later = () => {
  now = new Date(now.getTime() + 60_000)
}
const both = () => [project.first, project.second]

describe('evidence by itself', () => {
  test('is many files and a link at once, each a piece of its own, without a report', async () => {
    const { words, bring, evidenceIn } = asking
    const link = 'https://pustaka.example/berita'
    await bring(scene.agent, { link }, minutes(), minutes('Daftar hadir', 'hadir.txt'))
    const rows = await evidenceIn()
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['hadir.txt', link, 'notula.txt'])
    expect(rows.every(({ reportId }) => reportId === null)).toBe(true)
    expect(await words(scene.agent, path)).toContain('Tambah eviden')
  })

  test('comes once from a form whose files arrived before, however often it is posted', async () => {
    const { post, brought, evidenceIn } = asking
    const first = await post(scene.agent, `${all}/baru`, brought({ proves_on: '' }), minutes())
    expect(first.status).toBe(422)
    const page = await first.text()
    expect(page).toContain('Isi tanggal yang dibuktikan oleh eviden ini.')
    const carried = /name="files_upload" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const form = brought({ files_upload: carried })
    for (const _ of [1, 2]) expect((await post(scene.agent, `${all}/baru`, form)).status).toBe(303)
    expect(await evidenceIn()).toHaveLength(1)
    const entries = await listEntriesOf(scene.db, [project.id])
    expect(entries.filter(({ event }) => event === 'evidence.brought')).toHaveLength(1)
  })

  test('is brought by the team as itself, by the secretariat atas nama, and by nobody else', async () => {
    const { open, post, brought, bring } = asking
    const member = await scene.addActor('Dedi Kurniawan', { relation: 'member', thingId: project.id })
    await bring(member, {}, minutes())
    await bring(scene.secretariat, {}, minutes('Undangan'))
    const entries = await listEntriesOf(scene.db, [project.id])
    expect(entries.map(({ onBehalfOf }) => onBehalfOf)).toEqual([scene.agent.personId, null])
    expect((await open(scene.head, `${all}/baru`)).status).toBe(403)
    expect((await post(scene.head, `${all}/baru`, brought(), minutes())).status).toBe(403)
    expect((await post(scene.stranger, `${all}/baru`, brought(), minutes())).status).toBe(404)
  })

  test.each([
    [{}, [], 'Pilih berkas, atau isi tautan.'],
    [{ line_ids: [] }, [minutes()], 'Pilih paling sedikit satu kegiatan.'],
    [{ proves_on: '2026-11-25' }, [minutes()], 'tidak boleh setelah hari ini'],
    [{ link: 'javascript:alert(1)' }, [], 'Isi tautan lengkap'],
  ])('that says %j is not taken, and keeps what was typed', async (but, files, sentence) => {
    const { post, brought, evidenceIn } = asking
    const answer = await post(scene.agent, `${all}/baru`, brought(but), ...files)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(sentence)
    if (files.length > 0) expect(page).toContain('notula.txt (sudah diunggah)')
    expect(await evidenceIn()).toEqual([])
  })

  test.each([
    ['finished', 303],
    ['closed', 409],
    ['stopped', 409],
  ] as const)('of a project that is %s answers %i', async (state, status) => {
    const { post, brought } = asking
    const stoppedReason = state === 'stopped' ? 'Unitnya dibubarkan.' : null
    await update(scene.db, 'project').set({ state, stoppedReason }).where('id', '=', project.id).execute()
    expect((await post(scene.agent, `${all}/baru`, brought(), minutes())).status).toBe(status)
  })

  test('is not taken for an activity of another project', async () => {
    const { post, brought } = asking
    const other = await scene.addSeat(2)
    const second = await makeReportable(scene.db, { ...scene, ...other }, 'c8m4n2rs')
    const refused = await post(scene.agent, `${all}/baru`, brought({ line_ids: second.first }), minutes())
    expect(refused.status).toBe(409)
    const page = await refused.text()
    expect(page).toContain('Pilih lagi kegiatan yang dibuktikan.')
    expect(page).toMatch(/name="files_upload" value="[^"]+notula.txt"/)
  })

  test('answers what was sent back before it', async () => {
    const { post, bring } = asking
    const id = await bring(scene.agent, {}, minutes())
    later()
    await post(scene.secretariat, `${all}/${id}/kembalikan`, { remark: 'Tidak terbaca.' })
    const sentBack = async () => (await listProgress(scene.db, [project.id], '2026-11-24')).get(project.id)?.sentBack
    expect(await sentBack()).toBe(1)
    later()
    await bring(scene.agent, {}, minutes('Pindaian baru'))
    expect(await sentBack()).toBe(0)
  })
})

describe('one proof of two activities', () => {
  test('is seen from both, and waits once', async () => {
    const { words, bring } = asking
    const id = await bring(scene.agent, { line_ids: both() }, minutes())
    for (const line of both()) {
      const page = await words(scene.head, `/proyek/${project.code}/laporan/${line}`)
      expect(page).toContain(`${all}/${id}`)
      expect(page).toContain(`Juga membuktikan kegiatan ${line === project.first ? '1.2' : '1.1'}`)
    }
    const own = await words(scene.head, `${all}/${id}`)
    for (const title of ['1.1 Menyatukan antrean', '1.2 Melatih petugas']) expect(own).toContain(title)
    expect((await listProgress(scene.db, [project.id], '2026-11-24')).get(project.id)?.waiting).toBe(1)
  })

  test('is chosen afterwards, until it is verified; then whoever verifies it chooses', async () => {
    const { open, post, bring, evidenceIn } = asking
    const id = await bring(scene.agent, {}, minutes())
    const choice = { line_ids: both(), revision: project.first }
    expect((await post(scene.head, `${all}/${id}/kegiatan`, choice)).status).toBe(403)
    expect((await post(scene.agent, `${all}/${id}/kegiatan`, choice)).status).toBe(303)
    expect(await evidenceIn(project.second)).toHaveLength(1)
    await post(scene.secretariat, `${all}/${id}/verifikasi`)
    const back = { line_ids: project.second, revision: both().toSorted().join(' ') }
    expect((await open(scene.agent, `${all}/${id}/kegiatan`)).status).toBe(403)
    expect((await post(scene.agent, `${all}/${id}/kegiatan`, back)).status).toBe(403)
    expect((await post(scene.secretariat, `${all}/${id}/kegiatan`, back)).status).toBe(303)
    expect(await evidenceIn(project.first)).toEqual([])
    expect(await evidenceIn(project.second)).toMatchObject([{ state: 'verified' }])
  })

  test('is not chosen over what somebody else chose meanwhile: both are shown', async () => {
    const { post, bring } = asking
    const id = await bring(scene.agent, {}, minutes())
    const choice = { line_ids: project.second, revision: project.first }
    await post(scene.secretariat, `${all}/${id}/kegiatan`, { ...choice, line_ids: both() })
    const answer = await post(scene.agent, `${all}/${id}/kegiatan`, choice)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('1.1 Menyatukan antrean; 1.2 Melatih petugas')
    expect((await post(scene.agent, `${all}/${id}/kegiatan`, { revision: project.first })).status).toBe(422)
  })

  test('names before it is withdrawn what would be left without proof', async () => {
    const { words, bring } = asking
    await bring(scene.agent, {}, minutes('Bukti lain'))
    later()
    const id = await bring(scene.agent, { line_ids: both() }, minutes())
    const page = await words(scene.agent, `${all}/${id}/tarik`)
    expect(page).toContain('tidak mempunyai eviden lagi')
    expect(page).toMatch(/<li>1\.2 Melatih petugas<\/li>/)
    expect(page).not.toMatch(/<li>1\.1 Menyatukan antrean<\/li>/)
  })
})

describe('a piece of evidence', () => {
  test('is verified or sent back by itself, and its decisions are read on its page', async () => {
    const { words, post, bring, evidenceIn } = asking
    await bring(scene.agent, {}, minutes(), minutes('Daftar hadir', 'hadir.txt'))
    const [first, second] = await evidenceIn()
    expect((await post(scene.agent, `${all}/${first?.id}/verifikasi`)).status).toBe(403)
    await post(scene.secretariat, `${all}/${first?.id}/verifikasi`)
    expect((await post(scene.secretariat, `${all}/${second?.id}/kembalikan`, { remark: ' ' })).status).toBe(422)
    await post(scene.secretariat, `${all}/${second?.id}/kembalikan`, { remark: 'Tanggalnya keliru.' })
    expect((await evidenceIn()).map(({ state }) => state).toSorted()).toEqual(['returned', 'verified'])
    expect(await listEvidence(scene.db, project.id, { state: 'verified' })).toHaveLength(1)
    const page = await words(scene.agent, `${all}/${second?.id}`)
    expect(page).toContain('Tanggalnya keliru.')
    expect(page).toContain('Sri Wahyuningtyas mengembalikan eviden.')
    expect(page).toContain(second?.file?.sha256 ?? 'no file')
  })

  test('is not sent back into an empty seat as a follow-up, and the note is not lost', async () => {
    await asking.bring(scene.agent, {}, minutes())
    const [piece] = await asking.evidenceIn()
    const { seatId } = scene
    await update(scene.db, 'appointment').set({ untilOn: '2026-11-01' }).where('seatId', '=', seatId).execute()
    const back = { remark: 'Tidak terbaca.', follow_up_id: randomUUIDv7(), as_follow_up: 'yes', due_on: '2026-12-24' }
    const refused = await asking.post(scene.secretariat, `${all}/${piece?.id}/kembalikan`, back)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Kedudukan ini sedang kosong')
    expect(page).toContain('Tidak terbaca.')
    expect((await asking.evidenceIn())[0]).toMatchObject({ state: 'submitted' })
  })

  test.each(['closed', 'stopped'] as const)('of a %s project is judged and assigned no more', async (state) => {
    const { open, words, post, bring, evidenceIn } = asking
    const id = await bring(scene.agent, {}, minutes())
    const stoppedReason = state === 'stopped' ? 'Unitnya dibubarkan.' : null
    await update(scene.db, 'project').set({ state, stoppedReason }).where('id', '=', project.id).execute()
    const page = await words(scene.secretariat, `${all}/${id}`)
    for (const offer of ['verifikasi', 'kembalikan', 'kegiatan']) expect(page).not.toContain(`${all}/${id}/${offer}`)
    expect((await open(scene.secretariat, `${all}/${id}/kembalikan`)).status).toBe(403)
    const refused = [
      await post(scene.secretariat, `${all}/${id}/verifikasi`),
      await post(scene.secretariat, `${all}/${id}/kembalikan`, { remark: 'Tidak terbaca.' }),
      await post(scene.agent, `${all}/${id}/kegiatan`, { line_ids: both(), revision: project.first }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([409, 422, 422])
    for (const answer of refused) expect(await answer.text()).toContain('Proyek ini sudah berakhir')
    expect(await evidenceIn()).toMatchObject([{ state: 'submitted', lineIds: [project.first] }])
    expect(await words(scene.secretariat, '/beranda')).not.toContain('laporan dan eviden')
  })

  test('opens for whoever may read the project, and for nobody else', async () => {
    const { open, words, bring } = asking
    const id = await bring(scene.agent, {}, minutes('Untuk tim'))
    expect(await words(scene.head, `/berkas/${id}`)).toBe('Untuk tim')
    for (const at of [`/berkas/${id}`, `${all}/${id}`, all]) expect((await open(scene.stranger, at)).status).toBe(404)
    for (const at of ['apa', randomUUIDv7()]) expect((await open(scene.head, `${all}/${at}`)).status).toBe(404)
    const other = await scene.addSeat(2)
    const second = await makeReportable(scene.db, { ...scene, ...other }, 'c8m4n2rs')
    expect((await open(scene.secretariat, `/proyek/${second.code}/eviden/${id}`)).status).toBe(404)
  })

  test('is withdrawn, with its file, by whoever brought it, until it is verified', async () => {
    const { open, words, post, bring, evidenceIn } = asking
    await bring(scene.agent, {}, minutes(), minutes('Daftar hadir', 'hadir.txt'))
    const [kept, gone] = await evidenceIn()
    await post(scene.secretariat, `${all}/${kept?.id}/verifikasi`)
    expect((await open(scene.secretariat, `${all}/${gone?.id}/tarik`)).status).toBe(403)
    expect((await post(scene.secretariat, `${all}/${gone?.id}/tarik`)).status).toBe(403)
    expect((await open(scene.agent, `${all}/${kept?.id}/tarik`)).status).toBe(409)
    expect((await post(scene.agent, `${all}/${kept?.id}/tarik`)).status).toBe(409)
    const answer = await post(scene.agent, `${all}/${gone?.id}/tarik?kegiatan=${project.first}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
    expect((await evidenceIn()).map(({ id }) => id)).toEqual([kept?.id])
    expect((await open(scene.agent, `/berkas/${gone?.id}`)).status).toBe(404)
    const stored = await select(scene.db, 'evidence')
      .select('state')
      .where('id', '=', gone?.id ?? '')
      .execute()
    expect(stored).toEqual([{ state: 'withdrawn' }])
    expect(await words(scene.agent, `${all}/${gone?.id}`)).toContain('Berkasnya sudah dihapus.')
  })

  test('of a file that proved something before says where', async () => {
    const { words, post, brought, bring } = asking
    await bring(scene.agent, {}, minutes('Isi yang sama'))
    const other = await scene.addSeat(2)
    const second = await makeReportable(scene.db, { ...scene, ...other }, 'c8m4n2rs')
    const there = `/proyek/${second.code}/eviden`
    await post(other.agent, `${there}/baru`, brought({ line_ids: second.first }), minutes('Isi yang sama'))
    expect(await words(other.agent, there)).toContain('sudah dipakai pada proyek lain di instansi ini.')
    expect(await words(scene.secretariat, there)).toContain('pada proyek “Layanan rujukan satu hari jawab”.')
    await bring(scene.agent, { line_ids: project.second }, minutes('Isi yang sama'))
    const within = `/proyek/${project.code}/laporan/${project.second}`
    expect(await words(scene.agent, within)).toContain('sudah dipakai pada kegiatan 1.1 Menyatukan antrean.')
    expect(await words(scene.agent, path)).not.toContain('sudah dipakai')
  })
})
