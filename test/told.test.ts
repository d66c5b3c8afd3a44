import { randomUUIDv7 } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { forAgency } from '#db'
import { findEntry } from '#journal'
import { mailJob, openMailer } from '#mail'
import { noticeJobs } from '#notices'
import { beginProject } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene } from '#test/scene.ts'
import { openSession } from '#test/sign-in.ts'

const outbox = freshFolder()
const entries: { agencyId: string; entryId: string }[] = []
const tasks: object[] = []
const database = await freshDatabase({
  publish: async (_, __, entry) => {
    entries.push(entry)
  },
  send: async (_, __, data) => {
    tasks.push(data)
  },
})

/** What the worker does, without waiting for it: notices first, then the letters that they post. */
async function workOff(): Promise<void> {
  for (const { agencyId, entryId } of entries.splice(0)) {
    const db = forAgency(database, agencyId)
    const entry = await findEntry(db, entryId)
    for (const job of noticeJobs)
      if (entry && job.events.includes(entry.event)) await job.answer(db, entry, testNow, {})
  }
  const tools = { mailer: openMailer({ outbox }), url: address }
  for (const data of tasks.splice(0)) await mailJob.take(database, data, testNow, tools)
}

let address = ''

/** A page of whoever has this session. */
async function openAs(cookie: string, look: Parameters<typeof openPage>[0] = {}) {
  const page = await openPage(look)
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: address }])
  return page
}

const looks = [
  { name: 'wide and light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'narrow and dark', viewport: { width: 360, height: 780 }, colorScheme: 'dark' },
] as const

describe.skipIf(noBrowser !== '')('whoever was acted for is told', () => {
  let agent = ''
  let secretary = ''

  beforeAll(async () => {
    // Forms are taken from our own address only, which is known once the server listens.
    let app = makeApp(database)
    address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
    app = makeApp(database, () => testNow, { outbox, url: address })
    const scene = await makeScene(database)
    const moment = { now: testNow, today: '2026-11-24' }
    await beginProject(scene.db, scene.secretariat, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
    await workOff()
    agent = await openSession(scene.db, scene.agent.accountId)
    secretary = await openSession(scene.db, scene.secretariat.accountId)
  })

  test.each(looks)('from the letter to the project, $name, without a script', async ({ name: _, ...look }) => {
    const page = await openAs(agent, { ...look, javaScriptEnabled: false })
    await page.goto(`${address}/kotak-surat`)
    await page.getByRole('link', { name: 'Tindakan atas nama Anda' }).first().click()
    await page.locator('main').getByRole('link', { name: address }).click()
    await page.getByRole('heading', { name: 'Proyek tanpa judul' }).waitFor()
  })

  test.each(looks)(
    'the pages are plain to everybody, $name',
    async ({ name: _, ...look }) => {
      const page = await openAs(agent, look)
      for (const path of ['/kotak-surat', '/pemberitahuan', '/beranda']) {
        await page.goto(`${address}${path}`)
        await checkAccessibility(page)
      }
      await page.goto(`${address}/kotak-surat`)
      await page.getByRole('link', { name: 'Tindakan atas nama Anda' }).click()
      await checkAccessibility(page)
      const desk = await openAs(secretary, look)
      await desk.goto(`${address}/jejak`)
      await checkAccessibility(desk)
      await desk.getByLabel('Kejadian').selectOption('project.begun')
      await desk.getByRole('button', { name: 'Saring' }).click()
      await desk.getByText('Sri Wahyuningtyas atas nama Nadia Kusumastuti memulai proyek.').waitFor()
    },
    60_000,
  )

  test('a notice is opened, and then read', async () => {
    const page = await openAs(agent)
    await page.goto(`${address}/beranda`)
    await page.getByText('Tindakan atas nama Anda.').waitFor()
    await page.getByRole('link', { name: 'Buka pemberitahuan' }).click()
    await page.getByRole('button', { name: 'Lihat proyek' }).click()
    await page.getByRole('heading', { name: 'Proyek tanpa judul' }).waitFor()
    await page.goto(`${address}/pemberitahuan`)
    await page.getByText('Semua sudah dibaca.').waitFor()
    expect(await page.getByText('Belum dibaca').count()).toBe(0)
  })
})
