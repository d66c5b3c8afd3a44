import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { createEntry, describeEntry, editionOf, fieldsOf, lettersOf, writeAnswer } from '#competition'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { beginProject } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, checkWidth, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'

const database = await freshDatabase()
const moment = { now: testNow, today: '2026-11-24' }

/** A scene with a running project, whose other fields are filled once its entry is there. */
async function makeProject() {
  const scene = await makeScene(database)
  const { db, agent, seatId } = scene
  const projectId = randomUUIDv7()
  const projectCode = await beginProject(db, agent, { id: projectId, seatId }, moment)
  const said = { title: 'Jawab satu jam', problem: 'Tidak ada satu antrean pun.', isPublicService: true }
  await update(db, 'project')
    .set({ state: 'running', ...said })
    .where('id', '=', projectId)
    .execute()
  return { ...scene, projectId, projectCode }
}

/** A browser in which somebody is signed in. */
async function openAs(scene: Scene, actor: Actor, options: Parameters<typeof openPage>[0] = {}) {
  // Forms are taken from our own address only, which is known once the server listens.
  let app = makeApp(database)
  const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
  app = makeApp(database, () => testNow, { url: address })
  const [name = '', value = ''] = (await scene.headersOf(actor)).cookie.split('=')
  const page = await openPage(options)
  await page.context().addCookies([{ name, value, url: address }])
  return { page, address }
}

async function fillRest(
  { db, agent }: Awaited<ReturnType<typeof makeProject>>,
  code: string,
  page: Page,
): Promise<void> {
  const edition = editionOf('2023-umum')
  if (!edition) throw new Error('no edition')
  const identity = {
    ...{ title: 'Jawab satu jam', startedOn: '2021-02-23', startProof: 'Surat perintah tugas nomor 12' },
    ...{ closingOn: null, category: 'pendidikan', videoUrl: 'https://youtu.be/1', recordingId: null, goals: ['4'] },
    extra: { 'pernah-finalis': 'tidak', 'berupa-aplikasi': 'tidak' },
    checked: edition.checks.map(({ key }) => key),
  }
  await describeEntry(db, agent, code, { ...identity, revision: 1, files: [] }, moment)
  const said = { text: 'Jawaban yang cukup.', evidence: 'Laporan evaluasi', revision: 0, files: [] }
  for (const { key } of fieldsOf(edition)) {
    if (key !== 'ringkasan') await writeAnswer(db, agent, code, key, said, moment)
  }
  const home = new URL(page.url()).origin
  const scan = { name: 'surat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj') }
  for (const check of lettersOf(edition)) {
    await visit(page, `${home}/usulan/${code}/surat/${check.key}`)
    await checkAccessibility(page)
    await page.getByLabel('Pindaian surat').setInputFiles(scan)
    await page.getByText('surat.pdf').first().waitFor()
    await page.getByLabel('Tanggal surat').fill('2023-04-20')
    if (check.letter === 'implementation') await page.getByLabel('Tanggal mulai yang tertulis').fill('2021-02-23')
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Surat disimpan.').waitFor()
  }
}

