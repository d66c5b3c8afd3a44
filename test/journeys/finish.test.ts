import { describe, expect, test } from 'vitest'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { findProgramme } from '#programme'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { addFollowUp, finishFollowUp, reopenFollowUp } from '../../src/slices/follow-up/commands.ts'
import { revisePlan } from '../../src/slices/project/gate-commands.ts'
import { makeRunning, makeUpload, tinyPicture } from '../../src/slices/project/make-running.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const moment = { now: testNow, today: '2026-11-24' }

/** Agents work on a telephone, also in the evening; heads sit at a desk. */
const telephone = { viewport: { width: 360, height: 780 }, colorScheme: 'dark' } as const

/** Something that was asked of the scene's agent and is late. */
async function makeFollowUp({ db, secretariat, agent, programmeId }: Scene, what: string): Promise<string> {
  const id = crypto.randomUUID()
  const about = { programmeId, projectId: null, seatId: null, unitId: null, source: 'meeting' as const, sourceId: null }
  const asked = { id, what, ownerId: agent.personId ?? '', dueOn: '2026-11-20', origin: 'rapat 12 Maret' }
  await addFollowUp(db, secretariat, { ...about, ...asked }, moment)
  return id
}

describe.skipIf(noBrowser !== '')('the end of a project', () => {
  test('from the team to the head’s last word', async () => {
    let app = makeApp(database, () => testNow, { files })
    const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
    app = makeApp(database, () => testNow, { files, url: address })
    const scene = await makeScene(database)
    const code = await makeRunning(scene, moment)
    const home = `${address}/proyek/${code}`
    const pageOf = async (actor: Actor, look = {}) => {
      const page = await openPage(look)
      const [name = '', value = ''] = (await scene.headersOf(actor)).cookie.split('=')
      await page.context().addCookies([{ name, value, url: address }])
      return page
    }
    const [agent, head] = [await pageOf(scene.agent, telephone), await pageOf(scene.head)]
    const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: tinyPicture })

    await visit(agent, `${home}/tim?cari=Yohanes`)
    await checkAccessibility(agent)
    await agent.getByLabel('Yohanes Lewa').check()
    await agent.getByLabel('Bagian dalam proyek').fill('Menyusun modul pelatihan')
    await agent.getByRole('button', { name: 'Tambah anggota' }).click()
    await agent.getByText('Anggota tim ditambahkan.').waitFor()

    await visit(agent, `${home}/selesai`)
    await checkAccessibility(agent)
    await agent.getByLabel('1.1 Menyatukan antrean').fill('93,5')
    await agent.getByLabel('1.2 Melatih petugas').fill('90')
    await agent.getByLabel('Keadaan sebelum').fill('Pertanyaan dijawab dalam 4,6 hari kerja.')
    await agent.getByLabel('Keadaan sesudah').fill('Pertanyaan dijawab pada hari itu juga.')
    for (const [label, name] of [
      ['Gambar sebelum', 'sebelum.png'],
      ['Gambar sesudah', 'sesudah.png'],
    ] as const) {
      await agent.getByLabel(label, { exact: true }).setInputFiles(picture(name))
      await agent.getByText(`${name} selesai diunggah.`).waitFor()
    }
    await agent.getByRole('button', { name: 'Nyatakan selesai' }).click()
    await agent.getByRole('heading', { name: 'Sebelum dan sesudah' }).waitFor()
    await checkAccessibility(agent)

    await visit(head, home)
    await head.getByRole('link', { name: 'Kembalikan' }).click()
    await head.getByLabel('Yang perlu dilengkapi').fill('Ambil gambar sesudah dari ruang yang sama.')
    await head.getByRole('button', { name: 'Kembalikan' }).click()
    await head.getByText('Ambil gambar sesudah dari ruang yang sama.').waitFor()

    await visit(agent, `${home}/selesai`)
    await checkAccessibility(agent)
    expect(await agent.getByLabel('1.1 Menyatukan antrean').inputValue()).toBe('93,5')
    await agent.getByRole('button', { name: 'Nyatakan selesai' }).click()
    await agent.getByText('Proyek dinyatakan selesai').waitFor()
    await visit(head, home)
    await head.getByRole('button', { name: 'Pastikan selesai' }).click()
    await head.getByText('Proyek dipastikan selesai.').waitFor()
    await head.getByText('93,5%').waitFor()
    await checkAccessibility(head)

    await visit(agent, `${home}/integrasi`)
    await checkAccessibility(agent)
    await agent.getByLabel('Surat edaran').check()
    await agent.getByLabel('Nomor dokumen').fill('SE-4/2026')
    await agent.getByLabel('Tanggal dokumen').fill('2026-11-20')
    await agent.getByLabel('Dokumen', { exact: true }).setInputFiles(picture('edaran.png'))
    await agent.getByText('edaran.png selesai diunggah.').waitFor()
    await agent.getByRole('button', { name: 'Catat integrasi' }).click()
    await agent.getByText('Integrasi dicatat dan menunggu diverifikasi.').waitFor()
    await visit(head, `${home}/integrasi/kembalikan`)
    await checkAccessibility(head)
    await visit(head, home)
    await head.getByRole('button', { name: 'Verifikasi integrasi' }).click()
    await head.getByText('Terintegrasi, diverifikasi').waitFor()
    await checkAccessibility(head)
  }, 120_000)

  test('a follow-up’s list, correction and history are plain to everybody, wide and narrow', async () => {
    const app = makeApp(database, () => testNow, { files })
    const address = await serveApp(app)
    const scene = await makeScene(database)
    const done = await makeFollowUp(scene, 'Lampirkan data waktu jawab')
    const open = await makeFollowUp(scene, 'Undang penilai')
    const said = { id: crypto.randomUUID(), words: 'Data terlampir.' }
    const file = await makeUpload(scene.db, files, scene.agent, testNow)
    await finishFollowUp(scene.db, scene.agent, done, { ...said, files: [file] }, moment)
    await reopenFollowUp(scene.db, scene.secretariat, done, 'Data bulan Mei belum ada.', moment)
    for (const style of [telephone, {}]) {
      const page = await openPage(style)
      const [name = '', value = ''] = (await scene.headersOf(scene.secretariat)).cookie.split('=')
      await page.context().addCookies([{ name, value, url: address }])
      for (const [path, words] of [
        ['?semua=ya&keadaan=late', 'Undang penilai'],
        ['?semua=ya&keadaan=closed', 'Longgarkan saringannya'],
        [`/${open}/koreksi`, 'Undang penilai'],
        [`/${done}`, 'Data bulan Mei belum ada.'],
      ] as const) {
        await visit(page, `${address}/tindak-lanjut${path}`)
        await page.getByText(words).first().waitFor()
        await checkAccessibility(page)
      }
      expect(await page.getByRole('link', { name: 'gambar.png' }).count()).toBe(1)
    }
  }, 60_000)

  test('versions beside each other and the recap are plain to everybody', async () => {
    const app = makeApp(database, () => testNow, { files })
    const address = await serveApp(app)
    const scene = await makeScene(database)
    const code = await makeRunning(scene, moment)
    await revisePlan(scene.db, scene.agent, code, 'Sasarannya bertambah.', moment)
    await update(scene.db, 'activity').set({ baseline: null }).execute()
    const page = await openPage(telephone)
    const [name = '', value = ''] = (await scene.headersOf(scene.secretariat)).cookie.split('=')
    await page.context().addCookies([{ name, value, url: address }])
    const { slug = '' } = (await findProgramme(scene.db, scene.programmeId)) ?? {}
    for (const path of [
      `/proyek/${code}/rencana/banding`,
      `/proyek/${code}/rencana`,
      '/laporan/lke',
      `/kedudukan/${scene.seatId}/serah-terima`,
      `/program/${slug}/kolom`,
      '/proyek/rekap',
    ]) {
      await visit(page, `${address}${path}`)
      await checkAccessibility(page)
    }
    const wide = await openPage({})
    await wide.context().addCookies([{ name, value, url: address }])
    for (const looked of [page, wide]) {
      await visit(looked, `${address}/proyek/${code}/rencana`)
      await looked.getByText('Ukur keadaan sekarang').first().waitFor()
      await checkAccessibility(looked)
    }
    await visit(page, `${address}/proyek/rekap`)
    const paper = await page.pdf({ preferCSSPageSize: true })
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper.toString('latin1')) ?? []
    expect(Number(width)).toBeGreaterThan(Number(height))
  }, 60_000)
})
