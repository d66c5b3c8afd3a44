import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, select, transact, update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { addRecording, mayReadRecordingFile } from '#recording'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { judge, makeOpen, moment } from './make-assessment.ts'
import { type Judging, makeJudging } from './make-judging.ts'
import { holdOwnSheet } from './own-view.ts'
import { listCriteria } from './rubric-store.ts'
import { saveMarks, submitSheet } from './sheet-commands.ts'
import { mayJudgeEvidenceFile } from './view.ts'

const { begin, app, database, open, post, read } = await makeJudging()
let { scene, first, second } = {} as Judging

beforeEach(async () => {
  ;({ scene, first, second } = await begin())
})

const files = makeFiles(freshFolder())
const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
const recordingIdOf = async (code: string) =>
  (await select(scene.db, 'recording').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id

/** A mark, a total and a note that nobody could meet by chance. */
const secret = { mark: '87,31', typed: '87.31', note: 'Catatan atas Jawab Satu Jam' }

describe('a judge', () => {
  test('declares that there is no conflict, saves a draft, and hands the sheet in, which then is locked', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    const [one] = judges as [Actor]
    const path = `/penilaian/${id}/lembar/${first.code}`
    const criteria = await listCriteria(scene.db, id)
    const marks = Object.fromEntries(criteria.map(({ position }) => [`mark_${position}`, '82,5']))
    expect((await post(one, path, { ...marks, note: 'Baik', revision: '1' })).status).toBe(422)
    expect((await post(one, `${path}/pernyataan`)).status).toBe(422)
    expect((await post(one, `${path}/pernyataan`, { no_conflict: 'yes' })).status).toBe(303)
    const half = await post(one, path, { mark_1: '82,5', note: '', revision: '1', act: 'save' })
    expect(half.headers.get('location')).toBe(path)
    expect(await read(one, path)).toContain('value="82,5"')
    const alone = await post(one, path, { mark_1: '82,5', why_2: 'Alasan tanpa nilai', note: '', revision: '2' })
    expect(alone.status).toBe(422)
    const drawn = await alone.text()
    expect([drawn.includes('Isi nilai Adaptabilitas.'), drawn.includes('Alasan tanpa nilai')]).toEqual([true, true])
    const tooMuch = await post(one, path, { ...marks, mark_2: '100,01', note: 'Baik', revision: '3', act: 'send' })
    expect(tooMuch.status).toBe(422)
    expect(await tooMuch.text()).toContain('Nilai harus 0 sampai 100.')
    const stale = await post(one, path, { ...marks, note: 'Baik', revision: '1', act: 'send' })
    // A sheet has one author: it is the judge’s own other tab that saved it.
    expect([stale.status, await stale.text()]).toEqual([409, expect.stringContaining('di tab lain')])
    const sent = await post(one, path, { ...marks, note: 'Baik', revision: '4', act: 'send' })
    expect(sent.headers.get('location')).toBe(`${path}/kirim`)
    expect(await read(one, `${path}/kirim`)).toContain('82,50')
    expect((await post(one, `${path}/kirim`)).status).toBe(303)
    expect((await post(one, `${path}/kirim`)).status).toBe(409)
    expect((await open(one, path)).headers.get('location')).toBe(`/penilaian/${id}/peringkat/${first.code}`)
    const late = await post(one, path, { ...marks, note: 'Diubah', revision: '6', act: 'save' })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('sudah dikirim dan terkunci')
  })

  test('reads nothing of the project before the declaration but what must be known for it; evidence opens with it', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    const [one, two] = judges as [Actor, Actor]
    const path = `/penilaian/${id}/lembar/${first.code}`
    const evidenceId = randomUUIDv7()
    const { accountId } = scene.secretariat
    const evidence = { id: evidenceId, projectId: first.id, name: 'Rekap waktu jawab', link: 'https://rekap.example' }
    await insert(scene.db, 'evidence', {
      ...evidence,
      provesOn: '2026-10-01',
      addedAt: moment.now,
      accountId,
    }).execute()
    await scene.db.query
      .updateTable('project')
      .set({ problem: 'Jawaban menunggu tiga hari.' })
      .where('id', '=', first.id)
      .execute()
    const before = await read(one, path)
    expect(before).toContain('Agen 2')
    for (const words of ['Jawaban menunggu tiga hari.', 'Rekap waktu jawab']) expect(before).not.toContain(words)
    expect(await mayJudgeEvidenceFile(scene.db, one, evidenceId, '')).toBe(false)
    await post(one, `${path}/pernyataan`, { no_conflict: 'yes' })
    const after = await read(one, path)
    for (const words of ['Jawaban menunggu tiga hari.', 'Rekap waktu jawab']) expect(after).toContain(words)
    const mayRead = (actor: Actor) => mayJudgeEvidenceFile(scene.db, actor, evidenceId, '')
    expect([await mayRead(one), await mayRead(two), await mayRead(second.agent)]).toEqual([true, false, false])
    // Who was released from this panel and judges another one.
    const elsewhere = one.standings.map((standing) => ({ ...standing, thingId: randomUUIDv7() }))
    expect(await mayRead({ ...one, standings: elsewhere })).toBe(false)
    await post(one, `${path}/benturan`, { reason: 'Agennya kerabat dekat saya.' })
    expect(await mayRead(one)).toBe(false)
  })

  test('sees film, evidence and public side beside the sheet, and of each only what could be read before', async () => {
    const { id, judges } = await makeOpen(scene, [first])
    const [one] = judges as [Actor]
    const path = `/penilaian/${id}/lembar/${first.code}`
    const codes: string[] = []
    for (const access of ['agency', 'team'] as const) {
      const uploadId = await upload(files, scene.db, scene.secretariat, { name: 'film.mp4', bytes: film }, moment.now)
      const said = { id: randomUUIDv7(), uploadId, title: `Film ${access}`, description: '', recordedOn: null }
      const code = await addRecording(scene.db, scene.secretariat, first.code, said, moment.now)
      await update(scene.db, 'recording').set({ access }).where('code', '=', code).execute()
      codes.push(code)
    }
    const evidenceId = randomUUIDv7()
    const { accountId } = scene.secretariat
    const evidence = { id: evidenceId, projectId: first.id, name: 'Laporan survei', provesOn: '2026-10-01', accountId }
    await insert(scene.db, 'evidence', { ...evidence, addedAt: moment.now }).execute()
    const kept = { name: 'survei.pdf', mediaType: 'application/pdf', size: 9, sha256: 'a'.repeat(64), accountId }
    const of = { id: evidenceId, thingKind: 'evidence' as const, thingId: evidenceId, createdAt: moment.now }
    await insert(scene.db, 'file', { ...kept, ...of }).execute()
    await post(one, `${path}/pernyataan`, { no_conflict: 'yes' })
    const page = await read(one, path)
    expect(page).toContain(`src="/media/${codes[0]}/film.mp4"`)
    expect(page).not.toContain(codes[1] ?? '')
    expect(page).toContain(`<iframe class="read-here" src="/berkas/${evidenceId}`)
    expect(page).not.toContain('Sisi publik')
    expect(await mayReadRecordingFile(scene.db, one, await recordingIdOf(codes[1] ?? ''), 'master')).toBe(false)
    const agreed = { agreedAt: moment.now, agreedById: first.agent.personId }
    await insert(scene.db, 'publication', { projectId: first.id, publishedAt: moment.now, ...agreed }).execute()
    expect(await read(one, path)).toContain('Sisi publik')
  })

  test('has the sheet saved while writing; an older page hears what was saved since, and overwrites nothing', async () => {
    const { id, judges } = await makeOpen(scene, [first])
    const [one] = judges as [Actor]
    const path = `/penilaian/${id}/lembar/${first.code}`
    await post(one, `${path}/pernyataan`, { no_conflict: 'yes' })
    const save = async (body: Record<string, string>) => {
      const headers = { ...(await scene.headersOf(one)), accept: 'application/json' }
      return app.request(path, { method: 'POST', headers, body: new URLSearchParams(body) })
    }
    expect(await (await save({ mark_1: '82,5', note: '', revision: '1' })).json()).toEqual({ revision: 2 })
    const stale = await save({ mark_1: '60', note: '', revision: '1' })
    expect([stale.status, await stale.json()]).toEqual([409, { theirs: { mark_1: '82,5' } }])
  })

  test('has all kept but a mark that cannot be, which stays as it was, and hears which it is', async () => {
    const { id, judges } = await makeOpen(scene, [first])
    const [one] = judges as [Actor]
    const path = `/penilaian/${id}/lembar/${first.code}`
    await post(one, `${path}/pernyataan`, { no_conflict: 'yes' })
    const headers = { ...(await scene.headersOf(one)), accept: 'application/json' }
    const save = (body: Record<string, string>) =>
      app.request(path, { method: 'POST', headers, body: new URLSearchParams(body) })
    const holds = async () => {
      const page = await read(one, path)
      return [1, 2].map(
        (at) => / value="([^"]*)"/.exec(page.split(`name="mark_${at}"`)[0]?.split('<input').at(-1) ?? '')?.[1],
      )
    }
    await save({ mark_1: '82,5', why_1: 'Terukur', mark_2: '70', note: 'Awal', revision: '1' })
    const wrong = { mark_1: '101', why_1: 'Sangat terukur', mark_2: '71', note: 'Dibaca lagi', revision: '2' }
    const errors = { mark_1: 'Signifikansi: Nilai harus 0 sampai 100.' }
    const heard = await save(wrong)
    expect([heard.status, await heard.json()]).toEqual([422, { errors, revision: 3 }])
    // The answer got lost, and the same comes once more: it is nobody else's change.
    const repeated = await save(wrong)
    expect([repeated.status, await repeated.json()]).toEqual([422, { errors, revision: 3 }])
    // Another tab that was drawn before is refused, wrong mark or none.
    const stale = await save({ ...wrong, mark_2: '60' })
    expect([stale.status, await stale.json()]).toEqual([409, { theirs: { mark_2: '71' } }])
    expect(await holds()).toEqual(['82,5', '71'])

    const plain = await post(one, path, { ...wrong, revision: '3', act: 'send' })
    expect(plain.status).toBe(422)
    const page = await plain.text()
    for (const words of [
      'Yang belum tersimpan: nilai Signifikansi. Isian lainnya sudah disimpan',
      'value="101"',
      'value="4"',
    ])
      expect(page).toContain(words)
    const late = await post(one, path, { ...wrong, mark_2: '60', revision: '2', act: 'save' })
    expect(late.status).toBe(409)
    const both = await late.text()
    for (const words of ['value="101"', 'value="60"', 'sekarang:</span> 71']) expect(both).toContain(words)
    expect(await holds()).toEqual(['82,5', '71'])
    // A mark that is taken out is gone, and no other with it.
    await post(one, path, { mark_1: '', mark_2: '71', note: 'Dibaca lagi', revision: '4', act: 'save' })
    expect(await holds()).toEqual([undefined, '71'])
  })

  test('has a sheet saved by a dozen statements, however many projects there are: no page is drawn for it', async () => {
    const asked: number[] = []
    for (const projects of [[first], [first, second]]) {
      const { id, judges } = await makeOpen(scene, projects)
      const [one] = judges as [Actor]
      const path = `/penilaian/${id}/lembar/${first.code}`
      await post(one, `${path}/pernyataan`, { no_conflict: 'yes' })
      const headers = { ...(await scene.headersOf(one)), accept: 'application/json' }
      for (const revision of ['1', '2']) {
        const before = database.statements.length
        const body = new URLSearchParams({ mark_1: `8${revision}`, note: 'Baik', revision })
        expect((await app.request(path, { method: 'POST', headers, body })).status).toBe(200)
        asked.push(database.statements.length - before)
      }
    }
    expect(asked).toEqual([12, 12, 12, 12])
  })

  test('does not wait for another who is marking at the same moment', async () => {
    const { id, judges } = await makeOpen(scene, [first])
    const [one, two] = judges as [Actor, Actor]
    const path = `/penilaian/${id}/lembar/${first.code}`
    for (const actor of [one, two]) await post(actor, `${path}/pernyataan`, { no_conflict: 'yes' })
    const marks = new Map([[(await listCriteria(scene.db, id))[0]?.id ?? '', '80']])
    await transact(scene.db, async (tx) => {
      await holdOwnSheet(tx, one, id, first.code, moment.today)
      await saveMarks(scene.db, two, id, first.code, { marks, note: '', revision: 1 }, moment)
    })
    expect(await read(two, path)).toContain('value="80"')
  })

  test('finds every earlier version of the own marks, and nobody else does', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    const [one, two] = judges as [Actor, Actor]
    const path = `/penilaian/${id}/lembar/${first.code}`
    await post(one, `${path}/pernyataan`, { no_conflict: 'yes' })
    expect(await read(one, path)).not.toContain('Versi sebelumnya')
    await post(one, path, { mark_1: '82,5', note: '', revision: '1', act: 'save' })
    await post(one, path, { mark_1: '82,5', note: '', revision: '2', act: 'save' })
    await post(one, path, { mark_1: '71', note: 'Dibaca lagi', revision: '3', act: 'save' })
    expect(await read(one, path)).toContain('Versi sebelumnya')
    const versions = await read(one, `${path}/versi`)
    const changes = ['Signifikansi: kosong menjadi 82,5', 'Signifikansi: 82,5 menjadi 71', 'catatan diubah']
    // The words of a version are there as well, whatever came after it.
    for (const words of [...changes, 'Dibaca lagi']) expect(versions).toContain(words)
    expect(versions.match(/Signifikansi: /g)).toHaveLength(2)
    expect((await open(two, `${path}/versi`)).status).toBe(404)
    expect((await open(scene.secretariat, `${path}/versi`)).status).toBe(404)
  })

  test('says why a mark is very low or very high, and others read it with the marks', async () => {
    const { id, judges } = await makeOpen(scene, [first])
    const [one] = judges as [Actor]
    const path = `/penilaian/${id}/lembar/${first.code}`
    await post(one, `${path}/pernyataan`, { no_conflict: 'yes' })
    const criteria = await listCriteria(scene.db, id)
    const marks = Object.fromEntries(criteria.map(({ position }) => [`mark_${position}`, '80']))
    const low = { ...marks, mark_2: '49,99', note: 'Baik', revision: '1' }
    expect((await post(one, path, { ...low, act: 'save' })).status).toBe(303)
    const unexplained = await post(one, path, { ...low, revision: '2', act: 'send' })
    expect(unexplained.status).toBe(422)
    expect(await unexplained.text()).toContain('Tulis alasan nilai Adaptabilitas di bawah 50 atau di atas 95.')
    await expect(submitSheet(scene.db, one, id, first.code, moment)).rejects.toThrow('Tulis alasan nilai Adaptabilitas')
    await post(one, path, { ...low, why_2: 'Hanya cocok di ruang baca.', revision: '3', act: 'send' })
    await post(one, `${path}/kirim`)
    expect(await read(one, `/penilaian/${id}/peringkat/${first.code}`)).toContain('Hanya cocok di ruang baca.')
  })

  test('sees no mark of another before the own sheet is in, on no page', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    const [one, two, three] = judges as [Actor, Actor, Actor]
    await judge(scene, id, one, first, secret.typed)
    const pages = [
      '',
      `/lembar/${first.code}`,
      `/peringkat/${first.code}`,
      '/berita-acara',
      '/putusan',
      '/urutan',
      `/nilai-akhir/${first.code}`,
    ]
    const leaks = async (actor: Actor) => {
      const found: string[] = []
      for (const page of pages) {
        const text = await read(actor, `/penilaian/${id}${page}`)
        if (text.includes(secret.mark) || text.includes(secret.note)) found.push(page)
      }
      return found
    }
    expect(await leaks(two)).toEqual([])
    await post(two, `/penilaian/${id}/lembar/${first.code}/pernyataan`, { no_conflict: 'yes' })
    expect(await leaks(two)).toEqual([])
    for (const actor of [scene.secretariat, scene.leadership, three]) expect(await leaks(actor)).toEqual([])
    expect(await leaks(one)).toEqual([`/peringkat/${first.code}`])
    await judge(scene, id, two, first, '60')
    expect(await leaks(two)).toEqual([`/peringkat/${first.code}`])
    expect((await open(three, `/penilaian/${id}/peringkat/${first.code}`)).status).toBe(403)
    expect((await open(two, `/penilaian/${id}/peringkat/${second.code}`)).status).toBe(403)
  })

  test('finds the sheets that wait on the first page, until they are in', async () => {
    const { id, judges } = await makeOpen(scene, [first, second])
    const [one] = judges as [Actor]
    expect(await read(one, '/beranda')).toContain('Nilai: Jawab Satu Jam')
    await judge(scene, id, one, first, '80')
    expect(await read(one, '/beranda')).not.toContain('Nilai: Jawab Satu Jam')
    expect(await read(scene.stranger, '/beranda')).not.toContain('Nilai: ')
  })
})
