import { randomUUIDv7 } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Page, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { beginProject, findProject, writeActivity, writeInitiative } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'

const database = await freshDatabase()
const shots = process.env.RINTIS_SHOTS
const narrow = { viewport: { width: 360, height: 780 }, colorScheme: 'dark' } as const
/** A picture of one point. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const unsent = 'Belum terkirim. Disimpan di peramban ini.'

async function look(page: Page, called: string): Promise<void> {
  await checkAccessibility(page)
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/autosave-${called}.png` })
}

const words = { output: '', indicator: '', indicatorUnit: '', inCharge: '', resources: '', risk: '' }
const blankActivity = { title: 'Melatih', ...words, baseline: null, target: null, startsOn: null, endsOn: null }

/** An agent's project, served, with its form's address. */
async function serveProject() {
  const scene = await makeScene(database)
  const moment = { now: testNow, today: '2026-11-24' }
  const code = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
  // Forms are taken from our own address only, which is known once the server listens.
  let app = makeApp(database)
  const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
  app = makeApp(database, () => testNow, { url: address, files: makeFiles(freshFolder()) })
  const signIn = async (page: Page, actor: Scene['agent']) => {
    const [name = '', value = ''] = (await scene.headersOf(actor)).cookie.split('=')
    await page.context().addCookies([{ name, value, url: address }])
  }
  const title = async () => (await findProject(scene.db, code))?.title
  const activity = async () => {
    const [initiativeId, id] = [randomUUIDv7(), randomUUIDv7()]
    await writeInitiative(scene.db, scene.agent, code, initiativeId, 'Satu antrean', moment)
    await writeActivity(scene.db, scene.agent, code, { id, initiativeId, fields: blankActivity }, moment)
    return id
  }
  return { scene, activity, address, form: `${address}/proyek/${code}/ubah`, signIn, title }
}

const state = (page: Page, words: string | RegExp) => page.locator('[data-saving]').filter({ hasText: words }).waitFor()
const title = (page: Page) => page.getByLabel('Judul proyek')
const offer = (page: Page) => page.getByRole('region', { name: 'Isian yang belum terkirim' })
/** How many drafts lie in the browser. */
const countDrafts = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (!names.includes('rintis')) return 0
    const ended = (request: IDBRequest) => new Promise((resolve) => request.addEventListener('success', resolve))
    const open = indexedDB.open('rintis')
    await ended(open)
    const found = open.result.transaction('draft').objectStore('draft').count()
    await ended(found)
    open.result.close()
    return found.result
  })

/** Waits until this many drafts lie in the browser. */
const drafts = (page: Page, wanted: number) => expect.poll(() => countDrafts(page)).toBe(wanted)

