import { mkdirSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { nipInGroups } from '#people'
import { makeApp, testNow } from '#test/app.ts'
import { checkAccessibility, noBrowser, openPage, serveApp, visit } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'

const database = await freshDatabase()

const names = [
  'Ayu Prameswari, S.S., M.Hum.',
  'Dr. Bagus Wicaksono, M.Si.',
  'CITRA AYUNINGRUM, S.E.',
  'H. Danu Wibisana, S.Kom.',
  'Endah Kusumaningtyas',
  'Fajar Nugraha, A.Md.',
  'Drs. Gunadi Prasetya, M.M.',
  'Hesti Maharani, S.IP.',
  'Indra Kertapati, S.T.',
  'Jihan Safitri, S.Sos.',
  'Krisna Adiwangsa, S.H.',
  'Larasati Widyaningsih, M.A.',
  'Mahendra Tirtayasa, S.Kom.',
  'Niken Puspitarini, S.Hum.',
]
const nipOf = (index: number) => `19850412200912${(index % 2) + 1}9${String(index + 1).padStart(2, '0')}`

/** The annex of 14 agents as an office makes it; the fourth NIP was stored as a number, the ninth lacks a digit. */
function messyAnnex(): Promise<Uint8Array> {
  const agents = names.map((name, index) => {
    const nip = index === 3 ? Number(nipOf(index)) : index === 8 ? nipOf(index).slice(1) : nipInGroups(nipOf(index))
    const unit = index % 3 === 0 ? 'PUSAT JASA INFORMASI' : 'Biro Hukum, Organisasi & Humas'
    return [
      index + 1,
      name,
      index === 5 ? `'${nipOf(index)}` : nip,
      'Pustakawan Ahli Muda',
      'Penata Tk. I',
      'III/d',
      unit,
    ]
  })
  const rows = [
    ['LAMPIRAN KEPUTUSAN KEPALA PUSTAKA NUSANTARA'],
    ['NOMOR 101 TAHUN 2026 TENTANG AGEN PERUBAHAN'],
    [],
    ['No.', 'Pegawai', null, 'Jabatan', 'Pangkat', null, 'Unit Kerja'],
    [null, 'Nama', 'NIP', null, 'Pangkat', 'Gol.', null],
    [1, 2, 3, 4, 5, 6, 7],
    ...agents.slice(0, 7),
    [],
    ...agents.slice(7),
    [],
    [null, null, null, null, null, null, 'Ditetapkan di Jakarta'],
    [null, null, null, null, null, null, 'KEPALA PUSTAKA NUSANTARA,'],
    [null, null, null, null, null, null, 'Prof. Dr. WIRYAWAN SAPUTRO'],
  ]
  const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
    ...{ startRow, startCol, endRow, endCol },
  })
  const merges = [
    merge(0, 0, 0, 6),
    merge(3, 1, 3, 2),
    merge(3, 4, 3, 5),
    ...[0, 3, 6].map((at) => merge(3, at, 4, at)),
  ]
  const hidden = { name: 'Konsep', hidden: true, rows: [['Nama', 'NIP', 'Unit Kerja']] }
  return writeXlsx({ sheets: [{ name: 'Lampiran', rows, merges }, hidden] })
}

const shots = process.env.RINTIS_SHOTS

describe.skipIf(noBrowser !== '')(`the decree${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('is entered, its messy annex corrected and imported, and imported again without a change', async () => {
    const { db, secretariat, headersOf } = await makeScene(database)
    // Forms are taken from our own address only, which is known once the server listens.
    let app = makeApp(database)
    const address = await serveApp({ fetch: (request, env) => app.fetch(request, env) })
    app = makeApp(database, () => testNow, { url: address })
    const { cookie } = await headersOf(secretariat)
    const [name = '', value = ''] = cookie.split('=')
    const page = await openPage()
    await page.context().addCookies([{ name, value, url: address }])
    const look = async (called: string) => {
      await checkAccessibility(page)
      if (!shots) return
      mkdirSync(shots, { recursive: true })
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        await page.screenshot({ path: `${shots}/${called}-${width}.png`, fullPage: true })
        await checkAccessibility(page)
      }
    }

    await visit(page, `${address}/keputusan`)
    await look('list')
    await page.getByRole('link', { name: 'Catat keputusan' }).click()
    await look('form')
    await page.getByLabel('Nomor').fill('101 Tahun 2026')
    await page.getByLabel('Tanggal ditetapkan').fill('2026-01-05')
    await page.getByLabel('Tentang').fill('Agen Perubahan Pustaka Nusantara Tahun 2026')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('heading', { level: 1, name: '101 Tahun 2026' }).waitFor()
    await look('empty')

    const upload = async () => {
      await page.getByRole('link', { name: 'Impor lampiran' }).click()
      await page.getByLabel('Lampiran keputusan').setInputFiles({
        name: 'lampiran.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(await messyAnnex()),
      })
    }
    await upload()
    await look('upload')
    await page.getByRole('button', { name: 'Baca lampiran' }).click()
    await page.getByRole('heading', { level: 1, name: '14 agen terbaca, 2 baris perlu diperbaiki' }).waitFor()
    await look('faults')
    await page.getByLabel('Isi sel C10 yang benar').fill(nipOf(3))
    await page.getByLabel('Isi sel C16 yang benar').fill(nipInGroups(nipOf(8)))
    await page.getByRole('button', { name: 'Periksa lagi' }).click()
    await look('ready')
    await page.getByRole('button', { name: 'Tetapkan 14 agen' }).click()
    await page.getByText('14 agen ditetapkan.').waitFor()
    await look('decree')

    await upload()
    await page.getByRole('button', { name: 'Baca lampiran' }).click()
    await page.getByLabel('Isi sel C10 yang benar').fill(nipOf(3))
    await page.getByLabel('Isi sel C16 yang benar').fill(nipOf(8))
    await page.getByRole('button', { name: 'Periksa lagi' }).click()
    await page.getByText('Tidak ada yang akan berubah').waitFor()
    await page.getByRole('button', { name: 'Selesai' }).click()
    await page.getByText('Tidak ada yang berubah').waitFor()
    const { length } = await db.query
      .selectFrom('appointment')
      .select('id')
      .where('agencyId', '=', db.agencyId)
      .execute()
    // The scene's own agent, and the fourteen.
    expect(length).toBe(15)

    for (const [act, heading] of [
      ['Tambah agen', 'Tambah agen'],
      ['Ganti agen', 'Ganti agen'],
      ['Akhiri penetapan', 'Akhiri penetapan'],
    ] as const) {
      const here = page.url()
      await page.getByRole('link', { name: act }).first().click()
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await look(act.replace(' ', '-').toLowerCase())
      await page.goto(here)
    }
  }, 120_000)
})
