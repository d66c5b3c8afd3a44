import { mkdirSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, test } from 'vitest'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { beginProject } from '../../src/slices/project/commands.ts'

const database = await freshDatabase()
const shots = process.env.RINTIS_SHOTS

async function look(page: Page, called: string): Promise<void> {
  await checkAccessibility(page)
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/import-${called}.png`, fullPage: true })
}

const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const [begins, continues] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>']

/** A plan as an office wrote it in Word: programmes merged, dates as people write them, a sum below. */
function officePlan(target: string): Buffer {
  const rows = [
    row(...['No', 'Program', 'Kegiatan', 'Indikator', 'Target', 'Waktu', 'Penanggung Jawab'].map((text) => cell(text))),
    row(...['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'].map((text) => cell(text))),
    row(
      cell('1.'),
      cell('I. Satu antrean', begins),
      ...['Menyatukan antrean', 'Dijawab sehari', target, 'Maret s.d. Mei 2026', 'Kepala Kelompok'].map((it) =>
        cell(it),
      ),
    ),
    row(
      cell('2.'),
      cell('', continues),
      ...['Melatih petugas', 'Petugas terlatih', '12 orang', 'secepatnya', 'Kepala Kelompok'].map((it) => cell(it)),
    ),
    row(
      cell('3.'),
      ...['II. Jam layanan', 'Membuka Sabtu', 'Hari buka', '≥ 6', 'TW II', 'Kepala Pusat'].map((it) => cell(it)),
    ),
    row(cell('Jumlah', '<w:gridSpan w:val="4"/>'), ...['3 kegiatan', '', ''].map((text) => cell(text))),
  ]
  const body = `<w:p><w:r><w:t>Matriks rencana aksi</w:t></w:r></w:p><w:tbl>${rows.join('')}</w:tbl>`
  const xml = `<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`
  return Buffer.from(zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) }))
}
const wordFile = (target: string) => ({
  name: 'rencana.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: officePlan(target),
})

describe.skipIf(noBrowser !== '')(`import of a matrix${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('an agent brings a plan from Word, answers for two cells, and sees the difference when it comes again', async () => {
    const scene: Scene = await makeScene(database)
    const moment = { now: testNow, today: '2026-11-24' }
    const code = await beginProject(scene.db, scene.agent, { id: crypto.randomUUID(), seatId: scene.seatId }, moment)
    // Forms are taken from our own address only, which is known once the server listens.
    let app = makeApp(database)
    const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
    app = makeApp(database, () => testNow, { url: address })
    const pageOf = async (style: Parameters<typeof openPage>[0]) => {
      const page = await openPage(style)
      const [name = '', value = ''] = (await scene.headersOf(scene.agent)).cookie.split('=')
      await page.context().addCookies([{ name, value, url: address }])
      return page
    }

    const phone = await pageOf({ viewport: { width: 360, height: 780 }, colorScheme: 'dark' })
    await visit(phone, `${address}/proyek/${code}/rencana`)
    await phone.getByRole('link', { name: 'Impor dari Excel atau Word' }).click()
    await phone.getByRole('heading', { level: 1, name: 'Impor dari Excel atau Word' }).waitFor()
    await look(phone, 'upload')
    await phone.getByLabel('Berkas matriks').setInputFiles(wordFile('90 %'))
    await phone.getByRole('button', { name: 'Baca matriks' }).click()
    await phone.getByRole('heading', { level: 1, name: '3 kegiatan terbaca, 2 hal perlu dijawab' }).waitFor()
    await look(phone, 'doubts')
    await phone.getByLabel('Target di sel E5').fill('6')
    await phone.getByLabel('Simpan tulisan di sel F4 sebagai catatan').check()
    await phone.getByLabel('Target di sel E5').press('Enter')
    await phone.getByRole('heading', { level: 2, name: 'Perbedaan' }).waitFor()
    await look(phone, 'new')
    await phone.getByRole('button', { name: 'Terapkan perubahan' }).click()
    await phone.getByText('Matriks diimpor: 3 kegiatan ditambahkan.').waitFor()

    const desk = await pageOf({ viewport: { width: 1440, height: 900 } })
    await visit(desk, `${address}/proyek/${code}/rencana/impor`)
    await desk.getByLabel('Berkas matriks').setInputFiles(wordFile('95 %'))
    await desk.getByRole('button', { name: 'Baca matriks' }).click()
    await desk.getByRole('button', { name: 'Simpan 2 tulisan sebagai catatan' }).click()
    await desk.locator('ins', { hasText: '95%' }).waitFor()
    await look(desk, 'difference')
    await desk.getByRole('button', { name: 'Terapkan perubahan' }).click()
    await desk.getByText('Matriks diimpor: 2 kegiatan diubah.').waitFor()
  }, 120_000)
})
