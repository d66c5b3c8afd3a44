import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Database } from '#db'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility as checkWithAxe, openPage, serveApp, visit } from '#test/browser.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { until } from '#test/rintis.ts'
import { emailOf } from '../../../src/demo/cast.ts'

/** The day on which all of it happens. */
export const today = '2026-11-24'

/** What everybody signs in with. */
export const password = 'perahu layar menuju pulau'

/** The application at an address of its own, and browsers that open it. */
export type Office = {
  address: string
  /** Its data folder, with the files and the letters that were sent. */
  folder: string
  /** A browser of somebody's own, without account. */
  open: (look?: Parameters<typeof openPage>[0]) => Promise<Page>
  /** A browser in which this person of the demonstration signed in by the form. */
  signIn: (key: string, look?: Parameters<typeof openPage>[0]) => Promise<Page>
}

export async function openOffice(database: Database): Promise<Office> {
  // Forms are taken from our own address only, which is known once the server listens.
  let app = makeApp(database)
  const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
  // Each request comes a second after the one before, as a conversation needs it.
  let seconds = 0
  const now = () => {
    seconds += 1
    return new Date(testNow.getTime() + seconds * 1000)
  }
  const folder = freshFolder()
  app = makeApp(database, now, { url: address, files: makeFiles(folder), outbox: path.join(folder, 'outbox') })
  const open: Office['open'] = async (look = {}) => {
    const page = await openPage({ baseURL: address, ...look })
    if (look.javaScriptEnabled === false) scriptless.add(page)
    return page
  }
  const signIn: Office['signIn'] = async (key, look) => {
    const page = await open(look)
    await enter(page, emailOf(key), password)
    return page
  }
  return { address, folder, open, signIn }
}

/** Browsers that run no script: what only a script does is not waited for in them. */
const scriptless = new WeakSet<Page>()

/** Signs in by the form. */
export async function enter(page: Page, email: string, secret: string): Promise<void> {
  await page.goto('/masuk')
  await fill(page, { Surel: email, 'Kata sandi': secret })
  await press(page, 'Masuk')
  await page.waitForURL('**/beranda')
}

/** The field of this label, whether or not it may stay empty. */
export const field = (page: Page, label: string): Locator =>
  page.getByLabel(new RegExp(`^${literal(label)}( \\(boleh kosong\\))?$`))

const literal = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Types what stands beside each label. */
export async function fill(page: Page, typed: Record<string, string>): Promise<void> {
  for (const [label, words] of Object.entries(typed)) await field(page, label).fill(words)
}

/** Chooses the one option that ends with these words: a unit stands indented below the one above it. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
  const option = field(page, label).locator('option', { hasText: new RegExp(`${literal(words)}$`) })
  await field(page, label).selectOption(await option.getAttribute('value'))
}

export const press = (page: Page, button: string): Promise<void> =>
  page.locator('main').getByRole('button', { name: button, exact: true }).click()

export const follow = (page: Page, link: string | RegExp): Promise<void> =>
  page.locator('main').getByRole('link', { name: link, exact: true }).first().click()

/** Presses a button and reads the sentence that says it is done. */
export async function pressAndRead(page: Page, button: string, sentence: string): Promise<void> {
  await press(page, button)
  await page.getByText(sentence).first().waitFor()
}

/** Waits for the page of this heading, with its islands. */
export async function arrive(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  if (scriptless.has(page)) return
  await page.waitForFunction(() => !document.querySelector('[data-island]:not([data-mounted])'))
}

/** Chooses somebody by name, in a form that stands below its own search. */
export async function choosePerson(page: Page, name: string): Promise<void> {
  await fill(page, { 'Nama pegawai': name })
  await press(page, 'Cari pegawai')
  await page.waitForURL(/[?&]cari=/)
  await page.locator('main').getByRole('radio', { name }).check()
}

/** Hands over a file and waits until it has arrived; without a script it goes with the form. */
export async function handOver(page: Page, label: string, file: Sent): Promise<void> {
  await field(page, label).setInputFiles(file)
  if (scriptless.has(page)) return
  await page.getByText(`${file.name} selesai diunggah.`).first().waitFor()
}

export type Sent = { name: string; mimeType: string; buffer: Buffer }

/** Opens the newest letter of this subject to somebody, once it has been sent. */
export async function openLetter(page: Page, email: string, subject: string): Promise<void> {
  await until(async () => {
    await page.goto('/kotak-surat')
    const letter = page.locator('main li', { hasText: email }).getByRole('link', { name: subject, exact: true })
    if ((await letter.count()) === 0) return false
    await letter.first().click()
    return true
  })
  await arrive(page, subject)
}

/** Follows the one link of the letter that is open. */
export const followLetter = (page: Page): Promise<void> =>
  page.locator('main').getByRole('link', { name: /^http/ }).click()

/** Plays the film of the page from its middle on: the server must give any part of it. */
export async function playFromMiddle(page: Page): Promise<void> {
  const played = await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true
    await video.play()
    const middle = video.duration / 2
    await new Promise((resolve) => {
      video.addEventListener('seeked', resolve, { once: true })
      video.currentTime = middle
    })
    await new Promise((resolve) => video.addEventListener('timeupdate', resolve, { once: true }))
    return { from: middle, to: video.currentTime }
  })
  expect(played.from).toBeGreaterThan(1)
  expect(played.to).toBeGreaterThanOrEqual(played.from)
}

/** Looks at the page with axe, which is itself a script. */
export async function checkAccessibility(page: Page): Promise<void> {
  if (!scriptless.has(page)) await checkWithAxe(page)
}

export { type Page, visit }
