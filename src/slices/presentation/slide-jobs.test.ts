import { beforeEach, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '#documents/office.ts'
import { listFilesOf, mostTries } from '#files'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeOdp } from '#test/office-files.ts'
import { makePdf } from '#test/pdf.ts'
import { makePhotograph } from '#test/pictures.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { hasCage, makeProgram } from '#test/soffice.ts'
import { makeSitting, makeVerified, openPresentation } from './make-presentation.ts'
import { turnWhatCame, turnWhatIsMissing } from './slide-jobs.ts'
import { listSlides } from './slide-store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, () => testNow, { files })
let scene: Scene
let code: string
let sittingId: string
let id: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = await makeVerified(scene)
  sittingId = await makeSitting(scene, [code])
  id = (await openPresentation(scene, code)).id
})

const ask = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const stage = async (actor: Actor) => (await ask(actor, `/paparan/${sittingId}/panggung`)).text()
async function attach(file: File) {
  const answer = await send({ slides: file })
  expect(answer.status).toBe(303)
}
async function send(fields: Record<string, File | string>) {
  const body = new FormData()
  body.set('presentation_id', id)
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const { 'content-type': _, ...headers } = (await scene.headersOf(scene.agent)) as Record<string, string>
  return app.request(`/proyek/${code}/paparan/salindia`, { method: 'POST', headers, body })
}
const slides = () => new File([new Uint8Array(makeOdp('Satu antrean'))], 'Paparan antrean.odp')
const parts = async () => (await listFilesOf(scene.db, 'presentation', [id])).map(({ part }) => part).toSorted()
async function answer(office?: Office) {
  const entry = (await listEntriesOf(scene.db, [id])).find(({ event }) => event === 'presentation.slides-attached')
  if (entry) await turnWhatCame.answer(scene.db, entry, testNow, { files, office })
}
const look = (minutes: number, office?: Office) =>
  turnWhatIsMissing.run(database, new Date(testNow.getTime() + minutes * 60_000), { files, office })

test('slides that came as an office file are handed out as they are where there is no LibreOffice', async () => {
  await attach(slides())
  await answer()
  await look(0)
  expect(await parts()).toEqual(['slides'])
  const page = await stage(scene.head)
  expect([page.includes('Unduh Paparan antrean.odp'), page.includes('<iframe')]).toEqual([true, false])
})

test('of several slides the one that was chosen is on the stage, and stays there when its slot begins', async () => {
  const path = `/paparan/${sittingId}/panggung`
  const page = async (query = '') => (await ask(scene.secretariat, path + query)).text()
  const onScreen = (html: string) => /<iframe src="[^"]*\/([^"/#]+)#/.exec(html)?.[1]
  const seenFrom = async (query: string) =>
    (await (await ask(scene.agent, `${path}/kini${query}`)).json()) as { state: string; choice: string }
  await attach(slides())
  const before = await page()
  expect([onScreen(before), before.includes('Periksa lagi')]).toEqual([undefined, true])
  const waiting = await seenFrom('')
  await attach(new File([new Uint8Array(makePdf(''))], 'Utama.pdf'))
  const there = await seenFrom('')
  // A stage that showed nothing shows it; one that shows something is told that there is more.
  expect(there.state).not.toBe(waiting.state)
  await attach(new File([new Uint8Array(makePdf(''))], 'Lampiran.pdf'))
  const more = await seenFrom('')
  expect(more.state).toBe(there.state)
  expect(more.choice).not.toBe(there.choice)
  expect(onScreen(await page())).toBe('Utama.pdf')
  const other = /href="[^"]*(\?salindia=[^"]+)">Tampilkan Lampiran.pdf/.exec(await page())?.[1] ?? ''
  const chosen = await page(other)
  expect(onScreen(chosen)).toBe('Lampiran.pdf')
  expect(chosen).toContain('Tampilkan Utama.pdf')
  const [salindia = ''] = /[^=]+$/.exec(other) ?? []
  const headers = await scene.headersOf(scene.secretariat)
  const begun = await app.request(`${path}/mulai`, {
    ...{ method: 'POST', headers, body: new URLSearchParams({ slot: id, salindia }) },
  })
  expect(begun.headers.get('location')).toBe(`${path}?salindia=${salindia}`)
  expect(onScreen(await page('?salindia=bukan-id'))).toBe('Utama.pdf')
})

test('a picture that is on the screen stays there while slides come that would have gone before it', async () => {
  const path = `/paparan/${sittingId}/panggung`
  await attach(new File([new Uint8Array(await makePhotograph('#204060'))], 'Denah.jpg'))
  const drawn = await (await ask(scene.agent, path)).text()
  const asks = /(\/kini[^&"]*)/.exec(drawn)?.[1] ?? ''
  const seen = async () => (await (await ask(scene.agent, path + asks)).json()) as { state: string; choice: string }
  const before = await seen()
  expect(drawn).toContain(before.state)
  await attach(new File([new Uint8Array(makePdf(''))], 'Utama.pdf'))
  const after = await seen()
  expect([after.state, after.choice === before.choice]).toEqual([before.state, false])
})

test('what the script turned away before is said again where the form is sent, with its reason', async () => {
  const reason = 'Jadwal.exe: Jenis berkas ini tidak diterima di sini.'
  const alone = await send({ slides_upload_away: reason })
  const page = await alone.text()
  expect([alone.status, page.includes(reason), page.includes('Pilih berkas')]).toEqual([422, true, false])
  const beside = await send({ slides: slides(), slides_upload_away: reason })
  expect(beside.status).toBe(303)
  expect(decodeURIComponent(beside.headers.get('set-cookie') ?? '')).toContain(reason)
})

describe.runIf(hasCage)('where there is LibreOffice', () => {
  const openTo = async (...does: string[]) => openOffice(await makeProgram(does))
  const copies = 'cp "$pdf" "$out/asal.pdf"'

  test('they are shown on the stage as PDF, to whom the sitting concerns, and go with what they were made of', async () => {
    await attach(slides())
    const office = await openTo(copies)
    for (const _ of [1, 2]) await answer(office)
    expect(await parts()).toEqual(['pdf', 'slides'])
    const page = await stage(scene.head)
    const address = /<iframe src="([^"#]+)/.exec(page)?.[1] ?? ''
    expect([address.endsWith('/Paparan%20antrean.pdf'), page.includes('Unduh Paparan antrean.odp')]).toEqual([
      true,
      true,
    ])
    const shown = await ask(scene.head, address)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await ask(scene.stranger, address)).status).toBe(404)
    const [kept] = await listSlides(scene.db, [id])
    const headers = await scene.headersOf(scene.agent)
    await app.request(`/proyek/${code}/paparan/salindia/${kept?.id}/hapus`, { method: 'POST', headers })
    expect(await parts()).toEqual([])
  })

  test('what came before it did is turned by the round, and what it makes nothing of is left alone', async () => {
    await attach(slides())
    await look(0)
    const broken = await openTo('exit 1')
    for (let at = 0; at <= mostTries; at++) await look(at * 16, broken)
    await look(90, await openTo(copies))
    expect(await parts()).toEqual(['slides'])
    await attach(slides())
    await look(100, await openTo(copies))
    expect(await parts()).toEqual(['pdf', 'slides', 'slides'])
  })
})