describe.skipIf(noBrowser !== '')(`an entry for KIPP${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('is made, refused while a field is too long, declared ready, and downloaded', async () => {
    const scene = await makeProject()
    const { page, address } = await openAs(scene, scene.secretariat)
    // Axe looks once, where there is the least room and light; at a desk a page may only be too wide.
    const look = async () => {
      await checkWidth(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize({ width: 360, height: 780 })
      await checkAccessibility(page)
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 1440, height: 900 })
    }

    await visit(page, `${address}/usulan`)
    await look()
    await page.getByRole('link', { name: 'Buat usulan' }).click()
    await look()
    await page.getByLabel('Proyek yang diusulkan').selectOption(scene.projectId)
    await page.getByLabel('Catat sebagai arsip').check()
    await page.getByRole('button', { name: 'Buat usulan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Jawab satu jam' }).waitFor()
    await look()
    const code = page.url().split('/').at(-1) ?? ''
    await fillRest(scene, code, page)
    await look()
    for (const room of [
      `${code}/periksa`,
      `${code}/salin`,
      `${code}/catatan`,
      `${code}/tahap`,
      'edisi',
      'edisi/2023-umum',
      'edisi/2023-umum/ubah',
      'edisi/2023-umum/ubah/surat',
      'edisi/2023-umum/berikutnya',
      'edisi/muat',
      'umur',
      'riwayat',
    ]) {
      await visit(page, `${address}/usulan/${room}`)
      await look()
    }

    await visit(page, `${address}/usulan/${code}/ringkasan`)
    await look()
    const answer = page.getByLabel('Jawaban')
    expect(await answer.inputValue()).toBe('Tidak ada satu antrean pun.')
    await answer.fill('kata '.repeat(205))
    await page.getByText('205 dari 200 kata, kurangi 5 kata').first().waitFor()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('lewat 5 kata dari batas').first().waitFor()
    await page.getByRole('button', { name: 'Nyatakan siap' }).click()
    await page.getByText('Usulan belum dapat dinyatakan siap').waitFor()
    await look()

    await page.getByRole('link', { name: 'Ringkasan lewat 5 kata dari batas 200 kata.' }).click()
    await page.getByLabel('Jawaban').fill('Satu antrean, dijawab dalam satu jam.')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Semua sudah lengkap.').waitFor()
    await page.getByRole('button', { name: 'Nyatakan siap' }).click()
    await page.getByRole('heading', { name: 'Usulan siap dikirim' }).waitFor()

    const download = async (kind: string) => {
      const coming = page.waitForEvent('download')
      await page.getByRole('link', { name: kind }).click()
      const file = await coming
      expect(file.suggestedFilename()).toMatch(/^usulan-kipp-2023-umum-jawab-satu-jam\.(docx|pdf)$/)
      return readFileSync(await file.path()).toString('latin1', 0, 4)
    }
    expect(await download('Word')).toBe('PK\u0003\u0004')
    expect(await download('PDF')).toBe('%PDF')
    await visit(page, `${address}/usulan/${code}/tarik`)
    await look()
    await page.getByRole('link', { name: 'Batal' }).click()
    await page.getByRole('link', { name: 'Catat pengiriman' }).click()
    await look()
    await page.getByLabel('Tanggal dikirim ke Sinovik').fill('2023-05-02')
    await page.getByLabel('Nomor usulan di Sinovik').fill('17')
    await page.getByRole('button', { name: 'Catat pengiriman' }).click()
    await page.getByText('Pengiriman dicatat.').waitFor()
    for (const room of [
      `usulan/${code}/tahap/top-99`,
      `usulan/${code}/kabar/2024`,
      `proyek/${scene.projectCode}/kipp`,
      `proyek/${scene.projectCode}/kipp/kategori/2023-umum`,
    ]) {
      await visit(page, `${address}/${room}`)
      await look()
    }
  }, 180_000)

  test('moves to a corrected edition after what changes was read', async () => {
    const scene = await makeProject()
    const { db, secretariat, projectId } = scene
    const made = { id: randomUUIDv7(), projectId, editionCode: '2023-umum', isArchive: true }
    const code = await createEntry(db, secretariat, made, moment)
    const { page, address } = await openAs(scene, secretariat)
    await visit(page, `${address}/usulan/edisi/2023-umum/ubah/tahap`)
    await page.getByRole('button', { name: 'Tambah tahap' }).click()
    await page.getByLabel('Nama 8').fill('Uji publik')
    await page.getByRole('button', { name: 'Naikkan tahap 8' }).click()
    expect(await page.getByLabel('Nama 7').inputValue()).toBe('Uji publik')
    await page.getByRole('button', { name: 'Hapus tahap 8' }).click()
    await page.getByRole('heading', { name: 'Hapus tahap “Outstanding Achievement”?' }).waitFor()
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Hapus' }).click()
    await page.getByText('Dihapus dari rancangan.').waitFor()
    await visit(page, `${address}/usulan/edisi/2023-umum/ubah/syarat`)
    await page.getByLabel('Pendaftaran ditutup').fill('2023-05-09')
    await page.getByLabel('Umur paling sedikit').fill('dua')
    await page.getByLabel('Umur paling sedikit').press('Enter')
    await page.getByText('Tersimpan. Masih ada yang perlu diperbaiki.').waitFor()
    await page.getByLabel('Umur paling sedikit').fill('2')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Tahap “Uji publik” ditambahkan.').waitFor()
    await checkAccessibility(page)
    await page.getByLabel('Alasan pembetulan').fill('Pengumuman nomor 5')
    await page.getByRole('button', { name: 'Terbitkan versi baru' }).click()
    await page.getByText('Diterbitkan sebagai versi 2.').waitFor()
    await visit(page, `${address}/usulan/${code}/edisi`)
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Pindahkan' }).click()
    await page.getByText('Usulan dipindahkan.').waitFor()
  }, 120_000)

  test('is written by two at once, who see each other and what the other saved', async () => {
    const scene = await makeProject()
    const { db, secretariat, agent, projectId } = scene
    const made = { id: randomUUIDv7(), projectId, editionCode: '2023-umum', isArchive: true }
    const code = await createEntry(db, secretariat, made, moment)
    const one = await openAs(scene, agent, { viewport: { width: 360, height: 780 }, colorScheme: 'dark' })
    await visit(one.page, `${one.address}/usulan/${code}/tulis`)
    await checkAccessibility(one.page)
    await one.page.getByLabel('Jawaban bidang 1').click()
    const other = await openAs(scene, secretariat)
    await visit(other.page, `${other.address}/usulan/${code}/tulis`)
    await other.page.getByText('Nadia Kusumastuti sedang menulis di sini.').waitFor()
    await checkAccessibility(other.page)
    await one.page.getByLabel('Jawaban bidang 1').fill('Satu antrean untuk semua.')
    await one.page.getByText(/^Tersimpan/).waitFor()
    await other.page.getByText('Diperbarui: baru saja disimpan di halaman lain').waitFor()
    expect(await other.page.getByLabel('Jawaban bidang 1').inputValue()).toBe('Satu antrean untuk semua.')
    await other.page.getByText('4 dari 200 kata').first().waitFor()
    await visit(other.page, `${other.address}/usulan/${code}/ringkasan/versi`)
    await checkAccessibility(other.page)
  }, 90_000)

  test('says in its identity what its edition asks for, at any width', async () => {
    const scene = await makeProject()
    const { db, secretariat, projectId } = scene
    const made = { id: randomUUIDv7(), projectId, editionCode: '2023-umum', isArchive: true }
    const code = await createEntry(db, secretariat, made, moment)
    const { page, address } = await openAs(scene, scene.agent, {
      viewport: { width: 360, height: 780 },
      colorScheme: 'dark',
    })
    await visit(page, `${address}/usulan/${code}/identitas`)
    await checkAccessibility(page)
  }, 60_000)
})
