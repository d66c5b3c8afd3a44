import type { Cell, OutSheet } from '#documents/sheet.ts'
import { clockIn, dayIn, type Zone } from '#kit/date.ts'
import type { FileCheck } from './fixity-report-store.ts'
import { flawWords, storageInWords, thingWords } from './words.ts'

const headers = ['Berkas', 'Milik', 'Kode', 'Bagian', 'Jenis', 'Bita', 'SHA-256', 'Tempat simpan', 'Diperiksa', 'Hasil']
const widths = [36, 18, 12, 14, 22, 14, 66, 20, 18, 16]

/** The report as rows: every file with when it was last read where, and what was found. */
export const reportRows = (checks: readonly FileCheck[], zone: Zone): Cell[][] =>
  checks.map(({ name, thingKind, code, part, mediaType, size, sha256, storage, checkedAt, flaw }) => [
    ...[name, thingWords[thingKind] ?? thingKind, code ?? '', part, mediaType, size, sha256],
    ...[storage === null ? '' : storageInWords(storage), checkedAt === null ? '' : momentOf(zone, checkedAt)],
    checkedAt === null ? 'belum diperiksa' : flaw === null ? 'utuh' : (flawWords[flaw] ?? flaw),
  ])

/** Sorted as text it is sorted by time. */
const momentOf = (zone: Zone, at: Date) => `${dayIn(zone, at)} ${clockIn(zone, at)}`

export const reportSheet = (checks: readonly FileCheck[], zone: Zone): OutSheet => ({
  name: 'Keutuhan berkas',
  columns: headers.map((header, at) => ({ header, width: widths[at] ?? 12, format: 'text' as const })),
  rows: reportRows(checks, zone),
})

export const reportTable = (checks: readonly FileCheck[], zone: Zone): Cell[][] => [
  headers,
  ...reportRows(checks, zone),
]
