import type { DemoProject } from '../../../src/demo/shape.ts'
import { checkAccessibility, follow, type Page, pressAndRead } from './office.ts'

/** Approves the plan that waits on one's desk. */
export async function approvePlan(page: Page, project: DemoProject): Promise<void> {
  await page.goto('/beranda')
  await checkAccessibility(page)
  await follow(page, new RegExp(project.title))
  await pressAndRead(page, 'Setujui rencana', 'Rencana disetujui dan diteruskan kepada sekretariat.')
}

/** Confirms that the project reached what its agent says. */
export async function confirmFinished(page: Page, project: DemoProject): Promise<void> {
  await page.goto('/beranda')
  await follow(page, new RegExp(project.title))
  await pressAndRead(page, 'Pastikan selesai', 'Proyek dipastikan selesai.')
}
