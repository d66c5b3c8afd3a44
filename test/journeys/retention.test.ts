import { describe, expect, test } from 'vitest'
import { update } from '#db'
import { bytesOf, listFilesOf, receiveFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import { fixityJob } from '#preservation'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, checkWidth, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { startClamd, virus } from '#test/clamd.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { addFilm } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makePdf } from '#test/pdf.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'

const database = await freshDatabase()
const daemon = await startClamd()
const files = makeFiles(freshFolder(), { scanner: daemon.scanner })

describe.skipIf(noBrowser !== '')('the end of a recording’s years', () => {
  test('is decided by two people, on a telephone as at a desk', async () => {
    let app = makeApp(database, () => testNow, { files })
    const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
    app = makeApp(database, () => testNow, { files, url: address })
    const scene = await makeScene(database)
    const project = await makeRunningProject(scene.db, scene)
    const { code } = await addFilm(scene, files, project.code, { title: 'Dari tiga hari menjadi satu jam' })
    await update(scene.db, 'recording').set({ recordedOn: '2021-10-26' }).where('code', '=', code).execute()
    const pageOf = async (actor: Actor) => {
      const page = await openPage({ viewport: { width: 360, height: 780 }, colorScheme: 'dark' })
      const [name = '', value = ''] = (await scene.headersOf(actor)).cookie.split('=')
      await page.context().addCookies([{ name, value, url: address }])
      return page
    }
    const [office, leader] = [await pageOf(scene.secretariat), await pageOf(scene.leadership)]
    const meet = async (to: string) => {
      await visit(office, `${address}${to}`)
      await checkAccessibility(office)
      await checkWidth(office)
    }

    await meet('/dokumentasi/jadwal-retensi/baru')
    await office.getByLabel('Kode', { exact: true }).fill('HM.02.01')
    await office.getByLabel('Jenis arsip').fill('Dokumentasi kegiatan')
    await office.getByLabel('Masa aktif').fill('1')
    await office.getByLabel('Masa inaktif').fill('2')
    await office.getByLabel('Tanggal direkam').check()
    await office.getByLabel('Musnah', { exact: true }).check()
    await office.getByLabel('Film', { exact: true }).check()
    await office.getByRole('button', { name: 'Simpan aturan' }).click()
    await office.getByText('Aturan retensi disimpan.').waitFor()
    await meet('/dokumentasi/jadwal-retensi')
    await office.getByRole('link', { name: 'HM.02.01' }).click()
    await office.getByRole('heading', { name: 'Ubah aturan retensi' }).waitFor()
    await checkAccessibility(office)

    await meet('/dokumentasi/retensi')
    await office.getByRole('link', { name: 'Dari tiga hari menjadi satu jam' }).click()
    await office.getByRole('heading', { name: 'Putuskan' }).waitFor()
    await checkAccessibility(office)
    await checkWidth(office)
    await office.getByLabel('Usulkan musnah').check()
    await office.getByLabel('Alasan').fill('Sudah ada salinan yang lebih baik.')
    const paper = { name: 'berita-acara.pdf', mimeType: 'application/pdf', buffer: makePdf('') }
    await office.getByLabel('Berita acara').setInputFiles(paper)
    await office.getByText('berita-acara.pdf selesai diunggah.').first().waitFor()
    await office.getByRole('button', { name: 'Simpan keputusan' }).click()
    await office.getByText('Keputusan retensi disimpan.').waitFor()
    expect(await office.getByText('Setujui pemusnahan').count()).toBe(0)

    await visit(leader, `${address}/dokumentasi/${code}/retensi`)
    await checkAccessibility(leader)
    await leader.getByRole('link', { name: 'Setujui pemusnahan' }).click()
    await leader.getByRole('dialog').getByRole('button', { name: 'Setujui pemusnahan' }).click()
    await leader.getByText('Dokumentasi dimusnahkan. Keterangannya tetap disimpan.').waitFor()
    await meet(`/dokumentasi/${code}`)
    await office.getByText('Dimusnahkan sesuai jadwal retensi').waitFor()

    const kept = await addFilm(scene, files, project.code, { title: 'Film kedua' })
    for (const to of [`/dokumentasi/${kept.code}/ganti-berkas`, '/program/2026/penanggung-jawab', '/dokumentasi'])
      await meet(to)

    await meet('/arsip')
    await office.getByLabel('Isi kantong').selectOption('Semua dokumentasi instansi')
    await office.getByRole('button', { name: 'Minta kantong' }).click()
    await office.getByText('Menunggu giliran').waitFor()
    await office.locator('[data-island=bags][data-mounted]').waitFor()
    await checkAccessibility(office)
    await checkWidth(office)
    await office.getByRole('link', { name: 'Batalkan' }).click()
    await office.getByRole('dialog').getByRole('button', { name: 'Batalkan' }).click()
    await office.getByText('Kantong arsip dibatalkan.').waitFor()

    const [file] = await listFilesOf(scene.db, 'recording', [kept.id])
    await files.blobs.remove(scene.agencyId, file?.sha256 ?? '')
    const storages = [{ name: 'local', blobs: files.blobs, findCopy: async function* none() {} }]
    const clock = () => new Date(testNow.getTime() + performance.now() / 1000)
    await fixityJob.run(database, testNow, { fixity: { storages, clock } })
    await meet('/pengaturan/keutuhan')
    await office.getByText('1 berkas hilang atau berubah.').waitFor()
    await office.getByRole('link', { name: 'film.mp4' }).click()
    await office.getByText('Keutuhan diperiksa: isi berkas hilang (gagal).').waitFor()
    await checkAccessibility(office)
    await checkWidth(office)

    const infected = Buffer.concat([makePdf(''), virus])
    const sent = { actor: scene.agent, name: 'surat.pdf', size: infected.length, source: bytesOf(infected) }
    await receiveFile(scene.db, files, sent, testNow)
    const admin = await pageOf(await scene.addActor('Tri Handayani', undefined, ['admin']))
    await visit(admin, `${address}/pengaturan/karantina`)
    await checkAccessibility(admin)
    await checkWidth(admin)
    await admin.getByText('surat.pdf').first().waitFor()
    await admin.getByRole('link', { name: 'Hapus' }).click()
    await checkAccessibility(admin)
    await admin.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click()
    await admin.getByText('Berkas dihapus dari karantina.').waitFor()
  })
})
