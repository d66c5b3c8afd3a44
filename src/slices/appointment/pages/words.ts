import type { ColumnUse } from '../annex.ts'
import type { Level } from '../seat.ts'

export const levelWords: Record<Level, string> = { central: 'Pusat', unit: 'Unit' }

export const useWords: Record<ColumnUse, string> = {
  name: 'Nama',
  nip: 'NIP',
  'name-and-nip': 'Nama dan NIP',
  position: 'Jabatan',
  grade: 'Pangkat/golongan',
  unit: 'Unit kerja',
  level: 'Tingkat',
  email: 'Surel',
}

export const levelChoices = [
  { value: 'central', label: 'Tingkat pusat', hint: 'Bekerja untuk seluruh instansi.' },
  { value: 'unit', label: 'Tingkat unit', hint: 'Bekerja di satu unit kerja.' },
]

/** The way down to a decree's pages. */
export const crumbsOf = (decree?: { code: string; number: string }) => [
  { path: '/keputusan', label: 'Keputusan' },
  ...(decree ? [{ path: `/keputusan/${decree.code}`, label: decree.number }] : []),
]
