import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { editionOf, fieldsOf, lettersOf } from '#competition'
import type { DemoProject } from '../../../src/demo/shape.ts'
import { entryAnswers, entryIdentity } from '../../../src/demo/texts/entry.ts'
import { arrive, checkAccessibility, field, fill, follow, type Page, press, pressAndRead, today } from './office.ts'

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
  await page.getByLabel('Catat sebagai arsip').check()
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
  for (const { kind, label } of edition().checks) if (kind === 'statement') await page.getByLabel(label).check()
  for (const box of await page.getByRole('radio', { name: 'Tidak' }).all()) await box.check()
  const startedOn = await field(page, 'Mulai diterapkan').inputValue()
  await pressAndRead(page, 'Simpan', 'Identitas usulan disimpan.')
  const scan = { name: 'surat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj') }
  for (const { key, letter } of lettersOf(edition())) {
    await page.goto(`${path}/surat/${key}`)
    await page.getByLabel('Pindaian surat').setInputFiles(scan)
    await page.getByText('surat.pdf').first().waitFor()
    await page.getByLabel('Tanggal surat').fill(today)
    if (letter === 'implementation') await page.getByLabel('Tanggal mulai yang tertulis').fill(startedOn)
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await pressAndRead(page, 'Simpan', 'Surat disimpan.')
  }
  await page.goto(path)
  return path
}

/** It cannot be ready by the dates of 2023; once the edition has the official date and the entry follows it, it can. */
export async function declareReady(page: Page, closingOn: string): Promise<void> {
  await press(page, 'Nyatakan siap')
  await page.getByText('Usulan belum dapat dinyatakan siap').waitFor()
  await checkAccessibility(page)
  const entry = page.url()
  await page.goto('/usulan/edisi/2023-umum/ubah/syarat')
  await fill(page, { 'Pendaftaran ditutup': closingOn })
  await pressAndRead(page, 'Simpan', 'Tanggal dan syarat: tersimpan.')
  await fill(page, { 'Alasan pembetulan': 'Pengumuman jadwal yang baru' })
  await pressAndRead(page, 'Terbitkan versi baru', 'Diterbitkan sebagai versi 2.')
  await page.goto(entry.replace(/\/siap$/, ''))
  await follow(page, 'Lihat yang berubah dan pindahkan usulan ini')
  await pressAndRead(page, 'Pindahkan', 'Usulan dipindahkan.')
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
