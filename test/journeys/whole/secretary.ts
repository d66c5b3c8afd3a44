import { expect } from 'vitest'
import { writeWorkbook } from '#documents/sheet.ts'
import { nameInFull } from '#people'
import { testNow } from '#test/app.ts'
import { dateIn } from '../../../src/demo/calendar.ts'
import { personOf } from '../../../src/demo/cast.ts'
import { annexRowsOf } from '../../../src/demo/programme-acts.ts'
import type { DemoProject } from '../../../src/demo/shape.ts'
import { currentProgramme } from '../../../src/demo/texts/programmes.ts'
import {
  arrive,
  checkAccessibility,
  choose,
  choosePerson,
  fill,
  follow,
  type Page,
  press,
  pressAndRead,
  today,
  visit,
} from './office.ts'

export const programme = { name: 'Program Agen Perubahan 2026', fromOn: '2026-01-05', untilOn: '2026-12-31' }

/** Makes the programme with the due days that are proposed. */
export async function makeProgramme(page: Page): Promise<void> {
  await page.goto('/program/buat')
  await fill(page, {
    'Nama program': programme.name,
    'Hari pertama': programme.fromOn,
    'Hari terakhir': programme.untilOn,
  })
  await press(page, 'Usulkan dari masa program')
  await page.waitForURL('**/usulan')
  await press(page, 'Buat program')
  await arrive(page, programme.name)
  await checkAccessibility(page)
}

/** Enters the decree and imports its annex of fourteen rows. */
export async function enterDecree(page: Page): Promise<void> {
  const { number, about, signerName, signerPosition, decidedOn } = currentProgramme.decree
  await page.goto('/keputusan')
  await follow(page, 'Catat keputusan')
  await fill(page, {
    Nomor: `${number}/2026`,
    'Tanggal ditetapkan': dateIn(programme, decidedOn),
    Tentang: `${about} Tahun 2026`,
    'Nama penanda tangan': signerName,
    'Jabatan penanda tangan': signerPosition,
  })
  await press(page, 'Simpan')
  await arrive(page, `${number}/2026`)
  await follow(page, 'Impor lampiran')
  await page.getByLabel('Lampiran keputusan').setInputFiles({
    name: 'lampiran.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await annex()),
  })
  await press(page, 'Baca lampiran')
  await arrive(page, '14 agen terbaca')
  await pressAndRead(page, 'Tetapkan 14 agen', '14 agen ditetapkan.')
  for (const { name } of annexRowsOf(currentProgramme)) await page.getByText(name).first().waitFor()
  await checkAccessibility(page)
}

/** The annex as a workbook, a row for each agent. */
function annex(): Promise<Uint8Array> {
  const rows = annexRowsOf(currentProgramme)
  expect(rows).toHaveLength(14)
  const headers = ['No', 'Nama dan gelar', 'NIP', 'Jabatan', 'Pangkat/golongan', 'Unit kerja', 'Tingkat']
  return writeWorkbook(
    [
      {
        name: 'Lampiran',
        columns: headers.map((header) => ({ header, width: 30, ...(header === 'NIP' && { format: 'text' as const }) })),
        rows: rows.map((row, at) => [at + 1, nameInFull(row), row.nip, row.position, row.grade, row.unit, 'Pusat']),
      },
    ],
    testNow,
  )
}

/** Verifies the plan that waits. */
export async function verifyPlan(page: Page, project: DemoProject): Promise<void> {
  await page.goto('/beranda')
  await follow(page, new RegExp(project.title))
  await pressAndRead(page, 'Verifikasi rencana', 'Rencana diverifikasi.')
}

/** Approves the plan of a unit that has no head. */
export async function approveInPlace(page: Page, code: string): Promise<void> {
  await page.goto(`/proyek/${code}`)
  await pressAndRead(page, 'Setujui rencana', 'Rencana disetujui dan diteruskan kepada sekretariat.')
}

/** Calls a sitting for the project; returns its address. */
export async function callSitting(page: Page): Promise<string> {
  await follow(page, 'Buka paparan')
  await follow(page, 'Jadwalkan paparan')
  await fill(page, { Hari: today, Mulai: '09:00', Selesai: '11:00', Tempat: 'Ruang Sidang Utama, lantai 2' })
  await pressAndRead(page, 'Jadwalkan sidang', 'Sidang dijadwalkan.')
  await checkAccessibility(page)
  return page.url()
}

