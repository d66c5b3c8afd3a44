import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, statSync } from 'node:fs'
import { appendFile, truncate } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openProfile, serveUntilStopped, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makePdf } from '#test/pdf.ts'
import { makePhotograph } from '#test/pictures.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'
import { root } from '../../src/root.ts'

const database = await freshDatabase()

const part = 16 * 1024 * 1024
const label = 'Film, rekaman suara, gambar, atau PDF'

/** A film that plays, made as long as two parts and a half by a box that players pass over; on the disk it is small. */
async function makeLongFilm(folder: string): Promise<string> {
  const film = path.join(folder, 'jawab satu jam.mp4')
  copyFileSync(path.join(root, 'src/demo/media/contoh.mp4'), film)
  const rest = 2.5 * part - statSync(film).size
  const box = Buffer.alloc(8)
  box.writeUInt32BE(rest)
  box.write('free', 4)
  await appendFile(film, box)
  await truncate(film, 2.5 * part)
  return film
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

describe.skipIf(noBrowser !== '')(`the documentation${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('a film goes on where it stood after browser and server ended in its middle, and plays from any second', async () => {
    const scene = await makeScene(database)
    const project = await makeRunningProject(scene.db, scene)
    const steward = await scene.addActor('Wening Sulistyo', { relation: 'steward', thingId: project.id })
    const files = makeFiles(freshFolder())
    const film = await makeLongFilm(freshFolder())

    /** What the browser asks of the uploads, in order: the method, and from which byte on. */
    const asked: string[] = []
    /** The server as a start makes it: nothing but disk, database and address is as before. */
    const start = async ({ port = 0, answers }: { port?: number; answers: (request: string) => boolean }) => {
      let app = makeApp(database)
      const server = await serveUntilStopped(
        {
          fetch: (request, env) => {
            if (!new URL(request.url).pathname.startsWith('/unggah')) return app.fetch(request, env)
            const what = `${request.method} ${request.headers.get('upload-offset') ?? ''}`.trim()
            asked.push(what)
            return answers(what) ? app.fetch(request, env) : new Promise<Response>(() => undefined)
          },
        },
        port,
      )
      app = makeApp(database, () => testNow, { files, url: server.address })
      return server
    }

    const profile = freshFolder()
    const openForm = async (address: string): Promise<Page> => {
      const page = await openProfile(profile)
      await page.context().addCookies([{ ...(await cookieOf(scene.headersOf, steward)), url: address }])
      await visit(page, `${address}/proyek/${project.code}/dokumentasi/baru`)
      await page.getByLabel(label).setInputFiles(film)
      return page
    }

    let reached = () => {}
    const isInTheMiddle = new Promise<void>((resolve) => {
      reached = resolve
    })
    const first = await start({
      answers: (what) => {
        const isFirst = what !== `PATCH ${part}`
        if (!isFirst) reached()
        return isFirst
      },
    })
    const before = await openForm(first.address)
    await isInTheMiddle
    await before.context().close()
    await first.stop()
    expect(asked.splice(0)).toEqual(['POST', 'PATCH 0', `PATCH ${part}`])

    const second = await start({ port: first.port, answers: () => true })
    const page = await openForm(second.address)
    await page
      .getByText('jawab satu jam.mp4 selesai diunggah. Sidik jari cocok.')
      .first()
      .waitFor({ state: 'attached' })
    expect(asked).toEqual(['HEAD', `PATCH ${part}`, `PATCH ${2 * part}`, 'POST'])
    await checkAccessibility(page)

    // A break is said where one looks, and what was broken goes on as soon as the device is connected again.
    await page.route('**/unggah**', (route) => route.abort('internetdisconnected'))
    const letter = { name: 'surat.pdf', mimeType: 'application/pdf', buffer: makePdf('') }
    await page.getByLabel('Surat persetujuan').setInputFiles(letter)
    await page.locator('.late', { hasText: 'Dicoba lagi sendiri' }).waitFor()
    await page.unroute('**/unggah**')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.getByText('surat.pdf selesai diunggah').first().waitFor({ state: 'attached' })

    await page.getByLabel('Judul').fill('Dari tiga hari menjadi satu jam')
    const played = page.waitForResponse((answer) => answer.url().includes('/media/') && answer.status() === 206)
    await page.getByRole('button', { name: 'Simpan dokumentasi' }).click()
    await page.getByText('Dokumentasi disimpan.').waitFor()
    expect((await played).headers()['content-range']).toMatch(new RegExp(`/${2.5 * part}$`))
    await page.getByText(await sha256Of(film)).waitFor()
    const reachedSecond = await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
      video.muted = true
      await video.play()
      const middle = video.duration / 2
      await new Promise((resolve) => {
        video.addEventListener('seeked', resolve, { once: true })
        video.currentTime = middle
      })
      return video.currentTime >= middle
    })
    expect(reachedSecond).toBe(true)
    await page.locator('[data-island=player][data-mounted]').waitFor()
    await checkAccessibility(page)

    await page.getByRole('link', { name: 'Takarir', exact: true }).click()
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Simpan takarir' }).click()
    await page.getByRole('button', { name: 'Mulai di sini, baris baru' }).click()
    await page.getByLabel('Selesai baris baru').fill('0:03')
    await page.getByLabel('Teks baris baru').fill('Kini satu jam.')
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Simpan baris' }).click()
    await page.getByText('Baris takarir disimpan.').waitFor()
    await page.getByRole('link', { name: 'Kembali ke film' }).click()
    await page.getByRole('link', { name: '0:00', exact: true }).waitFor()

    // Photographs chosen together are one recording, looked at one by one with the keyboard, and put in order.
    await visit(page, `${second.address}/proyek/${project.code}/dokumentasi/baru`)
    const colours = ['802020', '208020', '202080']
    const photographs = colours.map(async (colour) => ({
      ...{ name: `${colour}.jpg`, mimeType: 'image/jpeg', buffer: await makePhotograph(`#${colour}`) },
    }))
    await page.getByLabel(label).setInputFiles(await Promise.all(photographs))
    await page.getByLabel('Judul').fill('Hari pertama')
    await page.locator('input[type=hidden][name=recording_upload]').nth(2).waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Simpan dokumentasi' }).click()
    await page.getByText('Kumpulan foto (3 gambar)').waitFor()
    await checkAccessibility(page)
    await page.getByRole('link', { name: 'Gambar 1 dari 3' }).click()
    await page.locator('[data-island=pictures][data-mounted]').waitFor()
    await checkAccessibility(page)
    await page.keyboard.press('ArrowRight')
    await page.getByRole('link', { name: 'Gambar 2 dari 3' }).click()
    await page.getByRole('link', { name: 'Atur gambar' }).click()
    await page.getByLabel('Keterangan gambar 3').fill('Loket baru')
    await page.getByRole('button', { name: 'Naikkan gambar 3' }).click()
    await page.getByRole('button', { name: 'Naikkan gambar 2' }).and(page.locator(':focus')).waitFor()
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Simpan', exact: true }).click()
    await page.getByRole('link', { name: 'Loket baru' }).waitFor()
  })
})

async function cookieOf(headersOf: (actor: Actor) => Promise<{ cookie: string }>, actor: Actor) {
  const [name = '', value = ''] = (await headersOf(actor)).cookie.split('=')
  return { name, value }
}
