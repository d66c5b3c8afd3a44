import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { update } from '#db'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { makeReportable } from '../../src/slices/progress/make-progress.ts'
import { tinyPicture } from '../../src/slices/project/make-running.ts'

const database = await freshDatabase()
const shots = process.env.RINTIS_SHOTS

const wide = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const
const narrow = { viewport: { width: 360, height: 780 }, colorScheme: 'dark' } as const

async function look(page: Page, called: string): Promise<void> {
  await checkAccessibility(page)
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/progress-${called}.png`, fullPage: true })
}

describe.skipIf(noBrowser !== '')(`progress${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('is reported with evidence, verified and sent back piece by piece, and the agent reads why', async () => {
    const scene = await makeScene(database)
    const { code } = await makeReportable(scene.db, scene)
    await update(scene.db, 'programme').set({ reporting: 'monthly' }).execute()
    const files = makeFiles(freshFolder())
    // Forms are taken from our own address only, which is known once the server listens.
    let app = makeApp(database)
    const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
    app = makeApp(database, () => testNow, { url: address, files })
    const pageOf = async (actor: Scene['agent'], style: Parameters<typeof openPage>[0]) => {
      const page = await openPage(style)
      const [name = '', value = ''] = (await scene.headersOf(actor)).cookie.split('=')
      await page.context().addCookies([{ name, value, url: address }])
      return page
    }

    const agent = await pageOf(scene.agent, narrow)
    await visit(agent, `${address}/proyek/${code}/laporan`)
    await look(agent, 'project')
    await agent.getByRole('link', { name: '1.1 Menyatukan antrean' }).click()
    await agent.getByRole('heading', { level: 1, name: '1.1 Menyatukan antrean' }).waitFor()
    await agent.waitForFunction(() => !document.querySelector('[data-island]:not([data-mounted])'))
    await look(agent, 'form')
    await agent.getByLabel('Persentase').fill('60')
    await agent.getByLabel('Nilai indikator').fill('1,75')
    await agent.getByLabel('Yang sudah dicapai').fill('Tiga meja memakai satu antrean.')
    await agent.getByLabel('Berkas').setInputFiles([
      { name: 'notula.txt', mimeType: 'text/plain', buffer: Buffer.from('Notula rapat 20 November') },
      { name: 'hadir.txt', mimeType: 'text/plain', buffer: Buffer.from('Daftar hadir 20 November') },
    ])
    await agent.waitForFunction(() => document.querySelectorAll('[name=files_upload]').length === 2)
    await agent.getByRole('button', { name: 'Kirim laporan' }).click()
    await agent.getByText('Isi tanggal yang dibuktikan').first().waitFor()
    await look(agent, 'refused')
    await agent.getByLabel('Tanggal yang dibuktikan').fill('2026-11-20')
    await agent.getByRole('button', { name: 'Kirim laporan' }).click()
    await agent.getByText('Laporan kemajuan dikirim.').waitFor()
    await look(agent, 'sent')

    const secretary = await pageOf(scene.secretariat, wide)
    await visit(secretary, `${address}/beranda`)
    await secretary.getByRole('link', { name: 'Verifikasi 3 laporan dan eviden' }).click()
    await look(secretary, 'list')
    await secretary.getByRole('link', { name: '3 hal' }).click()
    await secretary.getByRole('link', { name: '1.1 Menyatukan antrean' }).click()
    await look(secretary, 'judge')
    await secretary.getByRole('button', { name: 'Verifikasi laporan' }).click()
    await secretary.getByText('Laporan diverifikasi.').waitFor()
    await secretary.getByRole('link', { name: 'notula.txt' }).click()
    await secretary.getByRole('heading', { level: 1, name: 'notula.txt' }).waitFor()
    await look(secretary, 'piece')
    await secretary.goBack()
    await secretary.getByRole('button', { name: 'Verifikasi notula.txt' }).click()
    await secretary.getByText('Eviden diverifikasi.').waitFor()
    await secretary.locator('summary', { hasText: 'Langkah lain untuk hadir.txt' }).click()
    await secretary.getByRole('link', { name: 'Kembalikan', exact: true }).click()
    await secretary.getByRole('heading', { level: 1, name: 'Kembalikan eviden' }).waitFor()
    await look(secretary, 'return')
    await secretary.getByLabel('Yang perlu diperbaiki').fill('Daftar hadir belum ditandatangani.')
    await secretary.getByRole('button', { name: 'Kembalikan eviden' }).click()
    await secretary.getByText('Dikembalikan kepada agen').waitFor()
    await look(secretary, 'returned')
    for (const page of [secretary, agent]) {
      await visit(page, `${address}/proyek/${code}/jadwal`)
      await page.getByRole('heading', { level: 2, name: 'Kurva S' }).waitFor()
      await look(page, page === agent ? 'schedule-narrow' : 'schedule')
    }

    await visit(agent, `${address}/beranda`)
    await agent.getByRole('link', { name: 'Perbaiki 1 laporan atau eviden yang dikembalikan' }).click()
    await agent.getByRole('link', { name: '1.1 Menyatukan antrean' }).click()
    await agent.getByText('Daftar hadir belum ditandatangani.').waitFor()
    await look(agent, 'read')
    await agent.getByRole('link', { name: 'Tambah eviden' }).click()
    await agent.getByRole('heading', { level: 1, name: 'Tambah eviden' }).waitFor()
    await agent.waitForFunction(() => !document.querySelector('[data-island]:not([data-mounted])'))
    await look(agent, 'bring')
    const photograph = { name: 'hadir-lengkap.png', mimeType: 'image/png', buffer: tinyPicture }
    await agent.getByLabel('Ambil foto').setInputFiles(photograph)
    await agent.waitForFunction(() => document.querySelectorAll('[name=files_upload]').length === 1)
    await agent.getByLabel('Tanggal yang dibuktikan').fill('2026-11-20')
    await agent.getByLabel('1.2 Melatih petugas').check()
    await agent.getByRole('button', { name: 'Tambah eviden' }).click()
    await agent.getByText('Eviden ditambahkan.').waitFor()
    await look(agent, 'evidence')
    await agent.getByRole('link', { name: 'hadir-lengkap.png' }).click()
    await look(agent, 'own-piece')
    await agent.locator('summary', { hasText: 'Langkah lain untuk hadir-lengkap.png' }).click()
    await agent.getByRole('link', { name: 'Ubah kegiatan' }).click()
    await look(agent, 'assign')
    await agent.getByRole('link', { name: 'Batal' }).click()
    await agent.locator('summary', { hasText: 'Langkah lain untuk hadir-lengkap.png' }).click()
    await agent.getByRole('link', { name: 'Pertanyaan LKE' }).click()
    await agent.getByLabel('Sudah ditetapkan agen perubahan').check()
    await look(agent, 'questions')
    await agent.getByRole('button', { name: 'Simpan' }).click()
    await agent.getByText('Membuktikan pertanyaan LKE').waitFor()
    await agent.locator('summary', { hasText: 'Langkah lain untuk hadir-lengkap.png' }).click()
    await agent.getByRole('link', { name: 'Tarik eviden' }).click()
    await agent.getByText('kegiatan ini tidak mempunyai eviden lagi').waitFor()
    await look(agent, 'withdraw')
    await agent.goto(`${address}/laporan`)
    await look(agent, 'own-list')

    await secretary.goto(`${address}/laporan/lke`)
    await secretary.getByRole('link', { name: '1 eviden' }).click()
    await secretary.getByRole('link', { name: 'hadir-lengkap.png' }).waitFor()
    await look(secretary, 'proofs')
    await secretary.goto(`${address}/laporan`)
    await secretary.getByRole('link', { name: 'Paket eviden per area' }).click()
    await look(secretary, 'bundle-area')
    await secretary.goto(`${address}/proyek/${code}/eviden`)
    await secretary.getByRole('link', { name: 'Unduh paket' }).click()
    await look(secretary, 'bundle')
    const bundle = secretary.waitForEvent('download')
    await secretary.getByRole('button', { name: 'Unduh paket' }).click()
    expect((await bundle).suggestedFilename()).toBe(`eviden-${code}.zip`)
  }, 240_000)
})
