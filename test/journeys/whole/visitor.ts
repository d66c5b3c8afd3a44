import { expect } from 'vitest'
import type { DemoProject } from '../../../src/demo/shape.ts'
import { arrive, checkAccessibility, follow, type Page, playFromMiddle } from './office.ts'

/** Reads a published project without an account, and watches its film. */
export async function watchFilm(page: Page, project: DemoProject, agentName: string): Promise<void> {
  await page.goto('/galeri')
  await follow(page, project.title)
  await arrive(page, project.title)
  await page.getByText(agentName).first().waitFor()
  expect(await page.content()).not.toMatch(/\d{18}/)
  await playFromMiddle(page)
  await checkAccessibility(page)
  await page.locator('figcaption').getByRole('link').click()
  await page.getByRole('heading', { name: 'Kutip' }).waitFor()
  await checkAccessibility(page)
}
