import { existsSync } from 'node:fs'
import path from 'node:path'
import { serve } from '@hono/node-server'
import axe from 'axe-core'
import type { Hono } from 'hono'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import type { Web } from '#web/request.ts'

const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']
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

let browser: Promise<Browser> | undefined

/** A page of a fresh browser profile, as an official in Jakarta has it; closed after the file with everything else. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= launch()
  const context = await (await browser).newContext({
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  return context.newPage()
}

function launch(): Promise<Browser> {
  if (!executablePath) throw new Error(noBrowser)
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  })
}

/** Opens an address and waits until every island of the page has taken hold. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForFunction(() => !document.querySelector('[data-island]:not([data-mounted])'))
}

const open: { close(): void }[] = []

/** Serves an application of this process on a free port; returns its address. */
export async function serveApp(app: Pick<Hono<Web>, 'fetch'>): Promise<string> {
  const { port, server } = await new Promise<{ port: number; server: ReturnType<typeof serve> }>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (address) =>
      resolve({ port: address.port, server: started }),
    )
  })
  open.push(server)
  return `http://127.0.0.1:${port}`
}

afterAll(async () => {
  await (await browser)?.close()
  for (const server of open) server.close()
})

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails on any violation that axe finds, naming rule and element, and on a page that scrolls sideways. */
export async function checkAccessibility(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  // Only violations are worked out: passes told in full take three times as long.
  const found = await page.evaluate(async (runOnly) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await inPage.run(document, { runOnly, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  }, standards)
  expect(found, `violations on ${page.url()}`).toEqual([])
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(excess, `pixels by which ${page.url()} is too wide`).toBeLessThanOrEqual(0)
}
