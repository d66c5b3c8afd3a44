import type { Day } from '#kit/date.ts'
import { isDay } from '#kit/date.ts'

/** PNS or PPPK: the two kinds of civil servant have numbers of one length and two patterns. */
export type NipKind = 'pns' | 'pppk'

/** An NIP that was judged: its 18 digits and what is unlikely about them, or why it cannot be one. Indonesian. */
export type ReadNip = { ok: true; nip: string; kind: NipKind; warnings: string[] } | { ok: false; reason: string }

/**
 * Judges an NIP or NI PPPK as somebody typed it or a spreadsheet holds it. Spaces (non-breaking too), dots, dashes, a
 * leading ' or ’ and the label "NIP" are dropped. What cannot be is refused with its reason; what is merely unlikely
 * warns and lets pass. Pattern of an NIP: Perka BKN 22/2007; of an NI PPPK: year of appointment, 2, times appointed.
 */
export function readNip(value: string | number, today: Day): ReadNip {
  if (typeof value === 'number') return refuse(lostInCell)
  const digits = cleaned(value)
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(value.trim())) return refuse(lostInPower)
  const reason = impossible(digits, today)
  if (reason) return refuse(reason)
  const parts = partsOf(digits)
  return { ok: true, nip: digits, kind: parts.kind, warnings: unlikely(parts, today) }
}

/** "19850412 200912 2 003", as it is read aloud and printed. */
export const nipInGroups = (nip: string): string => nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')

const label = /^['’‘`]?(?:nip|ni\s?pppk|nippppk)?[.:]*/i

/** Dropped wherever they stand; hyphens and dashes of any width, and spaces that cannot be seen. */
const fillers = /[\s.\-\u00ad\u200b-\u200d\u2010-\u2015\u2060\ufeff]/g

const cleaned = (text: string): string =>
  text
    .trim()
    .replace(label, '')
    .replace(fillers, '')
    .replace(/^['’‘`]/, '')

function impossible(digits: string, today: Day): string | undefined {
  if (digits === '') return 'NIP kosong.'
  if (!/^\d+$/.test(digits)) return 'NIP hanya boleh berisi angka.'
  if (digits.length === 9) return 'Ini NIP lama (9 digit). Isi NIP 18 digit.'
  if (digits.length !== 18) return `NIP harus 18 digit; yang tertulis ${digits.length} digit.`
  if (digits.endsWith('000')) return lostInText
  const { bornOn, turn, sex } = partsOf(digits)
  if (!isDay(bornOn)) return 'Delapan digit pertama NIP bukan tanggal lahir yang ada.'
  if (bornOn > today) return 'Tanggal lahir dalam NIP belum terjadi.'
  if (!/^(?:0[1-9]|1[0-2]|2[1-9])$/.test(turn)) {
    return 'Digit ke-13 dan ke-14 harus bulan pengangkatan (PNS) atau 21, 22, dan seterusnya (PPPK).'
  }
  return sex === '1' || sex === '2' ? undefined : 'Digit ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan).'
}

type Parts = ReturnType<typeof partsOf>

function partsOf(digits: string) {
  const turn = digits.slice(12, 14)
  const kind: NipKind = turn.startsWith('2') ? 'pppk' : 'pns'
  const year = digits.slice(8, 12)
  return {
    bornOn: `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`,
    turn,
    sex: digits.charAt(14),
    kind,
    // An NIP says the month, of which it is always the first day; an NI PPPK only the year.
    appointedOn: kind === 'pns' ? `${year}-${turn}-01` : `${year}-01-01`,
  }
}

// Wide on purpose: what is found between them is no news, and source data have errors that are not ours to judge.
const youngest = 18
const oldest = 60
const longRetired = 70

function unlikely({ bornOn, appointedOn, kind }: Parts, today: Day): string[] {
  const age = yearsBetween(bornOn, kind === 'pns' ? appointedOn : `${appointedOn.slice(0, 4)}-12-31`)
  const warnings: string[] = []
  if (age < youngest || age > oldest) warnings.push(`Usia saat diangkat ${age} tahun.`)
  if (appointedOn > today) warnings.push('Pengangkatan masih akan datang.')
  if (yearsBetween(bornOn, today) > longRetired) warnings.push('Sudah lama melewati batas usia pensiun.')
  return warnings
}

/** Whole years from one day to another. */
const yearsBetween = (from: Day, to: Day): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)

const refuse = (reason: string): ReadNip => ({ ok: false, reason })

const lostInCell = 'NIP disimpan sebagai angka sehingga digit terakhir hilang; ubah kolom menjadi Teks, lalu isi lagi.'
const lostInPower = 'NIP tersingkat menjadi angka berpangkat sehingga digit terakhir hilang; isi lagi dari sumbernya.'
const lostInText = 'NIP berakhir dengan 000: tanda pernah disimpan sebagai angka dan digit terakhir hilang.'
