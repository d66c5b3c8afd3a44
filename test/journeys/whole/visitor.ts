import { expect } from 'vitest'
import type { DemoProject } from '../../../src/demo/shape.ts'
import { arrive, checkAccessibility, follow, type Page } from './office.ts'

/** Reads a published project without an account, and watches its film. */
export async function watchFilm(page: Page, project: DemoProject, agentName: string): Promise<void> {
  await page.goto('/galeri')
  await follow(page, project.title)
  await arrive(page, project.title)
  await page.getByText(agentName).first().waitFor()
  expect(await page.content()).not.toMatch(/\d{18}/)
  const film = page.locator('video')
  await film.evaluate((video: HTMLVideoElement) => {
    video.muted = true
    return video.play()
  })
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0)
  await checkAccessibility(page)
}
