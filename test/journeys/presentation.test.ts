import { describe, expect, test } from 'vitest'
import { findProject, listPlans } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene } from '#test/scene.ts'
import { makeVerified } from '../../src/slices/presentation/make-presentation.ts'

const database = await freshDatabase()

describe.skipIf(noBrowser !== '')(`a presentation${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('is scheduled, shown with slides, accepted with changes, and its plan agreed when they are made', async () => {
    const scene = await makeScene(database)
    const code = await makeVerified(scene)
    // Forms are taken from our own address only, which is known once the server listens.
    let app = makeApp(database)
    const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
    app = makeApp(database, () => testNow, { url: address, files: makeFiles(freshFolder()) })
    const openAs = async (who: 'agent' | 'secretariat', look: Parameters<typeof openPage>[0] = {}) => {
      const page = await openPage(look)
      const [name = '', value = ''] = (await scene.headersOf(scene[who])).cookie.split('=')
      await page.context().addCookies([{ name, value, url: address }])
      return page
    }
    const desk = await openAs('secretariat')
    const agent = await openAs('agent', { viewport: { width: 360, height: 780 }, colorScheme: 'dark' })

    await visit(desk, `${address}/proyek/${code}`)
    await desk.getByRole('link', { name: 'Buka paparan' }).click()
    await checkAccessibility(desk)
    await desk.getByRole('link', { name: 'Jadwalkan paparan' }).click()
    await desk.getByLabel('Hari').fill('2026-11-24')
    await desk.getByLabel('Mulai').fill('09:00')
    await desk.getByLabel('Selesai').fill('11:00')
    await desk.getByLabel('Tempat').fill('Ruang Sidang Utama')
    await checkAccessibility(desk)
    await desk.getByRole('button', { name: 'Jadwalkan sidang' }).click()
    await desk.getByText('Sidang dijadwalkan.').waitFor()
    await checkAccessibility(desk)
    const sitting = desk.url()

    await visit(desk, `${address}/paparan/papan?hari=2026-11-24`)
    await checkAccessibility(desk)
    await desk.getByText('09.20–11.00 kosong').waitFor()
    await desk.locator('.board-slot').dragTo(desk.locator('.board-gap'))
    await desk.getByText('09.00–09.20 kosong').waitFor()
    await desk.getByRole('button', { name: 'Urungkan pemindahan terakhir' }).click()
    await desk.getByText('Pemindahan diurungkan.').waitFor()
    await desk.getByRole('link', { name: /^Pindahkan/ }).click()
    await desk.getByLabel('Mulai').fill('09:30')
    await checkAccessibility(desk)
    await desk.getByRole('button', { name: 'Pindahkan' }).click()
    await desk.getByText('09.30–09.50').waitFor()
    for (const path of ['rencana', 'halangan']) {
      await visit(desk, `${address}/paparan/${path}`)
      await checkAccessibility(desk)
    }
    // Let go where somebody is away, it stays, and the board says who.
    await desk.getByLabel('Yang berhalangan').selectOption('Nadia Kusumastuti')
    await desk.getByLabel('Hari').fill('2026-11-24')
    await desk.getByLabel('Mulai').fill('09:00')
    await desk.getByLabel('Selesai').fill('09:20')
    await desk.getByRole('button', { name: 'Catat waktu berhalangan' }).click()
    await desk.getByText('Waktu berhalangan dicatat.').waitFor()
    await visit(desk, `${address}/paparan/papan?hari=2026-11-24`)
    await desk.locator('.board-slot').dragTo(desk.locator('.board-gap').first())
    await desk.getByText(/berhalangan pukul 09.00/).waitFor()
    await visit(desk, `${sitting}/penilai`)
    await checkAccessibility(desk)

    await visit(agent, `${address}/proyek/${code}/paparan`)
    await checkAccessibility(agent)
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
    const slides = { name: 'salindia.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') }
    await agent.getByLabel('Salindia paparan').setInputFiles(slides)
    await agent.getByText('selesai diunggah').first().waitFor()
    await agent.getByRole('button', { name: 'Lampirkan' }).click()
    await agent.getByText('Salindia dilampirkan.').waitFor()
    await agent.getByRole('link', { name: 'salindia.png', exact: true }).waitFor()

    await visit(agent, `${sitting}/panggung`)
    await agent.getByRole('img', { name: 'salindia.png' }).waitFor()
    await checkAccessibility(agent)
    await visit(desk, `${sitting}/panggung`)
    await desk.getByRole('button', { name: 'Mulai' }).click()
    await desk.getByText('Dimulai pukul').waitFor()
    await checkAccessibility(desk)
    // The other screen notices by itself.
    await agent.getByText('Dimulai pukul').waitFor()
    await desk.getByRole('button', { name: 'Akhiri' }).click()
    // Left sooner, a screen would still be on its way back to the stage.
    for (const screen of [desk, agent]) await screen.getByText('Sudah dipaparkan pukul').waitFor()

    await visit(desk, `${sitting}/hadir`)
    await desk.getByLabel('Nadia Kusumastuti').check()
    await checkAccessibility(desk)
    await desk.getByRole('button', { name: 'Simpan kehadiran' }).click()
    await desk.getByRole('link', { name: 'Catat masukan' }).click()
    await desk.getByLabel('Disampaikan oleh').selectOption({ label: 'Bonar Hutapea' })
    await desk.getByLabel('Masukan', { exact: true }).fill('Sebutkan cara mengukur waktu jawab.')
    await checkAccessibility(desk)
    await desk.getByRole('button', { name: 'Simpan masukan' }).click()
    await desk.getByText('Sebutkan cara mengukur waktu jawab.').waitFor()
    await desk.getByRole('link', { name: 'Catat keputusan' }).click()
    await desk.getByLabel('Diterima dengan perubahan').check()
    await desk.getByLabel('Yang harus dilakukan').first().fill('Lengkapi cara mengukur')
    await desk.getByLabel('Batas waktu').first().fill('2026-12-01')
    await checkAccessibility(desk)
    await desk.getByRole('button', { name: 'Simpan keputusan' }).click()
    await desk.getByText('1 tindak lanjut paparannya belum ditutup').waitFor()
    await checkAccessibility(desk)

    await visit(agent, `${address}/tindak-lanjut`)
    await agent.getByRole('link', { name: 'Lengkapi cara mengukur' }).click()
    await agent.getByLabel('Yang sudah dilakukan').fill('Cara mengukur ditulis pada kegiatan 1.1.')
    await agent.getByRole('button', { name: 'Nyatakan selesai' }).click()
    await agent.getByText('menunggu diperiksa').first().waitFor()

    await visit(desk, `${address}/proyek/${code}/paparan`)
    await desk.getByRole('link', { name: 'Lengkapi cara mengukur' }).click()
    await desk.getByRole('button', { name: 'Tutup tindak lanjut' }).click()
    await visit(desk, `${address}/proyek/${code}/paparan`)
    await desk.getByRole('button', { name: 'Tetapkan rencana' }).click()
    await desk.getByText('Rencana ditetapkan sebagai rencana awal.').waitFor()
    const project = await findProject(scene.db, code)
    expect(await listPlans(scene.db, project?.id ?? '')).toMatchObject([{ state: 'agreed' }])

    await visit(agent, sitting)
    await checkAccessibility(agent)
  }, 120_000)
})
