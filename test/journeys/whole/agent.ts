import { testNow } from '#test/app.ts'
import { dateIn } from '../../../src/demo/calendar.ts'
import { emailOf } from '../../../src/demo/cast.ts'
import { barPicture, paperOf } from '../../../src/demo/papers.ts'
import type { DemoActivity, DemoProject } from '../../../src/demo/shape.ts'
import {
  arrive,
  checkAccessibility,
  fill,
  follow,
  followLetter,
  handOver,
  openLetter,
  type Page,
  press,
  pressAndRead,
  visit,
} from './office.ts'
import { programme } from './secretary.ts'

/** A number as it is typed here. */
const typed = (decimal: string | null) => decimal?.replace('.', ',') ?? ''

/** Begins the project of one's seat and says what it is about; returns its code. */
export async function beginProject(page: Page, project: DemoProject, startedOn: string): Promise<string> {
  await page.goto('/proyek')
  await pressAndRead(page, 'Mulai proyek', 'Proyek dimulai.')
  const code = page.url().split('/').at(-1) ?? ''
  await follow(page, 'Isi uraian')
  await arrive(page, 'Uraian proyek')
  await fill(page, {
    'Judul proyek': project.title,
    'Kondisi saat ini': project.presentCondition,
    Masalah: project.problem,
    'Kondisi yang diharapkan': project.wantedCondition,
  })
  for (const code of project.areaCodes) await page.locator(`[name=area_codes][value=${code}]`).check()
  for (const code of project.targetCodes) await page.locator(`[name=target_codes][value=${code}]`).check()
  await page.locator(`[name=innovation_kind][value=${project.innovationKind}]`).check()
  await page.getByRole('radio', { name: 'Ya', exact: true }).check()
  await fill(page, { 'Mulai diterapkan': startedOn })
  await pressAndRead(page, 'Simpan', 'Uraian proyek disimpan.')
  return code
}

/** Writes an initiative into the matrix, and its activities. */
export async function writeMatrix(page: Page, code: string, title: string, activities: DemoActivity[]): Promise<void> {
  await page.goto(`/proyek/${code}/rencana`)
  await follow(page, 'Tambah program')
  await fill(page, { 'Nama program': title })
  await press(page, 'Simpan program')
  for (const [at, activity] of activities.entries()) {
    await follow(page, at === 0 ? 'Isi kegiatan pertama' : 'Tambah kegiatan')
    await arrive(page, 'Kegiatan baru')
    await fill(page, {
      Kegiatan: activity.title,
      Keluaran: activity.output,
      'Penanggung jawab': activity.inCharge,
      Mulai: dateIn(programme, activity.from),
      Selesai: dateIn(programme, activity.until),
      Indikator: activity.indicator,
      Satuan: activity.indicatorUnit,
      'Nilai awal': typed(activity.baseline),
      Target: typed(activity.target),
      'Sumber daya': activity.resources,
      Risiko: activity.risk,
    })
    await pressAndRead(page, 'Simpan kegiatan', 'Kegiatan ditambahkan.')
    await page
      .getByText(`1.${at + 1} ${activity.title}`)
      .first()
      .waitFor()
  }
}

export async function submitPlan(page: Page, code: string): Promise<void> {
  await page.goto(`/proyek/${code}`)
  await pressAndRead(page, 'Ajukan rencana', 'Rencana diajukan kepada atasan.')
}

/** Reads in a letter that the plan came back, follows it to the notes, and submits the plan again. */
export async function submitReturned(page: Page, key: string, notes: string): Promise<void> {
  await openLetter(page, emailOf(key), 'Rencana aksi Anda dikembalikan')
  await followLetter(page)
  await page.getByText(notes).first().waitFor()
  await pressAndRead(page, 'Ajukan rencana', 'Rencana diajukan kepada atasan.')
}

/** Reads in a letter what somebody did in one's place, and follows it to the project. */
export async function readOfActInPlace(page: Page, key: string, project: DemoProject): Promise<void> {
  await openLetter(page, emailOf(key), 'Tindakan atas nama Anda')
  await page.getByText(project.title).first().waitFor()
  await followLetter(page)
  await arrive(page, project.title)
}

/** Attaches slides to the presentation that was scheduled. */
export async function attachSlides(page: Page, code: string): Promise<void> {
  await visit(page, `/proyek/${code}/paparan`)
  const buffer = Buffer.from(await paperOf('Paparan rencana aksi', [], testNow))
  await handOver(page, 'Salindia paparan', { name: 'paparan.pdf', mimeType: 'application/pdf', buffer })
  await pressAndRead(page, 'Lampirkan', 'Salindia dilampirkan.')
}

/** Finishes what was agreed. */
export async function finishFollowUp(page: Page, what: string, how: string): Promise<void> {
  await page.goto('/tindak-lanjut')
  await follow(page, what)
  await fill(page, { 'Yang sudah dilakukan': how })
  await press(page, 'Nyatakan selesai')
  await page.getByText('menunggu diperiksa').first().waitFor()
}

/** Reports how far an activity is, with a file that proves it. */
export async function reportProgress(page: Page, code: string, activity: DemoActivity, file: string): Promise<void> {
  const [report] = activity.progress ?? []
  await page.goto(`/proyek/${code}/laporan`)
  await follow(page, `1.1 ${activity.title}`)
  await arrive(page, `1.1 ${activity.title}`)
  await fill(page, {
    Persentase: String(report?.percent ?? ''),
    'Nilai indikator': typed(report?.value ?? null),
    'Yang sudah dicapai': report?.note ?? '',
  })
  const buffer = Buffer.from(await paperOf('Catatan pelaksanaan', [report?.note ?? ''], testNow))
  await handOver(page, 'Berkas', { name: file, mimeType: 'application/pdf', buffer })
  await fill(page, { 'Tanggal yang dibuktikan': '2026-11-20' })
  await pressAndRead(page, 'Kirim laporan', 'Laporan kemajuan dikirim.')
}

/** Declares the project finished: final values, and what it looked like before and after. */
export async function declareFinished(page: Page, code: string, project: DemoProject): Promise<void> {
  await page.goto(`/proyek/${code}`)
  await follow(page, 'Nyatakan selesai')
  await arrive(page, 'Nyatakan selesai')
  for (const [at, { title, progress }] of (project.matrix[0]?.activities ?? []).entries())
    await fill(page, { [`1.${at + 1} ${title}`]: typed(progress?.at(-1)?.value ?? null) })
  await fill(page, { 'Keadaan sebelum': project.finish?.before ?? '', 'Keadaan sesudah': project.finish?.after ?? '' })
  for (const [label, name, shares] of [
    ['Gambar sebelum', 'sebelum.png', [1, 0.11]],
    ['Gambar sesudah', 'sesudah.png', [0.03, 0.93]],
  ] as const)
    await handOver(page, label, { name, mimeType: 'image/png', buffer: await barPicture(shares, '#f1ece2') })
  await press(page, 'Nyatakan selesai')
  await page.getByRole('heading', { name: 'Sebelum dan sesudah' }).waitFor()
  await checkAccessibility(page)
}

/** Agrees to be named in public. */
export async function agreeToBeNamed(page: Page, code: string): Promise<void> {
  await page.goto(`/proyek/${code}/terbit`)
  await pressAndRead(page, 'Setuju nama saya disebut', 'Persetujuan Anda dicatat.')
}
