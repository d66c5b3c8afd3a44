import { Tabs } from '#web/tabs.tsx'
import type { EntryRow } from '../store.ts'

const tabs = [
  ['', 'Isi'],
  ['periksa', 'Periksa awal'],
  ['surat', 'Surat'],
  ['catatan', 'Catatan'],
  ['salin', 'Salin'],
  ['tahap', 'Hasil'],
] as const

type Props = { entry: Pick<EntryRow, 'code' | 'openRemarks'>; current: (typeof tabs)[number][0] }

/** The pages of one entry: what it says, the check before it goes out, its letters, the way out, what came of it. */
export function EntryTabs({ entry, current }: Props) {
  const home = `/usulan/${entry.code}`
  const links = tabs.map(([part, label]) => ({
    path: part === '' ? home : `${home}/${part}`,
    label,
    ...(part === 'catatan' && { count: entry.openRemarks }),
  }))
  return <Tabs label="Bagian usulan" tabs={links} current={current === '' ? home : `${home}/${current}`} />
}
