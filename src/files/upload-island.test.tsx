import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import path from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { render } from 'preact-render-to-string'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from '#db/port.ts'
import { blankForm } from '#kit/form.ts'
import { noBrowser, openPage } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { signedIn } from '#web/request.ts'
import { makeActor, makeApp } from './make-app.ts'
import { readUploads } from './read-uploads.ts'
import { findUpload } from './store.ts'
import { UploadField } from './upload-field.tsx'
import { uploadRoutes } from './upload-routes.ts'

const database = await freshDatabase()
const folder = freshFolder()
const actor = await makeActor(database)
const disk = { free: 80e9, total: 100e9 }
const files = makeFiles(folder, { space: async () => disk })
const film = path.join(folder, 'Film proyek.mp4')
const filmSize = 70 * 1024 * 1024
/** One that goes in a single part, where it is not the parts that matter. */
const clip = path.join(folder, 'Cuplikan.mp4')
const port = await freePort()
const address = `http://127.0.0.1:${port}`

const field = (
  <form method="post" encType="multipart/form-data">
    <UploadField form={blankForm()} name="film" label="Film" wanted={['film']} most={1e9} />
    <button type="submit">Simpan</button>
  </form>
)

/** Two fields of one form, as for the pictures before and after. */
const twoFields = (
  <form method="post" action="/" encType="multipart/form-data">
    <UploadField form={blankForm()} name="before" label="Sebelum" wanted={['film']} most={1e9} />
    <UploadField form={blankForm()} name="after" label="Sesudah" wanted={['film']} most={1e9} />
    <button type="submit">Simpan</button>
  </form>
)

/** A field for several files of several kinds, with a camera. */
const manyFiles = (
  <form method="post" action="/" encType="multipart/form-data">
    <UploadField
      form={blankForm()}
      name="film"
      label="Bukti"
      wanted={['film', 'pdf']}
      most={1e6}
      multiple
      camera="film"
    />
    <button type="submit">Simpan</button>
  </form>
)

