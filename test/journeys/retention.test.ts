import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { addRecording } from '#recording'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, checkWidth, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makePdf } from '#test/pdf.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'
import { root } from '../../src/root.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())

describe.skipIf(noBrowser !== '')('the end of a recording’s years', () => {
  test('is decided by two people, on a telephone as at a desk', async () => {
    let app = makeApp(database, () => testNow, { files })
    const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
    app = makeApp(database, () => testNow, { files, url: address })
    const scene = await makeScene(database)
    const project = await makeRunningProject(scene.db, scene)
    const bytes = readFileSync(path.join(root, 'src/demo/media/contoh.mp4'))
    const uploadId = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes }, testNow)
    const added = { id: randomUUIDv7(), uploadId, title: 'Dari tiga hari menjadi satu jam' }
    const code = await addRecording(scene.db, scene.agent, project.code, added, testNow)
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

    const other = { id: randomUUIDv7(), title: 'Film kedua' }
    const second = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes }, testNow)
    const kept = await addRecording(scene.db, scene.agent, project.code, { ...other, uploadId: second }, testNow)
    for (const to of [`/dokumentasi/${kept}/ganti-berkas`, '/program/2026/penanggung-jawab', '/dokumentasi'])
      await meet(to)
  })
})
