import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import type { Server as HttpServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type axe from 'axe-core'
import type { Hono } from 'hono'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Web } from '#web/request.ts'
import { afterFile } from './after-file.ts'

// The first without windows, which takes a third of the time.
const inPlaces = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome']
const candidates = [process.env.CHROMIUM_PATH, ...inPlaces]
const executablePath = candidates.find((program) => program && existsSync(program))

const isBuilt = existsSync(path.join(import.meta.dirname, '../../dist/manifest.json'))

/**
 * Why browser tests are skipped here, or the empty string where they run:
 * `describe.skipIf(noBrowser !== '')(…)`.
 */
export const noBrowser = !executablePath
  ? 'no Chromium: install chromium or set CHROMIUM_PATH'
  : isBuilt
    ? ''
    : 'nothing is built: npm run build'

/** One for all test files of this process, which ends with it. */
let browser: Promise<Browser> | undefined
const args = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-gpu',
  // A process for each page of ours guards nobody.
  '--renderer-process-limit=2',
  '--disable-site-isolation-trials',
]
/** What is waited for comes on a slow machine, too, only later. */
const waitsAtMost = 60_000

/** As an official in Jakarta has it. */
const usual: BrowserContextOptions = {
  locale: 'id-ID',
  timezoneId: 'Asia/Jakarta',
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
}

/** A page of a fresh browser profile; closed after the file with everything else. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= chromium.launch(program())
  const context = await (await browser).newContext({ ...usual, ...options })
  context.setDefaultTimeout(waitsAtMost)
  afterFile(() => context.close())
  return context.newPage()
}

/** A page of a browser that keeps its profile in the folder: opened again it knows what it knew when it was closed. */
export async function openProfile(folder: string): Promise<Page> {
  const context = await chromium.launchPersistentContext(folder, { ...program(), ...usual })
  context.setDefaultTimeout(waitsAtMost)
  afterFile(() => context.close())
  return context.pages()[0] ?? context.newPage()
}

function program() {
  if (!executablePath) throw new Error(noBrowser)
  return { executablePath, args }
}

/** Opens an address and waits until every island of the page has taken hold. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForFunction(() => !document.querySelector('[data-island]:not([data-mounted])'))
}

type Served = { address: string; port: number; stop(): Promise<void> }

/** Serves an application of this process on the port, or on a free one. `stop` cuts what is open, as a kill does. */
export async function serveUntilStopped(app: Pick<Hono<Web>, 'fetch'>, port = 0): Promise<Served> {
  const server = createAdaptorServer({ fetch: app.fetch }) as HttpServer
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const taken = (server.address() as AddressInfo).port
  const stop = async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  afterFile(() => server.listening && stop())
  return { address: `http://127.0.0.1:${taken}`, port: taken, stop }
}

/** Serves an application of this process on a free port; returns its address. */
export const serveApp = async (app: Pick<Hono<Web>, 'fetch'>): Promise<string> => (await serveUntilStopped(app)).address

/** Half as long as what `axe.source` holds, and every page reads it anew. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails on any violation that axe finds, naming rule and element, and on a page that scrolls sideways. */
export async function checkAccessibility(page: Page): Promise<void> {
  await page.evaluate(axeSource)
  // Only violations are worked out: passes told in full take three times as long. Of what a page loads only films are
  // looked at beforehand: none of these rules reads the style sheets that axe would fetch once more.
  const found = await page.evaluate(async (runOnly) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe }
    const how = { runOnly, resultTypes: ['violations' as const], preload: { assets: ['media' as const] } }
    const { violations } = await inPage.run(document, how)
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  }, standards)
  expect(found, `violations on ${page.url()}`).toEqual([])
  await checkWidth(page)
}

/** Fails on a page that scrolls sideways. */
export async function checkWidth(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(excess, `pixels by which ${page.url()} is too wide`).toBeLessThanOrEqual(0)
}
