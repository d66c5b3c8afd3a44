import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Db } from '#db'
import { makeApp } from '#test/app.ts'
import { checkAccessibility, checkWidth, noBrowser, openPage, serveApp } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAccess, makeAgency, makePerson } from '#test/people.ts'
import { signInAs } from '#test/sign-in.ts'

// Axe looks at a dozen pages in each story, on machines that do other work too.
vi.setConfig({ testTimeout: 120_000 })

const database = await freshDatabase()
let db: Db
let url: string

beforeAll(async () => {
  ;({ db } = await makeAgency(database))
  let app: ReturnType<typeof makeApp> | undefined
  url = await serveApp({ fetch: (...request) => app?.fetch(...request) ?? new Response() })
  app = makeApp(database, undefined, { url })
})

/** A browser in which somebody with these roles is signed in. */
async function browserOf(roles: Parameters<typeof signInAs>[1], options: Parameters<typeof openPage>[0] = {}) {
  const page = await openPage({ baseURL: url, ...options })
  const [name = '', value = ''] = (await signInAs(db, roles)).headers.cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  return page
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

describe.skipIf(noBrowser !== '')('who runs the programme sets up an agency in the browser', () => {
  test('units below each other, a head and whoever stands in, every page accessible', async () => {
    const page = await browserOf({ name: 'Sri Wahyuni', roles: ['admin'] })
    await makePerson(db, { name: 'Bonar Hutapea' })
    await makePerson(db, { name: 'Tari Lestari' })

    await page.goto('/unit')
    await checkAccessibility(page)
    await page.getByRole('link', { name: 'Tambah unit kerja' }).click()
    await press(page, 'Simpan')
    expect(await page.title()).toMatch(/^Kesalahan: /)
    await checkAccessibility(page)
    await page.getByLabel('Nama unit kerja').fill('Pusat Jasa Informasi')
    await press(page, 'Simpan')
    await page.getByRole('link', { name: 'Tambah unit di bawahnya' }).click()
    await page.getByLabel('Nama unit kerja').fill('Bidang Layanan')
    await press(page, 'Simpan')
    expect(await heading(page)).toBe('Bidang Layanan')
    await page.getByRole('link', { name: 'Pusat Jasa Informasi' }).click()

    for (const [words, kind] of [
      ['bonar', 'Definitif'],
      ['tari', 'Plh.'],
    ] as const) {
      await page.getByRole('link', { name: 'Tunjuk atasan' }).click()
      await page.getByLabel('Nama pegawai').fill(words)
      await press(page, 'Cari pegawai')
      await page.getByRole('radio', { name: new RegExp(words, 'i') }).check()
      await page.getByRole('radio', { name: kind }).check()
      await checkAccessibility(page)
      await press(page, 'Tunjuk atasan')
    }
    await page.getByText('Hari ini dipimpin Tari Lestari (Plh.), selama Bonar Hutapea berhalangan.').waitFor()
    await checkAccessibility(page)
    await page.goto('/unit/bidang-layanan')
    await page.getByText('Tugasnya beralih kepada Tari Lestari, yang memimpin Pusat Jasa Informasi.').waitFor()
    await page.goto('/unit')
    await checkAccessibility(page)
  })

  test('a person by hand, corrected with a reason, merged with a second record of the same person', async () => {
    const page = await browserOf({ roles: ['secretariat'] })
    await makePerson(db, { name: 'Nadia Kusumastuti S.S.', email: 'nadia@uji.example' })
    await page.goto('/orang/tambah')
    await checkAccessibility(page)
    await page.getByLabel('Nama tanpa gelar').fill('Nadia Kusumastuti')
    await page.getByRole('textbox', { name: /^NIP/ }).fill('19850412 200912 2 000')
    await press(page, 'Tambah pegawai')
    await page.getByText('NIP berakhir dengan 000').first().waitFor()
    await page.getByRole('textbox', { name: /^NIP/ }).fill('19850412 200912 2 903')
    await press(page, 'Tambah pegawai')
    await page.getByText('19850412 200912 2 903').waitFor()
    await checkAccessibility(page)

    await page.getByRole('link', { name: 'Koreksi' }).click()
    await page.getByLabel('Jabatan').fill('Pustakawan Ahli Muda')
    await page.getByLabel('Alasan', { exact: true }).fill('Belum tercantum pada lampiran SK.')
    await checkAccessibility(page)
    await press(page, 'Simpan koreksi')
    await page.getByText('Belum tercantum pada lampiran SK.').waitFor()

    await page.locator('summary', { hasText: 'Tindakan lain pada catatan ini' }).click()
    await page.getByRole('link', { name: 'Gabungkan dengan catatan lain' }).click()
    await checkAccessibility(page)
    await page.getByRole('link', { name: 'Nadia Kusumastuti S.S.' }).click()
    await checkAccessibility(page)
    await page.getByLabel('Alasan').fill('Nama dan unit kerjanya sama.')
    await press(page, 'Gabungkan catatan')
    await page.getByText('nadia@uji.example').waitFor()
    await page.goto('/orang?cari=nadia')
    await page.getByText('1 pegawai ditemukan.').waitFor()
    await checkAccessibility(page)
  })

  test('a programme with the due days that are proposed, without a script', async () => {
    const page = await browserOf({ roles: ['secretariat'] }, { javaScriptEnabled: false })
    await page.goto('/program/buat')
    await page.getByLabel('Nama program').fill('Agen Perubahan 2026–2027')
    await page.getByLabel('Hari pertama', { exact: true }).fill('2026-07-01')
    await page.getByLabel('Hari terakhir', { exact: true }).fill('2027-06-30')
    await press(page, 'Usulkan dari masa program')
    expect(await page.getByLabel('Usulan KIPP').inputValue()).toBe('2027-06-30')
    // The Enter key makes the programme; it does not propose the days once more.
    await page.getByLabel('Nama program').press('Enter')
    expect(await heading(page)).toBe('Agen Perubahan 2026–2027')
    expect(await page.getByRole('row').filter({ hasText: 'Pelaksanaan' }).textContent()).toContain('2027')
  })
})

const paths = [
  '/unit',
  '/orang',
  '/orang/tambah',
  '/program',
  '/program/buat',
  '/program/2026-2027',
  '/pengaturan',
  '/akun',
]

test.skipIf(noBrowser !== '')(
  'every page is accessible on a telephone in the dark, and too wide on no screen',
  async () => {
    const page = await browserOf({ roles: ['admin'] }, { colorScheme: 'dark' })
    for (const path of paths) {
      await page.setViewportSize({ width: 360, height: 900 })
      expect((await page.goto(path))?.status(), path).toBe(200)
      await checkAccessibility(page)
      for (const width of [768, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        await checkWidth(page)
      }
    }
  },
)

describe.skipIf(noBrowser !== '')('an evaluator of several agencies', () => {
  test('finds them beside each other, on a desk and on a phone, light and dark', async () => {
    const evaluator = await signInAs(db, { name: 'Ratna Anggraini', roles: ['evaluator'] })
    const other = await makeAgency(database, { name: 'Arsip Negara' })
    await makeAccess(other.db, evaluator.accountId, { roles: ['evaluator'] })
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [360, 'dark'],
    ] as const) {
      const page = await openPage({ baseURL: url, viewport: { width, height: 900 }, colorScheme })
      const [name = '', value = ''] = evaluator.headers.cookie.split('=')
      await page.context().addCookies([{ name, value, url }])
      await page.goto('/lainnya')
      await page.getByRole('link', { name: 'Pemantauan nasional' }).click()
      expect(await heading(page)).toBe('Pemantauan nasional 2026')
      await checkAccessibility(page)
      await page.getByLabel('Nama instansi').fill('arsip')
      await press(page, 'Tampilkan')
      expect(await page.getByRole('rowheader').allTextContents()).toEqual(['Arsip Negara'])
      await checkAccessibility(page)
    }
  })
})
