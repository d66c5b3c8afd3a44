import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { editionOf, fieldsOf } from '#competition'
import type { DemoProject } from '../../../src/demo/shape.ts'
import { entryAnswers, entryIdentity } from '../../../src/demo/texts/entry.ts'
import { arrive, checkAccessibility, fill, follow, type Page, press, pressAndRead } from './office.ts'

function edition() {
  const found = editionOf('2023-umum')
  if (!found) throw new Error('The edition is not there.')
  return found
}

/** Enters the chosen project into the competition and fills in all that its edition asks, but for the official dates. */
export async function writeEntry(page: Page, project: DemoProject): Promise<string> {
  await page.goto('/usulan')
  await follow(page, 'Buat usulan')
  const option = page.locator('option', { hasText: project.title })
  await page.getByLabel('Proyek yang diusulkan').selectOption(await option.getAttribute('value'))
  await press(page, 'Buat usulan')
  await arrive(page, project.title)
  const path = new URL(page.url()).pathname
  for (const { key, label } of fieldsOf(edition())) {
    const said = entryAnswers[key]
    await page.goto(`${path}/${key}`)
    await arrive(page, new RegExp(label))
    await fill(page, { Jawaban: said?.text ?? '', 'Bukti dukung': said?.evidence ?? '' })
    await pressAndRead(page, 'Simpan', 'Jawaban disimpan.')
  }
  await follow(page, 'Ubah identitas')
  const { startProof, videoUrl, category, goals } = entryIdentity
  await page.getByLabel('Kategori').selectOption(category)
  await fill(page, { 'Tautan video': videoUrl, 'Bukti tanggal mulai': startProof })
  for (const { key, label } of edition().goals)
    if (goals.includes(key)) await page.getByLabel(`${key}. ${label}`).check()
  for (const { label } of edition().checks) await page.getByLabel(label).check()
  await pressAndRead(page, 'Simpan', 'Identitas usulan disimpan.')
  return path
}

/** It cannot be ready while nobody knows when the registration closes; with the official date it can. */
export async function declareReady(page: Page, closingOn: string): Promise<void> {
  await press(page, 'Nyatakan siap')
  await page.getByText('Usulan belum dapat dinyatakan siap').waitFor()
  await checkAccessibility(page)
  await follow(page, 'Ubah identitas')
  await fill(page, { 'Penutupan pendaftaran': closingOn })
  await pressAndRead(page, 'Simpan', 'Identitas usulan disimpan.')
  await press(page, 'Nyatakan siap')
  await page.getByRole('heading', { name: 'Usulan siap dikirim' }).waitFor()
}

/** The bytes of a file that a link of the page gives. */
export async function download(page: Page, link: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await follow(page, link)
  return readFileSync(await (await coming).path()).toString('latin1')
}

/** A Word file is an archive that holds its text under this name. */
export function expectWord(bytes: string): void {
  expect(bytes.slice(0, 4)).toBe('PK\u0003\u0004')
  expect(bytes).toContain('word/document.xml')
}