describe.skipIf(noBrowser !== '')('the upload field in a browser', () => {
  let server: Server | undefined
  let script = ''
  let hashScript = ''
  /** Requests that carried a part, and after how many the line breaks. */
  let parts = 0
  let breaksAt = Number.POSITIVE_INFINITY

  async function start(): Promise<void> {
    const app = makeApp(database, files, { actor })
    app.use('/unggah/*', async (c, next) => {
      if (c.req.method === 'PATCH' && ++parts >= breaksAt) server?.closeAllConnections()
      await next()
    })
    app.get('/', signedIn, (c) => c.html(`<!doctype html>${render(field)}<script type="module" src="/s.js"></script>`))
    app.get('/dua', signedIn, (c) =>
      c.html(`<!doctype html>${render(twoFields)}<script type="module" src="/s.js"></script>`),
    )
    app.get('/static/:name', signedIn, (c) => c.body(hashScript, 200, { 'content-type': 'text/javascript' }))
    app.get('/banyak', signedIn, (c) =>
      c.html(`<!doctype html>${render(manyFiles)}<script type="module" src="/s.js"></script>`),
    )
    app.get('/s.js', signedIn, (c) => c.body(script, 200, { 'content-type': 'text/javascript' }))
    app.post('/', signedIn, async (c) => c.json(await readUploads(c, 'film', ['film'])))
    app.route('/', uploadRoutes(files))
    server = createAdaptorServer({ fetch: app.fetch }) as Server
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
  }

  const stop = () =>
    new Promise<void>((resolve) => {
      server?.close(() => resolve())
      server?.closeAllConnections()
    })

  beforeAll(async () => {
    const entry = `import { mountIslands } from './src/web/islands.ts'
      import { fileIslands } from './src/files/islands.ts'
      await mountIslands(fileIslands)`
    const stdin = { contents: entry, resolveDir: process.cwd(), loader: 'ts' } as const
    const how = { bundle: true, write: false, format: 'esm', target: 'es2022' } as const
    script = (await build({ stdin, ...how })).outputFiles[0]?.text ?? ''
    hashScript = (await build({ entryPoints: ['src/files/upload-hash.ts'], ...how })).outputFiles[0]?.text ?? ''
    for (const [file, size] of [[film, filmSize] as const, [clip, 500_000] as const]) {
      await writeFile(file, Buffer.concat([Buffer.from('0000001c667479706d703432', 'hex'), Buffer.alloc(16)]))
      await truncate(file, size)
    }
  })
  beforeEach(async () => {
    parts = 0
    breaksAt = Number.POSITIVE_INFINITY
    disk.free = 80e9
    await start()
  })
  afterEach(stop)

  /** Opens the page of the form and waits until the script has taken hold of its field. */
  async function openForm(page: Page): Promise<void> {
    await page.goto(address)
    await page.locator('[data-island][data-mounted]').first().waitFor({ state: 'attached' })
  }

  /** Sends the form; what the server read of it. */
  async function send(page: Page): Promise<{ ids: string[]; typed: unknown }> {
    const answer = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url() === `${address}/`,
    )
    await page.getByRole('button', { name: 'Simpan' }).click()
    return (await answer).json()
  }

  it('sends a film in parts, over a line that breaks, and the form then carries it', async () => {
    const page = await openPage()
    await openForm(page)
    breaksAt = 3
    await page.getByLabel('Film', { exact: true }).setInputFiles(film)
    await expect.poll(() => parts, { timeout: 45_000 }).toBeGreaterThanOrEqual(3)
    breaksAt = Number.POSITIVE_INFINITY
    await page.getByText('selesai diunggah', { exact: false }).first().waitFor()
    const { ids } = await send(page)
    const upload = await findUpload({ ...database, agencyId: actor.agencyId }, ids[0] ?? '')
    expect(upload).toMatchObject({ name: 'Film proyek.mp4', size: filmSize, mediaType: 'video/mp4' })
    const kept = path.join(folder, 'files', actor.agencyId, upload?.sha256 ?? '')
    expect((await readFile(kept)).equals(await readFile(film))).toBe(true)
    await page.context().close()
  })

  it('goes on where it stood after browser and server were closed', async () => {
    const page = await openPage()
    await openForm(page)
    breaksAt = 3
    await page.getByLabel('Film', { exact: true }).setInputFiles(film)
    await expect.poll(() => parts, { timeout: 45_000 }).toBeGreaterThanOrEqual(3)
    await stop()
    await page.close({ runBeforeUnload: false })
    breaksAt = Number.POSITIVE_INFINITY
    parts = 0
    await start()
    const again = await page.context().newPage()
    await openForm(again)
    await again.getByLabel('Film', { exact: true }).setInputFiles(film)
    await again.getByText('selesai diunggah', { exact: false }).first().waitFor()
    // Five parts in all: at least two had arrived before.
    expect(parts).toBeLessThanOrEqual(3)
    await page.context().close()
  })

  it('does not send a form by one field without what was taken out of the other', async () => {
    const page = await openPage()
    await page.goto(`${address}/dua`)
    await page.waitForFunction(() => !document.querySelector('[data-island]:not([data-mounted])'))
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/unggah/*', (route) => held.then(() => route.continue()))
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname))
    await page.getByLabel('Sebelum', { exact: true }).setInputFiles(clip)
    // The same file in the other field is another upload, also when the first can already be taken up again.
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('tus::')))
    await page.getByLabel('Sesudah', { exact: true }).setInputFiles(clip)
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('terkirim sendiri').first().waitFor()
    await page
      .getByRole('button', { name: /^Batalkan/ })
      .first()
      .click()
    release()
    await page.getByText('selesai diunggah', { exact: false }).first().waitFor()
    await page.locator('input[name="after_upload"]').waitFor({ state: 'attached' })
    expect(sent).not.toContain('/')
    await page.context().close()
  })

  it('holds the form back until all has arrived, then sends it; what is taken out is gone', async () => {
    const page = await openPage()
    await openForm(page)
    disk.free = 1e9
    await page.getByLabel('Film', { exact: true }).setInputFiles(clip)
    await page.getByText('Ruang simpan server hampir penuh', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('terkirim sendiri begitu semua unggahannya selesai').waitFor()
    // The act that goes on stands where the pause stood, not the one that cancels.
    const acts = await page.locator('[data-uploads] button').allInnerTexts()
    expect(acts.map((words) => words.split(/\s/)[0])).toEqual(['Lanjutkan', 'Batalkan'])
    disk.free = 80e9
    const answer = page.waitForResponse((response) => response.url() === `${address}/`)
    await page.getByRole('button', { name: 'Lanjutkan Cuplikan.mp4' }).click()
    expect((await (await answer).json()).ids).toHaveLength(1)

    await openForm(page)
    await page.getByLabel('Film', { exact: true }).setInputFiles(clip)
    await page.getByText('selesai diunggah', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: 'Hapus Cuplikan.mp4' }).click()
    await expect.poll(() => page.locator('[data-uploads] li').count()).toBe(0)
    await page.context().close()
  })

  it('says that the file came whole, and offers to send it again where it did not', async () => {
    const page = await openPage()
    await openForm(page)
    // As a line that changes bytes would look to the server.
    await page.route('**/keadaan', (route) => route.continue({ postData: `sha256=${'0'.repeat(64)}` }), { times: 1 })
    await page.getByLabel('Film', { exact: true }).setInputFiles(clip)
    await page.getByText('sampai dalam keadaan rusak', { exact: false }).first().waitFor()
    expect(await page.locator('input[name="film_upload"]').count()).toBe(0)
    await page.getByRole('button', { name: 'Kirim lagi Cuplikan.mp4' }).click()
    await page.getByText('selesai diunggah, sidik jari cocok').first().waitFor()
    // It takes one file where one is asked for.
    await page.getByLabel('Film', { exact: true }).setInputFiles(clip)
    await page.getByText('Di sini hanya satu berkas.', { exact: false }).first().waitFor()
    expect((await send(page)).ids).toHaveLength(1)
    await page.context().close()
  })

  it('takes what is dropped on it, several at once, and names what it does not take', async () => {
    const page = await openPage()
    await page.goto(`${address}/banyak`)
    await page.locator('[data-island][data-mounted]').waitFor()
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      const film = new Uint8Array(2000)
      film.set(new TextEncoder().encode('\0\0\0\x1cftypmp42'))
      transfer.items.add(new File([film], 'Notula.mp4'))
      transfer.items.add(new File([film, 'y'], 'Undangan.MP4'))
      transfer.items.add(new File(['a'], 'rahasia.exe'))
      transfer.items.add(new File([new Uint8Array(1_000_001)], 'besar.mp4'))
      return transfer
    })
    const box = page.locator('.file-box')
    await box.dispatchEvent('dragover', { dataTransfer: dropped })
    expect(await box.getAttribute('class')).toContain('over')
    await box.dispatchEvent('drop', { dataTransfer: dropped })
    expect(await box.getAttribute('class')).not.toContain('over')
    await expect.poll(() => page.locator('input[name="film_upload"]').count(), { timeout: 20_000 }).toBe(2)
    const rows = await page.locator('[data-uploads] li').allInnerTexts()
    expect(rows.find((row) => row.includes('rahasia.exe'))).toContain('tidak diterima di sini. Pilih film atau PDF.')
    expect(rows.find((row) => row.includes('besar.mp4'))).toContain('terlalu besar')
    // By keyboard the same is done with the field itself; the camera is a field of its own.
    await page.getByLabel('Bukti', { exact: true }).focus()
    expect(await page.locator('input[capture]').getAttribute('accept')).toBe('video/*')
    expect((await send(page)).ids).toHaveLength(2)
    await page.context().close()
  })

  it('says what is wrong with a file whose content is another', async () => {
    const wrong = path.join(folder, 'bukan film.mp4')
    await writeFile(wrong, '%PDF-1.7\n')
    const page = await openPage()
    await openForm(page)
    await page.getByLabel('Film', { exact: true }).setInputFiles(wrong)
    await page.getByText('Isi berkas ini .pdf, bukan .mp4.', { exact: false }).first().waitFor()
    await page.context().close()
  })

  it('sends a file with the form where there is no script', async () => {
    const small = path.join(folder, 'kecil.mp4')
    await writeFile(small, (await readFile(clip)).subarray(0, 5000))
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(address)
    await page.getByLabel('Film', { exact: true }).setInputFiles(small)
    const { ids, typed } = await send(page)
    expect(typed).toEqual({ film_upload: [`${ids[0]}/kecil.mp4`] })
    expect((await stat(small)).size).toBe(5000)
    await page.context().close()
  })
})
