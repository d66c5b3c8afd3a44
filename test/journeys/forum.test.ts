import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, test } from 'vitest'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { makeForum } from '../../src/slices/forum/make-forum.ts'

const database = await freshDatabase()
const shots = process.env.RINTIS_SHOTS

const wide = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const
const narrow = { viewport: { width: 360, height: 780 }, colorScheme: 'dark' } as const

async function look(page: Page, called: string): Promise<void> {
  await checkAccessibility(page)
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/forum-${called}.png`, fullPage: true })
}

/** The application at an address, and pages of people who are signed in there. */
async function openRoom(scene: Scene) {
  let now = testNow
  // Forms are taken from our own address only, which is known once the server listens.
  let app = makeApp(database)
  const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
  const at = () => {
    now = new Date(now.getTime() + 1000)
    return now
  }
  app = makeApp(database, at, { url: address, files: makeFiles(freshFolder()) })
  const pageOf = async (actor: Scene['agent'], style: Parameters<typeof openPage>[0]) => {
    const page = await openPage(style)
    const [name = '', value = ''] = (await scene.headersOf(actor)).cookie.split('=')
    await page.context().addCookies([{ name, value, url: address }])
    return page
  }
  return { address, pageOf }
}

describe.skipIf(noBrowser !== '')(`the forum${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('an agent opens a topic that mentions the chair, who answers and hides a post with a reason', async () => {
    const scene = await makeScene(database)
    const { chair } = await makeForum(scene)
    const { address, pageOf } = await openRoom(scene)

    const agent = await pageOf(scene.agent, narrow)
    await visit(agent, `${address}/forum`)
    await look(agent, 'empty')
    await agent.getByRole('link', { name: 'Buka topik' }).click()
    await agent.getByLabel('Judul topik').fill('Mengukur nilai awal')
    await agent.getByLabel('Kiriman pertama').fill('Mohon arahan @Haris Munandar.\nContoh: https://contoh.go.id/nilai')
    await agent.getByText('Nama anggota yang dapat disebut').click()
    await look(agent, 'new-topic')
    await agent.getByRole('button', { name: 'Buka topik' }).click()
    await agent.getByText('Topik dibuka.').waitFor()
    await look(agent, 'topic-narrow')

    const leader = await pageOf(chair, wide)
    await visit(leader, `${address}/forum`)
    await leader.getByText('1 belum dibaca').waitFor()
    await look(leader, 'list')
    await leader.getByRole('link', { name: 'Mengukur nilai awal' }).click()
    await leader.getByLabel('Jawaban').fill('Ukur dari contoh tiga bulan.')
    await leader.getByRole('button', { name: 'Kirim jawaban' }).click()
    await leader.getByText('Jawaban dikirim.').waitFor()
    await leader.getByRole('link', { name: 'Sembunyikan' }).first().click()
    await leader.getByLabel('Alasan').fill('Tautannya memuat data pribadi.')
    await look(leader, 'hide')
    await leader.getByRole('button', { name: 'Sembunyikan kiriman' }).click()
    await leader.getByText('Kiriman disembunyikan.').waitFor()
    await look(leader, 'topic')

    await visit(agent, `${address}/forum`)
    await agent.getByRole('link', { name: 'Mengukur nilai awal' }).click()
    await agent.getByText('Disembunyikan oleh ketua forum: Tautannya memuat data pribadi.').waitFor()
    await look(agent, 'hidden')
  }, 120_000)

  test('a guideline is drafted, discussed, approved by another, published, revised and compared', async () => {
    const scene = await makeScene(database)
    const { chair } = await makeForum(scene)
    const { address, pageOf } = await openRoom(scene)

    const agent = await pageOf(scene.agent, wide)
    await visit(agent, `${address}/pedoman`)
    await agent.getByRole('link', { name: 'Mulai pedoman' }).click()
    await agent.getByLabel('Judul pedoman').fill('Pedoman teknis rencana kerja')
    await agent.getByRole('button', { name: 'Mulai pedoman' }).click()
    for (const [heading, text] of [
      ['Maksud', 'Pedoman ini bagi agen perubahan.'],
      ['Laporan', 'Laporan disampaikan setiap triwulan dengan:\n\n- persentase\n- hambatan'],
    ] as const) {
      await agent.getByRole('link', { name: 'Tambah bagian' }).click()
      await agent.getByLabel('Judul bagian').fill(heading)
      await agent.getByLabel('Isi', { exact: true }).fill(text)
      await agent.getByRole('button', { name: 'Simpan bagian' }).click()
      await agent.getByText('Bagian ditambahkan.').waitFor()
    }
    await look(agent, 'draft')
    await agent.getByRole('button', { name: 'Ajukan untuk dibahas' }).click()
    await agent.getByText('Pedoman diajukan untuk dibahas forum.').waitFor()
    const path = new URL(agent.url()).pathname

    const leader = await pageOf(chair, narrow)
    await visit(leader, `${address}${path}`)
    await look(leader, 'discussed')
    await leader.getByRole('button', { name: 'Setujui' }).click()
    await leader.getByText('Pedoman disetujui.').waitFor()

    const secretary = await pageOf(scene.secretariat, wide)
    await visit(secretary, `${address}${path}`)
    await secretary.getByRole('link', { name: 'Terbitkan' }).click()
    await secretary.getByLabel('Nomor').fill('3/KEP/FAP/2026')
    await look(secretary, 'publish')
    await secretary.getByRole('button', { name: 'Terbitkan' }).click()
    await secretary.getByText('Pedoman diterbitkan.').waitFor()
    await look(secretary, 'published')

    await visit(agent, `${address}${path}`)
    await agent.getByRole('button', { name: 'Buka versi baru' }).click()
    await agent.getByRole('link', { name: 'Ubah bagian 2' }).click()
    await agent
      .getByLabel('Isi', { exact: true })
      .fill('Laporan disampaikan setiap bulan dengan:\n\n- persentase\n- hambatan')
    await look(agent, 'section')
    await agent.getByRole('button', { name: 'Simpan bagian' }).click()
    await agent.getByRole('link', { name: 'bandingkan dengan versi 1' }).click()
    await agent.getByText('Satu perubahan.').waitFor()
    await look(agent, 'compared')
    await visit(leader, `${address}${path}/bandingkan`)
    await look(leader, 'compared-narrow')
    await visit(leader, `${address}/pedoman`)
    await look(leader, 'guidelines')
  }, 120_000)
})
