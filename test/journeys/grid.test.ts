import { randomUUIDv7 } from 'node:crypto'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import {
  activitiesOf,
  beginProject,
  describeProject,
  findMatrix,
  findProject,
  listPlans,
  submitPlan,
  withdrawPlan,
  writeActivity,
  writeInitiative,
} from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'

const database = await freshDatabase()
const moment = { now: testNow, today: '2026-11-24' }
const words = {
  output: '',
  indicator: 'Layanan cepat',
  indicatorUnit: '%',
  inCharge: 'Tim layanan',
  resources: '',
  risk: '',
}
const blank = { ...words, baseline: '10', target: '90', startsOn: '2026-03-01', endsOn: '2026-05-31' }

const described = {
  ...{ title: 'Rujukan satu hari', presentCondition: 'Lima hari.', problem: 'Lama.', wantedCondition: 'Satu hari.' },
  ...{ isPublicService: true, innovationKind: 'extended' as const, startedOn: null },
  ...{ areaCodes: ['pelayanan-publik'], targetCodes: ['pelayanan'] },
}

/** A plan of two activities, served, with the address of its grid. */
async function servePlan() {
  const scene = await makeScene(database)
  const code = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
  const initiativeId = randomUUIDv7()
  await writeInitiative(scene.db, scene.agent, code, initiativeId, 'Satu antrean', moment)
  for (const [title, ...areaCodes] of [['Melatih', 'pelayanan-publik', 'sdm-asn'] as const, ['Menata'] as const])
    await writeActivity(
      scene.db,
      scene.agent,
      code,
      { id: randomUUIDv7(), initiativeId, fields: { ...blank, title, areaCodes } },
      moment,
    )
  let app = makeApp(database)
  const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
  app = makeApp(database, () => testNow, { url: address })
  const open = async (actor: Scene['agent'], options = {}) => {
    const page = await openPage(options)
    const [name = '', value = ''] = (await scene.headersOf(actor)).cookie.split('=')
    await page.context().addCookies([{ name, value, url: address }])
    await visit(page, `${address}/proyek/${code}/rencana/lembar`)
    await page.getByRole('grid').waitFor()
    return page
  }
  const rows = async () => {
    const [plan] = await listPlans(scene.db, (await findProject(scene.db, code))?.id ?? '')
    return activitiesOf(await findMatrix(scene.db, plan?.id ?? ''))
  }
  /** As the agent does from the project's page. */
  const submit = async () => {
    const project = await findProject(scene.db, code)
    await describeProject(scene.db, scene.agent, code, { ...described, revision: project?.revision ?? 0 }, moment)
    const [plan] = await listPlans(scene.db, project?.id ?? '')
    await submitPlan(scene.db, scene.agent, code, plan?.revision ?? 0, moment)
  }
  const withdraw = () => withdrawPlan(scene.db, scene.agent, code, moment)
  return { scene, open, rows, submit, withdraw }
}

const cell = (page: Page, row: number, label: string) =>
  page.locator('tr[data-row]').nth(row).locator(`td[data-label="${label}"]`)
const says = (page: Page, pattern: RegExp) => page.getByRole('status').filter({ hasText: pattern }).waitFor()
const saved = (page: Page) => says(page, /^Tersimpan/)
/** What the other's next look or save brings. */
const eventually = <Value>(look: () => Value) => expect.poll(look, { timeout: 15_000 })
/** Lets the page look at once what is new, as it does when one comes back to it. */
const look = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
/** Puts text (and a table) on the clipboard of the page and pastes it where the focus is. */
const paste = (page: Page, text: string, html = '') =>
  page.evaluate(
    ([plain, rich]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', plain ?? '')
      if (rich) clipboardData.setData('text/html', rich)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    },
    [text, html],
  )

/** What the page puts on the clipboard: text, and a table. */
const copied = (page: Page) =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer()
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    )
    return [clipboardData.getData('text/plain'), clipboardData.getData('text/html')] as const
  })