describe.skipIf(noBrowser !== '')(`autosave${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('saves what is written, and after a lost line goes on by itself', async () => {
    const { scene, form, signIn, title: stored } = await serveProject()
    const page = await openPage()
    await signIn(page, scene.agent)
    await visit(page, form)
    await title(page).pressSequentially('Satu meja')
    await state(page, /^Tersimpan \d\d\.\d\d$/)
    await look(page, 'saved')
    await visit(page, form)
    expect(await title(page).inputValue()).toBe('Satu meja')

    await page.locator('#started_on').fill('2026-11-02')
    await page.getByLabel('Ya', { exact: true }).check()
    await state(page, /^Tersimpan/)
    await page.context().setOffline(true)
    await title(page).fill('Satu meja untuk semua')
    await page.getByLabel('Masalah').focus()
    await state(page, unsent)
    // Each try is over before the line is back: one that came after it would send the form.
    const save = page.getByRole('button', { name: 'Simpan' })
    await Promise.all([page.waitForEvent('requestfailed'), save.focus()])
    await Promise.all([page.waitForEvent('requestfailed'), page.keyboard.press('Enter')])
    await state(page, unsent)
    await page.context().setOffline(false)
    await state(page, /^Tersimpan/)
    expect(await stored()).toBe('Satu meja untuk semua')
    await drafts(page, 0)
  }, 60_000)

  test('says beside the field what is wrong, and no longer once it is right', async () => {
    const { scene, form, activity, signIn } = await serveProject()
    const page = await openPage(narrow)
    await signIn(page, scene.agent)
    await visit(page, form.replace('ubah', `rencana/kegiatan/${await activity()}`))
    await page.getByLabel('Mulai').fill('2026-11-02')
    await page.getByLabel('Selesai').fill('2026-10-30')
    await state(page, 'Perbaiki yang ditandai')
    await page.getByText('Tanggal selesai tidak boleh sebelum tanggal mulai.').waitFor()
    await look(page, 'wrong')
    await page.getByLabel('Selesai').fill('2026-11-30')
    await state(page, /^Tersimpan/)
    expect(await page.locator('.field.wrong').count()).toBe(0)
    await page.getByRole('button', { name: 'Simpan kegiatan' }).click()
    await page.getByText('Kegiatan disimpan.').waitFor()
  }, 60_000)

  test('offers what was not sent to the same account on its return, and wipes it at the sign-out', async () => {
    const { scene, address, form, signIn, title: stored } = await serveProject()
    const first = await openPage(narrow)
    const context = first.context()
    await signIn(first, scene.agent)
    await visit(first, form)
    await context.setOffline(true)
    await title(first).fill('Ditulis tanpa jaringan')
    await state(first, unsent)
    // A page that closes is online for a moment: signed out first, it sends nothing.
    await context.clearCookies()
    await first.close()
    await context.setOffline(false)

    const other = await context.newPage()
    await signIn(other, scene.agent)
    await visit(other, form)
    await offer(other)
      .getByText(/^Ada isian yang belum terkirim dari \d+ \S+ pukul \d\d\.\d\d\.$/)
      .waitFor()
    expect(await title(other).inputValue()).toBe('')
    await look(other, 'offer')
    await offer(other).getByRole('button', { name: 'Pulihkan' }).click()
    await state(other, /^Tersimpan/)
    expect(await title(other).inputValue()).toBe('Ditulis tanpa jaringan')
    expect(await stored()).toBe('Ditulis tanpa jaringan')
    await drafts(other, 0)

    await context.setOffline(true)
    await title(other).fill('Tidak boleh tertinggal')
    await state(other, unsent)
    await drafts(other, 1)
    await other.route('**/ubah', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
    await context.setOffline(false)
    await other.goto(`${address}/beranda`)
    await drafts(other, 1)
    await other.locator('summary', { hasText: 'Akun' }).click()
    await other.getByRole('button', { name: 'Keluar' }).click()
    await other.getByRole('heading', { level: 1 }).waitFor()
    await drafts(other, 0)
    await signIn(other, scene.agent)
    await visit(other, form)
    expect(await offer(other).count()).toBe(0)
  }, 60_000)

  test('leaves files to the person, who sends them with the form', async () => {
    const { scene, form, signIn, title: stored } = await serveProject()
    const page = await openPage()
    await signIn(page, scene.agent)
    await visit(page, form)
    const proof = { name: 'surat.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') }
    await page.getByLabel('Bukti mulai diterapkan').setInputFiles(proof)
    await page.waitForFunction(() => document.querySelector('[name=proof_upload]') !== null)
    await title(page).fill('Dengan bukti')
    await state(page, /^Tersimpan/)
    const beside = await openPage()
    await signIn(beside, scene.agent)
    await visit(beside, form)
    expect(await title(beside).inputValue()).toBe('Dengan bukti')
    expect(await beside.getByText('surat.png').count()).toBe(0)
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Uraian proyek disimpan.').waitFor()
    await visit(page, form)
    await page.getByLabel('surat.png').check()
    await title(page).fill('Bukti masih ada')
    await state(page, /^Tersimpan/)
    expect(await stored()).toBe('Bukti masih ada')
    await visit(beside, form)
    await beside.getByText('surat.png').waitFor()
  }, 60_000)

  test('tells the second of two that somebody else changed it, and shows both values', async () => {
    const { scene, form, signIn, title: stored } = await serveProject()
    const [agent, secretary] = [await openPage(), await openPage()]
    await signIn(agent, scene.agent)
    await signIn(secretary, scene.secretariat)
    await visit(agent, form)
    await visit(secretary, form)
    await title(secretary).fill('Dari sekretariat')
    await secretary.getByRole('button', { name: 'Simpan' }).click()
    await secretary.getByText('Uraian proyek disimpan.').waitFor()
    await title(agent).fill('Dari agen')
    await state(agent, 'Sementara itu disimpan orang lain atau di tab lain. Kirim formulir untuk melihat kedua isian.')
    expect(await stored()).toBe('Dari sekretariat')
    await agent.getByRole('button', { name: 'Simpan' }).click()
    await agent.getByText('Yang tersimpan sekarang: Dari sekretariat').waitFor()
    expect(await title(agent).inputValue()).toBe('Dari agen')
    await agent.waitForFunction(() => !document.querySelector('[data-island]:not([data-mounted])'))
    await title(agent).fill('Dari keduanya')
    await agent.getByRole('button', { name: 'Simpan' }).click()
    await agent.getByText('Uraian proyek disimpan.').waitFor()
    expect(await stored()).toBe('Dari keduanya')
    await drafts(agent, 0)
  }, 60_000)

  test('takes neither a lost answer nor its own save on its way for somebody else’s change', async () => {
    const { scene, form, signIn, title: stored } = await serveProject()
    const page = await openPage()
    await signIn(page, scene.agent)
    await visit(page, form)
    const lose = async (route: Route) => {
      await route.fetch()
      await route.abort()
    }
    await page.route('**/ubah', lose, { times: 1 })
    await title(page).fill('Jawabannya hilang')
    await state(page, unsent)
    await title(page).fill('Jawabannya sampai')
    await state(page, /^Tersimpan/)
    expect(await stored()).toBe('Jawabannya sampai')

    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/ubah', (route) => held.then(() => route.continue()), { times: 1 })
    await title(page).fill('Masih di jalan')
    await state(page, 'Menyimpan…')
    await page.getByRole('button', { name: 'Simpan' }).click()
    release()
    await page.getByText('Uraian proyek disimpan.').waitFor()
    expect(await stored()).toBe('Masih di jalan')
  }, 60_000)
})
