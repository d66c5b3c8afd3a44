import { beforeAll, describe, test } from 'vitest'
import { insert } from '#db'
import { agreeToBeNamed, publishProject } from '#gallery'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'
import { openSession } from '#test/sign-in.ts'

const database = await freshDatabase()
let address = ''
let code = ''
let cookie = ''

beforeAll(async () => {
  // Forms are taken from our own address only, which is known once the server listens.
  let app = makeApp(database)
  address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
  app = makeApp(database, () => testNow, { url: address })
  const here = await makeScene(database)
  const words = { presentCondition: 'Tiga hari.', problem: 'Tercecer.', wantedCondition: 'Satu jam.' }
  const original = await makeRunningProject(here.db, here, { title: 'Satu antrean', ...words })
  code = original.code
  const [id, lineId] = [crypto.randomUUID(), crypto.randomUUID()]
  await insert(here.db, 'initiative', {
    id,
    planId: original.planId,
    lineId,
    position: 1,
    title: 'Meja tunggal',
  }).execute()
  const { accountId } = here.agent
  const film = { id: crypto.randomUUID(), code: 'v7k3m9qt', projectId: original.id, kind: 'film', accountId } as const
  const about = { title: 'Satu jam', access: 'public', createdAt: testNow, licence: 'cc-by-4.0' } as const
  await insert(here.db, 'recording', { ...film, ...about }).execute()
  await insert(here.db, 'caption', { recordingId: film.id, track: 'id', accountId, changedAt: testNow }).execute()
  const cues = Array.from({ length: 41 }, (_, at) => ({
    ...{ recordingId: film.id, track: 'id', number: at + 1, text: `Baris ${at}` },
    ...{ startSeconds: at, endSeconds: at + 1 },
  }))
  await insert(here.db, 'recordingCue', cues).execute()
  await agreeToBeNamed(here.db, here.agent, { code, revision: 1 }, testNow)
  await publishProject(here.db, here.secretariat, { code, revision: 1 }, testNow)
  const there = await makeScene(database)
  cookie = await openSession(there.db, there.agent.accountId)
})

/** A page of the other agency's agent. */
async function openAs(look: Parameters<typeof openPage>[0]) {
  const page = await openPage(look)
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: address }])
  return page
}

describe.skipIf(noBrowser !== '')('what is public', () => {
  test('is taken over by an agent of another agency, without a script', async () => {
    const page = await openAs({ javaScriptEnabled: false })
    await page.goto(`${address}/galeri`)
    await page.getByRole('link', { name: 'Satu antrean' }).click()
    await page.getByRole('link', { name: 'Tiru proyek ini' }).click()
    await page.getByText('0 kegiatan dalam 1 program').waitFor()
    await page.getByRole('button', { name: 'Mulai rancangan' }).click()
    await page.getByRole('heading', { name: 'Satu antrean (replikasi)' }).waitFor()
    await page.locator('main').getByRole('link', { name: 'Satu antrean', exact: true }).click()
    await page.getByRole('heading', { name: 'Meja tunggal' }).waitFor()
  })

  test('is plain to everybody, from a phone in the dark', async () => {
    const page = await openAs({ viewport: { width: 360, height: 780 }, colorScheme: 'dark' })
    for (const path of ['/galeri', `/galeri/${code}`, `/galeri/${code}/tiru`, '/galeri/dokumentasi/v7k3m9qt?t=2']) {
      await page.goto(`${address}${path}`)
      await checkAccessibility(page)
    }
    await page.goto(`${address}/data`)
    await page.getByText('20 kolom').click()
    await page.getByText('kode_instansi').first().waitFor()
    await checkAccessibility(page)
  })
})
