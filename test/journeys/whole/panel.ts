import { personOf } from '../../../src/demo/cast.ts'
import { pastAssessment } from '../../../src/demo/texts/assessment.ts'
import { checkAccessibility, choosePerson, fill, follow, type Page, press, pressAndRead } from './office.ts'
import { programme } from './secretary.ts'

/** Prepares the assessment, names its judges one after another and opens it; returns its path. */
export async function openAssessment(page: Page, judges: readonly string[]): Promise<string> {
  await page.goto('/penilaian/baru')
  await fill(page, { 'Nama penilaian': 'Penilaian Proyek Perubahan 2026' })
  await page.getByLabel('Program', { exact: true }).selectOption(programme.name)
  await press(page, 'Siapkan penilaian')
  await page.getByText('Belum dapat dibuka').waitFor()
  const path = new URL(page.url()).pathname
  for (const key of judges) {
    await page.goto(path)
    await follow(page, 'Tunjuk penilai')
    await choosePerson(page, personOf(key).name)
    await pressAndRead(page, 'Tunjuk penilai', 'Penilai ditunjuk.')
  }
  await page.goto(path)
  await follow(page, 'Buka penilaian')
  await page.getByRole('dialog').getByRole('button', { name: 'Buka penilaian' }).click()
  await page.getByText('Sedang dinilai').first().waitFor()
  return path
}

/** Chooses the best, with the reason. */
export async function chooseBest(page: Page, path: string, title: string): Promise<void> {
  await page.goto(path)
  await checkAccessibility(page)
  await follow(page, 'Putuskan yang terbaik')
  await page.getByRole('radio', { name: title }).check()
  const reason = pastAssessment.decision?.reason ?? ''
  await fill(page, { 'Alasan pilihan': reason })
  await press(page, 'Putuskan')
  await page.getByText(reason).waitFor()
}