describe.skipIf(noBrowser !== '')(`the grid${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('is written with the keys of a spreadsheet', async () => {
    const { scene, open, rows } = await servePlan()
    const page = await open(scene.agent)
    await checkAccessibility(page)
    await cell(page, 0, 'Keluaran').click()
    await page.keyboard.type('Satu antrean')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Dua antrean')
    await page.keyboard.press('Tab')
    await eventually(rows).toMatchObject([{ output: 'Satu antrean' }, { output: 'Dua antrean' }])
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-label'))).toBe('Indikator')

    await page.keyboard.press('Control+z')
    await eventually(async () => (await rows())[1]?.output).toBe('')
    await page.keyboard.press('Control+y')
    await eventually(async () => (await rows())[1]?.output).toBe('Dua antrean')

    await cell(page, 0, 'Mulai').dblclick()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('31 Februari')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '1 sel perlu diperiksa' }).click()
    await page.getByText('Isi tanggal, misalnya 31/12/2026').waitFor()
    await checkAccessibility(page)
    await page.keyboard.type('April 2026')
    await page.keyboard.press('Enter')
    await eventually(() => cell(page, 0, 'Mulai').textContent()).toBe('01/04/2026')

    await page.keyboard.press('Tab')
    await cell(page, 0, 'Area perubahan').click()
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await eventually(async () => (await rows())[0]?.areaCodes).toHaveLength(1)

    // What empties the chosen cells leaves the focus where it was.
    await cell(page, 1, 'Keluaran').click()
    await page.keyboard.press('Shift+ArrowUp')
    await page.keyboard.press('Delete')
    expect(await page.evaluate(() => document.activeElement?.closest('tr')?.rowIndex)).toBe(2)

    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    const isInside = () => page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)
    expect(await isInside()).toBe(false)
    await cell(page, 1, 'Indikator').click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+Tab')
    expect(await isInside()).toBe(false)
  }, 60_000)

  test('takes a block from Excel and a table from Word, and makes the rows that are missing', async () => {
    const { scene, open, rows } = await servePlan()
    const page = await open(scene.agent)
    await cell(page, 1, 'Kegiatan').click()
    await paste(page, 'Menata ulang\t"Denah\nbaru"\nMengukur\tLaporan\nMenguji\tBerita acara')
    await saved(page)
    expect(await rows()).toMatchObject([
      { title: 'Melatih', output: '' },
      { title: 'Menata ulang', output: 'Denah\nbaru', target: '90' },
      { title: 'Mengukur', output: 'Laporan' },
      { title: 'Menguji', output: 'Berita acara' },
    ])
    // The rows that it made go with it, and come again.
    await page.keyboard.press('Control+z')
    await eventually(async () => (await rows()).map(({ title }) => title)).toEqual(['Melatih', 'Menata'])
    await page.keyboard.press('Control+y')
    await eventually(async () => (await rows()).map(({ title }) => title)).toContain('Menguji')
    await cell(page, 2, 'Nilai awal').click()
    const table = '<table><tr><td>5</td><td><p>80</p></td></tr><tr><td>6</td><td>70<br></td></tr></table>'
    await paste(page, '5\n80\n6\n70', table)
    await expect
      .poll(async () => (await rows()).slice(2))
      .toMatchObject([
        { baseline: '5', target: '80' },
        { baseline: '6', target: '70' },
      ])
    await page.keyboard.press('Delete')
    await eventually(async () => (await rows()).slice(2)).toMatchObject([{ target: null }, { baseline: null }])
    await cell(page, 2, 'Nilai awal').click()
    const hiding = '<table><tr><td>15</td></tr><tr style="display:none"><td>16</td></tr><tr><td>17</td></tr></table>'
    await paste(page, '15\n16\n17', hiding)
    await page.getByText(/^1 baris yang tersembunyi di lembar asalnya tidak ditempel/).waitFor()
    await eventually(async () => (await rows()).slice(2)).toMatchObject([{ baseline: '15' }, { baseline: '17' }])
  }, 60_000)

  test('gives a spreadsheet a table, and itself the same to the letter', async () => {
    const { scene, open, rows } = await servePlan()
    const page = await open(scene.agent)
    await cell(page, 0, 'Keluaran').click()
    await paste(page, '"Denah\n\n  baru"')
    await eventually(async () => (await rows())[0]).toMatchObject({ output: 'Denah\n\n  baru' })
    await page.keyboard.press('Shift+ArrowDown')
    const [text, html] = await copied(page)
    expect(html).toContain('Denah<br')
    await cell(page, 0, 'Penanggung jawab').click()
    await paste(page, text, html)
    await eventually(async () => (await rows())[0]).toMatchObject({ inCharge: 'Denah\n\n  baru' })
  }, 60_000)

  test('shows each of two what the other writes, and both values where they meet', async () => {
    const { scene, open, rows } = await servePlan()
    const agent = await open(scene.agent)
    const secretary = await open(scene.secretariat, { viewport: { width: 360, height: 780 }, colorScheme: 'dark' })
    await cell(secretary, 0, 'Target').click()
    await look(secretary)
    await look(agent)
    await agent.getByText(/^Juga di lembar ini: Sri Wahyuningtyas/).waitFor()
    await eventually(() => cell(agent, 0, 'Target').getAttribute('data-other')).toContain('Sri')
    await checkAccessibility(agent)
    await cell(agent, 1, 'Keluaran').click()
    await agent.keyboard.type('Dari agen')
    await agent.keyboard.press('Enter')
    await saved(agent)
    await look(secretary)
    await eventually(() => cell(secretary, 1, 'Keluaran').textContent()).toBe('Dari agen')

    // Both write over the same value: the second is still writing when the first one's has come.
    await cell(agent, 0, 'Target').dblclick()
    await cell(secretary, 0, 'Target').dblclick()
    await secretary.keyboard.press('Control+a')
    await secretary.keyboard.type('80')
    const heard = agent.waitForResponse(
      async (answer) => answer.url().endsWith('/kini') && 'grid' in (await answer.json()),
    )
    await secretary.keyboard.press('Enter')
    await saved(secretary)
    await look(agent)
    await heard
    await agent.keyboard.press('Control+a')
    await agent.keyboard.type('95')
    await agent.keyboard.press('Enter')
    await agent.getByRole('button', { name: '1 sel perlu diperiksa' }).click()
    await agent.getByText(/Tersimpan sekarang: 80\. Isian Anda: 95/).waitFor()
    await checkAccessibility(agent)
    expect((await rows())[0]).toMatchObject({ target: '80' })
    await agent.getByRole('button', { name: 'Pakai isian saya' }).click()
    await eventually(async () => (await rows())[0]?.target).toBe('95')
    await look(secretary)
    await eventually(() => cell(secretary, 0, 'Target').textContent()).toBe('95')
    await checkAccessibility(secretary)

    // One's own second window is not somebody else.
    const second = await agent.context().newPage()
    await visit(second, agent.url())
    await agent.getByText(/^Juga di lembar ini: .*Anda, di jendela lain/).waitFor()
    await cell(second, 0, 'Target').dblclick()
    await cell(agent, 0, 'Target').dblclick()
    await second.keyboard.press('Control+a')
    await second.keyboard.type('97')
    await second.keyboard.press('Enter')
    await saved(second)
    await agent.keyboard.type('1')
    await agent.keyboard.press('Enter')
    await agent.getByRole('button', { name: '1 sel perlu diperiksa' }).click()
    await agent.getByText(/^Anda mengubah sel ini di jendela lain\. Tersimpan sekarang: 97/).waitFor()
    await visit(second, new URL('/proyek', agent.url()).href)
    await eventually(() => agent.getByText('Anda, di jendela lain').count()).toBe(0)
  }, 90_000)

  test('keeps in this browser what does not arrive, and offers it on return', async () => {
    const { scene, open, rows, submit, withdraw } = await servePlan()
    const page = await open(scene.agent)
    await cell(page, 1, 'Keluaran').click()
    await page.keyboard.type('Belum selesai diket')
    // Another window comes to the front: what is typed is taken, and the cell is the one to come back to.
    await page.evaluate(() => document.activeElement?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    await saved(page)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-label'))).toBe('Keluaran')
    await page.context().setOffline(true)
    await cell(page, 0, 'Keluaran').click()
    await page.keyboard.type('Ditulis tanpa jaringan')
    await page.keyboard.press('Enter')
    await says(page, /^Belum terkirim\. Disimpan di peramban ini\.$/)
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await page.context().setOffline(false)
    await says(page, /^Anda sudah keluar/)
    expect((await rows())[0]?.output).toBe('')
    await page.context().addCookies(cookies)
    await visit(page, page.url())
    await page.getByRole('button', { name: 'Pulihkan' }).click()
    await saved(page)
    expect((await rows())[0]?.output).toBe('Ditulis tanpa jaringan')
    await visit(page, page.url())
    await page.getByRole('grid').waitFor()
    expect(await page.getByRole('button', { name: 'Pulihkan' }).count()).toBe(0)

    // The plan is submitted while somebody writes: what is typed stays to be seen, and no more can be.
    await cell(page, 0, 'Risiko').click()
    await page.keyboard.type('Ditulis terlambat')
    await submit()
    await page.keyboard.press('Enter')
    await page
      .getByRole('alert')
      .getByText(/tidak dapat diubah\. 1 isian Anda belum tersimpan/)
      .waitFor()
    await page.keyboard.type('x')
    expect(await page.locator('.grid-editor').count()).toBe(0)
    expect(await cell(page, 0, 'Risiko').textContent()).toBe('Ditulis terlambat')
    await checkAccessibility(page)
    await withdraw()
    await visit(page, page.url())
    await page.getByRole('button', { name: 'Pulihkan' }).click()
    await eventually(async () => (await rows())[0]?.risk).toBe('Ditulis terlambat')
  }, 90_000)
})
