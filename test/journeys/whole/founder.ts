import { testSecrets } from '#test/app.ts'
import { emailOf, personOf, unitName } from '../../../src/demo/cast.ts'
import { agency, heads, units } from '../../../src/demo/texts/agency.ts'
import {
  arrive,
  checkAccessibility,
  choose,
  fill,
  follow,
  followLetter,
  type Office,
  openLetter,
  type Page,
  password,
  press,
  pressAndRead,
} from './office.ts'

/** Whoever holds the link from the terminal makes the agency; from now on the browser is its admin's. */
export async function foundAgency(page: Page): Promise<void> {
  await page.goto(`/pasang?kunci=${testSecrets.setUpKey}`)
  await checkAccessibility(page)
  await fill(page, { 'Nama instansi': agency.name })
  await page.getByRole('radio', { name: 'WIB' }).check()
  await fill(page, { 'Nama Anda': personOf('admin').name, Surel: emailOf('admin'), 'Kata sandi': password })
  await press(page, 'Pasang')
  await page.waitForURL('**/beranda')
}

/** Enters a unit, below the one above it. */
export async function addUnit(page: Page, key: string): Promise<void> {
  await page.goto('/unit/tambah')
  await fill(page, { 'Nama unit kerja': unitName(key) })
  const parent = units.find((unit) => unit.key === key)?.parent
  if (parent) await choose(page, 'Unit induk', unitName(parent))
  await press(page, 'Simpan')
  await arrive(page, unitName(key))
}

/** Enters somebody who is on no decree. */
export async function addPerson(page: Page, key: string): Promise<void> {
  const { name, titlesBefore, titlesAfter, nip, unit, position, grade } = personOf(key)
  await page.goto('/orang/tambah')
  await fill(page, { 'Nama tanpa gelar': name, 'Gelar depan': titlesBefore, 'Gelar belakang': titlesAfter, NIP: nip })
  await choose(page, 'Unit kerja', unitName(unit))
  await fill(page, { Jabatan: position, 'Pangkat/golongan': grade })
  await press(page, 'Tambah pegawai')
  await arrive(page, new RegExp(name))
}

/** Invites them by e-mail, one after another; each then accepts by the letter, in a browser of their own. */
export async function invite(office: Office, page: Page, keys: readonly string[], role?: string): Promise<void> {
  for (const key of keys) {
    await page.goto('/orang/undangan')
    await follow(page, new RegExp(`^Undang .*${personOf(key).name}`))
    await arrive(page, 'Undang ke Rintis')
    await fill(page, { Surel: emailOf(key) })
    if (role) await page.getByRole('checkbox', { name: role }).check()
    await pressAndRead(page, 'Buat undangan', 'Undangan dibuat.')
    await pressAndRead(page, 'Kirim lewat surel', 'Undangan dikirim lewat surel.')
  }
  for (const key of keys) {
    const invited = await office.open()
    await openLetter(invited, emailOf(key), 'Undangan memakai Rintis')
    await followLetter(invited)
    await fill(invited, { 'Kata sandi': password })
    await press(invited, 'Terima undangan')
    await invited.waitForURL('**/beranda')
    await invited.context().close()
  }
}

/** Names the definitive head of a unit. */
export async function nameHead(page: Page, unit: string, fromOn: string): Promise<void> {
  const head = heads.find((one) => one.unit === unit && one.kind === 'definitive')
  await page.goto('/unit')
  await follow(page, unitName(unit))
  await follow(page, 'Tunjuk atasan')
  const { name } = personOf(head?.person ?? '')
  await fill(page, { 'Nama pegawai': name })
  await press(page, 'Cari pegawai')
  await page.getByRole('radio', { name }).check()
  await page.getByRole('radio', { name: 'Definitif' }).check()
  await fill(page, { Mulai: fromOn })
  await pressAndRead(page, 'Tunjuk atasan', name)
}
