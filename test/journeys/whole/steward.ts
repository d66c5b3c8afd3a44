import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { findMedia } from '#media'
import { until } from '#test/rintis.ts'
import type { DemoProject } from '../../../src/demo/shape.ts'
import { pastRecordings } from '../../../src/demo/texts/recordings.ts'
import { root } from '../../../src/root.ts'
import {
  arrive,
  checkAccessibility,
  fill,
  follow,
  handOver,
  type Page,
  playFromMiddle,
  pressAndRead,
} from './office.ts'

/** Keeps the film of a project that still lacks one; returns its path. */
export async function keepFilm(page: Page, project: DemoProject): Promise<string> {
  const said = pastRecordings.find((one) => one.project === project.title)
  await page.goto('/dokumentasi')
  await follow(page, project.title)
  await follow(page, 'Tambah dokumentasi')
  await arrive(page, 'Tambah dokumentasi')
  const buffer = readFileSync(path.join(root, 'src/demo/media/contoh.mp4'))
  const film = { name: 'jawab-satu-jam.mp4', mimeType: 'video/mp4', buffer }
  await handOver(page, 'Film, rekaman suara, gambar, atau PDF', film)
  await fill(page, { Judul: said?.title ?? '', Uraian: said?.description ?? '', 'Tanggal direkam': '2026-11-02' })
  await pressAndRead(page, 'Simpan dokumentasi', 'Dokumentasi disimpan.')
  await checkAccessibility(page)
  return new URL(page.url()).pathname
}

/** The worker measured the film and took a picture of it, where this machine has the programs; it plays either way. */
export async function watchFilm(page: Page, path: string): Promise<void> {
  const media = await findMedia({ ffmpegPath: process.env.FFMPEG_PATH, ffprobePath: process.env.FFPROBE_PATH })
  await page.goto(path)
  if (media) {
    await until(async () => {
      await page.goto(path)
      return (await page.locator('video[poster]').count()) > 0
    })
    await page.getByText('0:05', { exact: true }).waitFor()
    const poster = await page.request.get((await page.locator('video').getAttribute('poster')) ?? '')
    expect(poster.headers()['content-type']).toBe('image/webp')
  }
  await playFromMiddle(page)
}