/** Writes down who came and what was said, and accepts the plan once something is changed. */
export async function acceptWithChanges(page: Page, sitting: string, project: DemoProject): Promise<void> {
  const [feedback] = project.presentation?.feedback ?? []
  const [change] = project.presentation?.followUps ?? []
  await visit(page, `${sitting}/hadir`)
  await page.getByLabel(personOf(project.agent).name).check()
  await press(page, 'Simpan kehadiran')
  await follow(page, 'Catat masukan')
  await choose(page, 'Disampaikan oleh', nameInFull(personOf('atasan06')))
  await fill(page, { Masukan: feedback?.text ?? '' })
  await press(page, 'Simpan masukan')
  await page.getByText(feedback?.text ?? '').waitFor()
  await follow(page, 'Catat keputusan')
  await page.getByLabel('Diterima dengan perubahan').check()
  await page
    .getByLabel('Yang harus dilakukan')
    .first()
    .fill(change?.what ?? '')
  await page.getByLabel('Batas waktu').first().fill('2026-12-01')
  await pressAndRead(page, 'Simpan keputusan', '1 tindak lanjut paparannya belum ditutup')
}

/** Accepts the plan as it is, where no sitting was held. */
export async function acceptWithoutSitting(page: Page, code: string): Promise<void> {
  await page.goto(`/proyek/${code}/paparan`)
  await follow(page, 'Putuskan tanpa sidang')
  await fill(page, { 'Mengapa tanpa sidang': 'Pimpinan menerima rencana ini dalam rapat pekan lalu.' })
  await page.getByRole('radio', { name: 'Diterima', exact: true }).check()
  await pressAndRead(page, 'Simpan keputusan', 'Keputusan paparan disimpan.')
}

/** Writes down what the agent is to do. */
export async function agreeFollowUp(page: Page, code: string, what: string): Promise<void> {
  await page.goto(`/proyek/${code}/tindak-lanjut`)
  await follow(page, 'Catat tindak lanjut')
  await fill(page, { 'Yang harus dilakukan': what, 'Batas waktu': '2026-12-01', Asal: 'rapat 12 Maret' })
  await choose(page, 'Pemilik', 'Nadia Kusumastuti')
  await press(page, 'Catat tindak lanjut')
  await page.getByText(what).first().waitFor()
}

/** Closes a follow-up that the agent finished. */
export async function closeFollowUp(page: Page, code: string, what: string): Promise<void> {
  await page.goto(`/proyek/${code}/tindak-lanjut`)
  await follow(page, what)
  await press(page, 'Tutup tindak lanjut')
  await page.getByText('Ditutup').first().waitFor()
}

/** Agrees the plan, once all that was to be changed is. */
export async function agreePlan(page: Page, code: string): Promise<void> {
  await page.goto(`/proyek/${code}/paparan`)
  await pressAndRead(page, 'Tetapkan rencana', 'Rencana ditetapkan sebagai rencana awal.')
}

/** Verifies the report and what proves it. */
export async function verifyProgress(page: Page, activity: string, evidence: string): Promise<void> {
  await page.goto('/beranda')
  await follow(page, 'Verifikasi 2 laporan dan eviden')
  await follow(page, '2 hal')
  await follow(page, `1.1 ${activity}`)
  await pressAndRead(page, 'Verifikasi laporan', 'Laporan diverifikasi.')
  await pressAndRead(page, `Verifikasi ${evidence}`, 'Eviden diverifikasi.')
  await checkAccessibility(page)
}

/** Names who documents the project and keeps its films. */
export async function nameSteward(page: Page, code: string): Promise<void> {
  await page.goto(`/proyek/${code}/dokumentasi`)
  await follow(page, 'Tunjuk')
  await choosePerson(page, personOf('dokumentasi').name)
  await pressAndRead(page, 'Tunjuk', 'Penanggung jawab dokumentasi ditunjuk.')
}

/** Publishes the project, now that its agent agreed. */
export async function publish(page: Page, code: string): Promise<void> {
  await page.goto(`/proyek/${code}/terbit`)
  await pressAndRead(page, 'Terbitkan', 'Proyek diterbitkan dan dapat dibaca siapa pun.')
}
