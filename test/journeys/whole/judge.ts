import type { DemoSheet } from '../../../src/demo/shape.ts'
import { checkAccessibility, fill, follow, type Page, press, pressAndRead } from './office.ts'

/** Marks a project that waits on one's desk, alone, and hands the sheet in. */
export async function markProject(page: Page, title: string, { marks, note }: DemoSheet): Promise<void> {
  await page.goto('/beranda')
  await follow(page, `Nilai: ${title}`)
  await page.getByLabel('Saya tidak mempunyai benturan kepentingan dengan proyek ini').check()
  await press(page, 'Mulai menilai')
  await page.getByRole('heading', { name: 'Lembar penilaian' }).waitFor()
  for (const [at, mark] of marks.entries()) await page.locator(`[name="mark_${at + 1}"]`).fill(mark.replace('.', ','))
  await fill(page, { Catatan: note })
  await press(page, 'Kirim nilai')
  await page.getByRole('heading', { name: `Kirim nilai untuk ${title}?` }).waitFor()
  await pressAndRead(page, 'Kirim nilai', 'Nilai dikirim dan terkunci.')
}

/** A judge reads no other judge's marks while the others still judge. */
export async function readOwnDesk(page: Page): Promise<void> {
  await page.goto('/penilaian')
  await checkAccessibility(page)
}
