import { emailOf } from '../../../src/demo/cast.ts'
import type { DemoProject } from '../../../src/demo/shape.ts'
import { checkAccessibility, fill, follow, followLetter, openLetter, type Page, press, pressAndRead } from './office.ts'

const approved = 'Rencana disetujui dan diteruskan kepada sekretariat.'

/** Approves the plan that waits on one's desk. */
export async function approvePlan(page: Page, project: DemoProject): Promise<void> {
  await page.goto('/beranda')
  await checkAccessibility(page)
  await follow(page, new RegExp(project.title))
  await pressAndRead(page, 'Setujui rencana', approved)
}

/** Approves the plan to which a letter leads. */
export async function approveFromLetter(page: Page, key: string, project: DemoProject): Promise<void> {
  await openLetter(page, emailOf(key), 'Rencana aksi menunggu persetujuan Anda')
  await page.getByText(project.title).first().waitFor()
  await followLetter(page)
  await pressAndRead(page, 'Setujui rencana', approved)
}

/** Sends the plan that waits on one's desk back with notes. */
export async function returnPlan(page: Page, project: DemoProject, notes: string): Promise<void> {
  await page.goto('/beranda')
  await follow(page, new RegExp(project.title))
  await follow(page, 'Kembalikan')
  await fill(page, { 'Yang perlu diperbaiki': notes })
  await press(page, 'Kembalikan')
  await page.getByText(notes).first().waitFor()
}

/** Confirms that the project reached what its agent says. */
export async function confirmFinished(page: Page, project: DemoProject): Promise<void> {
  await page.goto('/beranda')
  await checkAccessibility(page)
  await follow(page, new RegExp(project.title))
  await pressAndRead(page, 'Pastikan selesai', 'Proyek dipastikan selesai.')
}
