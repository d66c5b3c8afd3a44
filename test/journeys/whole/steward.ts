import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DemoProject } from '../../../src/demo/shape.ts'
import { pastRecordings } from '../../../src/demo/texts/recordings.ts'
import { root } from '../../../src/root.ts'
import { arrive, checkAccessibility, fill, follow, handOver, type Page, pressAndRead } from './office.ts'

/** Keeps the film of a project that still lacks one. */
export async function keepFilm(page: Page, project: DemoProject): Promise<void> {
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
}
