import { describe, expect, test } from 'vitest'
import { makeApp } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'

const database = await freshDatabase()
const pages = ['', '/beranda', '/tabel', '/proyek', '/formulir', '/masuk', '/hentikan']

describe.skipIf(noBrowser !== '')(`the style guide${noBrowser && `, skipped: ${noBrowser}`}`, async () => {
  const address = await serveApp(makeApp(database))

  test.each([
    ['light', 360],
    ['light', 1440],
    ['dark', 360],
    ['dark', 1440],
  ] as const)(
    'everything is accessible in the %s theme at %i pixels',
    async (colorScheme, width) => {
      const page = await openPage({ colorScheme, viewport: { width, height: 800 }, hasTouch: width < 800 })
      for (const path of pages) {
        await page.goto(`${address}/gaya${path}`)
        await checkAccessibility(page)
      }
      await page.context().close()
    },
    60_000,
  )

  test('nothing needs scrolling sideways at 320 pixels', async () => {
    const page = await openPage({ viewport: { width: 320, height: 640 } })
    for (const path of pages) {
      await page.goto(`${address}/gaya${path}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
    }
  })

  test('the page breaks none of its own content security policy', async () => {
    const page = await openPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    for (const path of pages) await page.goto(`${address}/gaya${path}`)
    expect(complaints).toEqual([])
  })

  test('a form that comes back has the focus on what is wrong', async () => {
    const page = await openPage()
    await page.goto(`${address}/gaya/formulir`)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
    await page.getByRole('link', { name: 'Isi nilai indikator pada akhir triwulan.' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('indicator')
  })

  test('a dangerous act asks in a dialog, and gives the focus back', async () => {
    const page = await openPage()
    await visit(page, `${address}/gaya/proyek`)
    const button = page.getByRole('link', { name: 'Hentikan proyek' })
    await button.click()
    await page.getByRole('dialog', { name: 'Hentikan proyek ini?' }).getByRole('button', { name: 'Batal' }).click()
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('without a script a dangerous act asks on a page of its own', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(`${address}/gaya/proyek`)
    await page.getByRole('link', { name: 'Hentikan proyek' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hentikan proyek ini?' }).waitFor()
    await page.getByRole('button', { name: 'Hentikan proyek' }).waitFor()
  })

  test('words are counted while one types', async () => {
    const page = await openPage()
    await visit(page, `${address}/gaya/formulir`)
    await page.getByLabel('Jalan keluar (boleh kosong)', { exact: true }).fill('ke-2 dan/atau tiga')
    await page.getByText('3 dari 60 kata').first().waitFor()
  })

  test('a password can be looked at', async () => {
    const page = await openPage()
    await visit(page, `${address}/gaya/masuk`)
    const password = page.getByLabel('Kata sandi', { exact: true })
    await password.fill('rahasia sekali')
    await page.getByRole('button', { name: 'Tampilkan kata sandi' }).click()
    expect(await password.getAttribute('type')).toBe('text')
  })

  test('a file that is too large is named before it is sent', async () => {
    const page = await openPage()
    await visit(page, `${address}/gaya/formulir`)
    await page.getByLabel('Tambah berkas').evaluate((input: HTMLInputElement) => {
      const large = new File(['x'], 'film.mp4')
      Object.defineProperty(large, 'size', { value: 300_000_000 })
      Object.defineProperty(input, 'files', { value: [large] })
      input.dispatchEvent(new Event('change'))
    })
    await page.getByText('300 MB: terlalu besar, paling besar 200 MB').waitFor()
  })

  test('leaving with something typed asks first', async () => {
    const page = await openPage()
    await visit(page, `${address}/gaya/formulir`)
    await page.getByLabel('Penanggung jawab jalan keluar').fill('Ratih')
    const asked = page.waitForEvent('dialog')
    const leaving = page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await Promise.all([dialog.accept(), leaving])
  })
})

test('there is no style guide in production', async () => {
  const app = makeApp(database, undefined, { development: false })
  expect((await app.request('/gaya')).status).toBe(404)
  expect((await app.request('/gaya/masuk')).status).toBe(404)
})
