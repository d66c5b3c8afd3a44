import { randomUUIDv7 } from 'node:crypto'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { insert } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'
import { nameJudge } from '../../src/slices/assessment/judge-commands.ts'
import { makeRunning, moment } from '../../src/slices/assessment/make-assessment.ts'

const database = await freshDatabase()

const marks: Record<string, string[]> = {
  'Dewi Anggraini': ['90', '80,5', '75', '80', '85', '90', '70'],
  'Rahmat Hidayat': ['70', '72', '68,25', '70', '75', '80', '74'],
  'Yosefina Bere': ['82', '78', '80', '76', '81', '79', '77,75'],
}

describe.skipIf(noBrowser !== '')(`the assessment${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('is prepared, marked blind by three judges, ranked and decided', async () => {
    const scene = await makeScene(database)
    const project = await makeRunning(scene, { number: 2, title: 'Jawab Satu Jam' })
    // Forms are taken from our own address only, which is known once the server listens.
    let app = makeApp(database)
    const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
    app = makeApp(database, () => testNow, { url: address })
    const openAs = async (actor: Actor, look: Parameters<typeof openPage>[0] = {}) => {
      const [name = '', value = ''] = (await scene.headersOf(actor)).cookie.split('=')
      const page = await openPage(look)
      await page.context().addCookies([{ name, value, url: address }])
      return page
    }
    const { accountId } = scene.secretariat
    const evidence = { id: randomUUIDv7(), projectId: project.id, name: 'Rekap waktu jawab', accountId }
    const proved = { link: 'https://rekap.example', provesOn: '2026-10-01', addedAt: moment.now }
    await insert(scene.db, 'evidence', { ...evidence, ...proved }).execute()
    const judges = new Map<string, Actor>()
    for (const name of Object.keys(marks)) judges.set(name, await scene.addActor(name))

    const desk = await openAs(scene.secretariat)
    await visit(desk, `${address}/penilaian/baru`)
    await checkAccessibility(desk)
    await desk.getByLabel('Nama penilaian').fill('Penilaian 2026')
    await desk.getByLabel('Program', { exact: true }).selectOption('Agen Perubahan 2026')
    await desk.getByRole('button', { name: 'Siapkan penilaian' }).click()
    await desk.getByText('Belum dapat dibuka').waitFor()
    const path = new URL(desk.url()).pathname
    const [first = '', ...others] = judges.keys()
    for (const name of others) {
      const { personId } = judges.get(name) ?? scene.stranger
      await nameJudge(scene.db, scene.secretariat, path.split('/').at(-1) ?? '', { personId: personId ?? '' }, moment)
    }
    await desk.getByRole('link', { name: 'Tunjuk penilai' }).click()
    await desk.getByLabel('Nama pegawai').fill(first)
    await desk.getByRole('button', { name: 'Cari pegawai' }).click()
    await desk.getByLabel(first).check()
    await desk.getByRole('button', { name: 'Tunjuk penilai' }).click()
    await desk.getByText('Penilai ditunjuk.').waitFor()
    await checkAccessibility(desk)
    for (const page of ['/rubrik', '/rubrik/pilih', '/pembagian']) {
      await visit(desk, `${address}${path}${page}`)
      await checkAccessibility(desk)
    }
    await visit(desk, `${address}${path}`)
    await desk.getByRole('link', { name: 'Buka penilaian' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Buka penilaian' }).click()
    await desk.getByText('Sedang dinilai').first().waitFor()

    const looks = [
      { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
      { viewport: { width: 360, height: 780 }, colorScheme: 'dark' },
      { viewport: { width: 360, height: 780 }, javaScriptEnabled: false },
    ] as const
    for (const [at, [name, actor]] of [...judges].entries()) {
      const page = await openAs({ ...actor }, looks[at])
      await page.goto(`${address}/beranda`)
      await page.getByRole('link', { name: 'Nilai: Jawab Satu Jam' }).click()
      await page.getByLabel('Saya tidak mempunyai benturan kepentingan dengan proyek ini').check()
      await page.getByRole('button', { name: 'Mulai menilai' }).click()
      await page.getByRole('heading', { name: 'Lembar penilaian' }).waitFor()
      await fill(page, marks[name] ?? [])
      if (at < 2) {
        await page.locator('summary').filter({ hasText: 'Eviden (1)' }).click()
        await page.getByText(at === 0 ? '82,85' : '71,34').waitFor()
        await checkAccessibility(page)
      }
      if (at === 1) {
        // One mark that cannot be holds back nothing else, and is said beside its field.
        await page.locator('[name="mark_1"]').fill('170')
        const state = page.locator('[data-saving]')
        await state.filter({ hasText: /^Tersimpan \d\d\.\d\d, kecuali yang ditandai$/ }).waitFor()
        await page.getByText('Signifikansi: Nilai harus 0 sampai 100.').waitFor()
        await checkAccessibility(page)
        await page.locator('[name="mark_1"]').fill('70')
        await state.filter({ hasText: /^Tersimpan \d\d\.\d\d$/ }).waitFor()
      }
      // Pressed twice, as hands do: it is sent once.
      await page.getByRole('button', { name: 'Kirim nilai' }).click({ clickCount: at === 0 ? 2 : 1 })
      await page.getByRole('heading', { name: 'Kirim nilai untuk Jawab Satu Jam?' }).waitFor()
      await page.locator('main').getByRole('button', { name: 'Kirim nilai' }).click()
      await page.getByText('Nilai dikirim dan terkunci.').waitFor()
      if (at === 1) {
        await page.goto(`${address}${path}/lembar/${project.code}/versi`)
        await page.getByText('Signifikansi: kosong menjadi 70').waitFor()
        await checkAccessibility(page)
      }
      await desk.goto(`${address}${path}`)
      expect(await desk.getByText('82,85').count()).toBe(0)
    }

    await desk.getByRole('link', { name: 'Jawab Satu Jam' }).click()
    await desk.getByText('82,85').waitFor()
    const judgeId = judges.get(first)?.personId ?? ''
    for (const page of [
      `/nilai-akhir/${project.code}`,
      `/penilai/${judgeId}/ganti`,
      `/penilai/${judgeId}/kecualikan`,
      `/penilai/${judgeId}/bebaskan`,
    ]) {
      await visit(desk, `${address}${path}${page}`)
      await checkAccessibility(desk)
    }
    await visit(desk, `${address}${path}`)
    await desk.getByRole('link', { name: 'Putuskan yang terbaik' }).click()
    await checkAccessibility(desk)
    await desk.getByLabel('Jawab Satu Jam').check()
    await desk.getByLabel('Alasan pilihan').fill('Manfaatnya paling banyak dirasakan masyarakat.')
    await desk.getByRole('button', { name: 'Putuskan' }).click()
    await desk.getByText('Manfaatnya paling banyak dirasakan masyarakat.').waitFor()
    await desk.getByRole('link', { name: 'Berita acara' }).click()
    await desk.getByRole('heading', { name: 'Berita acara penilaian' }).waitFor()
    await checkAccessibility(desk)

    await visit(desk, `${address}${path}/tarik-putusan`)
    await checkAccessibility(desk)
    await visit(desk, `${address}${path}/umumkan`)
    await checkAccessibility(desk)
    await desk.getByRole('button', { name: 'Umumkan hasil' }).click()
    await desk.getByText('Hasil penilaian diumumkan.').waitFor()

    const phone = await openAs(scene.leadership, looks[1])
    for (const page of [
      path,
      `${path}/hasil`,
      `${path}/peringkat/${project.code}`,
      `${path}/berita-acara`,
      '/penilaian',
    ]) {
      await phone.goto(`${address}${page}`)
      await checkAccessibility(phone)
    }
  }, 180_000)
})

async function fill(page: Page, given: string[]): Promise<void> {
  for (const [at, mark] of given.entries()) await page.locator(`[name="mark_${at + 1}"]`).fill(mark)
  await page.getByLabel('Catatan').fill('Hasilnya terukur dan dapat ditiru.')
}
