import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { findMedia } from '#media'
import { makePdf } from '#test/pdf.ts'
import { until } from '#test/rintis.ts'
import type { DemoProject } from '../../../src/demo/shape.ts'
import { pastRecordings } from '../../../src/demo/texts/recordings.ts'
import { root } from '../../../src/root.ts'
import {
  arrive,
  checkAccessibility,
  choose,
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
  await fill(page, { Judul: said?.title ?? '' })
  await page.getByRole('radio', { name: 'Umum', exact: true }).check()
  await page.getByRole('radio', { name: 'Semua yang terekam setuju', exact: true }).check()
  const form = { name: 'surat-persetujuan.pdf', mimeType: 'application/pdf', buffer: makePdf('') }
  await handOver(page, 'Surat persetujuan', form)
  await checkAccessibility(page)
  await pressAndRead(page, 'Simpan dokumentasi', 'Dokumentasi disimpan.')
  await page.getByText('surat-persetujuan.pdf').first().waitFor()
  await follow(page, 'Lengkapi keterangan')
  await arrive(page, 'Lengkapi keterangan')
  await fill(page, {
    Uraian: said?.description ?? '',
    'Tanggal direkam': '2026-11-02',
    'Kata kunci': 'rujukan, antrean',
  })
  await choose(page, 'Peran 1', 'Juru kamera')
  await fill(page, { 'Nama 1': 'Simson Lede' })
  await checkAccessibility(page)
  await pressAndRead(page, 'Simpan keterangan', 'Keterangan disimpan.')
  await page.getByText('Simson Lede (Juru kamera)').waitFor()
  await checkAccessibility(page)
  await follow(page, 'Atur')
  await arrive(page, 'Akses dan persetujuan')
  await checkAccessibility(page)
  await follow(page, 'Batal')
  await arrive(page, said?.title ?? '')
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
